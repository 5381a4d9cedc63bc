/**
 * Stable least-significant-digit radix sort of (key, value) pairs of 32 bits each: the base of every join in
 * this stage. Three passes of 11 bits; O(n), no comparison. Stability carries the caller's order of values
 * (documents by rank) into each run of equal keys.
 */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MASK = DIGITS - 1;

export class RadixSorter {
  #keys: Uint32Array = new Uint32Array(0);
  #values: Uint32Array = new Uint32Array(0);
  readonly #counts = new Uint32Array(3 * DIGITS);

  /** Sorts the first `count` entries of both arrays by key, in place. */
  sort(keys: Uint32Array, values: Uint32Array, count: number): void {
    if (this.#keys.length < count) {
      this.#keys = new Uint32Array(count);
      this.#values = new Uint32Array(count);
    }
    const counts = this.#counts.fill(0);
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      counts[key & MASK]!++;
      counts[DIGITS + ((key >>> DIGIT_BITS) & MASK)]!++;
      counts[2 * DIGITS + (key >>> (2 * DIGIT_BITS))]!++;
    }
    let fromKeys = keys;
    let fromValues = values;
    let toKeys = this.#keys;
    let toValues = this.#values;
    for (let pass = 0; pass < 3; pass++) {
      const base = pass * DIGITS;
      let sum = 0;
      for (let digit = 0; digit < DIGITS; digit++) {
        const size = counts[base + digit]!;
        counts[base + digit] = sum;
        sum += size;
      }
      const shift = pass * DIGIT_BITS;
      for (let i = 0; i < count; i++) {
        const key = fromKeys[i]!;
        const at = counts[base + ((key >>> shift) & MASK)]!++;
        toKeys[at] = key;
        toValues[at] = fromValues[i]!;
      }
      [fromKeys, toKeys] = [toKeys, fromKeys];
      [fromValues, toValues] = [toValues, fromValues];
    }
    // Three passes end in the scratch arrays.
    keys.set(fromKeys.subarray(0, count));
    values.set(fromValues.subarray(0, count));
  }
}
