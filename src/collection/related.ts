/**
 * Candidates for `related` over a collection: documents whose titles and openings share rare words. In: columns with
 * texts. Out: for each document the later ones, in shared memory.
 */
import type { Columns } from "../columns/columns.js";
import type { PairLists } from "../columns/pair-lists.js";
import { sharedBuffer } from "../columns/shard.js";
import { findRelatedCandidates, relatedLimits, relatedTo } from "../match/related/candidates.js";
import type { LeadWords } from "../workers/lead-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { inLanes, lanesOf } from "./lanes.js";

const DOCUMENTS_PER_TASK = 2048;

export async function relatedCandidates(
  columns: Columns,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<PairLists> {
  const { count } = columns;
  const { words, frequencies } = numberWords(await leadWordsOf(columns, pool, signal), count);
  const starts = new Uint32Array(sharedBuffer(4 * (count + 1)));
  const others: number[] = [];
  findRelatedCandidates(
    { count, words: (index) => words[index]!, frequencies },
    relatedLimits(count),
    (i, j) => {
      starts[i + 1]!++;
      others.push(j);
    },
  );
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const shared = new Uint32Array(sharedBuffer(4 * others.length));
  shared.set(others);
  return { starts, others: shared };
}

/** Documents of a collection that is small enough to seek reuse without shared wording: under a second of comparing. */
const FEW_DOCUMENTS = 1000;

/** Further pairs that lineage compares: what was rewritten through and through shares no wording. Null in a large collection. */
export async function relatedForLineage(
  columns: Columns,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<PairLists | null> {
  return columns.count > FEW_DOCUMENTS ? null : relatedCandidates(columns, pool, signal);
}

/** The documents that `relatedCandidates` pairs with one, ascending. `parts` are those of `leadWordsOf`. */
export function relatedPartners({ count }: Columns, parts: readonly LeadWords[], index: number): number[] {
  return relatedTo(wordsOf(parts), count, relatedLimits(count), index);
}

/** Words of titles and openings, by runs of documents. */
export function leadWordsOf(
  { count, data }: Columns,
  pool: WorkPool,
  signal: AbortSignal | undefined,
): Promise<LeadWords[]> {
  const froms = Array.from(
    { length: Math.ceil(count / DOCUMENTS_PER_TASK) },
    (_, i) => i * DOCUMENTS_PER_TASK,
  );
  return inLanes(froms, lanesOf(pool), signal, (from) =>
    pool.leadWords({ columns: data, from, to: Math.min(from + DOCUMENTS_PER_TASK, count) }),
  );
}

/** By document. */
function wordsOf(parts: readonly LeadWords[]): Uint32Array[] {
  return parts.flatMap(({ hashes, ends }) =>
    Array.from(ends, (end, at) => hashes.subarray(at === 0 ? 0 : ends[at - 1]!, end)),
  );
}

/** Hashes as word numbers from 0, with the number of documents that hold each. */
function numberWords(parts: readonly LeadWords[], count: number) {
  const numbers = new Map<number, number>();
  const frequencies: number[] = [];
  const words: Uint32Array[] = [];
  for (const { hashes, ends } of parts) {
    for (let at = 0; at < ends.length; at++) {
      const held = hashes.slice(at === 0 ? 0 : ends[at - 1]!, ends[at]!);
      for (let i = 0; i < held.length; i++) {
        const hash = held[i]!;
        let number = numbers.get(hash);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(hash, number);
          frequencies.push(0);
        }
        frequencies[number]!++;
        held[i] = number;
      }
      words.push(held);
    }
  }
  if (words.length !== count) throw new Error(`lead words of ${words.length} documents, expected ${count}`);
  return { words, frequencies: Uint32Array.from(frequencies) };
}
