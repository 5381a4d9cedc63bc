/**
 * What sentences told in other words are worth to a verdict. In: two texts and their passages. Out: a number that
 * grows with the content words, as stems, that rewritten passages have in the same order, and falls with those
 * that stand only on one side. Two who copy one text keep its sequence of words; two who report one event share
 * names and figures, with much of their own between them.
 */

import { NO_STEM, wordAt } from "../../language/words.js";
import type { Passage } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { TextProfile } from "./profile.js";

/** Weighed stems on one side only that outweigh one in common, and what a passage has in common by chance. */
const ALONE = 0.5;
const BY_CHANCE = 2;

/** Tokens of a passage looked at on each side. */
const MOST_TOKENS = 300;

class Side {
  readonly stems = new Int32Array(MOST_TOKENS);
  /** How much each says, what is formula left out. */
  readonly news = new Float64Array(MOST_TOKENS);
  count = 0;
  weight = 0;

  read(text: TokenisedText, profile: TextProfile, [from, to]: readonly [number, number]): void {
    const { weights, rarity } = profile;
    profile.make(from, Math.min(to, from + MOST_TOKENS));
    this.count = 0;
    this.weight = 0;
    for (let at = from; at < Math.min(to, from + MOST_TOKENS); at++) {
      const { stem } = wordAt(text, at);
      if (stem === NO_STEM) continue;
      this.stems[this.count] = stem;
      this.news[this.count] = weights[at]! * rarity[at]!;
      this.weight += weights[at]!;
      this.count++;
    }
  }
}

// Scratch, reused from pair to pair.
const sideA = new Side();
const sideB = new Side();
const row = new Float64Array(MOST_TOKENS + 1);

/** Summed over the rewritten passages: several that support one another count together. Not re-entrant. */
export function retold(
  a: TokenisedText,
  b: TokenisedText,
  profileA: TextProfile,
  profileB: TextProfile,
  passages: readonly Passage[],
): number {
  let sum = 0;
  for (const passage of passages) {
    if (passage.kind !== "rewritten") continue;
    sideA.read(a, profileA, tokenRange(a, passage.a));
    sideB.read(b, profileB, tokenRange(b, passage.b));
    const common = heaviestInOrder();
    const alone = sideA.weight + sideB.weight - 2 * common;
    sum += Math.max(0, common - ALONE * alone - BY_CHANCE);
  }
  return sum;
}

/** Weight of the heaviest common subsequence of the two sides' stems. O(a · b). */
function heaviestInOrder(): number {
  row.fill(0, 0, sideB.count + 1);
  for (let i = 0; i < sideA.count; i++) {
    const stem = sideA.stems[i]!;
    const news = sideA.news[i]!;
    let diagonal = 0;
    for (let k = 0; k < sideB.count; k++) {
      const above = row[k + 1]!;
      let best = Math.max(above, row[k]!);
      if (sideB.stems[k] === stem) best = Math.max(best, diagonal + Math.min(news, sideB.news[k]!));
      row[k + 1] = best;
      diagonal = above;
    }
  }
  return row[sideB.count]!;
}
