/** Order and digests of byte and word sequences: how records are told apart before anything else is known. */

/** Negative, zero or positive, as in a lexicographic sort. For UTF-8 this is the order of code points. */
export function compareElements(a: Uint8Array | Uint32Array, b: Uint8Array | Uint32Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
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

/** Order of code points, which for text beyond the basic plane is not the order of UTF-16 units. */
export function compareCodePoints(x: string, y: string): number {
  const shorter = Math.min(x.length, y.length);
  for (let i = 0; i < shorter; i++) {
    const [a, b] = [x.charCodeAt(i), y.charCodeAt(i)];
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return x.length - y.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
