/**
 * In how many groups fingerprints stand, remembered from answer to answer. Exact: whoever changes which groups hold a
 * fingerprint says so here. One slot a hash, by its last bits; a later hash takes the slot of an earlier one.
 *
 * slot := the hash's other bits (at most 24) << 8 | count     (0: free)
 */
const FIRST_BITS = 12;
/** 8 MB: the fingerprints of some thousand articles. More would not stay in the processor's own memory. */
const MOST_BITS = 21;
const MOST_COUNT = 255;

export class FrequencyCache {
  #bits = FIRST_BITS;
  #slots = new Uint32Array(1 << FIRST_BITS);
  #filled = 0;

  /** 1 up to 255, which stands for more, too; 0 where it is not known. */
  get(hash: number): number {
    const held = this.#slots[hash & (this.#slots.length - 1)]!;
    return held >>> 8 === hash >>> this.#bits ? held & MOST_COUNT : 0;
  }

  /** `get` for each; the looks do not wait for one another. */
  getAll(hashes: Uint32Array, counts: Uint8Array): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const bits = this.#bits;
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!;
      const held = slots[hash & mask]!;
      counts[i] = held >>> 8 === hash >>> bits ? held & MOST_COUNT : 0;
    }
  }

  /** `count` is 1 at least. */
  set(hash: number, count: number): void {
    if (2 * this.#filled > this.#slots.length && this.#bits < MOST_BITS) this.#grow();
    const slot = hash & (this.#slots.length - 1);
    if (this.#slots[slot] === 0) this.#filled++;
    this.#slots[slot] = ((hash >>> this.#bits) << 8) | Math.min(MOST_COUNT, count);
  }

  /** A group more, or less, holds each of these fingerprints. */
  change(hashes: Uint32Array, change: 1 | -1): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (const hash of hashes) {
      const held = slots[hash & mask]!;
      const count = held & MOST_COUNT;
      if (count === 0 || held >>> 8 !== hash >>> this.#bits) continue;
      if (change === 1) {
        if (count < MOST_COUNT) slots[hash & mask] = held + 1;
      } else if (count > 1 && count < MOST_COUNT) slots[hash & mask] = held - 1;
      else this.#free(hash & mask);
    }
  }

  /** The groups of these fingerprints are others now. */
  forget(hashes: Uint32Array): void {
    for (const hash of hashes) if (this.get(hash) !== 0) this.#free(hash & (this.#slots.length - 1));
  }

  clear(): void {
    this.#slots.fill(0);
    this.#filled = 0;
  }

  #free(slot: number): void {
    this.#slots[slot] = 0;
    this.#filled--;
  }

  #grow(): void {
    const old = this.#slots;
    const bits = this.#bits;
    this.#bits++;
    this.#slots = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at++) {
      const held = old[at]!;
      if (held === 0) continue;
      const hash = ((held >>> 8) << bits) | at;
      this.#slots[hash & (this.#slots.length - 1)] = ((hash >>> this.#bits) << 8) | (held & MOST_COUNT);
    }
  }
}
