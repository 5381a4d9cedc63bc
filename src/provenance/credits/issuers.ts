/**
 * Institutions that are said to have said, announced or issued something. An open class: a word for a kind of
 * institution with the name that follows it, or a name that everybody knows, beside a word of saying. Bare "the
 * ministry", persons and their spokesmen are none.
 */
import { tokenRange } from "../../text/token-range.js";
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import {
  ABSTRACT,
  ANNOUNCED,
  AUXILIARY,
  BEGINS_CLAUSE,
  BRANCH,
  CARRIES,
  COMMENT,
  DECLINES,
  DEFINITE,
  DESCRIBES,
  FEMININE_VERB,
  FEMININE_WORD,
  GOES_ON,
  HAD,
  HONOURED,
  ISSUES,
  MASCULINE_WORD,
  MEANS_ELSE,
  NATION,
  NOT,
  ON_OR_THAT,
  ORDINARY,
  PERSON,
  PLACE,
  POINTS,
  PRESENT,
  QUALIFIES,
  RELATIVE,
  RENEWED,
  RENEWS,
  SAYS_ONE,
  SPEAKS,
  SPOKEN_FOR,
  TITLE,
} from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { Reading } from "./reading.js";

/** Formula before a page's own headline. */
const REPEATED_HEADLINE = "رابط الخبر";
/** How far before "from" a verb of passing on may stand, in tokens of one sentence. */
const CARRIED_FROM = 8;
/** The same for "issued". */
const ISSUED_FROM = 5;
/** Between a report and "that … issued". */
const ISSUED_AFTER = 8;
const NAME_TOKENS = 7;
/** Between an institution after "had" and its verb. */
const HAD_SAID = 8;
const QUOTED_TOKENS = 5;

const ENDS_NAME =
  CUE.STOP |
  CUE.SAY |
  CUE.RELAY |
  CUE.SOURCE |
  CUE.FILLER |
  CUE.STATEMENT |
  CUE.THAT |
  CUE.SPOKESMAN |
  CUE.REPORT;
const HEADS = CUE.KIND | CUE.KNOWN | CUE.MINISTRY | CUE.PROPER;

export function issuersOf(reading: Reading): Draft[] {
  if (reading.field === "byline") return [];
  const drafts: Draft[] = [];
  let blocked = 0;
  const push = (from: number, to: number) => {
    drafts.push({ from, to, role: "issuer", form: "inline", name: nameOf(reading, from, to) });
    blocked = to;
  };
  if (reading.field === "title") {
    const to = quotedSpeaker(reading);
    if (to > 0) push(0, to);
  }
  for (const at of places(reading)) {
    if (at < blocked) continue;
    const found = reading.foundAt(at);
    if (found?.name.kind === "agency" || found?.name.kind === "other") continue;
    const known = found?.name.kind === "institution" ? found.to : undefined;
    const cue = reading.cue(at);
    if (known === undefined && (cue & CUE.BRANCH) !== 0) {
      const to = branchEnd(reading, at);
      if (to > 0 && (isSubject(reading, at, to) ?? speaksAfter(reading, at, to))) {
        push(at, to);
        continue;
      }
    }
    if (known === undefined && (cue & HEADS) === 0) {
      const free = (cue & CUE.SAY) !== 0 && reading.foundAt(at + 1) === undefined;
      const to = free ? quotedSubject(reading, at) : 0;
      if (to > 0 && found === undefined) push(at + 1, to);
      continue;
    }
    const to = nameEnd(reading, at, known ?? at + 1);
    if (known === undefined && (cue & CUE.AGENCY) !== 0 && isOfNews(reading, at, to)) continue;
    if (known === undefined && (cue & CUE.PROPER) === 0 && !isNamed(reading, at, to)) continue;
    if (reading.joined(to) && RENEWS.test(reading.word(at - 1)) && !RENEWED.test(reading.word(to))) continue;
    const joins = at === blocked && blocked > 0 && isAnother(reading, at) && reading.joined(at);
    if (joins || (isSubject(reading, at, to) ?? speaksAfter(reading, at, to))) push(at, to);
  }
  return withoutFurniture(reading, drafts);
}

