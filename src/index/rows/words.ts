/**
 * In how many groups of copies each word stands: the words of each group's first text. All in memory; on disk as
 * changes, one log a commit, joined into larger ones as they grow in number.
 * words segment, words log := (id:u32 | change:i32) each
 */
import type { StagedStore } from "../../store/index.js";
import { keyOf, numbersOf } from "../storage/keys.js";

/** A word segment is cut into values of this many bytes: long values need runs of free pages. */
const PART_BYTES = 64 << 10;
const FIRST_BITS = 12;
/** What a count of zero is held as. */
const ZERO = 2 ** 31;
/** Segments of changes that are joined into one, or into all. */
const MOST_SEGMENTS = 8;

/** Counts by key, in one table: a look costs one place in memory. slot := key | 0 (free) or count + ZERO */
class Counts {
  #slots: Uint32Array;
  #mask: number;
  size = 0;

  /** With room for so many keys. */
  constructor(keys = 0) {
    let room = 1 << FIRST_BITS;
    while (room <= 2 * keys) room *= 2;
    this.#slots = new Uint32Array(2 * room);
    this.#mask = room - 1;
  }

  get(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = spread(key) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[2 * slot + 1]!;
      if (held === 0) return 0;
      if (slots[2 * slot] === key) return held - ZERO;
    }
  }

  addAll(keys: Uint32Array, change: number): void {
    this.#reserve(keys.length);
    const slots = this.#slots;
    const mask = this.#mask;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      let slot = spread(key) & mask;
      while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & mask;
      if (slots[2 * slot + 1] === 0) {
        slots[2 * slot] = key;
        slots[2 * slot + 1] = ZERO + change;
        this.size++;
      } else slots[2 * slot + 1]! += change;
    }
  }

  /** (key, change) alternating, as `pack` gives them. */
  addPacked(packed: Uint32Array): void {
    this.#reserve(packed.length / 2);
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = 0; at < packed.length; at += 2) {
      const key = packed[at]!;
      let slot = spread(key) & mask;
      while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & mask;
      if (slots[2 * slot + 1] === 0) {
        slots[2 * slot] = key;
        slots[2 * slot + 1] = ZERO + (packed[at + 1]! | 0);
        this.size++;
      } else slots[2 * slot + 1]! += packed[at + 1]! | 0;
    }
  }

  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
  }

  /** (key, count) of all that are not zero. */
  pack(): Uint32Array<ArrayBuffer> {
    const slots = this.#slots;
    const packed = new Uint32Array(2 * this.size);
    let length = 0;
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at + 1] === 0 || slots[at + 1] === ZERO) continue;
      packed[length++] = slots[at]!;
      packed[length++] = slots[at + 1]! - ZERO;
    }
    return packed.slice(0, length);
  }

  /** Room for so many keys more; zeros are left out where it grows. */
  #reserve(keys: number): void {
    if (2 * (this.size + keys) < this.#mask + 1) return;
    const packed = this.pack();
    let room = this.#mask + 1;
    while (room <= 2 * (packed.length / 2 + keys) || room < 2 * packed.length) room *= 2;
    this.#slots = new Uint32Array(2 * room);
    this.#mask = room - 1;
    this.size = 0;
    this.addPacked(packed);
  }
}

function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

export interface WordsState {
  /** The first holds all counts at its time, the others what changed after it. */
  readonly segments: readonly { readonly id: number; readonly parts: number; readonly entries: number }[];
  readonly next: number;
  readonly nextLog: number;
}

export const NEW_WORDS: WordsState = { segments: [], next: 1, nextLog: 1 };

export class Words {
  readonly #store: StagedStore;
  #all: Counts;
  /** Since the last segment, and since the last log. */
  readonly #unflushed = new Counts();
  readonly #unlogged = new Counts();
  #segments: WordsState["segments"];
  #next: number;
  #nextLog: number;
  #logs: number[] = [];

