/**
 * The kernel's 64-bit hashes in 32-bit halves, low word first. A hash is written into the caller's array.
 * All arithmetic is modulo 2^64; the definition stands in test/golden/README.md.
 */

/** 2^64 divided by the golden ratio, and the multiplier of degski's 64-bit mixer. Both odd. */
const PHI_LOW = 0x7f4a7c15;
const PHI_HIGH = 0x9e3779b9;
const MIX_LOW = 0x6659fd93;
const MIX_HIGH = 0xd6e8feb8;

let low = 0;
let high = 0;

function multiply(factorLow: number, factorHigh: number): void {
  const crossed = Math.imul(low, factorHigh) + Math.imul(high, factorLow);
  const a0 = low & 0xffff;
  const a1 = low >>> 16;
  const b0 = factorLow & 0xffff;
  const b1 = factorLow >>> 16;
  const p00 = a0 * b0;
  const middle = a1 * b0 + (p00 >>> 16);
  const middleLow = (middle & 0xffff) + a0 * b1;
  const carry = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(middleLow / 0x10000);
  low = Math.imul(low, factorLow) >>> 0;
  high = (carry + crossed) >>> 0;
}

/**
 * Hash of a token's UTF-8 bytes, zero-padded to a multiple of 16 and read as little-endian 64-bit words a, b:
 * h = 0; for each (a, b): h = (h ^ a) * PHI; h ^= h >>> 32; h = (h ^ b) * MIX; h ^= h >>> 32.
 */
export function hashToken(bytes: ArrayLike<number>, hash: Uint32Array): void {
  const word = (at: number): number =>
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24);
  low = 0;
  high = 0;
  for (let at = 0; at < bytes.length; at += 16) {
    low = (low ^ word(at)) >>> 0;
    high = (high ^ word(at + 4)) >>> 0;
    multiply(PHI_LOW, PHI_HIGH);
    low = (low ^ high ^ word(at + 8)) >>> 0;
    high = (high ^ word(at + 12)) >>> 0;
    multiply(MIX_LOW, MIX_HIGH);
    low = (low ^ high) >>> 0;
  }
  hash[0] = low;
  hash[1] = high;
}

/**
 * Hash of the shingle of tokens [from, to), whose hashes are given as low and high words:
 * h = 0; for each token hash t: h = h * PHI + t; then h ^= h >>> 32; h *= MIX; h ^= h >>> 29.
 */
export function hashShingle(tokens: Uint32Array, from: number, to: number, hash: Uint32Array): void {
  low = 0;
  high = 0;
  for (let i = from; i < to; i++) {
    multiply(PHI_LOW, PHI_HIGH);
    const sum = low + tokens[2 * i]!;
    high = (high + tokens[2 * i + 1]! + (sum > 0xffffffff ? 1 : 0)) >>> 0;
    low = sum >>> 0;
  }
  low = (low ^ high) >>> 0;
  multiply(MIX_LOW, MIX_HIGH);
  hash[0] = (low ^ ((low >>> 29) | (high << 3))) >>> 0;
  hash[1] = (high ^ (high >>> 29)) >>> 0;
}
