/**
 * Exact overlap of two texts as sets of token shingles: what verifies a candidate pair before anybody sees it.
 * In: token ids of both texts. Out: Jaccard of the shingle sets, and the share of each text's tokens that lie
 * in a shingle standing in the other too. O(|a| + |b|); the tables are reused from pair to pair.
 */

export interface Overlap {
  /** |A ∩ B| / |A ∪ B| over distinct shingles; 0 where a text has no token. */
  readonly jaccard: number;
  /** Share of the tokens of a (of b) covered by shared shingles. */
  readonly containmentA: number;
  readonly containmentB: number;
}

const NONE: Overlap = { jaccard: 0, containmentA: 0, containmentB: 0 };

export class OverlapCounter {
  // Open addressing; a slot holds 1 + an entry number, 0 is free.
  #slots = new Int32Array(4096);
  // Where the shingle of an entry starts: position in a, or |a| + position in b.
  #startOf = new Int32Array(2048);
  #shared = new Uint8Array(2048);
  #entryOfA = new Int32Array(2048);

  /** A text shorter than `shingleTokens` is one shingle of all its tokens, which equals only itself. */
  compare(a: Uint32Array, b: Uint32Array, shingleTokens: number): Overlap {
    if (a.length === 0 || b.length === 0) return NONE;
    const widthA = Math.min(shingleTokens, a.length);
    const widthB = Math.min(shingleTokens, b.length);
    if (widthA !== widthB) return NONE;
    const countA = a.length - widthA + 1;
    const countB = b.length - widthB + 1;
    const mask = this.#reserve(countA + countB);
    const slots = this.#slots;
    const startOf = this.#startOf;
    const shared = this.#shared;
    const entryOfA = this.#entryOfA;
    let entries = 0;

    for (let i = 0; i < countA; i++) {
      let slot = shingleHash(a, i, widthA) & mask;
      for (;;) {
        const held = slots[slot]!;
        if (held === 0) {
          startOf[entries] = i;
          shared[entries] = 0;
          entryOfA[i] = entries++;
          slots[slot] = entries;
          break;
        }
        if (equalRuns(a, startOf[held - 1]!, a, i, widthA)) {
          entryOfA[i] = held - 1;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }

    let sharedCount = 0;
    let coveredB = 0;
    let coveredTo = 0;
    for (let j = 0; j < countB; j++) {
      let slot = shingleHash(b, j, widthB) & mask;
      for (;;) {
        const held = slots[slot]!;
        if (held === 0) {
          startOf[entries++] = a.length + j;
          slots[slot] = entries;
          break;
        }
        const start = startOf[held - 1]!;
        if (start >= a.length) {
          if (equalRuns(b, start - a.length, b, j, widthB)) break;
        } else if (equalRuns(a, start, b, j, widthB)) {
          if (shared[held - 1] === 0) {
            shared[held - 1] = 1;
            sharedCount++;
          }
          coveredB += j + widthB - Math.max(coveredTo, j);
          coveredTo = j + widthB;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }

    let coveredA = 0;
    coveredTo = 0;
    for (let i = 0; i < countA; i++) {
      if (shared[entryOfA[i]!] === 0) continue;
      coveredA += i + widthA - Math.max(coveredTo, i);
      coveredTo = i + widthA;
    }
    return {
      jaccard: sharedCount / entries,
      containmentA: coveredA / a.length,
      containmentB: coveredB / b.length,
    };
  }

  #reserve(shingles: number): number {
    let size = 1024;
    while (size < 2 * shingles) size *= 2;
    if (this.#slots.length < size) this.#slots = new Int32Array(size);
    else this.#slots.fill(0, 0, size);
    if (this.#startOf.length < shingles) {
      this.#startOf = new Int32Array(size);
      this.#shared = new Uint8Array(size);
      this.#entryOfA = new Int32Array(size);
    }
    return size - 1;
  }
}

function shingleHash(ids: Uint32Array, start: number, width: number): number {
  let hash = ids[start]!;
  for (let i = 1; i < width; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash + Math.imul(ids[start + i]!, 0x297a2d39)) | 0;
  }
  return hash ^ (hash >>> 16);
}

function equalRuns(a: Uint32Array, i: number, b: Uint32Array, j: number, width: number): boolean {
  for (let k = 0; k < width; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}
