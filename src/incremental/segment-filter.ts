/**
 * Which hashes a segment may hold, as bits in memory: of those that it does not hold, seven in eight are told so without
 * a look at its blocks. Only of segments that this process has written.
 */
const BITS_PER_ENTRY = 8;
/** Segments of more entries have none: 16 MB. */
const MOST_ENTRIES = 1 << 24;

export class SegmentFilter {
  readonly #bits: Uint8Array;
  readonly #shift: number;

  private constructor(log2: number) {
    this.#bits = new Uint8Array(1 << (log2 - 3));
    this.#shift = 32 - log2;
  }

  /** Null for a segment that is too large. */
  static for(entries: number): SegmentFilter | null {
    if (entries > MOST_ENTRIES) return null;
    return new SegmentFilter(Math.max(3, Math.ceil(Math.log2(Math.max(1, BITS_PER_ENTRY * entries)))));
  }

  add(hashes: Uint32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const bit = hashes[i]! >>> this.#shift;
      this.#bits[bit >>> 3]! |= 1 << (bit & 7);
    }
  }

  mayHold(hash: number): boolean {
    const bit = hash >>> this.#shift;
    return ((this.#bits[bit >>> 3]! >>> (bit & 7)) & 1) === 1;
  }
}
