/**
 * How much of what `pairs --expand` said of SaudiNewsNet each stratum of `reuse-live.jsonl` stood for when its pairs were
 * drawn: weights that make of judged pairs an estimate of the whole output.
 */
const OUTPUT_PAIRS: Readonly<Record<string, number>> = {
  whole: 14192,
  "whole<.95": 3135,
  "p>=.9": 13866,
  "p.7-.9": 14021,
  "p<.7": 8958,
};

/** Pairs of the output that each judged pair stands for; 0 for pairs that were not in it. */
export function outputWeights(strata: readonly string[]): number[] {
  const drawn = new Map<string, number>();
  for (const stratum of strata) drawn.set(stratum, (drawn.get(stratum) ?? 0) + 1);
  return strata.map((stratum) => (OUTPUT_PAIRS[stratum] ?? 0) / drawn.get(stratum)!);
}
