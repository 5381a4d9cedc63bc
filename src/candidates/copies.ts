/**
 * Near-copies of whole texts over a collection: band collisions whose sketches agree enough to be worth
 * verifying. In: columns in rank order. Out: index pairs i < j, each once, unverified.
 */
import { BandJoin, type BucketReport } from "./buckets.js";

/** What this stage needs to know of the documents; `Columns` of the collection has it. */
export interface SketchColumns {
  readonly count: number;
  /** out[k] = key of members[k] in the band, for the first `count` members. */
  bandKeysInto(band: number, members: Uint32Array, count: number, out: Uint32Array): void;
  metBefore(i: number, j: number, band: number): boolean;
  agreeingSlots(i: number, j: number): number;
  /** Whether the document takes part: it has tokens, and no earlier document has the same text. */
  isLeader(index: number): boolean;
}

export interface CopyCandidates {
  /** i and j alternating. */
  readonly pairs: Uint32Array;
  /** Pairs that shared a band key, before the estimate; a pair counts once for each band it shares. */
  readonly collisions: number;
  readonly report: BucketReport;
}

/** Pairs first meeting in one of `bands`, with at least `minAgreeing` of the sketch slots in agreement. */
export function findCopies(
  columns: SketchColumns,
  bands: readonly number[],
  minAgreeing: number,
): CopyCandidates {
  const members = new Uint32Array(columns.count);
  let count = 0;
  for (let index = 0; index < columns.count; index++) if (columns.isLeader(index)) members[count++] = index;
  const join = new BandJoin();
  let pairs = new Uint32Array(1024);
  let length = 0;
  let collisions = 0;
  for (const band of bands) {
    join.join(
      count,
      (keys) => columns.bandKeysInto(band, members, count, keys),
      (x, y) => {
        collisions++;
        const i = members[x]!;
        const j = members[y]!;
        // Most collisions are of copies that have met in many bands: the cheap look first.
        if (columns.metBefore(i, j, band) || columns.agreeingSlots(i, j) < minAgreeing) return;
        if (length === pairs.length) {
          const grown = new Uint32Array(2 * length);
          grown.set(pairs);
          pairs = grown;
        }
        pairs[length++] = i;
        pairs[length++] = j;
      },
    );
  }
  return { pairs: pairs.slice(0, length), collisions, report: join.report };
}

/**
 * The least number of agreeing slots that a pair of Jaccard `jaccard` has but for a chance of about 1 in 30,000:
 * four standard errors below its mean.
 */
export function leastAgreeing(jaccard: number, slots: number): number {
  const error = Math.sqrt((jaccard * (1 - jaccard)) / slots);
  return Math.max(1, Math.ceil(slots * (jaccard - 4 * error)));
}
