/**
 * Where sentences begin, in tokens. A break is a line break, or . ! ? ؟ ۔ … 。 ！ ？ before a space, a closing
 * quotation mark or an Arabic letter; none after an abbreviation of one letter ("د.") and none inside Latin
 * words ("U.S.").
 */
import { Kept } from "./kept.js";
import type { TokenisedText } from "./tokenise.js";

const HARD = new Set([..."\n\r\u2028\u2029!?؟۔…。！？"].map((mark) => mark.charCodeAt(0)));
const STOP = 0x2e;
const SPACE = 0x20;

/** Between two tokens that are no sentences apart: a colon, a semicolon, a quotation mark. */
const SOFT = /[:;؛«»“”„"]/u;

/** Whether token `at` begins a sentence. The first token does. */
export function startsSentence(text: TokenisedText, at: number): boolean {
  if (at === 0) return true;
  const from = text.ends[at - 1]!;
  const to = text.starts[at]!;
  let stops = false;
  for (let k = from; k < to; k++) {
    const unit = text.text.charCodeAt(k);
    if (unit === SPACE) continue;
    if (unit === STOP) stops = true;
    else if (HARD.has(unit)) return true;
  }
  if (!stops || from - text.starts[at - 1]! === 1) return false;
  return to - from > 1 || isArabic(text.text.charCodeAt(to));
}

const clauses = new Kept<Uint8Array>();

/** 1 for each token that begins a sentence, a quotation, or what follows a colon; worked out once for a text. */
export function clauseMarks(text: TokenisedText): Uint8Array {
  let marks = clauses.get(text);
  if (marks === undefined) {
    marks = new Uint8Array(text.ids.length);
    for (let at = 0; at < marks.length; at++) if (beginsClause(text, at)) marks[at] = 1;
    clauses.set(text, marks);
  }
  return marks;
}

/** Whether token `at` begins a sentence, a quotation, or what follows a colon. */
export function startsClause(text: TokenisedText, at: number): boolean {
  return clauseMarks(text)[at] === 1;
}

function beginsClause(text: TokenisedText, at: number): boolean {
  if (at > 0 && isOneSpace(text, at)) return false;
  if (startsSentence(text, at)) return true;
  const between = text.text.slice(text.ends[at - 1]!, text.starts[at]!);
  return SOFT.test(between) && between !== ":";
}

function isArabic(unit: number): boolean {
  return unit >= 0x600 && unit <= 0x6ff;
}

function isOneSpace(text: TokenisedText, at: number): boolean {
  const end = text.ends[at - 1]!;
  return end + 1 === text.starts[at]! && text.text.charCodeAt(end) === SPACE;
}
