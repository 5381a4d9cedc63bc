/**
 * A table of hashes: under which numbers does a hash stand? A log-structured merge tree: newest entries in a tail in
 * memory (and in a log on disk, so that a new process has them), older ones in immutable segments of sorted blocks,
 * merged with their neighbours as they come to be of one size. Numbers that are dead are passed over by the caller, and
 * dropped when their segment is merged or too many of it are dead.
 */
import { RadixSorter } from "../candidates/radix.js";
import type { StagedStore } from "../store/index.js";
import { blockOf, countOf, findInBlock, packBlock, shapeFor, unpackBlock } from "./block.js";
import type { BlockCache } from "./block-cache.js";
import { keyOf } from "./keys.js";
import { readLogs, readNewLogs } from "./post-logs.js";
import { markHeld, SegmentFilter } from "./segment-filter.js";
import { type RangeEntries, readRange, type Segment } from "./segment-range.js";
import { packPosts, Tail } from "./tail.js";

/** A merge under way: inputs are read until it is done. */
interface MergeState {
  readonly inputs: readonly number[];
  readonly output: Segment;
  /** Next range of hashes to merge, of 2 ** rangeBits. */
  next: number;
  readonly rangeBits: number;
  entries: number;
  /** Entries that may have died after they were merged. */
  dead: number;
}

/** Kept with every commit. */
export interface TableState {
  readonly segments: readonly Segment[];
  readonly nextSegment: number;
  /** Number of the next log. */
  readonly nextLog: number;
  /** Segment that a merge was writing. */
  readonly unfinished: number | null;
}

export const NEW_TABLE: TableState = { segments: [], nextSegment: 1, nextLog: 1, unfinished: null };

/** Neighbours are merged when the older is at most this many times as large as all newer ones together. */
const MERGE_RATIO = 2;
/** Share of dead entries from which a segment is written anew. */
const DEAD_SHARE = 0.2;

/** Entries read at once, about, where all are read. */
const ENTRIES_PER_RANGE = 1 << 21;
/** Segments that the looks of `beginLooks` are told apart by; there are about a dozen. */
const MASK_BITS = 31;
/** Entries merged before a compaction wants a commit. */
export const ENTRIES_PER_STEP = 1_000_000;

export type IsAlive = (number: number) => boolean;

export class HashTable {
  readonly #store: StagedStore;
  readonly #cache: BlockCache;
  readonly #table: number;
  readonly #isAlive: IsAlive;
  readonly #sorter = new RadixSorter();
  readonly tail = new Tail();
  /** Posts of the tail that a log on disk has. */
  #logged = 0;
  #segments: Segment[];
  #nextSegment: number;
  #nextLog: number;
  /** Numbers of the logs that hold the tail. */
  #logs: number[] = [];
  #merge: MergeState | null = null;
  /** What a merge had written when its process ended. */
  #orphan: number | null;
  /** Dead entries by segment, at most. */
  readonly #dead = new Map<number, number>();
  /** By segment; none of those that another process wrote, nor of large ones. */
  readonly #filters = new Map<number, SegmentFilter>();
  /** The same in the order of the segments. */
  #filterAt: (SegmentFilter | undefined)[] = [];

  /** Of the looks in hand: the hashes, which segments may hold each, where the tail has the first of them. */
  #looked: Uint32Array = new Uint32Array(0);
  #masks = new Uint32Array(1 << 10);
  #ownAt = -1;

  constructor(store: StagedStore, cache: BlockCache, table: number, state: TableState, isAlive: IsAlive) {
    this.#store = store;
    this.#cache = cache;
    this.#table = table;
    this.#isAlive = isAlive;
    this.#segments = [...state.segments];
    this.#nextSegment = state.nextSegment;
    this.#nextLog = state.nextLog;
    this.#logs = readLogs(store, table, this.tail);
    this.#logged = this.tail.posts.length;
    this.#orphan = state.unfinished;
    for (const { id, dead = 0 } of state.segments) if (dead > 0) this.#dead.set(id, dead);
  }

