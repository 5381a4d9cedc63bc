/** Which documents of a collection may tell the same news, and how likely they do. */
import { NEWS_LIMITS, newsCandidates } from "../candidates/news.js";
import { Columns } from "../columns/columns.js";
import type { PairLists } from "../columns/pair-lists.js";
import { sharedBuffer } from "../columns/shard.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { inLanes, lanesOf } from "./lanes.js";
import { orderPairs } from "./pair-order.js";

const DOCUMENTS_PER_TASK = 2048;
const PAIRS_PER_TASK = 4096;

export interface NewsPairs {
  /** i and j alternating, i < j; leaders only, no versions of one item. */
  readonly pairs: Uint32Array;
  /** By pair: the probability that it is the same news. */
  readonly chances: Float64Array;
}

export async function newsPairs(
  session: AlignSession,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<NewsPairs> {
  const columns = new Columns(session.columns);
  const { count } = columns;
  const froms = Array.from(
    { length: Math.ceil(count / DOCUMENTS_PER_TASK) },
    (_, at) => at * DOCUMENTS_PER_TASK,
  );
  const parts = await inLanes(froms, lanesOf(pool), signal, (from) =>
    pool.newsTerms({ session, from, to: Math.min(from + DOCUMENTS_PER_TASK, count) }),
  );
  const size = parts.reduce((sum, { keys }) => sum + keys.length, 0);
  const documents = {
    count,
    instant: (index: number) => columns.instant(index),
    starts: new Uint32Array(count + 1),
    keys: new Int32Array(size),
    weights: new Float32Array(size),
  };
  let [base, index] = [0, 0];
  for (const { keys, weights, ends } of parts) {
    documents.keys.set(keys, base);
    documents.weights.set(weights, base);
    for (const end of ends) documents.starts[++index] = base + end;
    base += keys.length;
  }
  const found = withoutVersions(newsCandidates(documents, NEWS_LIMITS), session.columns.versionOf);
  const pairs = orderPairs(found);
  const tasks: Uint32Array[] = [];
  for (let at = 0; at < pairs.length; at += 2 * PAIRS_PER_TASK)
    tasks.push(pairs.slice(at, at + 2 * PAIRS_PER_TASK));
  const judged = await inLanes(tasks, lanesOf(pool), signal, (task) =>
    pool.newsPairs({ session, pairs: task }),
  );
  const chances = new Float64Array(pairs.length / 2);
  let at = 0;
  for (const part of judged) {
    chances.set(part, at);
    at += part.length;
  }
  return { pairs, chances };
}

/** Pairs of less than this are not aligned for being perhaps the same news. */
const LEAST_ALIGNED = 0.25;

/** Those that may be rewrites whatever they share word for word, in shared memory. */
export function likelyPairs({ pairs, chances }: NewsPairs, count: number): PairLists {
  const keys: number[] = [];
  for (let at = 0; at < chances.length; at++) {
    if (chances[at]! >= LEAST_ALIGNED) keys.push(pairs[2 * at]! * count + pairs[2 * at + 1]!);
  }
  const sorted = Float64Array.from(keys).sort();
  const starts = new Uint32Array(sharedBuffer(4 * (count + 1)));
  const others = new Uint32Array(sharedBuffer(4 * sorted.length));
  sorted.forEach((key, at) => {
    starts[Math.floor(key / count) + 1]!++;
    others[at] = key % count;
  });
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  return { starts, others };
}

function withoutVersions(
  { starts, others }: { readonly starts: Uint32Array; readonly others: Uint32Array },
  versionOf: Uint32Array,
) {
  const kept: number[] = [];
  const keptStarts = new Uint32Array(starts.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      if (versionOf[others[k]!] !== versionOf[i]) kept.push(others[k]!);
    }
    keptStarts[i + 1] = kept.length;
  }
  return { starts: keptStarts, others: Uint32Array.from(kept) };
}
