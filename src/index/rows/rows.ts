/**
 * A row of numbers for each document, in columns, in chunks on disk. Documents are numbered from 1 in the order in which
 * they were kept; a number is never given again. Three columns are in memory as a whole, of the others the chunks that
 * were asked for last.
 *
 * rows chunk c (documents 256 c up to 256 c + 255) := columns of 256 elements, little-endian, in the order of COLUMNS
 * sketches chunk c := 256 rows of SKETCH_SLOTS bytes
 */
import { SKETCH_SLOTS } from "../../document/sketch.js";
import { StoreError } from "../../errors.js";
import type { StagedStore } from "../../store/index.js";
import { keyOf, numbersOf, type Part } from "../storage/keys.js";
import { Recent } from "../storage/recent.js";

export const ROWS_PER_CHUNK = 256;

/** f64 columns come first; then those of u32. */
const DOUBLES = ["instant", "arrived"] as const;
const WORDS = ["entry", "group", "tokens", "source", "digestLow", "digestHigh", "posted"] as const;
/** Where a column begins in a chunk, in words. */
const AT = Object.fromEntries(
  WORDS.map((name, column) => [name, ROWS_PER_CHUNK * (2 * DOUBLES.length + column)]),
) as Record<(typeof WORDS)[number], number>;
/** Columns that every look at a fingerprint needs, or that of many rows. */
const HELD = ["entry", "group", "tokens"] as const;

const CHUNK_BYTES = ROWS_PER_CHUNK * (8 * DOUBLES.length + 4 * WORDS.length);
const SKETCHES_BYTES = ROWS_PER_CHUNK * SKETCH_SLOTS;
/** Chunks held at least; at most twice as many: 2 × 11.5 MB and 2 × 16.8 MB. */
const CHUNKS_HELD = 1024;

export interface NewRow {
  readonly instant: number;
  readonly arrived: number;
  readonly tokens: number;
  readonly source: number;
  readonly digestLow: number;
  readonly digestHigh: number;
  readonly sketch: Uint8Array;
}

/** A document whose text is posted under another number now; 0 is none. */
export interface Moved {
  readonly number: number;
  readonly before: number;
  readonly after: number;
}

/** Two views of one chunk as it is stored. */
interface Chunk {
  readonly doubles: Float64Array;
  readonly words: Uint32Array;
}

export class Rows {
  readonly #store: StagedStore;
  /** Numbers below are none of this index any more; a multiple of ROWS_PER_CHUNK. */
  #base = 0;
  #room = 0;
  /** The number under which the document's text is posted: its own, or an equal text's; 0 for none kept. */
  #entry = new Uint32Array(0);
  /** Of an entry: the entry that seeds its group of near-copies. */
  #group = new Uint32Array(0);
  #tokens = new Uint32Array(0);
  readonly #chunks = new Recent<Chunk>(CHUNKS_HELD);
  readonly #sketches = new Recent<Uint8Array>(CHUNKS_HELD);
  readonly #changed = new Set<number>();

  /** `next` is the number that the next document will have. */
  constructor(store: StagedStore, next: number) {
    this.#store = store;
    const first = firstChunk(store);
    if (first === undefined) return;
    this.#base = ROWS_PER_CHUNK * first;
    this.#reserve(next);
    const end = Math.ceil(next / ROWS_PER_CHUNK);
    for (let chunk = first; chunk < end; chunk++) this.#readHeld(chunk);
  }

  /** How many numbers there is room for: `at` of any is below. */
  get room(): number {
    return this.#room;
  }

  /** Place of a number among those there is room for. */
  at(number: number): number {
    return number - this.#base;
  }

  isKept(number: number): boolean {
    const at = number - this.#base;
    return at >= 0 && at < this.#room && this.#entry[at] !== 0;
  }

  /** Whether the number is kept and others' texts are posted under it. */
  isEntry(number: number): boolean {
    const at = number - this.#base;
    return at >= 0 && this.#entry[at] === number;
  }

  entryOf(number: number): number {
    return this.#entry[number - this.#base]!;
  }

  groupOf(entry: number): number {
    return this.#group[entry - this.#base]!;
  }

  tokensOf(number: number): number {
    return this.#tokens[number - this.#base]!;
  }

  /** Last millisecond that the time of publication can mean; NaN undated. */
  instantOf(number: number): number {
    return this.#chunkOf(number).doubles[number % ROWS_PER_CHUNK]!;
  }

  /** Milliseconds since 1970. */
  arrivedOf(number: number): number {
    return this.#chunkOf(number).doubles[ROWS_PER_CHUNK + (number % ROWS_PER_CHUNK)]!;
  }

  /** Hash of the source; 0 for none. */
  sourceOf(number: number): number {
    return this.#word("source", number);
  }

  /** XXH64 of the token ids, its lower half. */
  digestLowOf(number: number): number {
    return this.#word("digestLow", number);
  }

  digestHighOf(number: number): number {
    return this.#word("digestHigh", number);
  }

  /** Whether the tables have entries under the number. */
  isPosted(number: number): boolean {
    return this.#word("posted", number) === 1;
  }

