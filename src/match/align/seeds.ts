/**
 * Seeds of an alignment: the maximal runs of at least two equal tokens that two texts share.
 * In: token ids of both. Out: runs (position in a, position in b, length), ascending by position in a.
 * O(|a| + |b| + runs); the tables are reused from pair to pair.
 */
import { type BigramIndex, bigramHash, bigramIndexOf, type Tokens } from "./bigram-index.js";

/** A bigram that stands more often than this in b is paired with the occurrence of the same rank only. */
const OCCURRENCES_PAIRED = 8;

/** A run of this many tokens takes its tokens from runs less than half as long. */
const CLAIMING_TOKENS = 6;

/** Beyond this many tokens in both texts together a run of two is a seed only where its bigram is unique in b. */
const LONG_TEXTS_TOKENS = 20_000;

/** Parallel arrays; entries up to `count` are valid. */
export interface Runs {
  readonly count: number;
  readonly startsA: Int32Array;
  readonly startsB: Int32Array;
  readonly lengths: Int32Array;
}

export class SeedFinder {
  /** The runs of the last call; entries up to its returned count are valid. */
  startsA = new Int32Array(256);
  startsB = new Int32Array(256);
  lengths = new Int32Array(256);

  // The maximal runs before long ones took their tokens from short ones.
  #maximalA = new Int32Array(256);
  #maximalB = new Int32Array(256);
  #maximalLengths = new Int32Array(256);
  #maximal = 0;
  #a: Uint32Array | null = null;
  #b: Uint32Array | null = null;
  #isComplete = false;
  #sharedBigrams = 0;

  #cursor = new Int32Array(1024); // slot -> 1 + the occurrence that is paired next; 0 after the last
  #pairOf = new Uint32Array(1024); // slot -> number of the last pair that shares its bigram
  #pairs = 0;
  #longestA = new Int32Array(512); // position in a -> length of the longest run over it
  #longestB = new Int32Array(512);
  #diagonalEnd = new Int32Array(1024); // diagonal -> last position in a that its latest run covers

  /** Returns the number of runs. */
  find(textA: Tokens, textB: Tokens): number {
    const a = textA.ids;
    const b = textB.ids;
    this.#a = a;
    this.#b = b;
    this.#maximal = 0;
    this.#sharedBigrams = 0;
    this.#isComplete = true;
    if (a.length < 2 || b.length < 2) return 0;
    const index = bigramIndexOf(textB);
    this.#reserve(a.length, b.length, index.slots.length);
    this.#collect(a, b, index);
    return this.#yieldToLonger(a.length, b.length);
  }

