/**
 * Verified near-copies of a collection: candidates by bands, shared among the pool's threads, then exact
 * overlap. In: columns. Out: rows as `match/copies.ts` writes them, sorted by (i, j).
 */
import type { BucketReport } from "../candidates/buckets.js";
import { leastAgreeing } from "../candidates/copies.js";
import { COPY_FIELDS } from "../match/copies.js";
import type { SketchOptions } from "../options.js";
import type { WorkPool } from "../workers/tasks.js";
import type { Columns } from "./columns.js";
import { SKETCH_SLOTS } from "./shard.js";

/** No pair of less Jaccard over word pairs is `whole` by overlap; it sets how much a sketch must agree. */
export const LEAST_SHINGLE_JACCARD = 0.33;

/** Pairs that one verification task takes at most. */
const PAIRS_PER_TASK = 4096;

export interface VerifiedCopies {
  readonly count: number;
  /** COPY_FIELDS numbers a row. */
  readonly rows: Float64Array;
  /** Pairs that share a band key, a pair counted once for each band; and those left by the estimate. */
  readonly collisions: number;
  readonly candidates: number;
  readonly buckets: BucketReport;
}

export async function copiesOf(
  columns: Columns,
  sketch: SketchOptions,
  threshold: number,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<VerifiedCopies> {
  const data = columns.data;
  const minAgreeing = leastAgreeing(threshold, SKETCH_SLOTS);
  const found = await Promise.all(
    Array.from({ length: pool.threads }, (_, thread) => {
      const bands: number[] = [];
      for (let band = thread; band < sketch.bands; band += pool.threads) bands.push(band);
      return pool.findCopies({ columns: data, bands, minAgreeing });
    }),
  );
  signal?.throwIfAborted();
  const tasks: Promise<Float64Array>[] = [];
  for (const { pairs } of found) {
    for (let at = 0; at < pairs.length; at += 2 * PAIRS_PER_TASK) {
      tasks.push(
        pool.verifyCopies({ columns: data, pairs: pairs.slice(at, at + 2 * PAIRS_PER_TASK), threshold }),
      );
    }
  }
  const rows = sortRows(await Promise.all(tasks), columns);
  signal?.throwIfAborted();
  return {
    count: rows.length / COPY_FIELDS,
    rows,
    collisions: found.reduce((sum, { collisions }) => sum + collisions, 0),
    candidates: found.reduce((sum, { pairs }) => sum + pairs.length / 2, 0),
    buckets: {
      giants: found.reduce((sum, { report }) => sum + report.giants, 0),
      largest: found.reduce((most, { report }) => Math.max(most, report.largest), 0),
    },
  };
}

/** Joins the rows of all tasks in order of (i, j), without pairs of versions of one item. */
function sortRows(parts: readonly Float64Array[], columns: Columns): Float64Array {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  const { versionOf } = columns.data;
  const order = Uint32Array.from({ length: total / COPY_FIELDS }, (_, row) => row * COPY_FIELDS)
    .filter((row) => versionOf[all[row]!] !== versionOf[all[row + 1]!])
    .sort((x, y) => all[x]! - all[y]! || all[x + 1]! - all[y + 1]!);
  const sorted = new Float64Array(order.length * COPY_FIELDS);
  order.forEach((row, i) => {
    sorted.set(all.subarray(row, row + COPY_FIELDS), i * COPY_FIELDS);
  });
  return sorted;
}
