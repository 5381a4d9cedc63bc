/**
 * Seeds of an alignment: the maximal runs of at least two equal tokens that two texts share.
 * In: token ids of both. Out: runs (position in a, position in b, length), ascending by position in a.
 * O(|a| + |b| + runs); the tables are reused from pair to pair.
 */

/** A bigram that stands more often than this in b is paired with the occurrence of the same rank only. */
const OCCURRENCES_PAIRED = 8;

/** A run of this many tokens takes its tokens from runs less than half as long. */
const CLAIMING_TOKENS = 6;

/** Beyond this many tokens in both texts together a run of two is a seed only where its bigram is unique in b. */
const LONG_TEXTS_TOKENS = 20_000;

export class SeedFinder {
  /** The runs of the last call; entries up to its returned count are valid. */
  startsA = new Int32Array(256);
  startsB = new Int32Array(256);
  lengths = new Int32Array(256);

  // Open addressing over the bigrams of b; a slot holds 1 + the first position in b where its bigram stands, 0 is free.
  #slots = new Int32Array(1024);
  #count = new Int32Array(1024); // slot -> occurrences in b
  #cursor = new Int32Array(1024); // slot -> 1 + the occurrence that is paired next; 0 after the last
  #next = new Int32Array(512); // position in b -> 1 + the next one of the same bigram; 0 for none
  #longestA = new Int32Array(512); // position in a -> length of the longest run over it
  #longestB = new Int32Array(512);
  #indexed: Uint32Array | null = null;
  #mask = 0;
  #repeats = false; // a bigram of b stands there more than OCCURRENCES_PAIRED times
  #diagonalEnd = new Int32Array(1024); // diagonal -> last position in a that its latest run covers

  /** Returns the number of runs. */
  find(a: Uint32Array, b: Uint32Array): number {
    if (a.length < 2 || b.length < 2) return 0;
    this.#reserve(a.length, b.length);
    // A text that was the second of the last pair too keeps its index: pairs of one text come together.
    if (this.#indexed !== b) this.#index(b);
    if (this.#repeats) this.#cursor.set(this.#slots.subarray(0, this.#mask + 1));
    return this.#yieldToLonger(this.#collect(a, b), a.length, b.length);
  }

  #index(b: Uint32Array): void {
    let size = 1024;
    while (size < 2 * b.length) size *= 2;
    if (this.#slots.length < size) {
      this.#slots = new Int32Array(size);
      this.#count = new Int32Array(size);
      this.#cursor = new Int32Array(size);
    } else this.#slots.fill(0, 0, size);
    const mask = size - 1;
    const slots = this.#slots;
    const count = this.#count;
    const next = this.#next;
    let repeats = false;
    for (let j = b.length - 2; j >= 0; j--) {
      const x = b[j]!;
      const y = b[j + 1]!;
      let slot = bigramHash(x, y) & mask;
      let held = slots[slot]!;
      while (held !== 0 && (b[held - 1]! !== x || b[held]! !== y)) {
        slot = (slot + 1) & mask;
        held = slots[slot]!;
      }
      if (held === 0) count[slot] = 1;
      else if (++count[slot]! > OCCURRENCES_PAIRED) repeats = true;
      next[j] = held;
      slots[slot] = j + 1;
    }
    this.#indexed = b;
    this.#mask = mask;
    this.#repeats = repeats;
  }

  #collect(a: Uint32Array, b: Uint32Array): number {
    const mask = this.#mask;
    const slots = this.#slots;
    const next = this.#next;
    const sizeA = a.length;
    const sizeB = b.length;
    const diagonalEnd = this.#diagonalEnd;
    const long = sizeA + sizeB > LONG_TEXTS_TOKENS;
    let runs = 0;
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
      const count = this.#count[slot]!;
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
        if (runs === this.lengths.length) this.#growRuns();
        this.startsA[runs] = i;
        this.startsB[runs] = j;
        this.lengths[runs] = end - i;
        runs++;
      }
    }
    return runs;
  }

  /**
   * Takes from short runs the tokens that a much longer run covers, lest a chance bigram between two copied
   * sentences cut a third one. Keeps the longest part left of each, if it is a run still.
   */
  #yieldToLonger(runs: number, sizeA: number, sizeB: number): number {
    const { startsA, startsB, lengths } = this;
    const longestA = this.#longestA;
    const longestB = this.#longestB;
    longestA.fill(0, 0, sizeA);
    longestB.fill(0, 0, sizeB);
    for (let run = 0; run < runs; run++) {
      const length = lengths[run]!;
      if (length < CLAIMING_TOKENS) continue;
      const a = startsA[run]!;
      const b = startsB[run]!;
      for (let k = 0; k < length; k++) {
        if (longestA[a + k]! < length) longestA[a + k] = length;
        if (longestB[b + k]! < length) longestB[b + k] = length;
      }
    }
    let kept = 0;
    for (let run = 0; run < runs; run++) {
      const a = startsA[run]!;
      const b = startsB[run]!;
      const length = lengths[run]!;
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
  #reserve(sizeA: number, sizeB: number): void {
    if (this.#next.length < sizeB) {
      this.#indexed = null;
      this.#next = new Int32Array(2 * sizeB);
    }
    if (this.#longestA.length < sizeA) this.#longestA = new Int32Array(2 * sizeA);
    if (this.#longestB.length < sizeB) this.#longestB = new Int32Array(2 * sizeB);
    const diagonals = sizeA + sizeB + 1;
    if (this.#diagonalEnd.length < diagonals) this.#diagonalEnd = new Int32Array(2 * diagonals);
    else this.#diagonalEnd.fill(0, 0, diagonals);
  }

  #growRuns(): void {
    for (const name of ["startsA", "startsB", "lengths"] as const) {
      const grown = new Int32Array(2 * this[name].length);
      grown.set(this[name]);
      this[name] = grown;
    }
  }
}

function bigramHash(x: number, y: number): number {
  let h = Math.imul(x ^ Math.imul(y, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae35) >>> 8;
}
