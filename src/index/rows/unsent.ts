/**
 * Answers that are not known to have gone out to whoever the item was let through to: a filter that is killed between
 * its commit and its output leaves some. An item with an id that comes again gets the answer it had. One without is
 * known by its content alone, and would be taken for a copy of itself: so it gets the answer that waits for it here.
 */
import { answerDigest, answerId } from "../storage/codec.js";
import type { RecordTable } from "../storage/records.js";

/** First and last sequence number. */
export type SequenceRange = readonly [from: number, to: number];

/** Of runs that were cut short; each leaves some hundred. The oldest are let go of. */
const WAITING_MOST = 1 << 16;

export class Unsent {
  readonly #answers: RecordTable;
  readonly #sequences = new Set<number>();
  /** Of earlier runs: answers to items without an id, by content; ascending. Null until it is asked for. */
  #waiting: Map<string, number[]> | null = null;
  readonly #before: readonly number[];

  constructor(answers: RecordTable, ranges: readonly SequenceRange[]) {
    this.#answers = answers;
    const before = ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    this.#before = before.slice(-WAITING_MOST);
    for (const sequence of this.#before) this.#sequences.add(sequence);
  }

  /** An answer is on its way. */
  add(sequence: number): void {
    this.#sequences.add(sequence);
  }

  /** These have gone out; false where that was known. */
  remove(sequences: readonly number[]): boolean {
    const before = this.#sequences.size;
    for (const sequence of sequences) this.#sequences.delete(sequence);
    return this.#sequences.size < before;
  }

  /** The first answer to this content that an earlier run gave and may not have sent; each is given once. */
  next(digest: string): number | undefined {
    this.#waiting ??= this.#read();
    const sequences = this.#waiting.get(digest);
    for (;;) {
      const sequence = sequences?.shift();
      // Removing and expiry forget answers.
      if (sequence === undefined || this.#answers.has(sequence)) return sequence;
    }
  }

  /** What goes into the state. */
  ranges(): SequenceRange[] {
    const ranges: [number, number][] = [];
    for (const sequence of [...this.#sequences].sort((x, y) => x - y)) {
      const last = ranges.at(-1);
      if (last?.[1] === sequence - 1) last[1] = sequence;
      else ranges.push([sequence, sequence]);
    }
    return ranges;
  }

  /** What has an id is replayed by it and need not wait. */
  #read(): Map<string, number[]> {
    const waiting = new Map<string, number[]>();
    for (const sequence of this.#before) {
      const record = this.#answers.get(sequence);
      const digest = record && answerDigest(record);
      if (record === undefined || digest === undefined || answerId(record) !== digest) {
        this.#sequences.delete(sequence);
        continue;
      }
      const sequences = waiting.get(digest);
      if (sequences === undefined) waiting.set(digest, [sequence]);
      else sequences.push(sequence);
    }
    return waiting;
  }
}
