/** The order of documents: rank, and of what decides between equals. */
import { latestInstant } from "../times.js";

/** By what documents are ordered first: the last moment that the time of publication can mean; NaN undated. */
export function rankInstant(published: string | undefined): number {
  return published === undefined || published === "" ? Number.NaN : latestInstant(published);
}

/** Negative where x comes first: undated (NaN) last. Equal instants are told apart by id, in code points, then by text. */
export function compareInstants(x: number, y: number): number {
  if (x === y) return 0;
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
  return Number.isNaN(y) ? -1 : x - y;
}

/** Negative, zero or positive, as in a lexicographic sort. For UTF-8 this is the order of code points. */
export function compareElements(a: Uint8Array | Uint32Array, b: Uint8Array | Uint32Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
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

/** The ids in the order in which a match names them. */
export function ordered(x: string, y: string): { a: string; b: string } {
  return compareCodePoints(x, y) < 0 ? { a: x, b: y } : { a: y, b: x };
}

/** Order of matches. */
export function byIds(x: { a: string; b: string }, y: { a: string; b: string }): number {
  return compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b);
}
