/** Entries that are near-copies of a text: found by bands, then told by sketches, then by exact overlap. */
import { GIANT_BUCKET, pairedInGiant } from "../../candidates/buckets.js";
import { leastAgreeing } from "../../candidates/copies.js";
import { needsEqualTitle } from "../../document/identity.js";
import { SKETCH_SLOTS } from "../../document/sketch.js";
import { CopyVerifier } from "../../match/overlap/copies.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../options.js";
import type { HashTable } from "../table/table.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts.js";

const MIN_AGREEING = leastAgreeing(WHOLE_THRESHOLD_DEFAULT, SKETCH_SLOTS);

export interface NearCopiesParts {
  readonly rows: Rows;
  readonly texts: Texts;
  readonly bands: HashTable;
  /** Band hashes of a document, ascending, each once. */
  bandsOf(number: number): Uint32Array;
}

export class NearCopies {
  readonly #parts: NearCopiesParts;
  readonly #verifier: CopyVerifier;
  readonly #compareEntries: (x: number, y: number) => number;

  /** `compareEntries` orders entries by the rank of who leads them. */
  constructor(parts: NearCopiesParts, compareEntries: (x: number, y: number) => number) {
    this.#parts = parts;
    this.#compareEntries = compareEntries;
    this.#verifier = new CopyVerifier(
      { ids: (number) => parts.texts.article(number).ids },
      WHOLE_THRESHOLD_DEFAULT,
    );
  }

  /** Near-copies of an entry among those that `isWanted`, each once. */
  of(number: number, isWanted: (entry: number) => boolean): number[] {
    const { rows, bands } = this.#parts;
    // Texts so short are equal or none of one another's copies.
    if (needsEqualTitle(rows.tokensOf(number))) return [];
    const met = new Set<number>([number]);
    const copies: number[] = [];
    let bucket: number[] = [];
    let giant: { readonly bucket: readonly number[]; readonly paired: readonly number[] } | null = null;
    // Of a giant bucket the last entries do: all that ever came would be ever more to look through.
    const gather = (other: number) => {
      if (other !== number && rows.isEntry(other)) bucket.push(other);
      return bucket.length < GIANT_BUCKET;
    };
    const hashes = this.#parts.bandsOf(number);
    bands.beginLooks(hashes);
    for (let place = 0; place < hashes.length; place++) {
      bucket = [];
      bands.lookAt(place, gather);
      let paired: readonly number[] = bucket;
      if (bucket.length === GIANT_BUCKET) {
        // Near-copies meet in many bands, and every time in the same company.
        if (giant === null || !isSame(giant.bucket, bucket))
          giant = { bucket, paired: this.#fewOf(bucket, number) };
        paired = giant.paired;
      }
      for (const other of paired) {
        if (met.has(other)) continue;
        met.add(other);
        if (rows.agreeingSlots(number, other) < MIN_AGREEING || !isWanted(other)) continue;
        if (this.#verifier.verify(number, other) !== null) copies.push(other);
      }
    }
    return copies;
  }

  /** Those that a document is compared with: who seeds the groups of the bucket, then as in a batch. */
  #fewOf(bucket: readonly number[], number: number): readonly number[] {
    const { rows } = this.#parts;
    const seeds = bucket.map((entry) => rows.groupOf(entry)).filter((seed) => rows.isEntry(seed));
    const ranked = [...bucket].sort(this.#compareEntries);
    const found = ranked.findIndex((other) => this.#compareEntries(other, number) > 0);
    return [...new Set(seeds), ...pairedInGiant(ranked, found < 0 ? ranked.length : found)];
  }
}

function isSame(x: readonly number[], y: readonly number[]): boolean {
  return x.length === y.length && x.every((one, at) => one === y[at]);
}
