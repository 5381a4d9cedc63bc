/**
 * The rules that speak for a direction, each with its kind and its sentence. A rule is about `from` and `to` of one
 * stated direction; a negative weight says that it speaks against that direction.
 */
import type { Evidence, EvidenceKind, Place } from "../../model/index.js";
import { shownId } from "../../sentence.js";
import { ownWords } from "../../text/own.js";

interface Rule {
  readonly kind: EvidenceKind;
  /** `{name}` stands for a value. */
  readonly sentence: string;
  /** Evidence of passage: it lies in or beside the words that both have, and points from the one to the other. */
  readonly passage?: true;
  /** An edit that goes one way: it tells which of the two has changed less, and nothing of a third that both may have. */
  readonly edit?: true;
  /** It tells what kind of document one of the two is, and nothing of what passed between them. */
  readonly ofKind?: true;
  /** What it says cannot be got over. */
  readonly impossible?: true;
}

const RULES = {
  confirmed: { kind: "decision", sentence: "A person confirmed that {to} took from {from}" },
  rejected: { kind: "decision", sentence: "A person rejected that {to} took from {from}" },
  earlier: { kind: "time", sentence: "{from} is dated {fromTime}, {to} {toTime}" },
  "earlier-not-first": {
    kind: "time",
    sentence:
      "{from} is dated {fromTime}, {to} {toTime}, but {other} has the same words and is not later than {from}",
  },
  "earlier-from-elsewhere": {
    kind: "time",
    sentence:
      "{from} is dated {fromTime}, {to} {toTime}, but {other} names {name}, from where both may have it",
  },
  "seen-before": {
    kind: "time",
    sentence: "{to} was captured {toTime}, before {from} was published ({fromTime})",
    impossible: true,
  },
  "dated-before": {
    kind: "time",
    sentence: "{to} is dated {toTime}, before {from} was published ({fromTime})",
    impossible: true,
  },
  "names-agency": {
    kind: "credit",
    sentence: "{to} names {name}, whose item {from} is: “{alias}”",
    passage: true,
  },
  "names-outlet": {
    kind: "credit",
    sentence: "{to} names {name}, where {from} stands: “{alias}”",
    passage: true,
  },
  "names-elsewhere": {
    kind: "credit",
    sentence: "{to} names {name}, where {from} stands, but not beside the words that both have: “{alias}”",
  },
  "dateline-told": {
    kind: "dateline",
    sentence: "{from} has {name} in its dateline, {to} says it in a sentence: “{alias}”",
  },
  "names-another": {
    kind: "credit",
    sentence: "{to} names {name} as its source, and {from} is not from there: “{alias}”",
  },
  "agency-item": {
    kind: "credit",
    sentence: "{from} is the item of an agency ({name}), {to} is not",
  },
  "to-agency": {
    kind: "credit",
    sentence: "{to} is the item of an agency ({name}), which seldom has its words from others",
  },
  "own-reporter": {
    kind: "credit",
    sentence: "{from} carries a reporter's name and {to} none: “{alias}”",
    ofKind: true,
  },
  "wire-end": {
    kind: "trailer",
    sentence: "{from} ends as agencies end their takes, {to} does not: “{words}”",
    ofKind: true,
  },
  "wire-dateline": {
    kind: "dateline",
    sentence: "{from} has a dated dateline, {to} does not: “{words}”",
    ofKind: true,
  },
  "desk-title": {
    kind: "furniture",
    sentence: "The title of {from} begins with the desk of an agency: “{words}”",
    ofKind: true,
  },
  "day-moved": {
    kind: "edit",
    sentence: "“{before}” in {from} is “{after}” in {to}: the day of writing is later",
    edit: true,
  },
  "day-named": {
    kind: "edit",
    sentence: "“{before}” in {from} is “{after}” in {to}, which names the day",
    edit: true,
  },
  "third-person": {
    kind: "edit",
    sentence: "{from} speaks of its own house, “{before}”, and {to} names that house: “{after}”",
    passage: true,
  },
  "honorifics-dropped": {
    kind: "edit",
    sentence: "{to} leaves out honorifics that {from} has: “{words}”",
    edit: true,
  },
  "names-shortened": {
    kind: "edit",
    sentence: "{to} shortens names that {from} has in full: “{words}”",
    edit: true,
  },
  trimmed: {
    kind: "containment",
    sentence: "All of {to} stands in {from}, which has more: “{words}”",
    edit: true,
  },
  "background-added": {
    kind: "edit",
    sentence:
      "{to} has all of {from}, and adds background that {other}, of its own house, has too: “{words}”",
    edit: true,
  },
  "inherited-reading": {
    kind: "inherited-error",
    sentence:
      "{from} and {to} have “{words}” where {other}, behind both, has “{replaced}”; {from} names its source",
    passage: true,
  },
  "earlier-take": {
    kind: "version",
    sentence: "All that {to} has of {from} is in {other} too, of the same house and earlier: “{words}”",
  },
  "own-take": {
    kind: "version",
    sentence:
      "All that {to} has of {from} is in {other} already, of the house of {to} and earlier: “{words}”",
  },
  "later-words": {
    kind: "version",
    sentence: "{to} has words of {from} that {other}, of the same house and earlier, has not: “{words}”",
    edit: true,
  },
  "names-unseen": {
    kind: "credit",
    sentence: "{to} names {name}, and no item of it here has these words: “{alias}”",
  },
  "shares-with-naming": {
    kind: "credit",
    sentence: "{to} shares its words with {other}, which names {name}",
  },
  "agree-against": {
    kind: "inherited-error",
    sentence: "{other} and {third} agree with one another against {to}: “{words}”",
  },
  "same-moment": {
    kind: "time",
    sentence: "{to} and {count} others have the words since the same moment, {time}",
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** By name: the kind of evidence, and the English sentence with `{name}` where a value goes. */
export const EVIDENCE_RULES: Readonly<Record<RuleName, Rule>> = RULES;

/** Values that are ids of documents. */
const IDS: ReadonlySet<string> = new Set(["from", "to", "other", "third"]);

/** Quoted words are cut to this many UTF-16 code units. */
const WORDS_LENGTH = 80;

/** By rule: the sentence in parts, every second one the name of a value. */
const PARTS = new Map(Object.entries(RULES).map(([name, { sentence }]) => [name, sentence.split(/[{}]/u)]));

export function evidenceOf(
  rule: RuleName,
  weight: number,
  given: Readonly<Record<string, string | number>>,
  at: readonly Place[],
): Evidence {
  const values: Record<string, string | number> = {};
  for (const name in given) {
    const value = given[name]!;
    values[name] = typeof value === "string" ? shortened(value) : value;
  }
  let detail = "";
  PARTS.get(rule)!.forEach((part, k) => {
    const value = k % 2 === 0 ? part : (values[part] ?? "");
    detail += k % 2 === 1 && IDS.has(part) ? shownId(String(value)) : value;
  });
  return { kind: RULES[rule].kind, rule, weight, detail, values, at };
}

const UNEVEN = /[\s\p{Cc}]{2}|[\n\r\t]|^\s|\s$/u;

/** Ids and names come again and again: what is made of a short one is kept. */
const SHORT = 24;
const MOST_KEPT = 1 << 16;
const kept = new Map<string, string>();

function shortened(words: string): string {
  if (words.length > SHORT) return cut(words);
  let made = kept.get(words);
  if (made === undefined) {
    made = cut(words);
    if (kept.size === MOST_KEPT) kept.clear();
    kept.set(made === words ? made : ownWords(words), made);
  }
  return made;
}

function cut(words: string): string {
  if (words.length <= WORDS_LENGTH && !UNEVEN.test(words)) return ownWords(words);
  const start = oneLine(words.slice(0, 4 * WORDS_LENGTH));
  const line = start.length > WORDS_LENGTH ? start : oneLine(words);
  return line.length <= WORDS_LENGTH
    ? line
    : `${line.slice(0, WORDS_LENGTH - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** What would decide an undecided pair: a closed list, so that a page can say it in its own language. */
export const MISSING = {
  time: "a trusted time of publication of both",
  credit: "a credit in one that names the other",
  third: "what only one of them has in common with the text behind both",
  contradiction: "what explains the clues that contradict one another",
  person: "a person rejected the likelier direction",
  cycle: "the likelier direction would make a text its own source",
} as const;
