/**
 * Which tokens of a text are formula: they stand in word 4-grams that many documents of the collection hold, or
 * in a formula known beforehand.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { FORMULA_TOKENS, formulaLength } from "../text/boilerplate.js";
import { startsSentence } from "../text/sentences.js";
import type { TokenisedText } from "../text/tokenise.js";
import { foldedTokens, wordAt } from "../text/words.js";
import { sizeOf } from "./align-weights.js";
import type { Background } from "./background.js";

/** With fewer documents no frequency makes a formula. */
const LEAST_DOCUMENTS = 40;

/**
 * Documents that hold a 4-gram of a formula, at least. The wording of a story that everybody takes up spreads
 * over some ten documents of tens of thousands, and over three of a hundred; it grows as the logarithm.
 */
function formulaFrequency(background: Background): number {
  if (background.documents < LEAST_DOCUMENTS) return Number.POSITIVE_INFINITY;
  return Math.max(4, Math.floor(1.4 * sizeOf(background) - 5.5));
}

/** Marks: common wording by document frequency; a formula known beforehand. */
export const COMMON = 1;
export const KNOWN_FORMULA = 2;

/** Formulae begin a sentence, or stand among the last words of a text. */
const TRAILER_TOKENS = 30;

interface Known {
  readonly background: Background | null;
  readonly marks: Uint8Array;
}

const known = new WeakMap<TokenisedText, Known>();

/** One mark for each token of the text, 0 for no formula; worked out once for a text and background. */
export function formulaMarks(text: TokenisedText, background: Background | null): Uint8Array {
  const found = known.get(text);
  if (found !== undefined && found.background === background) return found.marks;
  const marks = new Uint8Array(text.ids.length);
  const least = background === null ? Number.POSITIVE_INFINITY : formulaFrequency(background);
  if (background !== null && least < Number.POSITIVE_INFINITY) {
    for (let at = 0; at + FINGERPRINT_TOKENS <= marks.length; at++) {
      if (background.fingerprintFrequency(fingerprintAt(text.ids, at)) < least) continue;
      marks.fill(COMMON, at, at + FINGERPRINT_TOKENS);
    }
  }
  markKnown(text, marks);
  known.set(text, { background, marks });
  return marks;
}

function markKnown(text: TokenisedText, marks: Uint8Array): void {
  for (let at = 0; at < marks.length; at++) {
    if (at < marks.length - TRAILER_TOKENS && !startsSentence(text, at)) continue;
    if (!wordAt(text, at).beginsFormula) continue;
    const length = formulaLength(foldedTokens(text, at, Math.min(marks.length, at + FORMULA_TOKENS)), 0);
    marks.fill(KNOWN_FORMULA, at, at + length);
  }
}
