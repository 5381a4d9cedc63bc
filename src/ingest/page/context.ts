/**
 * What the first look at a page says of a block's surroundings, for the second look: how likely its
 * neighbours, its siblings and the blocks of the same make are of the article.
 */
import type { Block } from "./blocks.js";
import { FEATURES } from "./features.js";
import type { Element } from "./tree.js";

export const CONTEXT = 16;
export const SECOND_FEATURES = FEATURES + CONTEXT;

/** Rows of FEATURES, and the first log odds of each block → rows of SECOND_FEATURES. */
export function withContext(blocks: readonly Block[], rows: Float32Array, odds: Float32Array): Float32Array {
  const count = blocks.length;
  const wide = new Float32Array(count * SECOND_FEATURES);
  const share = Float32Array.from(odds, (value) => 1 / (1 + Math.exp(-value)));
  const siblings = means(blocks, share, ({ parent }) => parent);
  const cousins = means(blocks, share, ({ parent }) => parent?.parent ?? null);
  const makes = means(
    blocks,
    share,
    (element) =>
      `${element.tag}.${element.attributes.get("class") ?? ""}>${element.parent?.tag}.${element.parent?.attributes.get("class") ?? ""}`,
  );
  const before = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) before[at + 1] = before[at]! + share[at]! * blocks[at]!.words;
  const total = before[count]! || 1;
  let last = -1;
  const lastSure = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    lastSure[at] = last;
    if (share[at]! > 0.6 && blocks[at]!.words > 8) last = at;
  }
  let next = count;
  for (let at = count - 1; at >= 0; at--) {
    const from = at * SECOND_FEATURES;
    wide.set(rows.subarray(at * FEATURES, (at + 1) * FEATURES), from);
    let to = from + FEATURES;
    wide[to++] = odds[at]!;
    for (const step of [-3, -2, -1, 1, 2, 3]) wide[to++] = odds[at + step] ?? -6;
    wide[to++] = siblings[at]!;
    wide[to++] = cousins[at]!;
    wide[to++] = makes[at]!;
    wide[to++] = before[at]! / total;
    wide[to++] = (total - before[at + 1]!) / total;
    wide[to++] = Math.log2(at - lastSure[at]!);
    wide[to++] = Math.log2(next - at);
    wide[to++] = (before[Math.min(count, at + 6)]! - before[Math.max(0, at - 5)]!) / total;
    wide[to++] = Math.log2(1 + total);
    if (share[at]! > 0.6 && blocks[at]!.words > 8) next = at;
  }
  return wide;
}

/** Of all blocks with the same key, the share by words. */
function means(
  blocks: readonly Block[],
  share: Float32Array,
  keyOf: (element: Element) => unknown,
): Float32Array {
  const sums = new Map<unknown, { share: number; words: number }>();
  const keys = blocks.map(({ element }) => keyOf(element));
  for (let at = 0; at < blocks.length; at++) {
    const words = blocks[at]!.words + 1;
    let sum = sums.get(keys[at]);
    if (sum === undefined) {
      sum = { share: 0, words: 0 };
      sums.set(keys[at], sum);
    }
    sum.share += share[at]! * words;
    sum.words += words;
  }
  return Float32Array.from(keys, (key) => sums.get(key)!.share / sums.get(key)!.words);
}
