/**
 * In how many groups fingerprints stand, remembered from answer to answer. Exact: whoever changes which groups hold a
 * fingerprint says so here. One slot a hash, by its last bits; a later hash takes the slot of an earlier one.
 */
const FIRST_SLOTS = 1 << 12;
/** 20 MB: the fingerprints of some ten thousand articles. */
const MOST_SLOTS = 1 << 22;
const MOST_COUNT = 255;

export class FrequencyCache {
  #hashes = new Uint32Array(FIRST_SLOTS);
  /** 0 where nothing is known; MOST_COUNT stands for more, too. */
  #counts = new Uint8Array(FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;
  #filled = 0;

  /** 1 up to 255, which stands for more, too; 0 where it is not known. */
  get(hash: number): number {
    const slot = hash & this.#mask;
    return this.#hashes[slot] === hash ? this.#counts[slot]! : 0;
  }

  set(hash: number, count: number): void {
    if (count === 0) return;
    if (2 * this.#filled > this.#mask && this.#mask + 1 < MOST_SLOTS) this.#grow();
    const slot = hash & this.#mask;
    if (this.#counts[slot] === 0) this.#filled++;
    this.#hashes[slot] = hash;
    this.#counts[slot] = Math.min(MOST_COUNT, count);
  }

  /** A group more, or less, holds each of these fingerprints. */
  change(hashes: Uint32Array, change: 1 | -1): void {
    for (const hash of hashes) {
      const slot = hash & this.#mask;
      const count = this.#counts[slot]!;
      if (count === 0 || this.#hashes[slot] !== hash) continue;
      if (change === 1) this.#counts[slot] = Math.min(MOST_COUNT, count + 1);
      else if (count === MOST_COUNT) this.#forget(slot);
      else {
        this.#counts[slot] = count - 1;
        if (count === 1) this.#filled--;
      }
    }
  }

  /** The groups of these fingerprints are others now. */
  forget(hashes: Uint32Array): void {
    for (const hash of hashes) {
      const slot = hash & this.#mask;
      if (this.#hashes[slot] === hash && this.#counts[slot] !== 0) this.#forget(slot);
    }
  }

  #forget(slot: number): void {
    this.#counts[slot] = 0;
    this.#filled--;
  }

  #grow(): void {
    const [hashes, counts] = [this.#hashes, this.#counts];
    const slots = 2 * hashes.length;
    this.#hashes = new Uint32Array(slots);
    this.#counts = new Uint8Array(slots);
    this.#mask = slots - 1;
    for (let at = 0; at < hashes.length; at++) {
      if (counts[at] === 0) continue;
      const slot = hashes[at]! & this.#mask;
      this.#hashes[slot] = hashes[at]!;
      this.#counts[slot] = counts[at]!;
    }
  }
}
