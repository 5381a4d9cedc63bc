/**
 * Near-copies of a collection: candidates by bands, shared among the pool's threads, then exact overlap. In:
 * columns. Out: pairs of indices, or clusters.
 */
import type { BucketReport } from "../candidates/buckets.js";
import { clusterBySeed, type IndexCluster, type IndexPair } from "../candidates/cluster.js";
import { leastAgreeing } from "../candidates/copies.js";
import type { Columns } from "../columns/columns.js";
import { SKETCH, SKETCH_SLOTS } from "../document/sketch.js";
import { COPY_FIELDS, CopyVerifier } from "../match/overlap/copies.js";
import type { WorkPool } from "../workers/tasks.js";
import { inLanes, lanesOf } from "./lanes.js";

/** Pairs that one verification task takes at most. */
const PAIRS_PER_TASK = 4096;

export interface CandidateCopies {
  /** i and j alternating, sorted; no pairs of versions of one item. */
  readonly pairs: Uint32Array;
  /** Pairs that share a band key, before the estimate; a pair counts once for each band it shares. */
  readonly collisions: number;
  readonly buckets: BucketReport;
}

/** `threshold`: pairs whose sketches say that their Jaccard is hardly that high are left out. */
export async function candidateCopies(
  columns: Columns,
  threshold: number,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<CandidateCopies> {
  const minAgreeing = leastAgreeing(threshold, SKETCH_SLOTS);
  const found = await Promise.all(
    Array.from({ length: pool.threads }, (_, thread) => {
      const bands: number[] = [];
      for (let band = thread; band < SKETCH.bands; band += pool.threads) bands.push(band);
      return pool.findCopies({ columns: columns.data, bands, minAgreeing });
    }),
  );
  signal?.throwIfAborted();
  return {
    pairs: sortPairs(
      found.map(({ pairs }) => pairs),
      columns,
    ),
    collisions: found.reduce((sum, { collisions }) => sum + collisions, 0),
    buckets: {
      giants: found.reduce((sum, { report }) => sum + report.giants, 0),
      largest: found.reduce((most, { report }) => Math.max(most, report.largest), 0),
    },
  };
}

export interface VerifiedCopies {
  readonly count: number;
  /** COPY_FIELDS numbers a row, sorted by (i, j). */
  readonly rows: Float64Array;
}

export async function verifiedCopies(
  columns: Columns,
  { pairs }: CandidateCopies,
  threshold: number,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<VerifiedCopies> {
  const tasks: Uint32Array[] = [];
  for (let at = 0; at < pairs.length; at += 2 * PAIRS_PER_TASK) {
    tasks.push(pairs.slice(at, at + 2 * PAIRS_PER_TASK));
  }
  const parts = await inLanes(tasks, lanesOf(pool), signal, (task) =>
    pool.verifyCopies({ columns: columns.data, pairs: task, threshold }),
  );
  const rows = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return { count: rows.length / COPY_FIELDS, rows };
}

/** Clusters by overlap alone. Verifies just what clustering asks for, a few pairs for each member. */
export function clusterCopies(
  columns: Columns,
  { pairs }: CandidateCopies,
  threshold: number,
): IndexCluster[] {
  const verifier = new CopyVerifier(columns, threshold);
  const list: IndexPair[] = [];
  for (let at = 0; at < pairs.length; at += 2) list.push({ i: pairs[at]!, j: pairs[at + 1]! });
  return clusterBySeed(list, ({ i, j }) => verifier.verify(i, j)?.jaccard ?? null);
}

/** Joins the parts in order of (i, j), without pairs of versions of one item. */
function sortPairs(parts: readonly Uint32Array[], { count, data: { versionOf } }: Columns): Uint32Array {
  // i × count + j: exact in a double for 90 million documents.
  const keys: number[] = [];
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) {
      const i = part[at]!;
      const j = part[at + 1]!;
      if (versionOf[i] !== versionOf[j]) keys.push(i * count + j);
    }
  }
  const sorted = Float64Array.from(keys).sort();
  const pairs = new Uint32Array(2 * sorted.length);
  for (let row = 0; row < sorted.length; row++) {
    pairs[2 * row] = Math.floor(sorted[row]! / count);
    pairs[2 * row + 1] = sorted[row]! % count;
  }
  return pairs;
}
