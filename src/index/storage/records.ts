/** Records under numbers from 1, packed by the dozen: single values would leave LMDB's pages half empty. */
import type { StagedStore } from "../../store/index.js";
import { keyOf, type Part } from "./keys.js";
import { isSqueezable, packChunk, recordIn, squeezeRecord, unpackChunk } from "./squeeze.js";
import type { Squeezer } from "./squeezer.js";

export interface RecordShape {
  readonly perChunk: number;
  /** Where in a record the length of its id stands. */
  readonly idLengthAt: number;
}

export class RecordTable {
  readonly #store: StagedStore;
  readonly #part: Part;
  readonly #perChunk: number;
  readonly #idLengthAt: number;
  /** Bytes put since the last `stage`, of records with texts to deflate. */
  newBytes = 0;
  /** Chunks taken apart: those changed since the last `stage`, and the last one, which grows. */
  readonly #open = new Map<number, (Uint8Array | undefined)[]>();
  readonly #changed = new Set<number>();
  /** The chunk read last, as it is stored: whoever goes through all asks for its neighbours next. */
  #read: { readonly chunk: number; readonly body: Uint8Array | undefined } | null = null;
  /** By chunk, 1 for each record that there is: of the chunks asked for it. */
  readonly #present = new Map<number, Uint8Array>();

  constructor(store: StagedStore, part: Part, { perChunk, idLengthAt }: RecordShape) {
    this.#store = store;
    this.#part = part;
    this.#perChunk = perChunk;
    this.#idLengthAt = idLengthAt;
  }

  /** Undefined where there is none. Stays valid. */
  get(number: number): Uint8Array | undefined {
    const chunk = this.#chunkOf(number);
    const slot = number % this.#perChunk;
    const open = this.#open.get(chunk);
    if (open !== undefined) return open[slot];
    const body = this.#bodyOf(chunk);
    return body === undefined ? undefined : this.#record(body, slot)?.slice();
  }

  has(number: number): boolean {
    const chunk = this.#chunkOf(number);
    let present = this.#present.get(chunk);
    if (present === undefined) {
      present = this.#presentIn(chunk);
      this.#present.set(chunk, present);
    }
    return present[number % this.#perChunk] === 1;
  }

  /** Numbers of the records of a chunk. */
  numbersIn(chunk: number): number[] {
    const first = chunk * this.#perChunk;
    return [...this.#presentIn(chunk)].flatMap((present, slot) => (present === 1 ? [first + slot] : []));
  }

  put(number: number, record: Uint8Array): void {
    const slot = number % this.#perChunk;
    this.#openChunk(number)[slot] = record;
    if (isSqueezable(record, this.#idLengthAt)) this.newBytes += record.length;
    this.#present.get(this.#chunkOf(number))?.fill(1, slot, slot + 1);
  }

  delete(number: number): void {
    const slot = number % this.#perChunk;
    this.#openChunk(number)[slot] = undefined;
    this.#present.get(this.#chunkOf(number))?.fill(0, slot, slot + 1);
  }

  /** Hands changed chunks to the store's next commit; `squeezer` deflates their texts by then, null at once. */
  stage(squeezer: Squeezer | null): void {
    const [perChunk, idLengthAt] = [this.#perChunk, this.#idLengthAt];
    for (const chunk of this.#changed) {
      const records = this.#open.get(chunk)!;
      const key = keyOf(this.#part, chunk);
      if (records.every((record) => record === undefined)) {
        this.#store.put(key, null);
        continue;
      }
      if (squeezer === null)
        for (const [slot, record] of records.entries())
          if (record !== undefined) records[slot] = squeezeRecord(record, idLengthAt);
      const body = packChunk(records);
      // A thread that finds nothing to deflate costs two copies of the chunk.
      const isLeft = records.some((record) => record !== undefined && isSqueezable(record, idLengthAt));
      if (squeezer === null || !isLeft) this.#store.put(key, body);
      else this.#store.put(key, body, () => squeezer.squeeze({ body, perChunk, idLengthAt }));
    }
    this.newBytes = 0;
    const last = Math.max(-1, ...this.#changed);
    for (const chunk of [...this.#open.keys()]) if (chunk !== last) this.#open.delete(chunk);
    this.#changed.clear();
  }

  /** Forgets what it has taken apart: another process has committed. */
  forget(): void {
    this.#open.clear();
    this.#present.clear();
    this.#read = null;
  }

  #chunkOf(number: number): number {
    return Math.floor(number / this.#perChunk);
  }

  #presentIn(chunk: number): Uint8Array {
    const open = this.#open.get(chunk);
    const body = open === undefined ? this.#bodyOf(chunk) : undefined;
    return Uint8Array.from({ length: this.#perChunk }, (_, slot) => {
      const record = open?.[slot] ?? (body && this.#record(body, slot));
      return record === undefined ? 0 : 1;
    });
  }

  #openChunk(number: number): (Uint8Array | undefined)[] {
    const chunk = this.#chunkOf(number);
    this.#changed.add(chunk);
    let open = this.#open.get(chunk);
    if (open === undefined) {
      const body = this.#bodyOf(chunk);
      this.#read = null;
      open =
        body === undefined
          ? new Array(this.#perChunk).fill(undefined)
          : unpackChunk(body, this.#perChunk).map((record) => record?.slice());
      this.#open.set(chunk, open);
    }
    return open;
  }

  #bodyOf(chunk: number): Uint8Array | undefined {
    if (this.#read?.chunk !== chunk)
      this.#read = { chunk, body: this.#store.get(keyOf(this.#part, chunk))?.slice() };
    return this.#read.body;
  }

  #record(body: Uint8Array, slot: number): Uint8Array | undefined {
    return recordIn(body, this.#perChunk, slot);
  }
}
