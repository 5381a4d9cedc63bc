/**
 * Signatures of sets, in plain TypeScript: the definition, the test oracle, and the fallback for
 * `assembly/sketch.ts`. Both give the same bytes.
 *
 * In: 64-bit element hashes as pairs of words (low, high), which must be uniform (the kernel's shingle hashes
 * are). Their order and repetition do not matter. Out: 32-bit slots; two sets' share of equal slots estimates
 * their Jaccard similarity. The empty set's slots are all 0xFFFFFFFF.
 *
 * - `fss`: the default. Less error than MinHash for the same slots, most for short texts (RMS about .72, .75,
 *   .88 of √(J(1−J)/slots) at 50, 150, 400 elements), and its cost hardly grows with the slots.
 * - `affine32`: equal to datasketch 2.x's MinHash with seed 1, given the same 32-bit element hashes.
 */

const EMPTY = 0xffffffff;

/** The finaliser of MurmurHash3, a bijection of 32-bit words. */
export function fmix32(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Fast Similarity Sketching (Dahlgaard, Knudsen, Thorup 2017). In round r = 0, 1, … each element (low, high)
 * falls on one slot with one value, and each slot that no earlier round has filled takes the least value
 * that fell on it:
 *
 *     factor(i) = fmix32(i) | 1
 *     slot      = ((low · factor(2r + 1) mod 2³²) >> 16) · slots >> 16     for r < slots
 *     slot      = r − slots                                               for slots ≤ r < 2 · slots
 *     value     = min(high · factor(2r + 2) mod 2³², 0xFFFFFFFE)
 *
 * until all slots are filled, which the second half of the rounds makes certain. Multiplying by an odd factor
 * is a bijection: a round's value tells the element's high word, so equal slots mean equal elements but for
 * one chance in 2³²; rounds differ in their factors, and need not stand in the value.
 */
export function referenceFss(elements: Uint32Array, signature: Uint32Array): void {
  const slots = signature.length;
  signature.fill(EMPTY);
  if (elements.length === 0) return;
  let filled = 0;
  const minima = new Uint32Array(slots);
  for (let round = 0; filled < slots; round++) {
    minima.fill(EMPTY);
    const slotFactor = fmix32(2 * round + 1) | 1;
    const valueFactor = fmix32(2 * round + 2) | 1;
    for (let i = 0; i < elements.length; i += 2) {
      const product = Math.imul(elements[i]!, slotFactor) >>> 16;
      const slot = round < slots ? (product * slots) >>> 16 : round - slots;
      const value = Math.min(Math.imul(elements[i + 1]!, valueFactor) >>> 0, EMPTY - 1);
      if (value < minima[slot]!) minima[slot] = value;
    }
    for (let slot = 0; slot < slots; slot++) {
      if (signature[slot] !== EMPTY || minima[slot] === EMPTY) continue;
      signature[slot] = minima[slot]!;
      filled++;
    }
  }
}

/**
 * MinHash as in datasketch 2.x: slot k = min over elements of (a[k] · fmix32(low) + b[k]) mod 2³², with odd
 * a[k]. O(elements · slots).
 */
export function referenceAffine32(elements: Uint32Array, signature: Uint32Array): void {
  const { factors, summands } = affine32Coefficients(signature.length);
  signature.fill(EMPTY);
  for (let i = 0; i < elements.length; i += 2) {
    const mixed = fmix32(elements[i]!);
    for (let slot = 0; slot < signature.length; slot++) {
      const value = (Math.imul(mixed, factors[slot]!) + summands[slot]!) >>> 0;
      if (value < signature[slot]!) signature[slot] = value;
    }
  }
}

/**
 * datasketch's coefficients for seed 1, as numpy's `RandomState(1)` gives them: of the Mersenne twister's
 * outputs, the first `slots` make the factors (doubled, plus one), the next `slots` are the summands.
 */
export function affine32Coefficients(slots: number): { factors: Uint32Array; summands: Uint32Array } {
  const outputs = mersenneTwister(1, 2 * slots);
  return {
    factors: outputs.subarray(0, slots).map((output) => (output << 1) | 1),
    summands: outputs.subarray(slots),
  };
}

/** The first `count` outputs of MT19937 (Matsumoto, Nishimura 1998). */
function mersenneTwister(seed: number, count: number): Uint32Array {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) {
    const last = state[i - 1]!;
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
  }
  const outputs = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    const i = n % 624;
    const joined = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
    const word = state[(i + 397) % 624]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    state[i] = word;
    let output = word ^ (word >>> 11);
    output ^= (output << 7) & 0x9d2c5680;
    output ^= (output << 15) & 0xefc60000;
    outputs[n] = output ^ (output >>> 18);
  }
  return outputs;
}
