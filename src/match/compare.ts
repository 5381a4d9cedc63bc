/**
 * All that is said of a pair of texts: passages, changed facts, verdict.
 * In: two tokenised texts with their titles, and the collection behind them or null for a bare pair.
 */
import type { Article } from "../document/article.js";
import type { ChangedFact, Passage, Range, Verdict } from "../model/index.js";
import { isAtLeast, isReuse } from "../model/verdicts.js";
import { turnedReason } from "../sentence.js";
import { tokenRange } from "../text/token-range.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import type { Circumstances } from "./circumstances.js";
import type { Comparison } from "./comparison.js";
import { changedFacts } from "./facts/facts.js";
import { conflictingFigures } from "./facts/figures.js";
import { REPORTED_SHINGLE_TOKENS } from "./overlap/copies.js";
import { OverlapCounter } from "./overlap/overlap.js";
import { alignTexts, seeds } from "./passages/align.js";
import { withFurniture } from "./passages/furniture.js";
import { mirrored } from "./passages/passages.js";
import { derivedShares } from "./related/derived.js";
import { judge } from "./verdict/verdict.js";

const DAY_MS = 86_400_000;

const overlap = new OverlapCounter();

/** `comparePair(b, a)` is the mirror of `comparePair(a, b)`. Not re-entrant: scratch memory is shared. */
export function comparePair(a: Article, b: Article, background: Background | null): Comparison {
  return compareForVerdict(a, b, background, "none")!;
}

/**
 * The same for a caller who wants only pairs of at least this verdict: null for any other, at less cost. A pair
 * that shares nothing but formulae is no reuse.
 */
export function compareForVerdict(
  a: Article,
  b: Article,
  background: Background | null,
  least: Verdict,
): Comparison | null {
  const aligned = alignTexts(a, b, background);
  const { passages, furniture } = withFurniture(a, b, { a: a.source, b: b.source }, aligned);
  const reused = passages.filter(({ kind }) => kind !== "boilerplate");
  const boilerplate = passages.filter(({ kind }) => kind === "boilerplate");
  if (isReuse(least) && reused.length === 0) return null;
  let known: readonly ChangedFact[] | undefined;
  const facts = () => {
    known ??= changedFacts(a, b, passages, background);
    return known;
  };
  const judgement = judge(
    a,
    b,
    passages,
    facts,
    { ...circumstances(a, b), furniture, boilerplate },
    background,
    least,
  );
  if (!isAtLeast(judgement.verdict, least)) return null;
  const derived = derivedShares(a, b, { a: a.title, b: b.title }, background);
  return {
    ...judgement,
    jaccard: seeds.jaccard(a, b) ?? overlap.compare(a.ids, b.ids, REPORTED_SHINGLE_TOKENS).jaccard,
    containmentA: covered(a, reused, "a"),
    containmentB: covered(b, reused, "b"),
    derivedA: derived.a,
    derivedB: derived.b,
    passages,
    facts: judgement.verdict === "same-news" ? withConflicts(facts(), conflictingFigures(a, b)) : facts(),
  };
}

/** Two reports of one event may count the same thing differently outside of any shared wording. */
function withConflicts(
  facts: readonly ChangedFact[],
  conflicts: readonly ChangedFact[],
): readonly ChangedFact[] {
  const more = conflicts.filter((one) => !facts.some(({ a, b }) => meet(a, one.a) || meet(b, one.b)));
  return [...facts, ...more].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
}

function meet(x: Range, y: Range): boolean {
  return x.start < y.end && y.start < x.end;
}

function circumstances(a: Article, b: Article): Circumstances {
  const days = Math.abs(a.instant - b.instant) / DAY_MS;
  return { titles: { a: a.title, b: b.title }, daysApart: Number.isNaN(days) ? null : days };
}

/** Share of the tokens that begin inside one of the passages. */
function covered(text: TokenisedText, passages: readonly Passage[], side: "a" | "b"): number {
  if (text.starts.length === 0) return 0;
  let tokens = 0;
  let end = 0;
  const ranges = passages.map((passage) => tokenRange(text, passage[side])).sort(([x], [y]) => x - y);
  for (const [from, to] of ranges) {
    if (to <= end) continue;
    tokens += to - Math.max(from, end);
    end = to;
  }
  return tokens / text.starts.length;
}

/** The same comparison seen from the other text. */
export function mirrorComparison(comparison: Comparison): Comparison {
  return {
    ...comparison,
    containmentA: comparison.containmentB,
    containmentB: comparison.containmentA,
    derivedA: comparison.derivedB,
    derivedB: comparison.derivedA,
    passages: mirroredPassages(comparison.passages),
    explain: comparison.explain.map(turnedReason),
    facts: comparison.facts
      .map((fact) => ({ ...fact, a: fact.b, b: fact.a }))
      .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start),
  };
}

/** The same passages seen from the other text. */
export function mirroredPassages(passages: readonly Passage[]): Passage[] {
  return passages.map(mirrored).sort((x, y) => x.a.start - y.a.start);
}
