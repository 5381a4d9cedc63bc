/**
 * Verifies candidates for near-copies by exact overlap: what `copiesOnly` reports, and what tells groups of
 * copies apart before document frequencies are counted.
 * In: index pairs. Out: rows of COPY_FIELDS numbers, only for pairs that the rule calls whole.
 */
import { OverlapCounter } from "./overlap.js";
import { canBeWhole, coversWhole } from "./whole.js";

/** Numbers in a row: i, j, Jaccard of bigrams, containment of i's and of j's text. */
export const COPY_FIELDS = 5;

/** Words per shingle of the Jaccard that is reported. */
export const REPORTED_SHINGLE_TOKENS = 2;

export interface TokenColumns {
  ids(index: number): Uint32Array;
}

/** `threshold` is the least Jaccard of word pairs. O(tokens of the pairs). */
export function verifyCopies(columns: TokenColumns, pairs: Uint32Array, threshold: number): Float64Array {
  const counter = new OverlapCounter();
  const rows: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const i = pairs[at]!;
    const j = pairs[at + 1]!;
    const a = columns.ids(i);
    const b = columns.ids(j);
    if (!canBeWhole(a.length, b.length)) continue;
    const bigrams = counter.compare(a, b, REPORTED_SHINGLE_TOKENS);
    if (bigrams.jaccard < threshold || !coversWhole(bigrams, a.length, b.length)) continue;
    rows.push(i, j, bigrams.jaccard, bigrams.containmentA, bigrams.containmentB);
  }
  return Float64Array.from(rows);
}
