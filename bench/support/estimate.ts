/**
 * What signatures say of two sets.
 * In: two signatures of the same scheme and length. Out: an estimate; exact figures come from the texts.
 */
import { UsageError } from "../../src/errors.js";

/**
 * The share of equal slots: an unbiased estimate of the sets' Jaccard similarity J, 0..1, with a standard
 * error of at most √(J(1−J)/slots) (at 128 slots and J = .5: .044, less with `fss`). 1 for two empty sets.
 * Signatures do not tell their scheme: that both have the same one is the caller's to know.
 */
export function estimateJaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length || a.length === 0)
    throw new UsageError(`signatures of ${a.length} and ${b.length} slots cannot be compared`);
  let equal = 0;
  for (let slot = 0; slot < a.length; slot++) if (a[slot] === b[slot]) equal++;
  return equal / a.length;
}
