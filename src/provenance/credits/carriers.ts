/** Agencies as carriers: in the byline, in datelines, trailers, labels, and where the text says that it has it from one. */
import { isDateline } from "../../language/dateline.js";
import type { CreditForm, CreditRole } from "../../model/provenance.js";
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import { CUE } from "./lexicon-cues.js";
import { type CuedReading, type Found, TOLD_TO } from "./reading.js";

/** Tokens before an agency in a dateline: places, a reporter, a date in two calendars. */
const DATELINE_TOKENS = 6;
const DATED_LINE_TOKENS = 16;
const TRAILER_TOKENS = 4;
/** How far a word of saying may stand from the agency that it concerns, in tokens of one sentence. */
const NEAR = 5;
const SHORT_BYLINE = 3;

/** The agency's own work: "a reporter of", "a count of". */
const OWN_WORK = CUE.REPORTER | CUE.REPORT;

/** "Media", and which. */
const MEDIA = [/^وسائل$/u, /^(?:ال)?[إا]علام$/u, /^(?:ال)?\p{L}{3,}ي[ةه]$/u] as const;

const ENDS_FIELD = /^[\s»"”“)\]]*[-–—ـ:/|\n()،,]/u;
const BEGINS_FIELD = /[-–—ـ:;/|\n()،,«"“]\s*$/u;

export function carriersOf(reading: CuedReading): Draft[] {
  const drafts: Draft[] = [];
  for (const found of reading.found) {
    if (found.name.kind !== "agency") continue;
    const form = formOf(reading, found, found.name.ambiguous);
    if (form === null) continue;
    const role: CreditRole =
      form === "inline" && wasTold(reading, found.from, found.to) ? "channel" : "carrier";
    push(reading, drafts, { ...found, role, form, name: found.name.name });
  }
  for (const at of reading.cued) {
    const cue = reading.cue(at);
    if ((cue & CUE.AGENCIES) !== 0) {
      const draft = agencies(reading, at);
      if (draft !== null) push(reading, drafts, draft);
    } else if ((cue & CUE.AGENCY) !== 0) {
      const draft = unlisted(reading, at);
      if (draft !== null) push(reading, drafts, draft);
    } else if ((cue & CUE.RELAY) !== 0) {
      const draft = media(reading, at);
      if (draft !== null) push(reading, drafts, draft);
    }
  }
  return drafts;
}

/** "The Saudi agency (SPA)" is one credit. */
function push(reading: CuedReading, drafts: Draft[], draft: Draft): void {
  const last = drafts.at(-1);
  if (
    last !== undefined &&
    last.name === draft.name &&
    last.to === draft.from &&
    reading.gap(draft.from).length <= 3
  ) {
    drafts[drafts.length - 1] = { ...last, to: draft.to };
  } else drafts.push(draft);
}

function formOf(reading: CuedReading, { from, to }: Found, ambiguous: boolean): CreditForm | null {
  if (reading.field === "byline") return standsAlone(reading, from, to, ambiguous) ? "byline" : null;
  const form = placeOf(reading, from, to, ambiguous);
  if (form !== null) return form;
  const source = reading.prefix(from) === PREFIX.FOR && (reading.cue(from - 1) & CUE.SOURCE) !== 0;
  if (ambiguous && !source && !reading.enclosed(from, to)) return null;
  if (attributed(reading, from, to)) return "inline";
  if (!reading.bracketed(from, to)) return null;
  const alone = to === reading.size || reading.startsSentence(to) || reading.startsSentence(from);
  return !ambiguous || alone ? "inline" : null;
}

function standsAlone(reading: CuedReading, from: number, to: number, ambiguous: boolean): boolean {
  if (!ambiguous) return true;
  const begins = from === 0 || BEGINS_FIELD.test(reading.gap(from));
  const ends = to === reading.size || ENDS_FIELD.test(reading.gap(to));
  if (reading.size <= SHORT_BYLINE && (from === 0 || to === reading.size)) return begins || ends;
  return begins && ends;
}

/** A dateline, trailer or label by where it stands; null for a place inside a sentence. */
function placeOf(reading: CuedReading, from: number, to: number, ambiguous: boolean): CreditForm | null {
  if (isLabelled(reading, from)) return "label";
  const before = reading.gap(from);
  const after = reading.gap(to);
  if (reading.field === "title") {
    if (from === 0 && /^[\s»"”“]*:/u.test(after)) return "label";
    return isDateline(reading.tokens.text) ? "dateline" : null;
  }
  const begins = from === 0 || BEGINS_FIELD.test(before);
  const opens = begins || (!ambiguous && from <= DATELINE_TOKENS);
  if (opens && ENDS_FIELD.test(after) && !after.includes("،")) {
    const tokens = reading.fromLineStart(from, DATELINE_TOKENS);
    if (tokens >= 0 && to < reading.size && noVerb(reading, from - tokens, from)) return "dateline";
  }
  if (after.includes("\n") && to < reading.size) {
    const tokens = reading.fromLineStart(from, DATED_LINE_TOKENS);
    if (tokens > 0 && /\d/u.test(reading.word(from - tokens + 1) + reading.word(from - 2))) return "dateline";
  }
  if (reading.size - to <= TRAILER_TOKENS && /[-–—/|\n([.]\s*["«“]?\s*$/u.test(before)) return "trailer";
  return null;
}

function noVerb(reading: CuedReading, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if ((reading.cue(k) & (CUE.SAY | CUE.RELAY | CUE.SOURCE)) !== 0) return false;
  return true;
}

function isLabelled(reading: CuedReading, from: number): boolean {
  if (reading.prefix(from) !== PREFIX.NONE) return false;
  for (const back of [1, 2]) {
    const label = from - back;
    if (label < 0 || (reading.cue(label) & CUE.LABEL) === 0) continue;
    const gap = reading.gap(label + 1);
    if (back === 2 && (reading.cue(from - 1) & (CUE.PRINT | CUE.AGENCY | CUE.AGENCIES)) === 0) return false;
    return (
      /^\s*[:\-–—/]/u.test(gap) || (/^\s*[«"“(]?\s*$/u.test(gap) && /^ال|^source/iu.test(reading.word(label)))
    );
  }
  return false;
}

/** "He told the agency": the agency is where somebody spoke. */
function wasTold(reading: CuedReading, from: number, to: number): boolean {
  const medium = from > 0 && (reading.cue(from - 1) & (CUE.AGENCY | CUE.BROADCAST)) !== 0 ? from - 1 : from;
  // "Informed the agency that".
  if (reading.prefix(medium) === PREFIX.NONE && (reading.cue(to) & CUE.THAT) !== 0) {
    const told = reading.left(medium, CUE.TALK, TOLD_TO);
    if (told >= 0 && /^[وف]?[أا](?:بلغ|خبر)/u.test(reading.word(told))) return true;
  }
  // "They spoke with the agency", "in an interview with it".
  if (reading.word(medium - 1) === "مع") return reading.left(medium - 1, CUE.TALK, 4) >= 0;
  if (reading.prefix(medium) !== PREFIX.FOR) return false;
  // "X to Y: …", in a headline.
  if (reading.field === "title" && medium > 0 && /^[\s»"”]*:/u.test(reading.gap(to))) return true;
  if (reading.left(from, CUE.SOURCE, 2) >= 0 || reading.left(medium, OWN_WORK, 2) >= 0) return false;
  return reading.left(from, CUE.SAY | CUE.TALK | CUE.STATEMENT, TOLD_TO) >= 0;
}

/** The sentence says that its words come from the agency at [from, to), or were told to it. */
export function attributed(reading: CuedReading, from: number, to: number): boolean {
  const prefix = reading.prefix(from);
  if (wasTold(reading, from, to)) return true;
  if (
    prefix === PREFIX.FOR &&
    reading.left(from, CUE.SAY | CUE.TALK | CUE.STATEMENT | CUE.SOURCE, TOLD_TO) >= 0
  )
    return true;
  if (reading.left(from, CUE.SAY | CUE.RELAY | CUE.SOURCE | CUE.PRESS, NEAR) >= 0) return true;
  if (reading.left(from, OWN_WORK, 2) >= 0) return true;
  if (from > 0 && (reading.cue(from - 1) & CUE.FROM) !== 0) return true;
  return reading.right(to, CUE.SAY | CUE.RELAY, 3) >= 0;
}

/** "Agencies", without a name. */
function agencies(reading: CuedReading, at: number): Draft | null {
  const draft = (to: number, form: CreditForm): Draft => ({
    from: at,
    to,
    role: "carrier",
    form,
    name: null,
  });
  if (reading.field === "byline") return draft(at + 1, "byline");
  const place = placeOf(reading, at, at + 1, true);
  if (place !== null) return draft(at + 1, place);
  const to = (reading.cue(at + 1) & CUE.NEWS) !== 0 && reading.joined(at + 1) ? at + 2 : at + 1;
  if (to === at + 1 && !reading.enclosed(at, to)) return null;
  return attributed(reading, at, to) ? draft(to, "inline") : null;
}

/** "Which Arab media relayed": a carrier without a name. */
function media(reading: CuedReading, verb: number): Draft | null {
  const from = verb + 1;
  if (!MEDIA[0].test(reading.word(from)) || !MEDIA[1].test(reading.word(from + 1))) return null;
  if (!reading.joined(from) || !reading.joined(from + 1)) return null;
  const to = reading.joined(from + 2) && MEDIA[2].test(reading.word(from + 2)) ? from + 3 : from + 2;
  return { from, to, role: "carrier", form: "inline", name: null };
}

/** "The X news agency" that the lexicon does not have: called by the words of the page. */
function unlisted(reading: CuedReading, at: number): Draft | null {
  if (reading.foundAt(at) !== undefined) return null;
  if (!/^[وفبلك]*وكال[ةه]$/u.test(reading.word(at))) return null;
  let to = at + 1;
  let isNews = false;
  const quoted = /["«“(]\s*$/u.test(reading.gap(at + 1));
  while (to < reading.size && to <= at + 5 && /^[\s"«»“”()]*$/u.test(reading.gap(to))) {
    const cue = reading.cue(to);
    if ((cue & CUE.NEWS) !== 0) isNews = true;
    else if ((cue & (CUE.STOP | CUE.SAY | CUE.RELAY)) !== 0) break;
    to++;
    if (quoted && /^\s*["»”)]/u.test(reading.gap(to))) break;
  }
  if ((!isNews && !(quoted && to <= at + 4)) || to < at + 2 || !attributed(reading, at, to)) return null;
  const { start, end } = reading.range(at, to);
  const named = quoted || to > at + 2;
  const role = wasTold(reading, at, to) ? "channel" : "carrier";
  return {
    from: at,
    to,
    role,
    form: "inline",
    name: named ? reading.tokens.text.slice(start, end) : null,
  };
}
