/**
 * Candidate pairs from band collisions: finds near-copies of whole texts.
 * In: band keys, one row of `bands` keys a document. Out: index pairs that share a key in one band, unverified.
 * A pair of Jaccard s is found in some band with probability 1 - (1 - s^rowsPerBand)^bands.
 *
 * Choose `postings.ts` for excerpts: Jaccard cannot see a text inside a longer one.
 */
import { RadixSorter } from "./radix.js";

/** A bucket above this many documents is no longer paired all against all. */
export const GIANT_BUCKET = 256;
/** In a giant bucket each document meets this many of the bucket's first, and of those just after it. */
const GIANT_LEADERS = 8;
const GIANT_NEIGHBOURS = 24;

export interface BucketReport {
  /** Buckets above GIANT_BUCKET, over all bands. */
  giants: number;
  /** Documents in the largest bucket. */
  largest: number;
}

export class BandJoin {
  readonly #sorter = new RadixSorter();
  #keys = new Uint32Array(0);
  #rows = new Uint32Array(0);
  readonly report: BucketReport = { giants: 0, largest: 0 };

  /**
   * Calls `onPair(i, j)`, i < j, for index pairs whose keys agree: `fillKeys` writes the key of each index in
   * the band at hand. Indices run in the order of importance (earliest first): a giant bucket of m documents costs
   * m × 32 pairs, to its first members and to its neighbours in that order.
   */
  join(count: number, fillKeys: (keys: Uint32Array) => void, onPair: (i: number, j: number) => void): void {
    if (this.#keys.length < count) {
      this.#keys = new Uint32Array(count);
      this.#rows = new Uint32Array(count);
    }
    const keys = this.#keys;
    const rows = this.#rows;
    fillKeys(keys);
    for (let i = 0; i < count; i++) rows[i] = i;
    this.#sorter.sort(keys, rows, count);
    for (let start = 0; start < count; ) {
      const key = keys[start]!;
      let end = start + 1;
      while (end < count && keys[end] === key) end++;
      const size = end - start;
      if (size > 1) {
        if (size > this.report.largest) this.report.largest = size;
        if (size <= GIANT_BUCKET) {
          for (let x = start; x < end - 1; x++) {
            for (let y = x + 1; y < end; y++) onPair(rows[x]!, rows[y]!);
          }
        } else {
          this.report.giants++;
          pairGiant(rows, start, end, onPair);
        }
      }
      start = end;
    }
  }
}

/**
 * Those of a giant bucket that one of its documents is paired with, as `BandJoin` pairs them: `others` are the rest of
 * the bucket in rank order, of which `place` come before the document.
 */
export function pairedInGiant<T>(others: readonly T[], place: number): readonly T[] {
  if (place < GIANT_LEADERS) return others;
  const near = Math.max(GIANT_LEADERS, place - GIANT_NEIGHBOURS);
  return [...others.slice(0, GIANT_LEADERS), ...others.slice(near, place + GIANT_NEIGHBOURS)];
}

function pairGiant(
  rows: Uint32Array,
  start: number,
  end: number,
  onPair: (i: number, j: number) => void,
): void {
  for (let x = start; x < end; x++) {
    const leadersTo = Math.min(start + GIANT_LEADERS, x);
    for (let y = start; y < leadersTo; y++) onPair(rows[y]!, rows[x]!);
    for (let y = Math.max(leadersTo, x - GIANT_NEIGHBOURS); y < x; y++) onPair(rows[y]!, rows[x]!);
  }
}