  /** SKETCH_SLOTS bytes; a view. */
  sketchOf(number: number): Uint8Array {
    const at = SKETCH_SLOTS * (number % ROWS_PER_CHUNK);
    return this.#sketchesOf(number).subarray(at, at + SKETCH_SLOTS);
  }

  setEntry(number: number, entry: number): void {
    this.#entry[number - this.#base] = entry;
    this.#changed.add(chunkOf(number));
  }

  setGroup(entry: number, group: number): void {
    this.#group[entry - this.#base] = group;
    this.#changed.add(chunkOf(entry));
  }

  setPosted(number: number, isPosted: boolean): void {
    this.#setWord("posted", number, isPosted ? 1 : 0);
  }

  /** The document has no entry yet. */
  add(number: number, row: NewRow): void {
    if (this.#room === 0) this.#base = number - (number % ROWS_PER_CHUNK);
    this.#reserve(number + 1);
    const at = number - this.#base;
    this.#entry[at] = 0;
    this.#group[at] = 0;
    this.#tokens[at] = row.tokens;
    const slot = number % ROWS_PER_CHUNK;
    const { doubles } = this.#change(number);
    doubles[slot] = row.instant;
    doubles[ROWS_PER_CHUNK + slot] = row.arrived;
    this.#setWord("source", number, row.source);
    this.#setWord("digestLow", number, row.digestLow);
    this.#setWord("digestHigh", number, row.digestHigh);
    this.#setWord("posted", number, 0);
    const chunk = chunkOf(number);
    const sketches = this.#sketches.get(chunk) ?? this.#readSketches(chunk) ?? new Uint8Array(SKETCHES_BYTES);
    sketches.set(row.sketch, SKETCH_SLOTS * slot);
    this.#sketches.change(chunk, sketches);
  }

  /** Kept numbers, ascending. */
  *kept(): Generator<number, void> {
    for (let at = 0; at < this.#room; at++) if (this.#entry[at] !== 0) yield this.#base + at;
  }

  /** Pairs (entry, document) of the documents whose text is posted under another. */
  sharing(visit: (entry: number, number: number) => void): void {
    const [entries, base] = [this.#entry, this.#base];
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]!;
      if (entry !== 0 && entry !== at + base) visit(entry, at + base);
    }
  }

  /** The seed of each entry that belongs to the group of another. */
  grouped(visit: (seed: number) => void): void {
    const [entries, groups, base] = [this.#entry, this.#group, this.#base];
    for (let at = 0; at < entries.length; at++) {
      const number = at + base;
      if (entries[at] === number && groups[at] !== number && groups[at] !== 0) visit(groups[at]!);
    }
  }

  /** Entries that seed a group and have a token. */
  seeds(): number {
    const [entries, groups, tokens, base] = [this.#entry, this.#group, this.#tokens, this.#base];
    let count = 0;
    for (let at = 0; at < entries.length; at++) {
      if (entries[at] === at + base && groups[at] === at + base && tokens[at] !== 0) count++;
    }
    return count;
  }

  agreeingSlots(x: number, y: number): number {
    const [ofX, ofY] = [this.#sketchesOf(x), this.#sketchesOf(y)];
    const atX = SKETCH_SLOTS * (x % ROWS_PER_CHUNK);
    const atY = SKETCH_SLOTS * (y % ROWS_PER_CHUNK);
    let agreeing = 0;
    for (let slot = 0; slot < SKETCH_SLOTS; slot++) if (ofX[atX + slot] === ofY[atY + slot]) agreeing++;
    return agreeing;
  }

  /** Hands changed chunks to the next commit, and returns them; a chunk without a kept document goes. */
  stage(): number[] {
    const staged = [...this.#changed];
    for (const chunk of this.#changed) {
      const at = ROWS_PER_CHUNK * chunk - this.#base;
      if (this.#entry.subarray(at, at + ROWS_PER_CHUNK).every((entry) => entry === 0)) {
        this.#store.put(keyOf("rows", chunk), null);
        this.#store.put(keyOf("sketches", chunk), null);
        this.#chunks.drop(chunk);
        this.#sketches.drop(chunk);
        continue;
      }
      this.#store.put(keyOf("rows", chunk), this.#pack(chunk));
      const sketches = this.#sketches.changed(chunk);
      if (sketches !== undefined) this.#store.put(keyOf("sketches", chunk), sketches.slice());
    }
    this.#changed.clear();
    this.#chunks.settle();
    this.#sketches.settle();
    return staged;
  }

  /** Reads chunks again that another process has changed; returns the documents whose entry is another. */
  follow(chunks: readonly number[], next: number): Moved[] {
    this.#changed.clear();
    this.#reserve(next);
    const moved: Moved[] = [];
    for (const chunk of chunks) {
      this.#chunks.drop(chunk);
      this.#sketches.drop(chunk);
      const at = ROWS_PER_CHUNK * chunk - this.#base;
      if (at < 0) continue;
      const held = this.#entry.slice(at, at + ROWS_PER_CHUNK);
      for (const name of HELD) this.#held(name).fill(0, at, at + ROWS_PER_CHUNK);
      this.#readHeld(chunk);
      for (const [slot, before] of held.entries()) {
        const after = this.#entry[at + slot]!;
        if (before !== after) moved.push({ number: ROWS_PER_CHUNK * chunk + slot, before, after });
      }
    }
    return moved;
  }

  #word(name: (typeof WORDS)[number], number: number): number {
    return this.#chunkOf(number).words[AT[name] + (number % ROWS_PER_CHUNK)]!;
  }

  #setWord(name: (typeof WORDS)[number], number: number, value: number): void {
    this.#change(number).words[AT[name] + (number % ROWS_PER_CHUNK)] = value;
  }

  #chunkOf(number: number): Chunk {
    const chunk = chunkOf(number);
    const held = this.#chunks.get(chunk);
    if (held !== undefined) return held;
    const read = this.#readChunk(chunk) ?? this.#missing("rows", chunk);
    this.#chunks.hold(chunk, read);
    return read;
  }

  /** The chunk of a row that is about to change. */
  #change(number: number): Chunk {
    const chunk = chunkOf(number);
    this.#changed.add(chunk);
    const found = this.#chunks.get(chunk) ?? this.#readChunk(chunk) ?? viewsOf(new Uint8Array(CHUNK_BYTES));
    this.#chunks.change(chunk, found);
    return found;
  }

  #sketchesOf(number: number): Uint8Array {
    const chunk = chunkOf(number);
    const held = this.#sketches.get(chunk);
    if (held !== undefined) return held;
    const read = this.#readSketches(chunk) ?? this.#missing("sketches", chunk);
    this.#sketches.hold(chunk, read);
    return read;
  }

