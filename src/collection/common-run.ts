/**
 * Words of one document that stand in so many others that they propose no pair: standing wording, or a quotation that
 * everybody has. A trace says so, since it did not follow them.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { backgroundOf } from "../columns/background.js";
import type { AlignSession } from "../workers/align-task.js";
import { GROUP_CAP } from "./excerpts.js";

/** Tokens in a row: less is a title or a blessing. */
const LEAST_TOKENS = 20;

export interface CommonRun {
  readonly words: number;
  /** Other documents that have them, near-copies counted once; at least. */
  readonly documents: number;
}

/** The longest such run; null where there is none, or nothing is known of how common wording is. O(tokens). */
export function commonRun(session: AlignSession, ids: Uint32Array): CommonRun | null {
  const frequency = backgroundOf(session);
  if (frequency === null) return null;
  let best: CommonRun | null = null;
  let start = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
    const groups = frequency.fingerprintFrequency(fingerprintAt(ids, at));
    if (groups <= GROUP_CAP) {
      start = at + 1;
      least = Number.POSITIVE_INFINITY;
      continue;
    }
    least = Math.min(least, groups);
    const words = at + FINGERPRINT_TOKENS - start;
    if (words >= LEAST_TOKENS && words > (best?.words ?? 0)) best = { words, documents: least - 1 };
  }
  return best;
}