  /** Every maximal run of these two texts, if they are those of the last call and none was left out; else null. */
  maximalRuns(a: Uint32Array, b: Uint32Array): Runs | null {
    if (this.#a !== a || this.#b !== b || !this.#isComplete) return null;
    return {
      count: this.#maximal,
      startsA: this.#maximalA,
      startsB: this.#maximalB,
      lengths: this.#maximalLengths,
    };
  }

  /** Jaccard of the sets of word pairs of two texts of the last call, in either order; null for any others. */
  jaccard(textA: Tokens, textB: Tokens): number | null {
    const a = textA.ids;
    const b = textB.ids;
    const known = (this.#a === a && this.#b === b) || (this.#a === b && this.#b === a);
    if (!known || a.length < 2 || b.length < 2) return null;
    const shared = this.#sharedBigrams;
    return shared / (bigramIndexOf(textA).distinct + bigramIndexOf(textB).distinct - shared);
  }

  #collect(a: Uint32Array, b: Uint32Array, { slots, next, most }: BigramIndex): void {
    const mask = slots.length - 1;
    const sizeA = a.length;
    const sizeB = b.length;
    const diagonalEnd = this.#diagonalEnd;
    const pairOf = this.#pairOf;
    const pair = ++this.#pairs;
    const repeats = most > OCCURRENCES_PAIRED;
    const long = sizeA + sizeB > LONG_TEXTS_TOKENS;
    if (repeats) this.#cursor.set(slots);
    let runs = 0;
    let shared = 0;
    for (let i = 0; i + 1 < sizeA; i++) {
      const x = a[i]!;
      const y = a[i + 1]!;
      let slot = bigramHash(x, y) & mask;
      let held = slots[slot]!;
      while (held !== 0 && (b[held - 1]! !== x || b[held]! !== y)) {
        slot = (slot + 1) & mask;
        held = slots[slot]!;
      }
      if (held === 0) continue;
      if (pairOf[slot] !== pair) {
        pairOf[slot] = pair;
        shared++;
      }
      const count = repeats || long ? occurrences(next, held) : 1;
      const single = count > OCCURRENCES_PAIRED;
      if (single) {
        held = this.#cursor[slot]!;
        if (held === 0) continue;
        this.#cursor[slot] = next[held - 1]!;
      }
      for (let at = held; at !== 0; at = single ? 0 : next[at - 1]!) {
        const j = at - 1;
        const diagonal = j - i + sizeA;
        if (diagonalEnd[diagonal]! > i) continue;
        let end = i + 2;
        let endB = j + 2;
        while (end < sizeA && endB < sizeB && a[end] === b[endB]) {
          end++;
          endB++;
        }
        diagonalEnd[diagonal] = end - 1;
        if (long && end - i === 2 && count > 1) continue;
        if (runs === this.#maximalLengths.length) this.#growRuns();
        this.#maximalA[runs] = i;
        this.#maximalB[runs] = j;
        this.#maximalLengths[runs] = end - i;
        runs++;
      }
    }
    this.#maximal = runs;
    this.#sharedBigrams = shared;
    this.#isComplete = !repeats && !long;
  }

  /**
   * Takes from short runs the tokens that a much longer run covers, lest a chance bigram between two copied
   * sentences cut a third one. Keeps the longest part left of each, if it is a run still.
   */
  #yieldToLonger(sizeA: number, sizeB: number): number {
    const runs = this.#maximal;
    const maximalA = this.#maximalA;
    const maximalB = this.#maximalB;
    const maximalLengths = this.#maximalLengths;
    const { startsA, startsB, lengths } = this;
    const longestA = this.#longestA;
    const longestB = this.#longestB;
    longestA.fill(0, 0, sizeA);
    longestB.fill(0, 0, sizeB);
    for (let run = 0; run < runs; run++) {
      const length = maximalLengths[run]!;
      if (length < CLAIMING_TOKENS) continue;
      const a = maximalA[run]!;
      const b = maximalB[run]!;
      for (let k = 0; k < length; k++) {
        if (longestA[a + k]! < length) longestA[a + k] = length;
        if (longestB[b + k]! < length) longestB[b + k] = length;
      }
    }
    let kept = 0;
    for (let run = 0; run < runs; run++) {
      const a = maximalA[run]!;
      const b = maximalB[run]!;
      const length = maximalLengths[run]!;
      const claiming = Math.max(CLAIMING_TOKENS, 2 * length);
      let best = 0;
      let bestAt = 0;
      for (let k = 0, part = 0; k < length; k++) {
        part = longestA[a + k]! >= claiming || longestB[b + k]! >= claiming ? 0 : part + 1;
        if (part > best) {
          best = part;
          bestAt = k + 1 - part;
        }
      }
      if (best < 2) continue;
      startsA[kept] = a + bestAt;
      startsB[kept] = b + bestAt;
      lengths[kept] = best;
      kept++;
    }
    return kept;
  }

  /** Makes room and clears what must start at zero. */
  #reserve(sizeA: number, sizeB: number, slots: number): void {
    if (this.#pairOf.length < slots) {
      this.#pairOf = new Uint32Array(slots);
      this.#cursor = new Int32Array(slots);
    }
    if (this.#longestA.length < sizeA) this.#longestA = new Int32Array(2 * sizeA);
    if (this.#longestB.length < sizeB) this.#longestB = new Int32Array(2 * sizeB);
    const diagonals = sizeA + sizeB + 1;
    if (this.#diagonalEnd.length < diagonals) this.#diagonalEnd = new Int32Array(2 * diagonals);
    else this.#diagonalEnd.fill(0, 0, diagonals);
  }

  #growRuns(): void {
    this.startsA = new Int32Array(2 * this.startsA.length);
    this.startsB = new Int32Array(this.startsA.length);
    this.lengths = new Int32Array(this.startsA.length);
    this.#maximalA = grown(this.#maximalA);
    this.#maximalB = grown(this.#maximalB);
    this.#maximalLengths = grown(this.#maximalLengths);
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** Of the bigram that stands first at `held` - 1; more than OCCURRENCES_PAIRED are not counted. */
function occurrences(next: Int32Array, held: number): number {
  let count = 0;
  for (let at = held; at !== 0 && count <= OCCURRENCES_PAIRED; at = next[at - 1]!) count++;
  return count;
}
