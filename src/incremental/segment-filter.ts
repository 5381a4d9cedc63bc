/**
 * Which hashes a segment may hold, in memory: of those that it does not hold, nine in ten are told so without a look at
 * its blocks. Only of segments that this process has written. A Bloom filter of one word a hash (Putze, Sanders and
 * Singler, "Cache-, hash- and space-efficient Bloom filters", 2007): a look costs one place in memory. The words are in
 * the order of the hashes, which come ascending.
 */
const BITS_PER_ENTRY = 6;
const WORD_BITS = 32;
/** Segments of more entries have none: 384 MB. */
const MOST_ENTRIES = 1 << 29;

export class SegmentFilter {
  readonly #words: Uint32Array;
  /** Words for each hash that there can be. */
  readonly #scale: number;

  private constructor(words: number) {
    this.#words = new Uint32Array(words);
    this.#scale = words / 2 ** 32;
  }

  /** Null for a segment that is too large. */
  static for(entries: number): SegmentFilter | null {
    if (entries > MOST_ENTRIES) return null;
    return new SegmentFilter(Math.ceil((BITS_PER_ENTRY * Math.max(1, entries)) / WORD_BITS));
  }

  add(hashes: Uint32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      this.#words[Math.floor(hash * this.#scale)]! |= bitsOf(hash);
    }
  }

  mayHold(hash: number): boolean {
    const bits = bitsOf(hash);
    return (this.#words[Math.floor(hash * this.#scale)]! & bits) === bits;
  }
}

/**
 * Which of the hashes a segment may hold, as this bit of each mask. Without a filter it may hold all. The looks do not
 * wait for one another, as they do where each is followed up at once: most of the time goes into waiting for memory.
 */
export function markHeld(
  filter: SegmentFilter | undefined,
  hashes: Uint32Array,
  masks: Uint32Array,
  bit: number,
): void {
  for (let i = 0; i < hashes.length; i++) {
    if (filter === undefined || filter.mayHold(hashes[i]!)) masks[i]! |= bit;
  }
}

/** Two bits of a word, or one, by Fibonacci hashing: the leading bits of a hash already name the word. */
function bitsOf(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31));
}
