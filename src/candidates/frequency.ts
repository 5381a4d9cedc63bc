/**
 * Document frequencies by 32-bit key, in shared memory: open addressing, read-only once built. Keys that stand
 * in one document are not stored: what is absent has frequency 1.
 */

/** Keys with their counts, as one part of the key space hands them over. */
export interface KeyCounts {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** Slots of two words, so that a look-up touches one cache line: a key and its count, which is 0 in a free slot. */
export interface FrequencyData {
  readonly slots: Uint32Array;
}

/** Bits of a fingerprint's count that say how many groups hold it; the rest, on how many days it stands. */
const GROUP_BITS = 22;
const MOST_GROUPS = 2 ** GROUP_BITS - 1;
const MOST_DAYS = 2 ** (32 - GROUP_BITS) - 1;

/** Groups and days of a fingerprint in one count. */
export function packedUse(groups: number, days: number): number {
  return ((Math.min(MOST_DAYS, days) << GROUP_BITS) | Math.min(MOST_GROUPS, groups)) >>> 0;
}

export function groupsOfUse(use: number): number {
  return use & MOST_GROUPS;
}

export function daysOfUse(use: number): number {
  return use >>> GROUP_BITS;
}

/** Builds a table of all parts. `allocate` gives zeroed memory. A key must not stand in two parts. */
export function buildFrequencies(
  parts: readonly KeyCounts[],
  allocate: (bytes: number) => ArrayBufferLike,
): FrequencyData {
  const total = parts.reduce((sum, { keys }) => sum + keys.length, 0);
  let size = 1024;
  while (size < 2 * total) size *= 2;
  const slots = new Uint32Array(allocate(8 * size));
  const mask = size - 1;
  for (const { keys, counts } of parts) {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      let slot = spread(key) & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = key;
      slots[2 * slot + 1] = counts[i]!;
    }
  }
  return { slots };
}

export function frequencyOf({ slots }: FrequencyData, key: number): number {
  const mask = slots.length / 2 - 1;
  let slot = spread(key) & mask;
  for (;;) {
    const count = slots[2 * slot + 1]!;
    if (count === 0) return 1;
    if (slots[2 * slot] === key) return count;
    slot = (slot + 1) & mask;
  }
}

function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Counts, for each key of one part of the key space, in how many documents it stands. */
export class FrequencyCounter {
  #keys = new Uint32Array(1 << 16);
  #counts = new Uint32Array(1 << 16);
  #lastDocument = new Uint32Array(1 << 16);
  #size = 0;

  /** Documents come one after another, numbered from 1; a key counts once in each. */
  add(key: number, document: number): void {
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const mask = this.#keys.length - 1;
    let slot = spread(key) & mask;
    while (this.#counts[slot] !== 0) {
      if (this.#keys[slot] === key) {
        if (this.#lastDocument[slot] !== document) {
          this.#lastDocument[slot] = document;
          this.#counts[slot]!++;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#keys[slot] = key;
    this.#counts[slot] = 1;
    this.#lastDocument[slot] = document;
    this.#size++;
  }

  /** The keys that stand in at least two documents. */
  repeated(): KeyCounts {
    let length = 0;
    for (const count of this.#counts) if (count > 1) length++;
    const keys = new Uint32Array(length);
    const counts = new Uint32Array(length);
    let at = 0;
    for (let slot = 0; slot < this.#counts.length; slot++) {
      if (this.#counts[slot]! <= 1) continue;
      keys[at] = this.#keys[slot]!;
      counts[at++] = this.#counts[slot]!;
    }
    return { keys, counts };
  }

  #grow(): void {
    const [keys, counts, lastDocument] = [this.#keys, this.#counts, this.#lastDocument];
    const size = 2 * keys.length;
    this.#keys = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    this.#lastDocument = new Uint32Array(size);
    for (let old = 0; old < keys.length; old++) {
      if (counts[old] === 0) continue;
      let slot = spread(keys[old]!) & (size - 1);
      while (this.#counts[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#keys[slot] = keys[old]!;
      this.#counts[slot] = counts[old]!;
      this.#lastDocument[slot] = lastDocument[old]!;
    }
  }
}
