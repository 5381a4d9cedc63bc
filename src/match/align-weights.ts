/**
 * What a shared token is worth as evidence, between 0.1 (function words) and 1 (rare words).
 * Without a collection the number of letters stands in for rarity, as function words are short in most
 * languages; with one, the two are blended so that a few dozen documents do not pass for knowledge.
 */
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";

/** Documents of background that count as much as the number of letters does. */
const LETTERS_WORTH_DOCUMENTS = 300;

/** A word in this share of the documents or fewer is worth 1. */
const RARE_SHARE = 0.001;

const LEAST_WEIGHT = 0.1;

/** From here on live the scripts without spaces, whose tokens are pairs of characters. */
const FIRST_UNSPACED = 0x2e80;

interface Known {
  readonly background: Background | null;
  readonly weights: Float32Array;
}

const known = new WeakMap<TokenisedText, Known>();

/** Worth of each token of the text, 0.1..1; worked out once for a text and background. */
export function weightsOf(text: TokenisedText, background: Background | null): Float32Array {
  const found = known.get(text);
  if (found !== undefined && found.background === background) return found.weights;
  const weights = measured(text, background);
  known.set(text, { background, weights });
  return weights;
}

function measured(text: TokenisedText, background: Background | null): Float32Array {
  const { ids, starts, ends } = text;
  const weights = new Float32Array(ids.length);
  const documents = background?.documents ?? 0;
  const share = documents / (documents + LETTERS_WORTH_DOCUMENTS);
  for (let i = 0; i < ids.length; i++) {
    const start = starts[i]!;
    const byLetters = text.text.charCodeAt(start) >= FIRST_UNSPACED ? 0.5 : lettersWeight(ends[i]! - start);
    if (background === null) {
      weights[i] = byLetters;
      continue;
    }
    const frequency = Math.max(1, background.wordFrequency(ids[i]!));
    const rarity = Math.log((documents + 1) / frequency) / -Math.log(RARE_SHARE);
    const byFrequency = Math.min(1, Math.max(LEAST_WEIGHT, rarity));
    weights[i] = share * byFrequency + (1 - share) * byLetters;
  }
  return weights;
}

function lettersWeight(letters: number): number {
  if (letters <= 2) return 0.2;
  return letters >= 6 ? 1 : 0.2 * (letters - 1);
}
