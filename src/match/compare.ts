/**
 * All that is said of a pair of texts: passages, changed facts, verdict.
 * In: two tokenised texts with their titles, and the collection behind them or null for a bare pair.
 */
import type { ChangedFact, Passage, Verdict } from "../model.js";
import type { TokenisedText } from "../text/tokenise.js";
import { alignTexts } from "./align.js";
import type { Background } from "./background.js";
import { REPORTED_SHINGLE_TOKENS } from "./copies.js";
import { changedFacts } from "./facts.js";
import { OverlapCounter } from "./overlap.js";
import { mirrored } from "./passages.js";

export interface Comparison {
  readonly verdict: Verdict;
  readonly probability: number;
  /** Of the sets of word pairs. */
  readonly jaccard: number;
  /** Share of each text's tokens in passages that are no boilerplate. */
  readonly containmentA: number;
  readonly containmentB: number;
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
  readonly explain: readonly string[];
}

const overlap = new OverlapCounter();

/** `comparePair(b, a)` is the mirror of `comparePair(a, b)`. Not re-entrant: scratch memory is shared. */
export function comparePair(a: TokenisedText, b: TokenisedText, background: Background | null): Comparison {
  const passages = alignTexts(a, b, background);
  const facts = changedFacts(a, b, passages, background);
  const containmentA = covered(
    a,
    passages.map((passage) => (passage.kind === "boilerplate" ? null : passage.a)),
  );
  const containmentB = covered(
    b,
    passages.map((passage) => (passage.kind === "boilerplate" ? null : passage.b)),
  );
  const { jaccard } = overlap.compare(a.ids, b.ids, REPORTED_SHINGLE_TOKENS);
  const most = Math.max(containmentA, containmentB);
  const least = Math.min(containmentA, containmentB);
  const verdict: Verdict =
    least > 0.6 ? "whole" : most > 0.1 ? "partial" : passages.length > 0 ? "related" : "none";
  return { verdict, probability: most, jaccard, containmentA, containmentB, passages, facts, explain: [] };
}

/** Share of the tokens that begin inside one of the ranges, which are disjoint and ascend or are null. */
function covered(text: TokenisedText, ranges: readonly ({ start: number; end: number } | null)[]): number {
  const count = text.starts.length;
  if (count === 0) return 0;
  const held = ranges.filter((range) => range !== null).sort((x, y) => x.start - y.start);
  let tokens = 0;
  let at = 0;
  for (const { start, end } of held) {
    while (at < count && text.starts[at]! < start) at++;
    while (at < count && text.starts[at]! < end) {
      at++;
      tokens++;
    }
  }
  return tokens / count;
}

/** The same comparison seen from the other text. */
export function mirrorComparison(comparison: Comparison): Comparison {
  return {
    ...comparison,
    containmentA: comparison.containmentB,
    containmentB: comparison.containmentA,
    passages: comparison.passages.map(mirrored).sort((x, y) => x.a.start - y.a.start),
    facts: comparison.facts
      .map((fact) => ({ ...fact, a: fact.b, b: fact.a }))
      .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start),
  };
}