  /** Goes to what another process has committed. */
  follow(state: TableState): void {
    const [logs, next, end] = [this.#logs, this.#nextLog, state.nextLog];
    this.#logs = readNewLogs(this.#store, this.#table, this.tail, { logs, next, end });
    this.#logged = this.tail.posts.length;
    this.#nextLog = state.nextLog;
    this.#setSegments([...state.segments]);
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get entries(): number {
    return this.#segments.reduce((sum, { entries }) => sum + entries, this.tail.length);
  }

  /** Entries that no log on disk has yet. */
  get unlogged(): number {
    return this.tail.posts.slice(this.#logged).reduce((sum, { hashes }) => sum + hashes.length, 0);
  }

  /** Numbers under a hash, dead ones among them, the newest first; `visit` returns false to end. */
  find(hash: number, visit: (number: number) => boolean): void {
    if (!this.tail.find(hash, visit)) return;
    for (let i = this.#segments.length - 1; i >= 0; i--) {
      if (this.#filterAt[i]?.mayHold(hash) === false) continue;
      if (!this.#findIn(i, hash, visit)) return;
    }
  }

  #findIn(at: number, hash: number, visit: (number: number) => boolean): boolean {
    const segment = this.#segments[at]!;
    const block = this.#cache.get(this.#table, segment.id, blockOf(hash, segment));
    return block === undefined || findInBlock(block, hash, segment, visit);
  }

  /** Begins looks for these hashes, by their place among them: cheaper than one `find` after the other. */
  beginLooks(hashes: Uint32Array): void {
    const { length } = this.#segments;
    if (this.#masks.length < hashes.length) this.#masks = new Uint32Array(2 * hashes.length);
    this.#masks.fill(0, 0, hashes.length);
    this.#looked = hashes;
    for (let i = 0; i < Math.min(length, MASK_BITS); i++)
      markHeld(this.#filterAt[i], hashes, this.#masks, 1 << i);
    const last = this.tail.posts.at(-1);
    this.#ownAt = last?.hashes === hashes ? this.tail.length - hashes.length : -1;
  }

  /** Whether the hashes looked for are those of the last post, which `lookAt` leaves out. */
  get looksForLast(): boolean {
    return this.#ownAt >= 0;
  }

  /** `find` for the hash at this place; nothing may have changed since `beginLooks`. */
  lookAt(place: number, visit: (number: number) => boolean): void {
    const hash = this.#looked[place]!;
    const { tail } = this;
    const goesOn =
      this.#ownAt >= 0 ? tail.findBefore(this.#ownAt + place, hash, visit) : tail.find(hash, visit);
    if (!goesOn) return;
    const mask = this.#masks[place]!;
    for (let i = this.#segments.length - 1; i >= 0; i--) {
      if (i < MASK_BITS && ((mask >>> i) & 1) === 0) continue;
      if (!this.#findIn(i, hash, visit)) return;
    }
  }

  post(number: number, hashes: Uint32Array): void {
    this.tail.add({ number, hashes });
  }

  /** Takes back the last post; it must not have been staged. */
  undo(): void {
    this.tail.undo();
  }

  /** A number with at most so many entries died. */
  noteDead(number: number, most: number): void {
    for (const { id, first, last, entries } of this.#segments) {
      if (number < first || number > last) continue;
      this.#dead.set(id, Math.min(entries, (this.#dead.get(id) ?? 0) + most));
    }
    if (this.#merge !== null) this.#merge.dead += most;
  }

  /** Lets go of all entries: none of their numbers is alive. */
  clear(): void {
    for (const log of this.#logs) this.#store.put(keyOf("postLog", this.#table, log), null);
    this.#logs = [];
    this.tail.clear();
    this.#logged = 0;
    if (this.#merge !== null) this.#dropSegment(this.#merge.output.id);
    this.#merge = null;
    this.#dropOrphan();
    for (const { id } of this.#segments) this.#dropSegment(id);
    this.#setSegments([]);
  }

  /** Puts new posts into the log of the next commit. */
  stageLog(): void {
    const posts = this.tail.posts.slice(this.#logged);
    if (posts.length === 0) return;
    this.#store.put(keyOf("postLog", this.#table, this.#nextLog), packPosts(posts));
    this.#logs.push(this.#nextLog++);
    this.#logged = this.tail.posts.length;
  }

  /** Makes a segment of the tail. */
  flush(): void {
    for (const log of this.#logs) this.#store.put(keyOf("postLog", this.#table, log), null);
    this.#logs = [];
    const { posts, length } = this.tail;
    const hashes = new Uint32Array(length);
    const numbers = new Uint32Array(length);
    let count = 0;
    for (const post of posts) {
      if (!this.#isAlive(post.number)) continue;
      hashes.set(post.hashes, count);
      numbers.fill(post.number, count, count + post.hashes.length);
      count += post.hashes.length;
    }
    this.tail.clear();
    this.#logged = 0;
    if (count === 0) return;
    this.#sorter.sort(hashes, numbers, count);
    const segment = this.#newSegment(numbers.subarray(0, count), count);
    this.#beginFilter(segment.id, count);
    this.#putBlocks(segment, hashes, numbers, count);
    this.#setSegments([...this.#segments, segment]);
  }

  /** Merges about so many entries, beginning a merge where one is due. Returns whether there is more to do. */
  maintain(entries: number): boolean {
    this.#dropOrphan();
    for (let left = entries; left > 0; ) {
      this.#merge ??= this.#due();
      if (this.#merge === null) return false;
      left -= this.#mergeRange(this.#merge);
    }
    return this.#merge !== null;
  }

  /** Merges all segments into one, step by step; yields how many entries went in since the last commit asked for. */
  *compaction(): Generator<number, void> {
    this.#dropOrphan();
    let work = 0;
    for (let all = false; this.#merge !== null || !all; ) {
      if (this.#merge === null) {
        all = true;
        if (this.#segments.length === 0) return;
        this.#merge = this.#begin(this.#segments);
      }
      work += this.#mergeRange(this.#merge);
      yield work;
      if (work >= ENTRIES_PER_STEP) work = 0;
    }
  }

  state(): TableState {
    const withDead = (segment: Segment) => {
      const dead = this.#dead.get(segment.id) ?? 0;
      return dead > 0 ? { ...segment, dead } : segment;
    };
    return {
      segments: this.#segments.map(withDead),
      nextSegment: this.#nextSegment,
      nextLog: this.#nextLog,
      unfinished: this.#merge?.output.id ?? this.#orphan,
    };
  }

  /** Every entry, in no particular order; without a segment those of the tail. */
  *all(): Generator<{ hash: number; number: number; segment?: number }, void> {
    for (const { number, hashes } of this.tail.posts) for (const hash of hashes) yield { hash, number };
    for (const segment of this.#segments) {
      for (let block = 0; block < 2 ** segment.blockBits; block++) {
        const body = this.#store.get(keyOf("blocks", this.#table, segment.id, block));
        if (body === undefined) continue;
        const count = countOf(body);
        const hashes = new Uint32Array(count);
        const numbers = new Uint32Array(count);
        unpackBlock(body, block, segment, hashes, numbers, 0);
        for (let i = 0; i < count; i++) yield { hash: hashes[i]!, number: numbers[i]!, segment: segment.id };
      }
    }
  }

  /** Wanted entries, ascending by hash, about so many at a time; each hash comes in one piece. The arrays are views. */
  *ranges(isWanted: IsAlive, entries = ENTRIES_PER_RANGE): Generator<Omit<RangeEntries, "count">, void> {
    const all = { segments: this.#segments, posts: this.tail.posts };
    const bits = Math.max(0, Math.ceil(Math.log2(this.entries / entries)));
    for (let range = 0; range < 2 ** bits; range++) {
      const { hashes, numbers, count } = readRange(this.#store, this.#table, all, { range, bits }, isWanted);
      this.#sorter.sort(hashes, numbers, count);
      yield { hashes: hashes.subarray(0, count), numbers: numbers.subarray(0, count) };
    }
  }

  #newSegment(numbers: Uint32Array, entries: number): Segment {
    let first = numbers[0]!;
    let last = first;
    for (const number of numbers) {
      if (number < first) first = number;
      if (number > last) last = number;
    }
    return { ...shapeFor(entries, first, last), last, entries, id: this.#nextSegment++ };
  }

  /** Entries ascending by hash. */
  #putBlocks(segment: Segment, hashes: Uint32Array, numbers: Uint32Array, count: number): void {
    this.#filters.get(segment.id)?.add(hashes, count);
    for (let from = 0; from < count; ) {
      const block = blockOf(hashes[from]!, segment);
      let to = from + 1;
      while (to < count && blockOf(hashes[to]!, segment) === block) to++;
      const body = packBlock(hashes, numbers, from, to, segment);
      this.#store.put(keyOf("blocks", this.#table, segment.id, block), body);
      from = to;
    }
  }

  /** The neighbours that have come to be of one size, or a segment of which much is dead. */
  #due(): MergeState | null {
    let newer = 0;
    let from = this.#segments.length;
    for (let i = this.#segments.length - 1; i >= 0; i--) {
      const { entries } = this.#segments[i]!;
      if (newer > 0 && entries <= MERGE_RATIO * newer) from = i;
      newer += entries;
    }
    if (from < this.#segments.length) return this.#begin(this.#segments.slice(from));
    const worn = this.#segments.find(({ id, entries }) => (this.#dead.get(id) ?? 0) > DEAD_SHARE * entries);
    return worn === undefined ? null : this.#begin([worn]);
  }

  #begin(inputs: readonly Segment[]): MergeState {
    const entries = inputs.reduce((sum, one) => sum + one.entries, 0);
    const first = Math.min(...inputs.map((one) => one.first));
    const last = Math.max(...inputs.map((one) => one.last));
    const output = { ...shapeFor(entries, first, last), last, entries: 0, id: this.#nextSegment++ };
    this.#beginFilter(output.id, entries);
    const rangeBits = Math.min(output.blockBits, ...inputs.map(({ blockBits }) => blockBits));
    return { inputs: inputs.map(({ id }) => id), output, next: 0, rangeBits, entries: 0, dead: 0 };
  }

  /** Merges the next range of hashes; returns how many entries went in. */
  #mergeRange(merge: MergeState): number {
    const inputs = this.#segments.filter(({ id }) => merge.inputs.includes(id));
    const { hashes, numbers, count } = readRange(
      this.#store,
      this.#table,
      { segments: inputs, posts: [] },
      { range: merge.next, bits: merge.rangeBits },
      this.#isAlive,
    );
    this.#sorter.sort(hashes, numbers, count);
    this.#putBlocks(merge.output, hashes, numbers, count);
    merge.entries += count;
    merge.next++;
    if (merge.next === 2 ** merge.rangeBits) this.#finish(merge);
    return hashes.length + 1;
  }

  #finish(merge: MergeState): void {
    const at = this.#segments.findIndex(({ id }) => merge.inputs.includes(id));
    for (const id of merge.inputs) this.#dropSegment(id);
    const done = merge.entries === 0 ? [] : [{ ...merge.output, entries: merge.entries }];
    if (done.length > 0 && merge.dead > 0)
      this.#dead.set(merge.output.id, Math.min(merge.entries, merge.dead));
    const others = this.#segments.filter(({ id }) => !merge.inputs.includes(id));
    this.#setSegments([...others.slice(0, at), ...done, ...others.slice(at)]);
    this.#merge = null;
  }

  #setSegments(segments: Segment[]): void {
    this.#segments = segments;
    this.#filterAt = segments.map(({ id }) => this.#filters.get(id));
  }

  #beginFilter(segment: number, entries: number): void {
    const filter = SegmentFilter.for(entries);
    if (filter !== null) this.#filters.set(segment, filter);
  }

  #dropOrphan(): void {
    if (this.#orphan !== null) this.#dropSegment(this.#orphan);
    this.#orphan = null;
  }

  /** Deletes the blocks of a segment. */
  #dropSegment(id: number): void {
    this.#dead.delete(id);
    this.#filters.delete(id);
    this.#cache.drop(this.#table, id);
    const known = this.#segments.find((segment) => segment.id === id);
    const blocks = known === undefined ? 1 << 16 : 2 ** known.blockBits;
    for (let block = 0; block < blocks; block++) {
      const key = keyOf("blocks", this.#table, id, block);
      if (this.#store.get(key) !== undefined) this.#store.put(key, null);
    }
  }
}