  #readChunk(chunk: number): Chunk | undefined {
    const body = this.#body("rows", chunk, CHUNK_BYTES);
    return body && viewsOf(body.slice());
  }

  #readSketches(chunk: number): Uint8Array | undefined {
    return this.#body("sketches", chunk, SKETCHES_BYTES)?.slice();
  }

  #body(part: Part, chunk: number, bytes: number): Uint8Array | undefined {
    const body = this.#store.get(keyOf(part, chunk));
    if (body !== undefined && body.length !== bytes)
      throw new StoreError(
        `${this.#store.store.name}: ${part} ${chunk} is damaged: found ${body.length} bytes, expected ${bytes}`,
      );
    return body;
  }

  #missing(part: Part, chunk: number): never {
    throw new StoreError(
      `${this.#store.store.name}: found no ${part} ${chunk}, expected those of its documents`,
    );
  }

  #readHeld(chunk: number): void {
    const body = this.#body("rows", chunk, CHUNK_BYTES);
    if (body === undefined) return;
    const at = 4 * (ROWS_PER_CHUNK * chunk - this.#base);
    for (const name of HELD) {
      const from = 4 * AT[name];
      new Uint8Array(this.#held(name).buffer).set(body.subarray(from, from + 4 * ROWS_PER_CHUNK), at);
    }
  }

  #held(name: (typeof HELD)[number]): Uint32Array {
    return name === "entry" ? this.#entry : name === "group" ? this.#group : this.#tokens;
  }

  #pack(chunk: number): Uint8Array {
    const { words } = this.#chunkOf(ROWS_PER_CHUNK * chunk);
    const at = ROWS_PER_CHUNK * chunk - this.#base;
    for (const name of HELD) words.set(this.#held(name).subarray(at, at + ROWS_PER_CHUNK), AT[name]);
    return new Uint8Array(words.buffer).slice();
  }

  /** Room for numbers below `end`; what lies before the first kept row is let go of when room runs out. */
  #reserve(end: number): void {
    if (end - this.#base <= this.#room) return;
    let dead = 0;
    while (dead < this.#room && this.#entry[dead] === 0) dead++;
    dead -= dead % ROWS_PER_CHUNK;
    if (this.#changed.size > 0)
      dead = Math.min(dead, ROWS_PER_CHUNK * Math.min(...this.#changed) - this.#base);
    this.#base += dead;
    const used = this.#room - dead;
    // Memory that was never written to is not resident.
    let room = Math.max(4 * ROWS_PER_CHUNK, Math.ceil(1.25 * used), end - this.#base);
    room += ROWS_PER_CHUNK - (room % ROWS_PER_CHUNK);
    const moved = (old: Uint32Array) => {
      const column = new Uint32Array(room);
      column.set(old.subarray(dead));
      return column;
    };
    this.#entry = moved(this.#entry);
    this.#group = moved(this.#group);
    this.#tokens = moved(this.#tokens);
    this.#room = room;
  }
}

function chunkOf(number: number): number {
  return Math.floor(number / ROWS_PER_CHUNK);
}

function viewsOf({ buffer }: Uint8Array): Chunk {
  return {
    doubles: new Float64Array(buffer, 0, ROWS_PER_CHUNK * DOUBLES.length),
    words: new Uint32Array(buffer),
  };
}

function firstChunk(store: StagedStore): number | undefined {
  for (const { key } of store.entries(keyOf("rows"))) return numbersOf(key)[0];
  return undefined;
}
