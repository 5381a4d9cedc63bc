/**
 * A table of hashes: under which numbers does a hash stand? A log-structured merge tree: newest entries in a tail in
 * memory (and in a log on disk, so that a new process has them), older ones in immutable segments of sorted blocks,
 * merged with their neighbours as they come to be of one size. Numbers that are dead are passed over by the caller, and
 * dropped when their segment is merged or too many of it are dead.
 */
import { RadixSorter } from "../../candidates/radix.js";
import type { StagedStore } from "../../store/index.js";
import { keyOf } from "../storage/keys.js";
import { shapeFor, startOf } from "./block.js";
import type { BlockCache } from "./block-cache.js";
import { Leaving, type LeavingSegment } from "./leaving.js";
import { Merge } from "./merge.js";
import { readLogs, readNewLogs } from "./post-logs.js";
import { Entries, Segment, type SegmentState } from "./segment.js";
import { packPosts, Tail } from "./tail.js";

/** Where a look for a hash in [from, below) goes. */
interface Source {
  readonly segment: Segment;
  readonly from: number;
  readonly below: number;
}

/** Kept with every commit. */
export interface TableState {
  readonly segments: readonly SegmentState[];
  readonly nextSegment: number;
  /** Number of the next log. */
  readonly nextLog: number;
  /** Segments merged or emptied, and those that merges were writing. */
  readonly leaving: readonly LeavingSegment[];
}

export const NEW_TABLE: TableState = { segments: [], nextSegment: 1, nextLog: 1, leaving: [] };

/** Share of dead entries from which a segment is written anew. */
const DEAD_SHARE = 0.2;

/** Entries read at once, about, where all are read. */
const ENTRIES_PER_RANGE = 1 << 21;
/** Sources that the looks of `beginLooks` are told apart by; there are about a dozen. */
const MASK_BITS = 31;
const HASHES = 2 ** 32;
/** Entries merged before a compaction wants a commit. */
export const ENTRIES_PER_STEP = 1_000_000;

