/**
 * Which tokens of a text are formula: they stand in word 4-grams that many documents of the collection hold, or
 * in a formula known beforehand.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { formulaLength } from "../text/boilerplate.js";
import type { TokenisedText } from "../text/tokenise.js";
import { foldedTokens } from "../text/words.js";
import type { Background } from "./background.js";

/** With fewer documents no frequency makes a formula. */
const LEAST_DOCUMENTS = 40;

/** Tokens at both ends of a passage, and after each sentence break, where known formulae are looked for. */
const FORMULA_REACH = 8;

/**
 * Documents that hold a 4-gram of a formula, at least. The wording of a story that everybody takes up spreads
 * over some ten documents of tens of thousands, and over three of a hundred; it grows as the logarithm.
 */
export function formulaFrequency(documents: number): number {
  if (documents < LEAST_DOCUMENTS) return Number.POSITIVE_INFINITY;
  return Math.max(4, Math.round(1.4 * Math.log2(documents) - 5.5));
}

/** Marks tokens [from, to) of the text: 1 for formula. Index 0 is token `from`. */
export function formulaMarks(
  text: TokenisedText,
  from: number,
  to: number,
  background: Background | null,
): Uint8Array {
  const marks = new Uint8Array(to - from);
  const least = background === null ? Number.POSITIVE_INFINITY : formulaFrequency(background.documents);
  if (background !== null && least < Number.POSITIVE_INFINITY) {
    for (let at = from; at + FINGERPRINT_TOKENS <= to; at++) {
      if (background.fingerprintFrequency(fingerprintAt(text.ids, at)) < least) continue;
      marks.fill(1, at - from, at - from + FINGERPRINT_TOKENS);
    }
  }
  markKnown(text, from, to, marks);
  return marks;
}

function markKnown(text: TokenisedText, from: number, to: number, marks: Uint8Array): void {
  for (const [first, last] of [
    [from, Math.min(to, from + FORMULA_REACH)],
    [Math.max(from, to - 2 * FORMULA_REACH), to],
  ] as const) {
    const words = foldedTokens(text, first, Math.min(to, last + FORMULA_REACH));
    for (let k = 0; k < last - first; k++) {
      const length = formulaLength(words, k);
      marks.fill(1, first - from + k, first - from + k + length);
    }
  }
}
