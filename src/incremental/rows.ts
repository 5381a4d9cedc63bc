/**
 * A row of numbers for each document, in columns: all of it in memory, in chunks on disk. Documents are numbered from 1
 * in the order in which they were kept; a number is never given again.
 *
 * rows chunk c (documents 256 c up to 256 c + 255) := columns of 256 elements, little-endian, in the order of COLUMNS
 * sketches chunk c := 256 rows of SKETCH_SLOTS bytes
 */
import { SKETCH_SLOTS } from "../collection/shard.js";
import { StoreError } from "../errors.js";
import type { StagedStore } from "../store/index.js";
import { keyOf, numbersOf } from "./keys.js";

export const ROWS_PER_CHUNK = 256;

type Column = Float64Array | Uint32Array;

const COLUMNS = [
  "instant",
  "arrived",
  "entry",
  "group",
  "tokens",
  "source",
  "digestLow",
  "digestHigh",
  "posted",
] as const;
const DOUBLES = new Set<string>(["instant", "arrived"]);
/** Bytes of a row without its sketch. */
const ROW_BYTES = 2 * 8 + 7 * 4;

export interface NewRow {
  readonly instant: number;
  readonly arrived: number;
  readonly tokens: number;
  readonly source: number;
  readonly digestLow: number;
  readonly digestHigh: number;
  readonly sketch: Uint8Array;
}

export class Rows {
  /** Last millisecond that the time of publication can mean, NaN undated; and of arrival. */
  instant = new Float64Array(0);
  arrived = new Float64Array(0);
  /** The number under which the document's text is posted: its own, or an equal text's; 0 for none kept. */
  entry = new Uint32Array(0);
  /** Of an entry: the entry that seeds its group of near-copies. */
  group = new Uint32Array(0);
  tokens = new Uint32Array(0);
  /** Hash of the source; 0 for none. */
  source = new Uint32Array(0);
  /** XXH64 of the token ids. */
  digestLow = new Uint32Array(0);
  digestHigh = new Uint32Array(0);
  /** 1 where the tables have entries under the number. */
  posted = new Uint32Array(0);
  sketches = new Uint8Array(0);

  readonly #store: StagedStore;
  /** Numbers below are none of this index any more; a multiple of ROWS_PER_CHUNK. */
  #base = 0;
  #room = 0;
  readonly #changed = new Set<number>();
  readonly #changedSketches = new Set<number>();

