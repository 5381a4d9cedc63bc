/**
 * Where each pair of neighbouring tokens of a text stands: made once for a text, which is compared with many others.
 * Open addressing over the distinct bigrams; those of one bigram are linked, ascending.
 */
import { type Keeper, Kept } from "../../text/kept.js";

export interface BigramIndex {
  /** A power of two of slots; one holds 1 + the first position where its bigram stands, 0 is free. */
  readonly slots: Int32Array;
  /** Position -> 1 + the next one of the same bigram; 0 for none. */
  readonly next: Int32Array;
  /** Distinct bigrams. */
  readonly distinct: number;
  /** Occurrences of the most frequent bigram. */
  readonly most: number;
}

/** The tokens of a text. */
export interface Tokens extends Keeper {
  readonly ids: Uint32Array;
}

const known = new Kept<BigramIndex>();

/** Kept with the text. O(tokens) when first asked for. */
export function bigramIndexOf(text: Tokens): BigramIndex {
  let index = known.get(text);
  if (index === undefined) {
    index = makeIndex(text.ids);
    known.set(text, index);
  }
  return index;
}

export function bigramHash(x: number, y: number): number {
  let h = Math.imul(x ^ Math.imul(y, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae35) >>> 8;
}

/** Slot -> occurrences so far. */
let counts = new Int32Array(1024);

function makeIndex(ids: Uint32Array): BigramIndex {
  let size = 64;
  while (size < 2 * ids.length) size *= 2;
  if (counts.length < size) counts = new Int32Array(size);
  const count = counts;
  const slots = new Int32Array(size);
  const next = new Int32Array(ids.length);
  const mask = size - 1;
  let distinct = 0;
  let most = 0;
  for (let j = ids.length - 2; j >= 0; j--) {
    const x = ids[j]!;
    const y = ids[j + 1]!;
    let slot = bigramHash(x, y) & mask;
    let held = slots[slot]!;
    while (held !== 0 && (ids[held - 1]! !== x || ids[held]! !== y)) {
      slot = (slot + 1) & mask;
      held = slots[slot]!;
    }
    if (held === 0) {
      count[slot] = 1;
      distinct++;
    } else count[slot]!++;
    if (count[slot]! > most) most = count[slot]!;
    next[j] = held;
    slots[slot] = j + 1;
  }
  return { slots, next, distinct, most };
}