  constructor(store: StagedStore, state: WordsState) {
    this.#store = store;
    this.#all = new Counts(keysIn(state));
    this.#segments = state.segments;
    this.#next = state.next;
    this.#nextLog = state.nextLog;
    this.#read();
  }

  /** Goes to what another process has committed. */
  follow(state: WordsState): void {
    const isGrown = state.next === this.#next && state.segments.length === this.#segments.length;
    const known = this.#nextLog;
    this.#segments = state.segments;
    this.#next = state.next;
    this.#nextLog = state.nextLog;
    if (!isGrown) {
      this.#all = new Counts(keysIn(state));
      this.#unflushed.clear();
      this.#logs = [];
      this.#read();
      return;
    }
    for (let log = known; log < state.nextLog; log++) {
      const body = this.#store.get(keyOf("wordLog", log));
      if (body !== undefined) this.#readLog(log, body);
    }
  }

  #read(): void {
    for (const { body } of this.#store.entries(keyOf("words"))) this.#load(body, this.#all);
    for (const { key, body } of this.#store.entries(keyOf("wordLog")))
      this.#readLog(numbersOf(key)[0]!, body);
  }

  #readLog(log: number, body: Uint8Array): void {
    this.#logs.push(log);
    this.#load(body, this.#all);
    this.#load(body, this.#unflushed);
  }

  count(id: number): number {
    return this.#all.get(id);
  }

  /** Each distinct word of a text. */
  add(ids: Uint32Array, change: 1 | -1): void {
    this.#all.addAll(ids, change);
    this.#unlogged.addAll(ids, change);
  }

  /** All counts, (id, count) alternating. */
  all(): Uint32Array {
    return this.#all.pack();
  }

  stageLog(): void {
    const words = this.#unlogged.pack();
    this.#unlogged.clear();
    if (words.length === 0) return;
    this.#unflushed.addPacked(words);
    this.#store.put(keyOf("wordLog", this.#nextLog), new Uint8Array(words.buffer));
    this.#logs.push(this.#nextLog++);
  }

  /** Nothing of it is on disk, or waits to be. */
  get isEmpty(): boolean {
    return this.#segments.length === 0 && this.#logs.length === 0 && this.#unlogged.size === 0;
  }

  /** Makes a segment of the logs; one of all counts where asked. */
  flush(isWhole = false): void {
    this.stageLog();
    for (const log of this.#logs) this.#store.put(keyOf("wordLog", log), null);
    this.#logs = [];
    const changes = this.#unflushed.pack();
    this.#unflushed.clear();
    const [all, ...later] = this.#segments;
    const laterEntries = later.reduce((sum, { entries }) => sum + entries, changes.length);
    if (isWhole || all === undefined || 2 * laterEntries > all.entries || later.length >= MOST_SEGMENTS) {
      for (const segment of this.#segments) this.#drop(segment);
      this.#segments = [];
      this.#write(this.#all.pack());
    } else this.#write(changes);
  }

  state(): WordsState {
    return { segments: this.#segments, next: this.#next, nextLog: this.#nextLog };
  }

  #write(words: Uint32Array): void {
    if (words.length === 0) return;
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    const id = this.#next++;
    let parts = 0;
    for (let at = 0; at < bytes.length; at += PART_BYTES) {
      this.#store.put(keyOf("words", id, parts++), bytes.slice(at, at + PART_BYTES));
    }
    this.#segments = [...this.#segments, { id, parts, entries: words.length }];
  }

  #drop({ id, parts }: { id: number; parts: number }): void {
    for (let part = 0; part < parts; part++) this.#store.put(keyOf("words", id, part), null);
  }

  #load(body: Uint8Array, into: Counts): void {
    into.addPacked(new Uint32Array(body.slice().buffer));
  }
}

/** At most. */
function keysIn({ segments }: WordsState): number {
  return segments.reduce((sum, { entries }) => sum + entries / 2, 0);
}
