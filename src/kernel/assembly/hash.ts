/** The kernel's 64-bit hashes; see `../hash.ts`. */
const PHI: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
const MIX: u64 = ((<u64>0xd6e8feb8) << 32) | 0x6659fd93;

/** Takes 16 bytes of a token into its hash. */
export function absorb(hash: u64, a: u64, b: u64): u64 {
  hash = (hash ^ a) * PHI;
  hash = (hash ^ (hash >> 32) ^ b) * MIX;
  return hash ^ (hash >> 32);
}

/** Takes a token into a shingle. */
export function extend(shingle: u64, token: u64): u64 {
  return shingle * PHI + token;
}

export function finish(shingle: u64): u64 {
  shingle = (shingle ^ (shingle >> 32)) * MIX;
  return shingle ^ (shingle >> 29);
}
