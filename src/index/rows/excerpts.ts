/**
 * Kept entries that share a dense group of uncommon fingerprints with an item: what `candidates/excerpts.ts` finds in a
 * collection, for one document against a standing index of which it is already a part.
 */
import { GIANT_BUCKET } from "../../candidates/buckets.js";
import { fingerprintWeight, isDense, leastDense, SHARED_ANYWHERE } from "../../candidates/excerpts.js";
import { FINGERPRINT_TOKENS, fingerprintAt } from "../../candidates/fingerprints.js";
import { SEVERAL_POSITIONS } from "../../candidates/postings.js";
import { GROUP_CAP, MEMBER_CAP } from "../../collection/excerpts.js";
import type { GroupCounter } from "./background.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts.js";

export interface SharedFingerprints {
  /** The entry that has them too. */
  readonly other: number;
  /** Which fingerprints of the item: those that stand in at most GROUP_CAP groups and in this entry, ascending. */
  readonly places: number[];
  /** Sum of their weights. */
  total: number;
}

/** Sums of a window and of all may differ by the order in which they were added. */
const ROUNDING = 1e-6;

/** What is asked of the groups of copies; `Graph` knows. */
export interface Groups {
  readonly groups: number;
  leaderOf(entry: number): number;
  compareRank(x: number, y: number): number;
  sizeOf(seed: number): number;
}

/** Where no groups are known: every document is one of its own. */
export function ungrouped(documents: () => number): Groups {
  return {
    get groups() {
      return documents();
    },
    leaderOf: (entry) => entry,
    compareRank: (x, y) => x - y,
    sizeOf: () => 1,
  };
}

