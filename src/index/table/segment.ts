/**
 * A segment: entries ascending by hash, in blocks, written once. Here as a process works with it: it knows which hashes
 * are not there, keeps blocks that it has read while there is room, and which of them are on disk.
 */
import type { StagedStore } from "../../store/index.js";
import { keyOf } from "../storage/keys.js";
import {
  type BlockShape,
  blockOf,
  countOf,
  findInBlock,
  packBlock,
  startOf,
  unpackBlock,
  unpackHashes,
} from "./block.js";
import type { BlockCache } from "./block-cache.js";
import { SegmentFilter } from "./segment-filter.js";
import type { Post } from "./tail.js";

/** Kept with every commit. */
export interface SegmentState extends BlockShape {
  readonly id: number;
  readonly last: number;
  readonly entries: number;
  /** Entries, at most, whose document was removed since the segment was written; absent for none. */
  readonly dead?: number;
}

/** Parallel arrays that grow, of which the first `count` are entries. */
export class Entries {
  hashes = new Uint32Array(0);
  numbers = new Uint32Array(0);
  count = 0;

  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.hashes.length) return;
    const { hashes, numbers } = this;
    this.hashes = new Uint32Array(2 * needed);
    this.numbers = new Uint32Array(2 * needed);
    this.hashes.set(hashes.subarray(0, this.count));
    this.numbers.set(numbers.subarray(0, this.count));
  }

  /** Adds the hashes of a post that are in [from, below). */
  addPost({ number, hashes }: Post, from = 0, below = 2 ** 32): void {
    this.reserve(hashes.length);
    for (const hash of hashes) {
      if (hash < from || hash >= below) continue;
      this.hashes[this.count] = hash;
      this.numbers[this.count++] = number;
    }
  }
}

/** Learning what a block holds takes as long as merging so many entries. */
const ENTRIES_PER_LEARNT = 250;

/** Of a block in hand. */
let learned = new Uint32Array(1 << 10);

export class Segment {
  state: SegmentState;
  readonly #cache: BlockCache;
  readonly #store: StagedStore;
  readonly #filter: SegmentFilter | null;
  readonly #key: Uint8Array;
  readonly #keyView: DataView;
  /** Null where the segment has none of it, undefined where it was not read. */
  readonly #blocks: (Uint8Array | null | undefined)[];
  #bytes = 0;
  /** The blocks from `block` on were handed to this commit, ascending in both; none of those on disk for certain. */
  readonly #writes: { readonly commit: number; readonly block: number }[] = [];

  /** `isNew` where this process writes it. */
  constructor(cache: BlockCache, table: number, state: SegmentState, isNew: boolean) {
    this.state = state;
    this.#cache = cache;
    this.#store = cache.store;
    this.#filter = SegmentFilter.for(state.entries, state, isNew);
    this.#key = keyOf("blocks", table, state.id, 0);
    this.#keyView = new DataView(this.#key.buffer);
    this.#blocks = new Array(state.blocks).fill(undefined);
  }

  mayHold(hash: number): boolean {
    return this.#filter === null || this.#filter.mayHold(hash);
  }

