/** Answers by the id of the item, and by id and content. */
import { answerDigest, answerId } from "../storage/codec.js";
import type { RecordTable } from "../storage/records.js";
import type { HashTable } from "../table/table.js";
import { Divided } from "./divided.js";

/** Answers to one id that are looked through; of more, content by content is remembered. */
const FEW = 16;

export class AnswerIds {
  readonly #answers: RecordTable;
  readonly #ids: HashTable;
  readonly #hashOf: (id: string) => number;
  readonly #byContent = new Divided();

  constructor(answers: RecordTable, ids: HashTable, hashOf: (id: string) => number) {
    this.#answers = answers;
    this.#ids = ids;
    this.#hashOf = hashOf;
  }

  /** Sequence numbers of the answers given to an id, the last first, so many at most. */
  to(id: string, most = Number.POSITIVE_INFINITY): number[] {
    const found: number[] = [];
    this.#ids.find(this.#hashOf(id), (sequence) => {
      const record = this.#answers.get(sequence);
      if (record !== undefined && answerId(record) === id) found.push(sequence);
      return found.length < most;
    });
    return found.sort((x, y) => y - x);
  }

  /** The last answer to an item of this id and content. */
  toContent(id: string, digest: string): number | undefined {
    const last = this.to(id, FEW);
    const found = last.find((sequence) => answerDigest(this.#answers.get(sequence)!) === digest);
    if (found !== undefined || last.length < FEW) return found;
    const byContent = this.#byContent.of(this.#hashOf(id), () =>
      this.to(id)
        .reverse()
        .map((sequence) => [contentName(this.#answers.get(sequence)!), sequence] as const),
    );
    return byContent.get(`${digest}${id}`)?.at(-1);
  }

  put(sequence: number, id: string, record: Uint8Array): void {
    this.#ids.post(sequence, Uint32Array.of(this.#hashOf(id)));
    this.#byContent.add(this.#hashOf(id), contentName(record), sequence);
  }

  /** The answer is about to go. */
  forgetOne(sequence: number): void {
    const record = this.#answers.get(sequence)!;
    this.#byContent.remove(this.#hashOf(answerId(record)), contentName(record), sequence);
    this.#ids.noteDead(sequence, 1);
  }

  /** Another process has changed what is answered. */
  forget(): void {
    this.#byContent.clear();
  }
}

function contentName(record: Uint8Array): string {
  return `${answerDigest(record)}${answerId(record)}`;
}
