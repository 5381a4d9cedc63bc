/**
 * Kept entries that share a dense group of uncommon fingerprints with an item: what `candidates/excerpts.ts` finds in a
 * collection, for one document against a standing index of which it is already a part.
 */
import { GIANT_BUCKET } from "../candidates/buckets.js";
import { fingerprintWeight, isDense, leastDense, SHARED_ANYWHERE } from "../candidates/excerpts.js";
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { SEVERAL_POSITIONS } from "../candidates/postings.js";
import { GROUP_CAP, MEMBER_CAP } from "../collection/excerpts.js";
import type { GroupCounter } from "./background.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts.js";

export interface SharedFingerprints {
  /** Fingerprints of the item that stand in at most GROUP_CAP groups and in this entry, ascending. */
  readonly hashes: number[];
  readonly weights: number[];
  /** Sum of the weights. */
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
  /** Where the fingerprints of the text in hand stand, once that was asked. */
  #placesOf: ReadonlyMap<number, number> | null = null;

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
    const minShared = Math.ceil(least / fingerprintWeight(groups, 1));
    const group = rows.groupOf(entry);
    const isGiant = this.#graph.sizeOf(group) > GIANT_BUCKET;
    const found: number[] = [];
    this.#placesOf = null;
    for (const [other, shared] of this.shared(entry)) {
      const count = shared.hashes.length;
      if (count < minShared || (isGiant && rows.groupOf(other) === group)) continue;
      // What all together do not weigh, no window does: two in five are told without their text.
      if (count < SHARED_ANYWHERE && shared.total < least - ROUNDING) continue;
      if (count >= SHARED_ANYWHERE || this.#isDense(entry, other, shared, least)) found.push(other);
    }
    return found;
  }

  /** Other entries by what they share with the text of `entry`. */
  shared(entry: number): Map<number, SharedFingerprints> {
    const found = new Map<number, SharedFingerprints>();
    const fingerprints = this.#texts.fingerprints(entry);
    this.#counter.begin(entry, fingerprints);
    for (let place = 0; place < fingerprints.length; place++) {
      if (this.#counter.isKnownAbove(place, GROUP_CAP)) continue;
      const hash = fingerprints[place]!;
      const holders = this.#counter.countAt(place, GROUP_CAP + 1);
      if (holders > GROUP_CAP || this.#counter.size < 2) continue;
      let entries: ArrayLike<number> & Iterable<number> = this.#counter.entries;
      if (entries.length > MEMBER_CAP) {
        const first = this.#firstMembers(entries);
        if (!first.includes(entry)) continue;
        entries = first;
      }
      const weight = fingerprintWeight(this.#graph.groups, holders);
      for (const other of entries) {
        if (other === entry) continue;
        const shared = found.get(other);
        if (shared === undefined) found.set(other, { hashes: [hash], weights: [weight], total: weight });
        else {
          shared.hashes.push(hash);
          shared.weights.push(weight);
          shared.total += weight;
        }
      }
    }
    return found;
  }

  /** Of each group the first entries in rank, as many as are posted to one fingerprint. */
  #firstMembers(entries: Iterable<number>): number[] {
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

  #isDense(x: number, y: number, { hashes, weights }: SharedFingerprints, least: number): boolean {
    const graph = this.#graph;
    const isFirst = graph.compareRank(graph.leaderOf(x), graph.leaderOf(y)) < 0;
    this.#placesOf ??= allPositions(this.#texts.article(x).ids);
    const own = Uint32Array.from(hashes, (hash) => this.#placesOf!.get(hash)!);
    const others = positionsOf(this.#texts.article(y).ids, hashes);
    const [inA, inB] = isFirst ? [own, others] : [others, own];
    let count = 0;
    let placeless = 0;
    for (let i = 0; i < hashes.length; i++) {
      const heavy = Math.fround(weights[i]!);
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

/** Where each fingerprint stands, or SEVERAL_POSITIONS. O(tokens). */
function allPositions(ids: Uint32Array): Map<number, number> {
  const positions = new Map<number, number>();
  for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
    const hash = fingerprintAt(ids, at);
    positions.set(hash, positions.has(hash) ? SEVERAL_POSITIONS : at);
  }
  return positions;
}

const SIEVE = 1024;
const sieve = new Uint8Array(SIEVE);

/** Where each of the fingerprints, which are ascending, stands, or SEVERAL_POSITIONS. O(tokens). */
function positionsOf(ids: Uint32Array, hashes: readonly number[]): Uint32Array {
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
function placeOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted ? low : -1;
}
