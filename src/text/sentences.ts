/**
 * Where sentences begin, in tokens. A break is a line break, or . ! ? ؟ ۔ … 。 ！ ？ before a space, a closing
 * quotation mark or an Arabic letter; none after an abbreviation of one letter ("د.") and none inside Latin
 * words ("U.S.").
 */
import type { TokenisedText } from "./tokenise.js";

const HARD = /[\n\r\u2028\u2029!?؟۔…。！？]/u;
const STOP = /\./u;
const GLUED_LATIN = /^\.$/u;
const ARABIC = /[\u0600-\u06ff]/u;

/** Between two tokens that are no sentences apart: a colon, a semicolon, a quotation mark. */
const SOFT = /[:;؛«»“”„"]/u;

/** Whether token `at` begins a sentence. The first token does. */
export function startsSentence(text: TokenisedText, at: number): boolean {
  if (at === 0) return true;
  if (isOneSpace(text, at)) return false;
  const between = text.text.slice(text.ends[at - 1]!, text.starts[at]!);
  if (HARD.test(between)) return true;
  if (!STOP.test(between)) return false;
  if (text.ends[at - 1]! - text.starts[at - 1]! === 1) return false;
  return !GLUED_LATIN.test(between) || ARABIC.test(text.text[text.starts[at]!]!);
}

/** Whether token `at` begins a sentence, a quotation, or what follows a colon. */
export function startsClause(text: TokenisedText, at: number): boolean {
  if (at > 0 && isOneSpace(text, at)) return false;
  if (startsSentence(text, at)) return true;
  const between = text.text.slice(text.ends[at - 1]!, text.starts[at]!);
  return SOFT.test(between) && between !== ":";
}

function isOneSpace(text: TokenisedText, at: number): boolean {
  const end = text.ends[at - 1]!;
  return end + 1 === text.starts[at]! && text.text.charCodeAt(end) === 0x20;
}
