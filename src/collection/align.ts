/** Every reuse pair of a collection, aligned and judged: the documents shared among the pool's threads. */
import type { PairLists } from "../columns/pair-lists.js";
import { ComparedPairs, type ComparedPart } from "../match/compared.js";
import type { MinVerdict } from "../options.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { inLanes, lanesOf } from "./lanes.js";
import { orderPairs } from "./pair-order.js";

/** Documents that one task takes: few enough to share the work evenly. */
const DOCUMENTS_PER_TASK = 2048;
/** Pairs in a row share texts, so a task is a long row of them. */
const PAIRS_PER_TASK = 2048;

export interface AlignedPairs {
  /** In order of (i, j). */
  readonly pairs: ComparedPairs;
  readonly candidates: number;
}

export async function alignCollection(
  session: AlignSession,
  count: number,
  minVerdict: MinVerdict,
  related: PairLists | null,
  pool: WorkPool,
  signal: AbortSignal | undefined,
  onShare: (share: number) => void,
): Promise<AlignedPairs> {
  const candidates = await candidatePairs(session, count, related, pool, signal);
  const tasks = pairTasks(orderPairs(candidates));
  let done = 0;
  const parts = await inLanes(tasks, lanesOf(pool), signal, async (pairs) => {
    const part = await pool.align({ session, pairs, minVerdict });
    done += pairs.length;
    onShare(done / (2 * candidates.others.length));
    return part;
  });
  return { pairs: new ComparedPairs(parts), candidates: candidates.others.length };
}

/** For each document the later ones worth aligning with it. */
export async function candidatePairs(
  session: AlignSession,
  count: number,
  related: PairLists | null,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<PairLists> {
  const froms = Array.from(
    { length: Math.ceil(count / DOCUMENTS_PER_TASK) },
    (_, i) => i * DOCUMENTS_PER_TASK,
  );
  const parts = await inLanes(froms, lanesOf(pool), signal, (from) =>
    pool.candidates({ session, from, to: Math.min(from + DOCUMENTS_PER_TASK, count), related }),
  );
  const starts = new Uint32Array(count + 1);
  const others = new Uint32Array(parts.reduce((sum, part) => sum + part.others.length, 0));
  let base = 0;
  parts.forEach((part, p) => {
    for (let k = 1; k < part.starts.length; k++) starts[froms[p]! + k] = base + part.starts[k]!;
    others.set(part.others, base);
    base += part.others.length;
  });
  return { starts, others };
}

function pairTasks(pairs: Uint32Array): Uint32Array[] {
  const tasks: Uint32Array[] = [];
  for (let at = 0; at < pairs.length; at += 2 * PAIRS_PER_TASK)
    tasks.push(pairs.slice(at, at + 2 * PAIRS_PER_TASK));
  return tasks;
}

/**
 * Pairs of identical texts: each later one with the first of its group. With `expand` all pairs of a group,
 * and each pair of two groups of which the first texts were `aligned`.
 */
export async function alignIdentical(
  session: AlignSession,
  identical: ReadonlyMap<number, readonly number[]>,
  aligned: ComparedPairs,
  expand: boolean,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<ComparedPairs> {
  const pairs = identicalPairs(session, identical, aligned, expand);
  return new ComparedPairs(await compareAll(session, Uint32Array.from(pairs), pool, signal));
}

/** The pairs of `alignIdentical`: i and j alternating, i < j. */
export function identicalPairs(
  { columns: { versionOf } }: AlignSession,
  identical: ReadonlyMap<number, readonly number[]>,
  aligned: ComparedPairs,
  expand: boolean,
): number[] {
  const pairs: number[] = [];
  const add = (i: number, j: number) => {
    if (versionOf[i] !== versionOf[j]) pairs.push(Math.min(i, j), Math.max(i, j));
  };
  for (const [leader, others] of identical) {
    const group = [leader, ...others];
    const firsts = expand ? group.length - 1 : 1;
    for (let x = 0; x < firsts; x++) for (let y = x + 1; y < group.length; y++) add(group[x]!, group[y]!);
  }
  if (expand) {
    for (const { i, j } of aligned.rows()) {
      for (const x of [i, ...(identical.get(i) ?? [])]) {
        for (const y of [j, ...(identical.get(j) ?? [])]) if (x !== i || y !== j) add(x, y);
      }
    }
  }
  return pairs;
}

/** Those of the pairs, i and j alternating, that reach the verdict. */
export function alignPairs(
  session: AlignSession,
  pairs: Uint32Array,
  minVerdict: MinVerdict,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<ComparedPart[]> {
  return inLanes(pairTasks(pairs), lanesOf(pool), signal, (task) =>
    pool.align({ session, pairs: task, minVerdict }),
  );
}

/** Just these pairs, i and j alternating, whatever comes of it. */
export function compareAll(
  session: AlignSession,
  pairs: Uint32Array,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<ComparedPart[]> {
  return inLanes(pairTasks(pairs), lanesOf(pool), signal, (task) => pool.compare({ session, pairs: task }));
}
