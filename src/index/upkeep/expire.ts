/** Documents go by age or number, the oldest arrivals first, and what is kept of items before them. */
import type { Contents } from "../rows/contents.js";
import { answerArrived, answerNumber } from "../storage/codec.js";
import type { ExpireOptions } from "../types.js";

const DROPS_PER_COMMIT = 2048;

/** Returns how many documents went. Their entries leave the disk with the merging that later commits share. */
export async function expireDocuments(
  contents: Contents,
  { olderThanMs, maxDocuments, now = Date.now() }: ExpireOptions,
  commit: () => Promise<void>,
): Promise<number> {
  const { rows } = contents;
  const arrival = (number: number) => rows.arrivedOf(number);
  const before = contents.state.documents;
  const oldest = olderThanMs === undefined ? Number.NEGATIVE_INFINITY : now - olderThanMs;
  const tooMany = maxDocuments === undefined ? 0 : Math.max(0, before - maxDocuments);
  const byArrival = [...rows.kept()].sort((x, y) => arrival(x) - arrival(y) || x - y);
  let gone = 0;
  for (const number of byArrival) {
    if (gone >= tooMany && arrival(number) >= oldest) break;
    contents.drop(number, true);
    if (++gone % DROPS_PER_COMMIT === 0) await commit();
  }
  const left = byArrival[gone];
  forgetBefore(contents, left === undefined ? oldest : Math.max(oldest, arrival(left)));
  await commit();
  return gone;
}

/** Answers to items held back before this time. */
function forgetBefore(contents: Contents, instant: number): void {
  for (let sequence = contents.firstAnswer(); sequence < contents.state.nextSequence; sequence++) {
    const record = contents.answers.get(sequence);
    if (record === undefined) continue;
    if (answerArrived(record) >= instant) return;
    const number = answerNumber(record);
    if (number === 0 || !contents.rows.isKept(number)) contents.forgetAnswer(sequence);
  }
}
