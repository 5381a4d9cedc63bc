/**
 * In how many groups of copies each word stands: the words of each group's first text. All in memory; on disk as
 * changes, one log a commit, joined into larger ones as they grow in number.
 * words segment, words log := (id:u32 | change:i32) each
 */
import type { StagedStore } from "../store/index.js";
import { keyOf, numbersOf } from "./keys.js";

/** A word segment is cut into values of this many bytes: long values need runs of free pages. */
const PART_BYTES = 64 << 10;
/** Segments of changes that are joined into one, or into all. */
const MOST_SEGMENTS = 8;

class Counts {
  keys = new Uint32Array(1 << 12);
  values = new Int32Array(1 << 12);
  /** 1 where a key stands. */
  #used = new Uint8Array(1 << 12);
  size = 0;

  get(key: number): number {
    const mask = this.keys.length - 1;
    for (let slot = spread(key) & mask; this.#used[slot] === 1; slot = (slot + 1) & mask) {
      if (this.keys[slot] === key) return this.values[slot]!;
    }
    return 0;
  }

  add(key: number, change: number): void {
    if (2 * this.size >= this.keys.length) this.#grow();
    const mask = this.keys.length - 1;
    let slot = spread(key) & mask;
    for (; this.#used[slot] === 1; slot = (slot + 1) & mask) {
      if (this.keys[slot] === key) {
        this.values[slot]! += change;
        return;
      }
    }
    this.#used[slot] = 1;
    this.keys[slot] = key;
    this.values[slot] = change;
    this.size++;
  }

  clear(): void {
    this.#used.fill(0);
    this.size = 0;
  }

  /** (key, value) of all that are not zero. */
  pack(): Uint32Array {
    const words: number[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      if (this.#used[slot] === 1 && this.values[slot] !== 0)
        words.push(this.keys[slot]!, this.values[slot]! >>> 0);
    }
    return Uint32Array.from(words);
  }

  /** Twice the room, without the zeros. */
  #grow(): void {
    const packed = this.pack();
    let room = this.keys.length;
    while (room < 2 * packed.length) room *= 2;
    this.keys = new Uint32Array(room);
    this.values = new Int32Array(room);
    this.#used = new Uint8Array(room);
    this.size = 0;
    for (let at = 0; at < packed.length; at += 2) this.add(packed[at]!, packed[at + 1]! | 0);
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
  readonly #all = new Counts();
  /** Since the last segment, and since the last log. */
  readonly #unflushed = new Counts();
  readonly #unlogged = new Counts();
  #segments: WordsState["segments"];
  #next: number;
  #nextLog: number;
  #logs: number[] = [];

  constructor(store: StagedStore, state: WordsState) {
    this.#store = store;
    this.#segments = state.segments;
    this.#next = state.next;
    this.#nextLog = state.nextLog;
    for (const { body } of store.entries(keyOf("words"))) this.#load(body, this.#all);
    for (const { key, body } of store.entries(keyOf("wordLog"))) {
      this.#logs.push(numbersOf(key)[0]!);
      this.#load(body, this.#all);
      this.#load(body, this.#unflushed);
    }
  }

  count(id: number): number {
    return this.#all.get(id);
  }

  /** Each distinct word of a text. */
  add(ids: Iterable<number>, change: 1 | -1): void {
    for (const id of ids) {
      this.#all.add(id, change);
      this.#unlogged.add(id, change);
    }
  }

  /** All counts, (id, count) alternating. */
  all(): Uint32Array {
    return this.#all.pack();
  }

  stageLog(): void {
    const words = this.#unlogged.pack();
    this.#unlogged.clear();
    if (words.length === 0) return;
    for (let at = 0; at < words.length; at += 2) this.#unflushed.add(words[at]!, words[at + 1]! | 0);
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
    const words = new Uint32Array(body.slice().buffer);
    for (let at = 0; at < words.length; at += 2) into.add(words[at]!, words[at + 1]! | 0);
  }
}
