/**
 * The rule by which overlap alone calls a pair `whole`: for `copiesOnly`, where nothing is aligned.
 * In: overlap of word unigrams and bigrams, exact. It follows the definition: most of the shorter text stands
 * in the longer, and the longer adds less than half of its own length. Short texts must agree in nearly
 * everything: congratulation cables and notices share four fifths of their words with those of another event.
 * It cannot see which words differ, so a weather bulletin of the next day can pass; the verdict model can.
 */
import type { Overlap } from "./overlap.js";

/** Least share of the shorter text's tokens covered, in texts of at least SHORT_TEXT_TOKENS. */
const SHORTER_COVERED = 0.72;
const SHORTER_COVERED_WHEN_SHORT = 0.9;
const LONGER_COVERED = 0.6;
const SHORT_TEXT_TOKENS = 60;
/** Below this many tokens only equal bodies under equal titles are whole. */
export const EQUAL_BELOW_TOKENS = 20;

/** `threshold` is the least Jaccard of word sets. */
export function isWholeByOverlap(
  words: Overlap,
  bigrams: Overlap,
  tokensA: number,
  tokensB: number,
  threshold: number,
): boolean {
  const shorter = Math.min(tokensA, tokensB);
  if (shorter < EQUAL_BELOW_TOKENS || words.jaccard < threshold) return false;
  const [ofShorter, ofLonger] =
    tokensA <= tokensB
      ? [bigrams.containmentA, bigrams.containmentB]
      : [bigrams.containmentB, bigrams.containmentA];
  const covered = shorter < SHORT_TEXT_TOKENS ? SHORTER_COVERED_WHEN_SHORT : SHORTER_COVERED;
  return ofShorter >= covered && ofLonger >= LONGER_COVERED;
}