type Parallel = { readonly hashes: Uint32Array; readonly numbers: Uint32Array };
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
  #segments: Segment[] = [];
  /** The newest last. */
  #sources: Source[] = [];
  #nextSegment: number;
  #nextLog: number;
  /** Numbers of the logs that hold the tail. */
  #logs: number[] = [];
  /** Each of newer segments than the one before it, which waits for it: else small segments would pile up meanwhile. */
  #merges: Merge[] = [];
  #leaving: Leaving;
  /** Dead entries by segment, at most. */
  readonly #dead = new Map<number, number>();
  readonly #merged = new Entries();

  /** Of the looks in hand: the hashes, which segments may hold each, where the tail has the first of them. */
  #looked: Uint32Array = new Uint32Array(0);
  #masks = new Uint32Array(1 << 10);
  #ownAt = -1;

  constructor(cache: BlockCache, table: number, state: TableState, isAlive: IsAlive) {
    this.#store = cache.store;
    this.#cache = cache;
    this.#table = table;
    this.#isAlive = isAlive;
    this.#nextSegment = state.nextSegment;
    this.#nextLog = state.nextLog;
    this.#logs = readLogs(cache.store, table, this.tail);
    this.#logged = this.tail.posts.length;
    this.#leaving = new Leaving(cache.store, table, state.leaving);
    this.#open(state.segments);
  }

  /** Goes to what another process has committed. */
  follow(state: TableState): void {
    const [logs, next, end] = [this.#logs, this.#nextLog, state.nextLog];
    this.#logs = readNewLogs(this.#store, this.#table, this.tail, { logs, next, end });
    this.#logged = this.tail.posts.length;
    this.#nextLog = state.nextLog;
    this.#leaving = new Leaving(this.#store, this.#table, state.leaving);
    this.#open(state.segments);
  }

  get segments(): readonly SegmentState[] {
    return this.#segments.map(({ state }) => state);
  }

  get entries(): number {
    return this.#segments.reduce((sum, { state }) => sum + state.entries, this.tail.length);
  }

  /** Entries that no log on disk has yet. */
  get unlogged(): number {
    return this.tail.posts.slice(this.#logged).reduce((sum, { hashes }) => sum + hashes.length, 0);
  }

  /** Numbers under a hash, dead ones among them, the newest first; `visit` returns false to end. */
  find(hash: number, visit: (number: number) => boolean): void {
    if (!this.tail.find(hash, visit)) return;
    for (let i = this.#sources.length - 1; i >= 0; i--) {
      const { segment, from, below } = this.#sources[i]!;
      if (hash < from || hash >= below || !segment.mayHold(hash)) continue;
      if (!segment.find(hash, visit)) return;
    }
  }

  /** Begins looks for these hashes, by their place among them: cheaper than one `find` after the other. */
  beginLooks(hashes: Uint32Array): void {
    if (this.#masks.length < hashes.length) this.#masks = new Uint32Array(2 * hashes.length);
    this.#masks.fill(0, 0, hashes.length);
    this.#looked = hashes;
    const masks = this.#masks;
    for (let i = 0; i < Math.min(this.#sources.length, MASK_BITS); i++) {
      const { segment, from, below } = this.#sources[i]!;
      // The looks do not wait for one another, as they do where each is followed up at once.
      for (let at = 0; at < hashes.length; at++) {
        const hash = hashes[at]!;
        if (hash >= from && hash < below && segment.mayHold(hash)) masks[at]! |= 1 << i;
      }
    }
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
    for (let i = this.#sources.length - 1; i >= 0; i--) {
      const { segment, from, below } = this.#sources[i]!;
      const mayHold =
        i < MASK_BITS ? ((mask >>> i) & 1) === 1 : hash >= from && hash < below && segment.mayHold(hash);
      if (!mayHold) continue;
      if (!segment.find(hash, visit)) return;
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
    for (const { id, first, last, entries } of this.segments) {
      if (number < first || number > last) continue;
      this.#dead.set(id, Math.min(entries, (this.#dead.get(id) ?? 0) + most));
    }
    for (const merge of this.#merges) {
      const { first, last } = merge.output.state;
      if (number >= first && number <= last) merge.dead += most;
    }
  }

  /** Lets go of all entries: none of their numbers is alive. */
  clear(): void {
    this.#clearTail();
    for (const { output, blocks } of this.#merges) this.#drop(output, blocks);
    this.#merges = [];
    for (const segment of this.#segments) this.#drop(segment);
    this.#segments = [];
    this.#setSources();
    // An index without documents holds nothing: no later commit need come.
    this.#leaving.delete(Number.POSITIVE_INFINITY);
  }

  #clearTail(): void {
    for (const log of this.#logs) this.#store.put(keyOf("postLog", this.#table, log), null);
    this.#logs = [];
    this.tail.clear();
    this.#logged = 0;
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
    const merged = this.#merged;
    merged.count = 0;
    merged.reserve(this.tail.length);
    const posts = this.tail.posts.filter(({ number }) => this.#isAlive(number));
    for (const post of posts) merged.addPost(post);
    this.#clearTail();
    const { hashes, numbers, count } = merged;
    if (count === 0) return;
    const numbered = posts.map(({ number }) => number);
    this.#sorter.sort(hashes, numbers, count);
    const segment = this.#newSegment(count, Math.min(...numbered), Math.max(...numbered));
    segment.put(merged);
    this.#segments = [...this.#segments, segment];
    this.#setSources();
  }

  /** Merges about so many entries, beginning a merge where one is due. Returns whether there is more to do. */
  maintain(entries: number): boolean {
    // Deleting comes first: what a merge lets go of is room for the next.
    let left = this.#leaving.delete(entries);
    for (; left > 0; left = this.#leaving.delete(left)) {
      this.#beginDue();
      if (this.#merges.length === 0) break;
      left -= this.#mergeStep(left);
    }
    for (const segment of this.#segments) left -= segment.learnNext(left);
    return this.#merges.length > 0 || this.#leaving.segments.length > 0;
  }

  /** Merges all segments into one, step by step; yields how many entries went in since the last commit asked for. */
  *compaction(): Generator<number, void> {
    let work = 0;
    for (let all = false; this.#merges.length > 0 || this.#leaving.segments.length > 0 || !all; ) {
      const left = this.#leaving.delete(ENTRIES_PER_STEP);
      if (this.#leaving.segments.length === 0 && this.#merges.length === 0 && !all) {
        all = true;
        if (this.#segments.length > 0) this.#begin(this.#segments);
      }
      work += ENTRIES_PER_STEP - left;
      if (this.#merges.length > 0) work += this.#mergeStep(ENTRIES_PER_STEP);
      yield work;
      if (work >= ENTRIES_PER_STEP) work = 0;
    }
  }

  state(): TableState {
    const withDead = ({ state }: Segment) => {
      const { dead: _, ...segment } = state;
      const dead = this.#dead.get(state.id) ?? 0;
      return dead > 0 ? { ...segment, dead } : segment;
    };
    const unfinished = this.#merges.map(({ output, blocks }) => ({ id: output.state.id, blocks }));
    return {
      segments: this.#segments.map(withDead),
      nextSegment: this.#nextSegment,
      nextLog: this.#nextLog,
      leaving: [...this.#leaving.segments, ...unfinished],
    };
  }

  /** Every entry, in no particular order; without a segment those of the tail. */
  visitAll(visit: (hash: number, number: number, segment: number | undefined) => void): void {
    for (const { number, hashes } of this.tail.posts)
      for (const hash of hashes) visit(hash, number, undefined);
    const read = new Entries();
    for (const segment of this.#segments) {
      const { state } = segment;
      for (let block = 0; block < state.blocks; block++) {
        read.count = 0;
        segment.readInto(read, startOf(block, state), startOf(block + 1, state), () => true);
        for (let i = 0; i < read.count; i++) visit(read.hashes[i]!, read.numbers[i]!, state.id);
      }
    }
  }

  /** Wanted entries, ascending by hash, about so many at a time; each hash comes in one piece. The arrays are views. */
  *ranges(isWanted: IsAlive, entries = ENTRIES_PER_RANGE): Generator<Parallel, void> {
    const { posts } = this.tail;
    const read = new Entries();
    const ranges = Math.max(1, Math.ceil(this.entries / entries));
    for (let range = 0; range < ranges; range++) {
      const from = Math.ceil((range * HASHES) / ranges);
      const below = Math.ceil(((range + 1) * HASHES) / ranges);
      read.count = 0;
      for (const segment of this.#segments) segment.readInto(read, from, below, isWanted);
      for (const post of posts) if (isWanted(post.number)) read.addPost(post, from, below);
      const { hashes, numbers, count } = read;
      this.#sorter.sort(hashes, numbers, count);
      yield { hashes: hashes.subarray(0, count), numbers: numbers.subarray(0, count) };
    }
  }

  #open(states: readonly SegmentState[]): void {
    const held = new Map(this.#segments.map((segment) => [segment.state.id, segment]));
    this.#segments = states.map(
      (state) => held.get(state.id) ?? new Segment(this.#cache, this.#table, state, false),
    );
    for (const segment of held.values()) if (!this.#segments.includes(segment)) segment.close();
    this.#dead.clear();
    for (const { id, dead = 0 } of states) if (dead > 0) this.#dead.set(id, dead);
    this.#setSources();
  }

  /** `entries` may be more than there will be. */
  #newSegment(entries: number, first: number, last: number): Segment {
    const state = { ...shapeFor(entries, first, last), last, entries, id: this.#nextSegment++ };
    return new Segment(this.#cache, this.#table, state, true);
  }

  /**
   * Begins the merge that is due among the segments newer than those that are merged already: of the newest, as far back
   * as none is larger than all newer ones together; or of one of which much is dead.
   */
  #beginDue(): void {
    const merging = this.#merges.at(-1)?.inputs.at(-1);
    const free =
      merging === undefined ? this.#segments : this.#segments.slice(this.#segments.indexOf(merging) + 1);
    let newer = 0;
    let from = free.length;
    for (let i = free.length - 1; i >= 0; i--) {
      const { entries } = free[i]!.state;
      if (newer > 0 && entries <= newer) from = i;
      newer += entries;
    }
    if (from < free.length) {
      this.#begin(free.slice(from));
      return;
    }
    const isWorn = ({ id, entries }: SegmentState) => (this.#dead.get(id) ?? 0) > DEAD_SHARE * entries;
    const worn = free.find(({ state }) => isWorn(state));
    if (worn !== undefined) this.#begin([worn]);
  }

  #begin(inputs: readonly Segment[]): void {
    const entries = inputs.reduce((sum, { state }) => sum + state.entries, 0);
    const first = Math.min(...inputs.map(({ state }) => state.first));
    const last = Math.max(...inputs.map(({ state }) => state.last));
    this.#merges.push(new Merge(inputs, this.#newSegment(entries, first, last)));
  }

  /** A step of the merge begun last, of about so many entries; returns how many it took. */
  #mergeStep(entries: number): number {
    const merge = this.#merges.at(-1)!;
    const taken = merge.step(entries, this.#sorter, this.#isAlive);
    if (merge.isDone) this.#finish(merge);
    this.#setSources();
    return taken;
  }

  #finish({ inputs, output, entries, dead }: Merge): void {
    const at = this.#segments.indexOf(inputs[0]!);
    const done = entries === 0 ? [] : [output.withEntries(entries)];
    if (dead > 0) this.#dead.set(output.state.id, Math.min(entries, dead));
    const others = this.#segments.filter((segment) => !inputs.includes(segment));
    this.#segments = [...others.slice(0, at), ...done, ...others.slice(at)];
    this.#merges.pop();
    for (const segment of inputs) this.#drop(segment);
  }

  /** What was merged already is looked for in the output, in the place of its inputs. */
  #setSources(): void {
    this.#sources = this.#segments.flatMap((segment) => {
      const merge = this.#merges.find(({ inputs }) => inputs.includes(segment));
      if (merge === undefined) return { segment, from: 0, below: HASHES };
      const { inputs, output, mergedBelow } = merge;
      const input = { segment, from: mergedBelow, below: HASHES };
      return segment === inputs[0] ? [{ segment: output, from: 0, below: mergedBelow }, input] : input;
    });
  }

  /** Lets go of a segment, of which so many blocks were written. */
  #drop(segment: Segment, blocks = segment.state.blocks): void {
    this.#dead.delete(segment.state.id);
    segment.close();
    this.#leaving.add({ id: segment.state.id, blocks });
  }
}
