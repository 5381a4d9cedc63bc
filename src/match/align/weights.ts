/**
 * What a shared token is worth as evidence, between 0.1 (function words) and 1 (rare words).
 * Without a collection the number of letters stands in for rarity, as function words are short in most
 * languages; with one, the two are blended so that a few dozen documents do not pass for knowledge.
 */
import { Kept } from "../../text/kept.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { frequenciesOf } from "../frequencies.js";

/** Documents of background that count as much as the number of letters does. */
const LETTERS_WORTH_DOCUMENTS = 300;

/** A word in one of 2 ** RARE_DOUBLINGS documents, or in fewer, is worth 1. */
const RARE_DOUBLINGS = 10;

const LEAST_WEIGHT = 0.1;

/** From here on live the scripts without spaces, whose tokens are pairs of characters. */
const FIRST_UNSPACED = 0x2e80;

export interface Weights {
  readonly background: Background | null;
  /** Worth of each token, 0.1..1. */
  readonly each: Float32Array;
  /** The running sum: before[i] is what the tokens before i are worth. */
  readonly before: Float64Array;
}

const known = new Kept<Weights>();

/** Worked out once for a text and background. */
export function weightsOf(text: TokenisedText, background: Background | null): Weights {
  const found = known.get(text);
  if (found !== undefined && found.background === background) return found;
  const each = measured(text, background);
  const weights = { background, each, before: runningSum(each) };
  known.set(text, weights);
  return weights;
}

function runningSum(values: Float32Array): Float64Array {
  const before = new Float64Array(values.length + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    before[i + 1] = sum;
  }
  return before;
}

function measured(text: TokenisedText, background: Background | null): Float32Array {
  const { ids, starts, ends } = text;
  const weights = new Float32Array(ids.length);
  const doublings = background === null ? 0 : sizeOf(background);
  const share = background === null ? 0 : 2 ** doublings / (2 ** doublings + LETTERS_WORTH_DOCUMENTS);
  const frequencies = background === null ? null : frequenciesOf(text, background);
  const units = text.text;
  for (let i = 0; i < ids.length; i++) {
    const start = starts[i]!;
    let weight = units.charCodeAt(start) >= FIRST_UNSPACED ? 0.5 : lettersWeight(ends[i]! - start);
    if (frequencies !== null) {
      const rarity = doublings - roundedLog2(frequencies.word(frequencies.vocabulary.places[i]!));
      const byFrequency = Math.min(1, Math.max(LEAST_WEIGHT, rarity / RARE_DOUBLINGS));
      weight = share * byFrequency + (1 - share) * weight;
    }
    weights[i] = weight;
  }
  return weights;
}

const LOGARITHMS = Uint8Array.from({ length: 4096 }, (_, n) => Math.round(Math.log2(Math.max(1, n))));

function roundedLog2(n: number): number {
  return n < LOGARITHMS.length ? LOGARITHMS[n]! : Math.round(Math.log2(n));
}

/**
 * How often one document doubles to give the collection, rounded: a document more or less must not move the
 * bounds of a passage.
 */
export function sizeOf(background: Background): number {
  return Math.max(0, Math.round(Math.log2(background.documents)));
}

function lettersWeight(letters: number): number {
  if (letters <= 2) return 0.2;
  return letters >= 6 ? 1 : 0.2 * (letters - 1);
}