export class ExcerptSearch {
  readonly #rows: Rows;
  readonly #graph: Groups;
  readonly #texts: Texts;
  readonly #counter: GroupCounter;
  readonly #positionsA = new Uint32Array(SHARED_ANYWHERE);
  readonly #positionsB = new Uint32Array(SHARED_ANYWHERE);
  readonly #weights = new Float32Array(SHARED_ANYWHERE);
  /** Of the text in hand, and where they stand once that was asked. */
  #fingerprints: Uint32Array = new Uint32Array(0);
  #own: Uint32Array | null = null;
  /** What the fingerprints of the text in hand weigh, by place. */
  #weightOf = new Float32Array(1 << 10);
  /** By row: how many fingerprints it shares, then which of those found it is; all 0 between two questions. */
  #marks = new Uint16Array(0);
  /** Entries of the fingerprint looked at last that had too many, and the first of them. */
  #lastMembers: { readonly of: Uint32Array; readonly first: number[] } = {
    of: new Uint32Array(0),
    first: [],
  };
  /** (row, place) of all that are shared. */
  #pairs = new Uint32Array(1 << 12);

  constructor(rows: Rows, graph: Groups, texts: Texts, counter: GroupCounter) {
    this.#rows = rows;
    this.#graph = graph;
    this.#texts = texts;
    this.#counter = counter;
  }

  /** Entries worth aligning with the text of `entry`. */
  candidates(entry: number): number[] {
    const rows = this.#rows;
    const { groups } = this.#graph;
    const least = leastDense(groups, GROUP_CAP);
    const group = rows.groupOf(entry);
    const isGiant = this.#graph.sizeOf(group) > GIANT_BUCKET;
    const found: number[] = [];
    this.#own = null;
    for (const shared of this.shared(entry, least)) {
      const { other, places } = shared;
      if (isGiant && rows.groupOf(other) === group) continue;
      // What all together do not weigh, no window does: two in five are told without their text.
      const isMany = places.length >= SHARED_ANYWHERE;
      if (!isMany && shared.total < least - ROUNDING) continue;
      if (isMany || this.#isDense(entry, shared, least)) found.push(other);
    }
    return found;
  }

  /** Other entries that share as many fingerprints with the text of `entry` as weigh `least` if rare as can be. */
  shared(entry: number, least: number): SharedFingerprints[] {
    const { groups } = this.#graph;
    const rows = this.#rows;
    const minShared = Math.min(MOST_MARK, Math.ceil(least / fingerprintWeight(groups, 1)));
    const fingerprints = this.#texts.fingerprints(entry);
    this.#fingerprints = fingerprints;
    this.#lastMembers = { of: new Uint32Array(0), first: [] };
    if (this.#weightOf.length < fingerprints.length)
      this.#weightOf = new Float32Array(2 * fingerprints.length);
    if (this.#marks.length < rows.room) this.#marks = new Uint16Array(rows.room);
    const marks = this.#marks;
    let length = 0;
    this.#counter.begin(entry, fingerprints);
    for (let place = 0; place < fingerprints.length; place++) {
      if (this.#counter.isKnownAbove(place, GROUP_CAP)) continue;
      const holders = this.#counter.countAt(place, GROUP_CAP + 1);
      if (holders > GROUP_CAP || this.#counter.size < 2) continue;
      let entries: ArrayLike<number> = this.#counter.entries;
      if (entries.length > MEMBER_CAP) {
        const first = this.#firstMembers(this.#counter.entries);
        if (!first.includes(entry)) continue;
        entries = first;
      }
      this.#weightOf[place] = fingerprintWeight(groups, holders);
      if (length + 2 * entries.length > this.#pairs.length) this.#pairs = grown(this.#pairs, entries.length);
      for (let i = 0; i < entries.length; i++) {
        const other = entries[i]!;
        if (other === entry) continue;
        const row = rows.at(other);
        if (marks[row]! < MOST_MARK) marks[row]!++;
        this.#pairs[length++] = other;
        this.#pairs[length++] = place;
      }
    }
    return this.#collect(this.#pairs.subarray(0, length), minShared);
  }

  /** Those entries of the pairs that have been marked so often. */
  #collect(pairs: Uint32Array, minShared: number): SharedFingerprints[] {
    const [rows, marks] = [this.#rows, this.#marks];
    const found: SharedFingerprints[] = [];
    const byRow = new Map<number, SharedFingerprints>();
    for (let at = 0; at < pairs.length; at += 2) {
      const other = pairs[at]!;
      const row = rows.at(other);
      if (marks[row]! < minShared) continue;
      const place = pairs[at + 1]!;
      let shared = byRow.get(row);
      if (shared === undefined) {
        shared = { other, places: [], total: 0 };
        byRow.set(row, shared);
        found.push(shared);
      }
      shared.places.push(place);
      shared.total += this.#weightOf[place]!;
    }
    for (let at = 0; at < pairs.length; at += 2) marks[rows.at(pairs[at]!)] = 0;
    return found;
  }

  /** Of each group the first entries in rank, as many as are posted to one fingerprint. */
  #firstMembers(entries: Uint32Array): number[] {
    // All fingerprints of a formula stand in the same entries.
    const { of, first } = this.#lastMembers;
    if (of.length === entries.length && Buffer.compare(bytesOf(of), bytesOf(entries)) === 0) return first;
    const members = this.#rankedMembers(entries);
    this.#lastMembers = { of: entries.slice(), first: members };
    return members;
  }

  #rankedMembers(entries: Uint32Array): number[] {
    const graph = this.#graph;
    const ranked = [...entries].sort((x, y) => graph.compareRank(graph.leaderOf(x), graph.leaderOf(y)));
    const members = new Map<number, number>();
    return ranked.filter((entry) => {
      const group = this.#rows.groupOf(entry);
      const before = members.get(group) ?? 0;
      members.set(group, before + 1);
      return before < MEMBER_CAP;
    });
  }

  #isDense(x: number, { other: y, places }: SharedFingerprints, least: number): boolean {
    const graph = this.#graph;
    const isFirst = graph.compareRank(graph.leaderOf(x), graph.leaderOf(y)) < 0;
    const fingerprints = this.#fingerprints;
    this.#own ??= positionsOf(this.#texts.article(x).ids, fingerprints);
    const own = Uint32Array.from(places, (place) => this.#own![place]!);
    const hashes = Uint32Array.from(places, (place) => fingerprints[place]!);
    const others = positionsOf(this.#texts.article(y).ids, hashes);
    const [inA, inB] = isFirst ? [own, others] : [others, own];
    let count = 0;
    let placeless = 0;
    for (let i = 0; i < places.length; i++) {
      const heavy = this.#weightOf[places[i]!]!;
      if (inA[i] === SEVERAL_POSITIONS || inB[i] === SEVERAL_POSITIONS) placeless += heavy;
      else {
        this.#positionsA[count] = inA[i]!;
        this.#positionsB[count] = inB[i]!;
        this.#weights[count++] = heavy;
      }
    }
    return isDense(count, this.#positionsA, this.#positionsB, this.#weights, placeless, least);
  }
}

/** Marks that a row can have. */
const MOST_MARK = 0xffff;

function grown(pairs: Uint32Array, more: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * (pairs.length + more));
  larger.set(pairs);
  return larger;
}

const SIEVE = 1024;
const sieve = new Uint8Array(SIEVE);

/** Where each of the fingerprints, which are ascending, stands, or SEVERAL_POSITIONS. O(tokens). */
function positionsOf(ids: Uint32Array, hashes: Uint32Array): Uint32Array {
  const seen = new Uint8Array(hashes.length);
  const positions = new Uint32Array(hashes.length);
  // Most fingerprints are none of them, which a table of bits tells sooner.
  for (const hash of hashes) sieve[hash & (SIEVE - 1)] = 1;
  for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
    const hash = fingerprintAt(ids, at);
    if (sieve[hash & (SIEVE - 1)] === 0) continue;
    const found = placeOf(hashes, hash);
    if (found < 0) continue;
    positions[found] = seen[found] === 1 ? SEVERAL_POSITIONS : at;
    seen[found] = 1;
  }
  for (const hash of hashes) sieve[hash & (SIEVE - 1)] = 0;
  return positions;
}

/** Among ascending numbers; -1 where it is none of them. */
function placeOf(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted ? low : -1;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
