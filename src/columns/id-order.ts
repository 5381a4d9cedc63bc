/** The order of ids in matches. */
import { compareCodePoints } from "./elements.js";

/** The ids in the order in which a match names them. */
export function ordered(x: string, y: string): { a: string; b: string } {
  return compareCodePoints(x, y) < 0 ? { a: x, b: y } : { a: y, b: x };
}

/** Order of matches. */
export function byIds(x: { a: string; b: string }, y: { a: string; b: string }): number {
  return compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b);
}
