/**
 * Groups of identical texts: a digest finds, token equality confirms. m identical texts cost m.
 * In: 64-bit digests of the token sequences. Out: for each index the first index with the same text.
 */
import { RadixSorter } from "./radix.js";

/**
 * `digests` holds low and high word of each text's digest; `same(i, j)` compares the token sequences. Texts of
 * one digest that differ (a collision) stay apart.
 */
export function leadersOfIdentical(
  count: number,
  digestOf: (index: number) => { low: number; high: number },
  same: (i: number, j: number) => boolean,
): Uint32Array {
  const leaders = new Uint32Array(count);
  const keys = new Uint32Array(count);
  const highs = new Uint32Array(count);
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const { low, high } = digestOf(i);
    leaders[i] = i;
    keys[i] = low;
    highs[i] = high;
    rows[i] = i;
  }
  new RadixSorter().sort(keys, rows, count);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && keys[end] === keys[start]) end++;
    if (end - start > 1) joinRun(rows.subarray(start, end), highs, leaders, same);
    start = end;
  }
  return leaders;
}

/** Rows of one low word, ascending; nearly always one text, so the scan over leaders stays short. */
function joinRun(
  rows: Uint32Array,
  highs: Uint32Array,
  leaders: Uint32Array,
  same: (i: number, j: number) => boolean,
): void {
  const found: number[] = [];
  for (const row of rows) {
    const leader = found.find((first) => highs[first] === highs[row] && same(first, row));
    if (leader === undefined) found.push(row);
    else leaders[row] = leader;
  }
}
