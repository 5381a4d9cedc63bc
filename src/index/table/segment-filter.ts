/**
 * Which hashes a segment may hold, in memory: of those that it does not hold, 29 in 30 are told so without a look at its
 * blocks. A Bloom filter whose hashes set two bits in each of two words beside one another (Putze, Sanders and Singler,
 * "Cache-, hash- and space-efficient Bloom filters", 2007): a look costs one place in memory. The words are in the order
 * of the hashes, in chunks that come as they are filled and may be let go from the lowest on.
 */
import { type BlockShape, blockOf } from "./block.js";

const BITS_PER_ENTRY = 8;
const BITS_PER_PAIR = 64;
const CHUNK_BITS = 6;
const CHUNKS = 1 << CHUNK_BITS;
const CHUNK_SHIFT = 32 - CHUNK_BITS;
const CHUNK_MASK = 2 ** CHUNK_SHIFT - 1;
/** Of a block: its hashes are in the filter · not yet, but it was looked at. */
const KNOWN = 1;
const SEEN = 2;
/** Of more entries a segment has none: 512 MB. */
const MOST_ENTRIES = 1 << 29;

export class SegmentFilter {
  readonly #chunks: (Uint32Array | undefined)[] = new Array(CHUNKS).fill(undefined);
  readonly #pairs: number;
  /** Pairs of words for each hash that there can be in a chunk. */
  readonly #scale: number;
  readonly #shape: BlockShape;
  /** By block: KNOWN, SEEN or 0. Null where all are known. */
  #known: Uint8Array | null;
  #unknown: number;
  /** All blocks before it are known. */
  #next = 0;

  private constructor(entries: number, shape: BlockShape, isWhole: boolean) {
    this.#pairs = Math.ceil((BITS_PER_ENTRY * Math.max(1, entries)) / (BITS_PER_PAIR * CHUNKS));
    this.#scale = this.#pairs / 2 ** CHUNK_SHIFT;
    this.#shape = shape;
    this.#known = isWhole ? null : new Uint8Array(shape.blocks);
    this.#unknown = isWhole ? 0 : shape.blocks;
  }

  /** `isWhole` where all that the segment will hold is added before it is asked about. Null for too large a segment. */
  static for(entries: number, shape: BlockShape, isWhole: boolean): SegmentFilter | null {
    return entries > MOST_ENTRIES ? null : new SegmentFilter(entries, shape, isWhole);
  }

  isKnown(block: number): boolean {
    return this.#known === null || this.#known[block] === KNOWN;
  }

  /** Whether a block that is looked at is to be learnt: not the first time, which for many processes is the last. */
  isWorthLearning(block: number): boolean {
    const known = this.#known;
    if (known === null || known[block] === KNOWN) return false;
    const isAgain = known[block] === SEEN;
    known[block] = SEEN;
    return isAgain;
  }

  /** The first block that nothing is known of, or -1. Amortised O(1). */
  nextUnknown(): number {
    if (this.#known === null) return -1;
    while (this.#known[this.#next] === KNOWN) this.#next++;
    return this.#next;
  }

  /** Adds all hashes of a block. */
  learn(block: number, hashes: Uint32Array, count: number): void {
    if (this.#known === null || this.#known[block] === KNOWN) return;
    this.add(hashes, count);
    this.#known[block] = KNOWN;
    if (--this.#unknown === 0) this.#known = null;
  }

  add(hashes: Uint32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      const chunk = hash >>> CHUNK_SHIFT;
      let words = this.#chunks[chunk];
      if (words === undefined) {
        words = new Uint32Array(2 * this.#pairs);
        this.#chunks[chunk] = words;
      }
      const mixed = Math.imul(hash, 0x9e3779b1);
      const at = 2 * Math.floor((hash & CHUNK_MASK) * this.#scale);
      words[at]! |= lowBits(mixed);
      words[at + 1]! |= highBits(mixed);
    }
  }

  mayHold(hash: number): boolean {
    const words = this.#chunks[hash >>> CHUNK_SHIFT];
    if (words !== undefined) {
      const mixed = Math.imul(hash, 0x9e3779b1);
      const at = 2 * Math.floor((hash & CHUNK_MASK) * this.#scale);
      const low = lowBits(mixed);
      const high = highBits(mixed);
      if ((words[at]! & low) === low && (words[at + 1]! & high) === high) return true;
    }
    return this.#known !== null && this.#known[blockOf(hash, this.#shape)] !== KNOWN;
  }

  /** Nobody will ask about lower hashes any more. */
  letGoBelow(hash: number): void {
    this.#chunks.fill(undefined, 0, Math.floor(hash / 2 ** CHUNK_SHIFT));
  }
}

/** Two bits of a word, or one, by Fibonacci hashing: the leading bits of a hash already name the word. */
function lowBits(mixed: number): number {
  return (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31));
}

function highBits(mixed: number): number {
  return (1 << ((mixed >>> 17) & 31)) | (1 << ((mixed >>> 12) & 31));
}
