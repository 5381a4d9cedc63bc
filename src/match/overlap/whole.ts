/**
 * The rule by which overlap alone calls a pair `whole`: for `copiesOnly`, where nothing is aligned.
 * In: overlap of word unigrams and bigrams, exact. It follows the definition: most of the shorter text stands
 * in the longer, and the longer adds less than half of its own length. Short texts must agree in nearly
 * everything: congratulation cables and notices share four fifths of their words with those of another event.
 * It cannot see which words differ, so a weather bulletin of the next day can pass; the verdict model can.
 */
import { EQUAL_BELOW_TOKENS } from "../../document/identity.js";
import type { Overlap } from "./overlap.js";

/** Least share of the shorter text's tokens covered, in texts of at least SHORT_TEXT_TOKENS. */
const SHORTER_COVERED = 0.72;
const SHORTER_COVERED_WHEN_SHORT = 0.9;
const LONGER_COVERED = 0.6;
const LEAST_LENGTH_RATIO = 0.45;
const SHORT_TEXT_TOKENS = 60;
/** Whether texts of these lengths can be whole copies: repeated words may cover a little more than there are. */
export function canBeWhole(tokensA: number, tokensB: number): boolean {
  const shorter = Math.min(tokensA, tokensB);
  return shorter >= EQUAL_BELOW_TOKENS && shorter >= LEAST_LENGTH_RATIO * Math.max(tokensA, tokensB);
}

/** Whether enough of both texts lies in word pairs that stand in the other. */
export function coversWhole(bigrams: Overlap, tokensA: number, tokensB: number): boolean {
  const [ofShorter, ofLonger] =
    tokensA <= tokensB
      ? [bigrams.containmentA, bigrams.containmentB]
      : [bigrams.containmentB, bigrams.containmentA];
  const short = Math.min(tokensA, tokensB) < SHORT_TEXT_TOKENS;
  return ofShorter >= (short ? SHORTER_COVERED_WHEN_SHORT : SHORTER_COVERED) && ofLonger >= LONGER_COVERED;
}
