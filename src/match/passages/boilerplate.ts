/**
 * Which tokens of a text are formula: they stand in word 4-grams that many documents of the collection hold, or
 * in a formula known beforehand.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { foldedTokens, wordAt } from "../../language/words.js";
import { FORMULA_TOKENS, formulaLength, mayBeginFormula } from "../../text/boilerplate.js";
import { Kept } from "../../text/kept.js";
import { startsSentence } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Block, Chain } from "../align/chains.js";
import { sizeOf } from "../align/weights.js";
import type { Background } from "../background.js";
import { frequenciesOf, type TextFrequencies } from "../frequencies.js";

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

interface Marked {
  readonly background: Background;
  readonly marks: Uint8Array;
  /** 1 where the 4-gram that begins there was looked up. */
  readonly counted: Uint8Array;
}

const marked = new Kept<Marked>();
const markedKnown = new Kept<Uint8Array>();

/**
 * One mark for each token of the text, 0 for no formula; good for the tokens of a that the pieces match, as
 * frequencies cost more to look up than all else here. Kept with the text.
 */
export function formulaMarks(
  text: TokenisedText,
  background: Background | null,
  pieces: readonly Chain[],
): Uint8Array {
  if (background === null) return knownFormulaMarks(text);
  let found = marked.get(text);
  if (found === undefined || found.background !== background) {
    found = { background, marks: knownFormulaMarks(text).slice(), counted: new Uint8Array(text.ids.length) };
    marked.set(text, found);
  }
  const least = formulaFrequency(background);
  if (least < Number.POSITIVE_INFINITY) {
    const frequencies = frequenciesOf(text, background);
    for (const piece of pieces) for (const block of piece) markCommon(frequencies, found, least, block);
  }
  return found.marks;
}

function markCommon(
  frequencies: TextFrequencies,
  { marks, counted }: Marked,
  least: number,
  block: Block,
): void {
  const first = Math.max(0, block.a - FINGERPRINT_TOKENS + 1);
  const end = Math.min(block.a + block.length, marks.length - FINGERPRINT_TOKENS + 1);
  for (let at = first; at < end; at++) {
    if (counted[at] === 1) continue;
    counted[at] = 1;
    if (frequencies.gram(at) < least) continue;
    for (let k = at; k < at + FINGERPRINT_TOKENS; k++) if (marks[k] === 0) marks[k] = COMMON;
  }
}

/** The same with the formulae alone that are known beforehand. */
export function knownFormulaMarks(text: TokenisedText): Uint8Array {
  let marks = markedKnown.get(text);
  if (marks !== undefined) return marks;
  marks = new Uint8Array(text.ids.length);
  for (let at = 0; at < marks.length; at++) {
    if (!mayBeginFormula(text.text.charCodeAt(text.starts[at]!))) continue;
    if (at < marks.length - TRAILER_TOKENS && !startsSentence(text, at)) continue;
    if (!wordAt(text, at).beginsFormula) continue;
    const length = formulaLength(foldedTokens(text, at, Math.min(marks.length, at + FORMULA_TOKENS)), 0);
    marks.fill(KNOWN_FORMULA, at, at + length);
  }
  markedKnown.set(text, marks);
  return marks;
}
