/** Pairs of indices as matches of documents. */
import { type Comparison, mirrorComparison } from "../match/compare.js";
import type { ComparedPairs } from "../match/compared.js";
import { COPY_FIELDS } from "../match/copies.js";
import { MODEL } from "../match/model.generated.js";
import type { Match } from "../model.js";
import { identicalTo } from "./clusters.js";
import type { Ranked } from "./collection.js";
import type { VerifiedCopies } from "./copies.js";
import { compareCodePoints } from "./elements.js";

/** Sorted by (a, b). Identical texts come as a star to their first, or `expand`ed to all pairs. */
export function copyMatches(ranked: Ranked, copies: VerifiedCopies, expand: boolean): Match[] {
  const { columns } = ranked;
  const identical = identicalTo(columns);
  const matches: Match[] = [];
  const push = (i: number, j: number, jaccard: number, ofI: number, ofJ: number) => {
    if (columns.data.versionOf[i] === columns.data.versionOf[j]) return;
    matches.push(oriented(ranked, i, j, jaccard, ofI, ofJ));
  };
  for (const [leader, others] of identical) {
    const group = [leader, ...others];
    const firsts = expand ? group.length - 1 : 1;
    for (let x = 0; x < firsts; x++)
      for (let y = x + 1; y < group.length; y++) push(group[x]!, group[y]!, 1, 1, 1);
  }
  for (let at = 0; at < copies.rows.length; at += COPY_FIELDS) {
    const [i, j, jaccard, ofI, ofJ] = copies.rows.subarray(at, at + COPY_FIELDS) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    const groupI = expand ? [i, ...(identical.get(i) ?? [])] : [i];
    const groupJ = expand ? [j, ...(identical.get(j) ?? [])] : [j];
    for (const x of groupI) for (const y of groupJ) push(x, y, jaccard, ofI, ofJ);
  }
  return matches.sort(byIds);
}

/** Sorted by (a, b). Pairs become objects one by one, as they are asked for. */
export function* alignedMatches(
  ranked: Ranked,
  lists: readonly ComparedPairs[],
  background: number | null,
): Generator<Match, void> {
  const places: { a: string; b: string; list: ComparedPairs; number: number }[] = [];
  for (const list of lists) {
    for (let number = 0; number < list.length; number++) {
      const { i, j } = list.row(number);
      places.push({ ...ordered(ranked.id(i), ranked.id(j)), list, number });
    }
  }
  places.sort(byIds);
  for (const { list, number } of places) {
    const { i, j } = list.row(number);
    yield comparedMatch(ranked.id(i), ranked.id(j), list.comparison(number), background);
  }
}

function ordered(x: string, y: string): { a: string; b: string } {
  return compareCodePoints(x, y) < 0 ? { a: x, b: y } : { a: y, b: x };
}

/** `comparison` is seen from the document `x`. */
export function comparedMatch(
  x: string,
  y: string,
  comparison: Comparison,
  background: number | null,
): Match {
  const { a, b } = ordered(x, y);
  const seen = a === x ? comparison : mirrorComparison(comparison);
  return {
    a,
    b,
    verdict: seen.verdict,
    probability: seen.probability,
    jaccard: seen.jaccard,
    containment: { a: seen.containmentA, b: seen.containmentB },
    passages: seen.passages,
    facts: seen.facts,
    explain: seen.explain,
    model: MODEL.version,
    background,
  };
}

function byIds(x: { a: string; b: string }, y: { a: string; b: string }): number {
  return compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b);
}

function oriented(ranked: Ranked, i: number, j: number, jaccard: number, ofI: number, ofJ: number): Match {
  const [idI, idJ] = [ranked.id(i), ranked.id(j)];
  const straight = compareCodePoints(idI, idJ) < 0;
  return {
    a: straight ? idI : idJ,
    b: straight ? idJ : idI,
    verdict: "whole",
    probability: null,
    jaccard,
    containment: straight ? { a: ofI, b: ofJ } : { a: ofJ, b: ofI },
    passages: [],
    facts: [],
    explain: [],
    model: null,
    background: null,
  };
}
