/** Compared pairs as matches. */

import type { Ranked } from "../columns/ranked.js";
import { byIds, ordered } from "../document/order.js";
import { mirrorComparison } from "../match/compare.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Comparison } from "../match/comparison.js";
import { MODEL } from "../match/verdict/model.generated.js";
import type { Match, Verdict } from "../model/index.js";
import { VERDICTS } from "../model/verdicts.js";

/** Those of at least a verdict, sorted by (a, b). Pairs become objects one by one, as they are asked for. */
export function* alignedMatches(
  ranked: Ranked,
  lists: readonly ComparedPairs[],
  least: Verdict,
  background: number | null,
): Generator<Match, void> {
  const leastRank = VERDICTS.indexOf(least);
  const places: { a: string; b: string; list: ComparedPairs; number: number }[] = [];
  for (const list of lists) {
    for (let number = 0; number < list.length; number++) {
      const { i, j, verdict } = list.row(number);
      if (VERDICTS.indexOf(verdict) < leastRank) continue;
      places.push({ ...ordered(ranked.id(i), ranked.id(j)), list, number });
    }
  }
  places.sort(byIds);
  for (const { list, number } of places) {
    const { i, j } = list.row(number);
    yield comparedMatch(ranked.id(i), ranked.id(j), list.comparison(number), background);
  }
}

/** `comparison` is seen from the document `x`. */
export function comparedMatch(
  x: string,
  y: string,
  comparison: Comparison,
  background: number | null,
): Match {
  const { a, b } = ordered(x, y);
  return matchFrom(a, b, a === x ? comparison : mirrorComparison(comparison), background);
}

/** `seen` is seen from `a`, whichever id comes first. */
export function matchFrom(a: string, b: string, seen: Comparison, background: number | null): Match {
  return {
    a,
    b,
    verdict: seen.verdict,
    probability: seen.probability,
    sameNews: seen.sameNews,
    derived: { a: seen.derivedA, b: seen.derivedB },
    jaccard: seen.jaccard,
    containment: { a: seen.containmentA, b: seen.containmentB },
    passages: seen.passages,
    facts: seen.facts,
    explain: seen.explain,
    model: MODEL.version,
    background,
  };
}