  constructor(store: StagedStore) {
    this.#store = store;
    const chunks = [...store.entries(keyOf("rows"))];
    if (chunks.length === 0) return;
    this.#base = ROWS_PER_CHUNK * numbersOf(chunks[0]!.key)[0]!;
    this.#reserve(ROWS_PER_CHUNK * (numbersOf(chunks.at(-1)!.key)[0]! + 1));
    for (const { key, body } of chunks) {
      const at = ROWS_PER_CHUNK * numbersOf(key)[0]! - this.#base;
      let offset = 0;
      for (const name of COLUMNS) {
        const column: Column = this[name];
        const bytes = ROWS_PER_CHUNK * column.BYTES_PER_ELEMENT;
        new Uint8Array(column.buffer, at * column.BYTES_PER_ELEMENT, bytes).set(
          body.subarray(offset, offset + bytes),
        );
        offset += bytes;
      }
    }
    for (const { key, body } of store.entries(keyOf("sketches"))) {
      const at = SKETCH_SLOTS * (ROWS_PER_CHUNK * numbersOf(key)[0]! - this.#base);
      if (at < 0 || at + body.length > this.sketches.length)
        throw new StoreError(
          `${store.store.name}: found sketches of chunk ${numbersOf(key)[0]}, expected rows of it too`,
        );
      this.sketches.set(body, at);
    }
  }

  /** How many numbers there is room for: `at` of any is below. */
  get room(): number {
    return this.#room;
  }

  /** Where the columns hold a number's values. */
  at(number: number): number {
    return number - this.#base;
  }

  isKept(number: number): boolean {
    const at = number - this.#base;
    return at >= 0 && at < this.#room && this.entry[at] !== 0;
  }

  /** Whether the number is kept and others' texts are posted under it. */
  isEntry(number: number): boolean {
    const at = number - this.#base;
    return at >= 0 && this.entry[at] === number;
  }

  entryOf(number: number): number {
    return this.entry[number - this.#base]!;
  }

  groupOf(entry: number): number {
    return this.group[entry - this.#base]!;
  }

  setEntry(number: number, entry: number): void {
    this.entry[number - this.#base] = entry;
    this.#changed.add(Math.floor(number / ROWS_PER_CHUNK));
  }

  setGroup(entry: number, group: number): void {
    this.group[entry - this.#base] = group;
    this.#changed.add(Math.floor(entry / ROWS_PER_CHUNK));
  }

  setPosted(number: number, posted: 0 | 1): void {
    this.posted[number - this.#base] = posted;
    this.#changed.add(Math.floor(number / ROWS_PER_CHUNK));
  }

  /** The document has no entry yet. */
  add(number: number, row: NewRow): void {
    if (this.#room === 0) this.#base = number - (number % ROWS_PER_CHUNK);
    this.#reserve(number + 1);
    const at = number - this.#base;
    this.instant[at] = row.instant;
    this.arrived[at] = row.arrived;
    this.tokens[at] = row.tokens;
    this.source[at] = row.source;
    this.digestLow[at] = row.digestLow;
    this.digestHigh[at] = row.digestHigh;
    this.entry[at] = 0;
    this.group[at] = 0;
    this.posted[at] = 0;
    this.sketches.set(row.sketch, SKETCH_SLOTS * at);
    const chunk = Math.floor(number / ROWS_PER_CHUNK);
    this.#changed.add(chunk);
    this.#changedSketches.add(chunk);
  }

  /** Kept numbers, ascending. */
  *kept(): Generator<number, void> {
    for (let at = 0; at < this.#room; at++) if (this.entry[at] !== 0) yield this.#base + at;
  }

  agreeingSlots(x: number, y: number): number {
    const sketches = this.sketches;
    const atX = SKETCH_SLOTS * (x - this.#base);
    const atY = SKETCH_SLOTS * (y - this.#base);
    let agreeing = 0;
    for (let slot = 0; slot < SKETCH_SLOTS; slot++) {
      if (sketches[atX + slot] === sketches[atY + slot]) agreeing++;
    }
    return agreeing;
  }

  /** Hands changed chunks to the next commit; a chunk without a kept document goes. */
  stage(): void {
    for (const chunk of this.#changed) {
      const at = ROWS_PER_CHUNK * chunk - this.#base;
      const isEmpty = this.entry.subarray(at, at + ROWS_PER_CHUNK).every((entry) => entry === 0);
      this.#store.put(keyOf("rows", chunk), isEmpty ? null : this.#pack(at));
      if (isEmpty) this.#store.put(keyOf("sketches", chunk), null);
      else if (this.#changedSketches.has(chunk)) {
        const slots = this.sketches.slice(SKETCH_SLOTS * at, SKETCH_SLOTS * (at + ROWS_PER_CHUNK));
        this.#store.put(keyOf("sketches", chunk), slots);
      }
    }
    this.#changed.clear();
    this.#changedSketches.clear();
  }

  #pack(at: number): Uint8Array {
    const body = new Uint8Array(ROWS_PER_CHUNK * ROW_BYTES);
    let offset = 0;
    for (const name of COLUMNS) {
      const column: Column = this[name];
      const width = column.BYTES_PER_ELEMENT;
      body.set(new Uint8Array(column.buffer, at * width, ROWS_PER_CHUNK * width), offset);
      offset += ROWS_PER_CHUNK * width;
    }
    return body;
  }

  /** Room for numbers below `end`; what lies before the first kept row is let go of when room runs out. */
  #reserve(end: number): void {
    if (end - this.#base <= this.#room) return;
    let dead = 0;
    while (dead < this.#room && this.entry[dead] === 0) dead++;
    dead -= dead % ROWS_PER_CHUNK;
    if (this.#changed.size > 0)
      dead = Math.min(dead, ROWS_PER_CHUNK * Math.min(...this.#changed) - this.#base);
    this.#base += dead;
    const used = this.#room - dead;
    let room = Math.max(4 * ROWS_PER_CHUNK, Math.ceil(1.25 * used));
    while (room < end - this.#base) room *= 2;
    room -= room % ROWS_PER_CHUNK;
    for (const name of COLUMNS) {
      const old: Column = this[name];
      const column = DOUBLES.has(name) ? new Float64Array(room) : new Uint32Array(room);
      column.set(old.subarray(dead));
      (this as Record<string, unknown>)[name] = column;
    }
    const sketches = new Uint8Array(SKETCH_SLOTS * room);
    sketches.set(this.sketches.subarray(SKETCH_SLOTS * dead));
    this.sketches = sketches;
    this.#room = room;
  }
}
