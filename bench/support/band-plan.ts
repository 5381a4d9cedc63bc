/** How the bands were chosen: the most rows that still find a pair as alike as wanted. */
import { UsageError } from "../../src/errors.js";

/**
 * The bands with the most rows that still find a pair of similarity `threshold` with probability `recall`,
 * from signatures of `slots` slots. More rows mean fewer chance candidates, so the S-curve
 *
 *     P(candidate | s) = 1 - (1 - s^rowsPerBand)^bands,   bands = ⌊slots / rowsPerBand⌋
 *
 * is taken as far to the right as the recall allows. 128 slots: P is .05 at s = .11 and .95 at s = .41 for
 * 42 bands of 3 rows, .05 at .20 and .95 at .55 for 32 of 4, .05 at .49 and .95 at .80 for 16 of 8.
 * Throws a `UsageError` where even single rows do not reach the recall, or a number is out of range.
 */
export function planBands(wanted: { threshold: number; recall: number; slots: number }): BandPlan {
  const { threshold, recall, slots } = wanted;
  if (!(threshold > 0 && threshold <= 1))
    throw new UsageError(`threshold is ${threshold}, expected 0 < threshold <= 1`);
  if (!(recall > 0 && recall <= 1)) throw new UsageError(`recall is ${recall}, expected 0 < recall <= 1`);
  if (!(Number.isInteger(slots) && slots > 0))
    throw new UsageError(`slots is ${slots}, expected a whole number above 0`);
  for (let rowsPerBand = slots; rowsPerBand > 0; rowsPerBand--) {
    const plan = { bands: Math.floor(slots / rowsPerBand), rowsPerBand };
    if (candidateProbability(threshold, plan) >= recall) return plan;
  }
  throw new UsageError(
    `no bands of ${slots} slots find a pair of similarity ${threshold} with probability ${recall}: ` +
      "lower the recall, or use more slots",
  );
}

/** The probability that a pair of Jaccard similarity `similarity` shares at least one band. */
export function candidateProbability(similarity: number, { bands, rowsPerBand }: BandPlan): number {
  return 1 - (1 - similarity ** rowsPerBand) ** bands;
}

export interface BandPlan {
  readonly bands: number;
  readonly rowsPerBand: number;
}