/** An agency that may be one of news, as those of one word are. */
function isOfNews(reading: Reading, from: number, to: number): boolean {
  if (!/^\s*$/u.test(reading.gap(from + 1)) || DEFINITE.test(reading.word(from)) || to < from + 3)
    return true;
  for (let at = from + 1; at <= to; at++) {
    if ((reading.cue(at) & CUE.NEWS) !== 0 || reading.foundAt(at)?.name.kind === "agency") return true;
  }
  return !DEFINITE.test(reading.word(to - 1));
}

/** "Health of Riyadh": the branch of a ministry or service in a place, which must be named; where it ends, or 0. */
function branchEnd(reading: Reading, at: number): number {
  const near = /^\s*["»”]?\s*["«“]?\s*$/u.test(reading.gap(at + 1));
  if (!near || !BRANCH.test(reading.word(at)) || !PLACE.test(reading.word(at + 1))) return 0;
  return /^(?:مكة|المدينة|حفر|الحدود)$/u.test(reading.word(at + 1)) && reading.joined(at + 2)
    ? at + 3
    : at + 2;
}

/** Where an institution may begin, or a verb before a quoted one stands. */
function places(reading: Reading): number[] {
  const cued = reading.cued.filter((at) => (reading.cue(at) & (HEADS | CUE.BRANCH | CUE.SAY)) !== 0);
  const named = reading.found.flatMap(({ from, name }) => (name.kind === "institution" ? [from] : []));
  return named.length === 0 ? cued : [...new Set([...cued, ...named])].sort((a, b) => a - b);
}

/** Without those in a headline that the page repeats as a link. */
function withoutFurniture(reading: Reading, drafts: Draft[]): Draft[] {
  const at = drafts.length === 0 ? -1 : reading.tokens.text.lastIndexOf(REPEATED_HEADLINE);
  if (at < 0) return drafts;
  const [first] = tokenRange(reading.tokens, { start: at, end: at });
  return drafts.filter(({ from }) => from < first);
}

/** "And the organisation …": the next of several subjects. */
function isAnother(reading: Reading, at: number): boolean {
  if (reading.prefix(at) !== PREFIX.AND) return false;
  return (reading.cue(at) & CUE.KIND) !== 0 || reading.foundAt(at)?.name.kind === "institution";
}

/** A kind of institution is named by what follows; a ministry's short name also by quotation marks. */
function isNamed(reading: Reading, from: number, to: number): boolean {
  if ((reading.cue(from) & CUE.MINISTRY) !== 0 && (reading.enclosed(from, to) || reading.field === "title"))
    return true;
  if (to > from + 1 && (reading.cue(from) & (CUE.MINISTRY | CUE.KIND)) === CUE.MINISTRY) {
    return SPOKEN_FOR.test(reading.word(from)) && /ية$/u.test(reading.word(from + 1));
  }
  if (to === from + 1) return (reading.cue(from) & CUE.MINISTRY) !== 0 && isAfterFeminine(reading, from);
  const next = reading.word(from + 1);
  if (isBare(reading, from, to)) return false;
  if (
    to === from + 2 &&
    (POINTS.test(next) || (DEFINITE.test(next) && (reading.cue(from + 1) & CUE.KNOWN) !== 0))
  )
    return false;
  return (reading.cue(from) & CUE.KIND) !== 0 || /^ال/u.test(reading.word(from + 1));
}

/**
 * "The company", "the management of the club", also of a country: some company or club. And a definite feminine with a
 * noun after it that is not its adjective ("urged the government the people") is a subject with its object.
 */
