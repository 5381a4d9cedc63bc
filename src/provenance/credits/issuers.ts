/**
 * Institutions that are said to have said, announced or issued something. An open class: a word for a kind of
 * institution with the name that follows it, beside a word of saying.
 */
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import { CUE } from "./lexicon-cues.js";
import type { Reading } from "./reading.js";

const NAME_TOKENS = 7;
const ENDS_NAME =
  CUE.STOP | CUE.SAY | CUE.RELAY | CUE.SOURCE | CUE.FILLER | CUE.STATEMENT | CUE.THAT | CUE.SPOKESMAN;
const GOES_ON = /^(?:[وفب]?ال|و?لل|و?ب)/u;
/** What a person's name begins with. */
const TITLE =
  /^(?:ال)?(?:رائد|عقيد|لواء|عميد|مقدم|نقيب|ملازم|فريق|دكتور|دكتورة|مهندس|أستاذ|شيخ|سيد|سيدة|مكلف)$/u;
const SPOKESMAN_TOKENS = 5;

export function issuersOf(reading: Reading): Draft[] {
  if (reading.field === "byline") return [];
  const drafts: Draft[] = [];
  let blocked = 0;
  const named = reading.found.map(({ from }) => from);
  const heads = [...new Set([...reading.cued, ...named])].sort((a, b) => a - b);
  for (const at of heads) {
    if (at < blocked) continue;
    const found = reading.foundAt(at);
    if (found !== undefined && (found.name.kind === "agency" || found.name.kind === "other")) continue;
    const known = found?.name.kind === "institution" ? found.to : undefined;
    const cue = reading.cue(at);
    if (known === undefined && (cue & (CUE.KIND | CUE.KNOWN | CUE.MINISTRY)) === 0) continue;
    const to = nameEnd(reading, at, known ?? at + 1);
    if (known === undefined && (cue & CUE.KIND) !== 0 && to === at + 1) continue;
    if (!isIssuer(reading, at, to)) continue;
    const { start, end } = reading.range(at, to);
    const name = reading.tokens.text
      .slice(start, end)
      .replace(/["«»“”„()\u0640\u064b-\u0652]/gu, "")
      .replace(/\s+/gu, " ")
      .trim();
    drafts.push({ from: at, to, role: "issuer", form: "inline", name });
    blocked = to;
  }
  return drafts;
}

function nameEnd(reading: Reading, at: number, least: number): number {
  let to = least;
  let definite = /^[وفبل]*(?:ال|لل)/u.test(reading.raw(least - 1)) && least === at + 1;
  while (to < reading.length && to < at + NAME_TOKENS && reading.joined(to)) {
    const cue = reading.cue(to);
    if ((cue & ENDS_NAME) !== 0) break;
    const word = reading.raw(to);
    // After a definite word only what is definite too, or hangs on it, goes on with the name.
    if (definite && !GOES_ON.test(word)) break;
    if (TITLE.test(word)) break;
    definite ||= /^[وفبل]*ال/u.test(word) && to > at + 1;
    to++;
  }
  return to;
}

function isIssuer(reading: Reading, from: number, to: number): boolean {
  const before = subjectOf(reading, from);
  if (before !== null) return before;
  return speaksAfter(reading, from, to);
}

/** By what stands before: true or false where that tells, else null. */
function subjectOf(reading: Reading, from: number): boolean | null {
  if (from === 0) return null;
  const prefix = reading.prefix(from);
  let at = from - 1;
  if (!reading.joined(from)) return null;
  while (
    at > 0 &&
    (reading.cue(at) & CUE.FILLER) !== 0 &&
    (reading.cue(at) & CUE.SAY) === 0 &&
    from - at <= 3 &&
    reading.joined(at)
  )
    at--;
  const cue = reading.cue(at);
  if (prefix === PREFIX.NONE) {
    if ((cue & (CUE.SAY | CUE.RELAY)) !== 0) return (reading.cue(at - 1) & CUE.THAT) === 0;
    if ((cue & CUE.SOURCE) !== 0) return true;
    if ((cue & (CUE.STATEMENT | CUE.ISSUED)) !== 0) return true;
    if ((cue & CUE.FROM) !== 0) {
      return reading.left(at, CUE.ISSUED | CUE.STATEMENT | CUE.RELAY | CUE.SOURCE, 4) >= 0 ? true : null;
    }
  }
  if (prefix === PREFIX.FOR && (cue & (CUE.STATEMENT | CUE.SOURCE)) !== 0) return true;
  const spokesman = reading.left(from, CUE.SPOKESMAN, SPOKESMAN_TOKENS);
  if (spokesman >= 0) {
    return (
      reading.left(spokesman, CUE.SAY | CUE.SOURCE, 4) >= 0 ||
      reading.right(to(reading, from), CUE.SAY, 8) >= 0
    );
  }
  return null;
}

function to(reading: Reading, from: number): number {
  return nameEnd(reading, from, from + 1);
}

/** "The ministry of X announced": only where it begins a clause, else the verb has another subject. */
function speaksAfter(reading: Reading, from: number, to: number): boolean {
  const prefix = reading.prefix(from);
  if (prefix === PREFIX.FOR || prefix === PREFIX.BY) return false;
  const begins =
    from === 0 ||
    reading.startsSentence(from) ||
    /[:،؛,"«“(\n.-]\s*$/u.test(reading.gap(from)) ||
    /^(?:وكانت?|كانت?|لكن|فيما|بينما|كما)$/u.test(reading.raw(from - 1));
  if (!begins) return false;
  if (reading.field === "title" && from === 0 && /^[\s»"”“]*:/u.test(reading.gap(to))) return true;
  let at = to;
  while (at < reading.length && at < to + 3 && (reading.cue(at) & CUE.FILLER) !== 0 && reading.joined(at))
    at++;
  return at < reading.length && /^[\s»"”“،)]*$/u.test(reading.gap(at)) && (reading.cue(at) & CUE.SAY) !== 0;
}