  /** Numbers under a hash, the newest first; `visit` returns false to end. */
  find(hash: number, visit: (number: number) => boolean): boolean {
    const block = blockOf(hash, this.state);
    let body = this.#blocks[block];
    if (body === null) return true;
    if (body !== undefined) return findInBlock(body, hash, this.state, visit);
    const read = this.read(block);
    // Most blocks that are read while nothing is known of them are read for that: worth no room.
    if (this.#filter === null || this.#filter.isKnown(block)) body = this.#hold(block, read);
    else if (this.#filter.isWorthLearning(block)) this.#learn(block, read);
    if (read === undefined) return true;
    if (body) return findInBlock(body, hash, this.state, visit);
    return this.#cache.withCopy(read, (copy) => findInBlock(copy, hash, this.state, visit));
  }

  /**
   * Learns the hashes of the next blocks that nothing is known of, as many as take the time of merging so many entries;
   * returns of how many.
   */
  learnNext(entries: number): number {
    let learnt = 0;
    for (; learnt < entries && this.#filter !== null; learnt += ENTRIES_PER_LEARNT) {
      const block = this.#filter.nextUnknown();
      if (block < 0) break;
      this.#learn(block, this.read(block));
    }
    return learnt;
  }

  /** A block, valid until the next call on the store; undefined where the segment has none of it. */
  read(block: number): Uint8Array | undefined {
    const held = this.#blocks[block];
    if (held !== undefined) return held ?? undefined;
    this.#keyView.setUint32(this.#key.length - 4, block);
    const writes = this.#writes;
    while (writes.length > 0 && writes[0]!.commit <= this.#store.landed) writes.shift();
    const isLanded = writes.length === 0 || block < writes[0]!.block;
    return isLanded ? this.#store.store.get(this.#key) : this.#store.get(this.#key);
  }

  /** Adds the entries whose hash is in [from, below), and whose number is wanted. */
  readInto(into: Entries, from: number, below: number, isWanted: (number: number) => boolean): void {
    if (from >= below) return;
    const last = blockOf(below - 1, this.state);
    for (let block = blockOf(from, this.state); block <= last; block++) {
      const body = this.read(block);
      if (body === undefined) continue;
      into.reserve(countOf(body));
      const { hashes, numbers } = into;
      const end = unpackBlock(body, block, this.state, hashes, numbers, into.count);
      let { count } = into;
      for (let at = count; at < end; at++) {
        const hash = hashes[at]!;
        if (hash < from || hash >= below || !isWanted(numbers[at]!)) continue;
        hashes[count] = hash;
        numbers[count++] = numbers[at]!;
      }
      into.count = count;
    }
  }

  /** Hands blocks to the next commit. Entries are ascending by hash, and behind those of the blocks put before. */
  put({ hashes, numbers, count }: Entries): void {
    if (count === 0) return;
    this.#filter?.add(hashes, count);
    const commit = this.#store.nextCommit;
    if (this.#writes.at(-1)?.commit !== commit)
      this.#writes.push({ commit, block: blockOf(hashes[0]!, this.state) });
    for (let from = 0; from < count; ) {
      const block = blockOf(hashes[from]!, this.state);
      const below = startOf(block + 1, this.state);
      let to = from + 1;
      while (to < count && hashes[to]! < below) to++;
      this.#keyView.setUint32(this.#key.length - 4, block);
      this.#store.put(this.#key.slice(), packBlock(hashes, numbers, from, to, this.state));
      from = to;
    }
  }

  /** The same, now that it is known how many entries it has. */
  withEntries(entries: number): this {
    this.state = { ...this.state, entries };
    return this;
  }

  /** Nobody will look for lower hashes any more. */
  letGoBelow(hash: number): void {
    this.#filter?.letGoBelow(hash);
  }

  /** Lets go of what it holds in memory. */
  close(): void {
    this.#cache.giveBack(this.#bytes);
    this.#bytes = 0;
    this.#blocks.length = 0;
  }

  #learn(block: number, body: Uint8Array | undefined): void {
    const count = body === undefined ? 0 : countOf(body);
    if (learned.length < count) learned = new Uint32Array(2 * count);
    if (body !== undefined) unpackHashes(body, block, this.state, learned, 0);
    this.#filter!.learn(block, learned, count);
  }

  /** Keeps a block that was read, if there is room. */
  #hold(block: number, body: Uint8Array | undefined): Uint8Array | null | undefined {
    if (body !== undefined && !this.#cache.take(body.length)) return undefined;
    this.#bytes += body?.length ?? 0;
    const held = body === undefined ? null : this.#store.store.keepsBodies ? body : body.slice();
    this.#blocks[block] = held;
    return held;
  }
}
