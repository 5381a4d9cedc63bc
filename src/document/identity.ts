/** When two documents have the same text: the rule for a batch and for an index. */

/** Below this many tokens only equal bodies under equal titles are whole. */
export const EQUAL_BELOW_TOKENS = 20;

/** Whether equal texts of so many tokens are one only under equal titles: a caption under another title is another. */
export function needsEqualTitle(tokens: number): boolean {
  return tokens < EQUAL_BELOW_TOKENS;
}

/** Two FNV-1a hashes with different primes: finds equal ids and URLs, equality confirms. Nothing is stored. */
export function digestOf(bytes: Uint8Array): { low: number; high: number } {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < bytes.length; i++) {
    low = Math.imul(low ^ bytes[i]!, 0x01000193);
    high = Math.imul(high ^ bytes[i]!, 0x5bd1e995);
  }
  return { low: low >>> 0, high: high >>> 0 };
}
