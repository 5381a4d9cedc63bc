/**
 * Which documents' signatures agree in a whole band.
 * In: signatures. Out: a 32-bit key for each band; documents with a key in common are candidates.
 * Finds a pair of similarity s with probability 1 - (1 - s^rowsPerBand)^bands.
 */

/**
 * keys[at + band] = MurmurHash3 (x86, 32 bits, seed = band) of the band's rows as little-endian words. Band b
 * has rows b · rowsPerBand and following; slots left over are not used. The caller sees to it that the plan
 * fits. Texts without tokens have equal signatures and so equal keys: leave them out. O(slots), no allocation.
 */
export function bandKeysInto(
  signature: Uint32Array,
  bands: number,
  rowsPerBand: number,
  keys: Uint32Array,
  at: number,
): void {
  let slot = 0;
  for (let band = 0; band < bands; band++) {
    let hash = band;
    for (let row = 0; row < rowsPerBand; row++) {
      let word = Math.imul(signature[slot++]!, 0xcc9e2d51);
      word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
      hash ^= word;
      hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
    }
    hash ^= 4 * rowsPerBand;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    keys[at + band] = hash ^ (hash >>> 16);
  }
}
