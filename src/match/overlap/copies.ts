/**
 * Verifies candidates for near-copies by exact overlap: what `copiesOnly` reports, and what tells groups of
 * copies apart before document frequencies are counted.
 * In: index pairs. Out: rows of COPY_FIELDS numbers, only for pairs that the rule calls whole.
 */
import { type Overlap, OverlapCounter } from "./overlap.js";
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
  const verifier = new CopyVerifier(columns, threshold);
  const rows: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const overlap = verifier.verify(pairs[at]!, pairs[at + 1]!);
    if (overlap === null) continue;
    rows.push(pairs[at]!, pairs[at + 1]!, overlap.jaccard, overlap.containmentA, overlap.containmentB);
  }
  return Float64Array.from(rows);
}

export class CopyVerifier {
  readonly #columns: TokenColumns;
  readonly #threshold: number;
  readonly #counter = new OverlapCounter();

  constructor(columns: TokenColumns, threshold: number) {
    this.#columns = columns;
    this.#threshold = threshold;
  }

  /** The overlap of a pair that the rule calls whole, else null. */
  verify(i: number, j: number): Overlap | null {
    const a = this.#columns.ids(i);
    const b = this.#columns.ids(j);
    if (!canBeWhole(a.length, b.length)) return null;
    const overlap = this.#counter.compare(a, b, REPORTED_SHINGLE_TOKENS);
    return overlap.jaccard >= this.#threshold && coversWhole(overlap, a.length, b.length) ? overlap : null;
  }
}