function isBare(reading: Reading, from: number, to: number): boolean {
  let at = from;
  if (!DEFINITE.test(reading.word(at))) {
    if (!ORDINARY.test(reading.word(at + 1))) return false;
    at++;
  }
  if (ORDINARY.test(reading.word(at)))
    return to <= at + 1 || (to === at + 2 && NATION.test(reading.word(at + 1)));
  if (at > from || (reading.cue(at) & CUE.KNOWN) === 0 || !/(?:ة|ه|ات)$/u.test(reading.word(at)))
    return false;
  const next = reading.word(at + 1);
  return /^ال/u.test(next) && !/[ةهىا]$/u.test(next) && (reading.cue(at + 1) & CUE.KNOWN) === 0;
}

/** "The interior announced": of all that the word can mean only the ministry is feminine and speaks. */
function isAfterFeminine(reading: Reading, at: number): boolean {
  return reading.joined(at) && (reading.cue(at - 1) & CUE.SAY) !== 0 && /ت$/u.test(reading.word(at - 1));
}

function nameOf(reading: Reading, from: number, to: number): string {
  const { start, end } = reading.range(from, to);
  return reading.tokens.text
    .slice(start, end)
    .replace(/["«»“”„()\u0640\u064b-\u0652]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function nameEnd(reading: Reading, at: number, least: number): number {
  const inner = least === at + 1 && reading.joined(least) ? reading.foundAt(least) : undefined;
  if (inner?.name.kind === "institution") return inner.to;
  let to = least;
  let definite = least === at + 1 && DEFINITE.test(reading.word(at));
  while (to < reading.length && to < at + NAME_TOKENS && reading.joined(to)) {
    const word = reading.word(to);
    if (endsName(reading, to) || COMMENT.test(word) || TITLE.test(word) || isAnother(reading, to)) break;
    if (definite && !GOES_ON.test(word) && !isOf(reading, to) && !isAndOf(reading, to)) break;
    definite ||= DEFINITE.test(word) && !HONOURED.test(word);
    to++;
    // A quoted name ends with its quotation.
    if (/["»”]/u.test(reading.gap(to)) && !/["«“]\s*$/u.test(reading.gap(to).slice(1))) break;
  }
  return to;
}

/** "Statistics" ends a name, "the statistics" may stand in one. */
function endsName(reading: Reading, at: number): boolean {
  const ends = reading.cue(at) & ENDS_NAME;
  return ends !== 0 && !(ends === CUE.REPORT && DEFINITE.test(reading.word(at)));
}

/** "Of the organisation …". */
function isOf(reading: Reading, at: number): boolean {
  return reading.prefix(at) === PREFIX.FOR && (reading.cue(at) & CUE.KIND) !== 0;
}

/** "And technology of information": a further part of the name, before a definite word. */
function isAndOf(reading: Reading, at: number): boolean {
  if (!/^و\p{L}{3}/u.test(reading.word(at)) || reading.cue(at) !== 0) return false;
  return reading.joined(at + 1) && /^ال/u.test(reading.word(at + 1));
}

/** By what stands before: true or false where that tells, else null. */
function isSubject(reading: Reading, from: number, to: number): boolean | null {
  if (from === 0 || !reading.joined(from)) return null;
  const prefix = reading.prefix(from);
  let at = from - 1;
  while (from - at <= 3 && isFiller(reading, at) && reading.joined(at)) at--;
  const cue = reading.cue(at);
  if (prefix === PREFIX.FOR) {
    // What is reported to an institution is not its statement.
    if (/^[وف]?(?:ال)?بلاغ/u.test(reading.word(at))) return null;
    if ((cue & (CUE.STATEMENT | CUE.SOURCE | CUE.REPORT)) !== 0) return true;
    return reportOf(reading, from) ? true : null;
  }
  if (prefix !== PREFIX.NONE) return null;
  if ((cue & CUE.SPOKESMAN) !== 0) return false;
  const verb = reading.word(at);
  if (verb === "لسان") return reading.word(at - 1).endsWith("على") ? true : null;
  if (ISSUES.test(verb)) {
    return agrees(verb, reading.word(from)) && reading.right(to, CUE.STATEMENT | CUE.REPORT, 4) >= 0;
  }
  if (DECLINES.test(verb)) return agrees(verb, reading.word(from)) && commentFollows(reading, to);
  if ((cue & (CUE.SAY | CUE.RELAY)) !== 0) {
    if (CARRIES.test(verb) || NOT.test(reading.word(at - 1))) return false;
    if (DESCRIBES.test(verb) && /^ب[أا]نه/u.test(reading.word(to))) return false;
    // "Accused Hamas": an object, where no gender tells.
    if (/تهم/u.test(reading.word(at)) && (reading.cue(from) & CUE.PROPER) !== 0) return false;
    return (reading.cue(at - 1) & CUE.THAT) === 0 && agrees(verb, reading.word(from));
  }
  if (/^[إا]ل[ىي]$/u.test(verb) && /^(?:استناد|مستند)/u.test(reading.word(at - 1))) return true;
  if (verb === "بها" && /^قامت?$/u.test(reading.word(at - 1)))
    return reading.left(at - 1, CUE.REPORT, 4) >= 0 ? true : null;
  // "The ruling that the court issued" is none of its reports.
  if ((cue & CUE.ISSUED) !== 0) return reading.left(at, CUE.REPORT | CUE.STATEMENT, ISSUED_AFTER) >= 0;
  if (/^مستند/u.test(verb)) return null;
  if ((cue & CUE.REPORT) !== 0 && DEFINITE.test(reading.word(at))) return false;
  if ((cue & (CUE.SOURCE | CUE.STATEMENT | CUE.REPORT)) !== 0) return true;
  if ((cue & CUE.FROM) === 0 && reading.word(at) !== "من") return null;
  const isFrom = (cue & CUE.FROM) !== 0;
  if (isFrom && reading.left(at, CUE.RELAY | CUE.SOURCE, CARRIED_FROM) >= 0) return true;
  const issued = reading.left(at, isFrom ? CUE.ISSUED | CUE.STATEMENT : CUE.ISSUED, isFrom ? ISSUED_FROM : 2);
  if (issued < 0)
    return (reading.cue(at - 1) & CUE.REPORT) !== 0 && !DEFINITE.test(reading.word(at - 1)) ? true : null;
  return (
    (reading.cue(issued) & CUE.ISSUED) === 0 ||
    reading.left(issued, CUE.REPORT | CUE.STATEMENT | CUE.SOURCE, 4) >= 0
  );
}

/** "According to the yearly report of …", "the report of … said". */
function reportOf(reading: Reading, from: number): boolean {
  const report = reading.left(from, CUE.REPORT | CUE.STATEMENT, 4);
  for (let at = report + 1; at < from; at++) if (!QUALIFIES.test(reading.word(at))) return false;
  return report > 0 && (reading.cue(report - 1) & (CUE.SOURCE | CUE.SAY)) !== 0;
}

/** "Comment", also "today comment" or "from comment". */
function commentFollows(reading: Reading, to: number): boolean {
  let at = to;
  while (at < to + 2 && (reading.cue(at) & (CUE.FILLER | CUE.FROM)) !== 0) at++;
  return COMMENT.test(reading.word(at));
}

function isFiller(reading: Reading, at: number): boolean {
  const cue = reading.cue(at);
  return at > 0 && (cue & CUE.FILLER) !== 0 && (cue & CUE.SAY) === 0;
}

/** An Arabic verb before its subject agrees with it; where it does not, the institution is its object. */
function agrees(verb: string, head: string): boolean {
  if (!/\p{Script=Arabic}/u.test(verb)) return true;
  const feminine = FEMININE_VERB.test(verb);
  if (MASCULINE_WORD.test(head)) return !feminine;
  return !FEMININE_WORD.test(head) || feminine;
}

/** "The ministry of X announced": only where it begins a clause, else the verb has another subject. */
function speaksAfter(reading: Reading, from: number, to: number): boolean {
  if (RELATIVE.test(reading.word(to)) && ANNOUNCED.test(reading.word(to + 1)))
    return (reading.cue(to + 2) & (CUE.STOP | CUE.THAT)) !== 0 || /[:«"“]/u.test(reading.gap(to + 2));
  const prefix = reading.prefix(from);
  if (prefix === PREFIX.FOR || prefix === PREFIX.BY) return false;
  const opened = from === 0 || reading.startsSentence(from) || AUXILIARY.test(reading.word(from - 1));
  if (!opened && !BEGINS_CLAUSE.test(reading.gap(from))) return false;
  if (reading.field === "title" && /^[\s»"”“}]*:/u.test(reading.gap(to)) && !reading.gap(from).includes("،"))
    return true;
  if (from > 0 && HAD.test(reading.word(from - 1)) && hadSaid(reading, to)) return true;
  let at = to;
  while (at < reading.length && at < to + 3 && isFiller(reading, at)) at++;
  if (at >= reading.length || (reading.cue(at) & (CUE.SAY | CUE.RELAY)) === 0) return false;
  if (reading.prefix(at) !== PREFIX.NONE || MEANS_ELSE.test(reading.word(at))) return false;
  if (/شدد/u.test(reading.word(at)) && !ON_OR_THAT.test(reading.word(at + 1))) return false;
  const comma = opened && from > 0 && at > to ? "،" : "";
  if (opened && from > 0 && AUXILIARY.test(reading.word(from - 1)) && PRESENT.test(reading.word(at)))
    return false;
  return (
    new RegExp(`^[\\s»"”“)${comma}]*$`, "u").test(reading.gap(to)) &&
    agrees(reading.word(at), reading.word(from))
  );
}

/** "Had", a few words that belong to the name, and "said". */
function hadSaid(reading: Reading, to: number): boolean {
  for (let at = to; at < Math.min(to + HAD_SAID, reading.length); at++) {
    if (reading.startsSentence(at)) return false;
    const cue = reading.cue(at);
    if (reading.word(at) === "قد") return (reading.cue(at + 1) & (CUE.SAY | CUE.RELAY)) !== 0;
    if ((cue & (CUE.SAY | CUE.RELAY | CUE.THAT)) !== 0) return false;
  }
  return false;
}

/** A headline that begins with a quoted name and a colon or a verb that only speakers have; where the name ends, or 0. */
function quotedSpeaker(reading: Reading): number {
  if (!/["«“]\s*$/u.test(reading.gap(0)) || reading.foundAt(0)?.name.kind === "outlet") return 0;
  for (let to = 1; to <= Math.min(QUOTED_TOKENS, reading.length); to++) {
    if (to === 1 && PERSON.test(reading.word(0))) return 0;
    if (/^\s*["»”}]\s*:/u.test(reading.gap(to))) return to;
    if (/^\s*["»”]\s*$/u.test(reading.gap(to)) && SPEAKS.test(reading.word(to))) return to;
    if (!/^\s*$/u.test(reading.gap(to))) return 0;
  }
  return 0;
}

/** A quoted name right after a feminine verb of saying, as companies are named; where it ends, or 0. */
function quotedSubject(reading: Reading, verb: number): number {
  const from = verb + 1;
  if (!/ت$/u.test(reading.word(verb)) || !/^\s*["«“]\s*$/u.test(reading.gap(from))) return 0;
  for (let to = from + 1; to <= Math.min(from + QUOTED_TOKENS, reading.length); to++) {
    if (/^\s*["»”]/u.test(reading.gap(to))) {
      const follows = reading.cue(to) & (CUE.STOP | CUE.THAT | CUE.FILLER);
      if (SAYS_ONE.test(reading.word(verb)) && !ABSTRACT.test(reading.word(to - 1))) return 0;
      return follows !== 0 && !/^أم$/u.test(reading.word(from)) ? to : 0;
    }
    if (!/^\s*$/u.test(reading.gap(to))) return 0;
  }
  return 0;
}
