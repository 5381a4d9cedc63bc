/**
 * Fingerprints of a text: a 32-bit hash of every run of 4 consecutive tokens, one for each position.
 * In: token ids. Out: the hashes that the excerpt index posts and counts, and that alignment weighs by.
 */

/** Tokens in a fingerprint. */
export const FINGERPRINT_TOKENS = 4;

/**
 * out[i] = hash of ids[i], …, ids[i + 3]; returns how many were written, max(0, ids.length - 3).
 * The hash, all in arithmetic modulo 2³²: h = 0x9E3779B9, then for each of the four ids
 * h = (h ^ id) · 0x85EBCA6B, h ^= h >>> 15; at last h = h · 0xC2B2AE35, h ^= h >>> 16.
 * `out` holds at least that many elements. O(ids.length), no allocation.
 */
export function fingerprintsInto(ids: Uint32Array, out: Uint32Array): number {
  const count = Math.max(0, ids.length - FINGERPRINT_TOKENS + 1);
  for (let i = 0; i < count; i++) out[i] = fingerprintAt(ids, i);
  return count;
}

/** The fingerprint of the four tokens from `at` on; there must be four. */
export function fingerprintAt(ids: Uint32Array, at: number): number {
  let h = 0x9e3779b9;
  for (let k = at; k < at + FINGERPRINT_TOKENS; k++) {
    h = Math.imul(h ^ ids[k]!, 0x85ebca6b);
    h ^= h >>> 15;
  }
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
