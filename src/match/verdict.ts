/**
 * The verdict on a pair. In: two texts, their passages and changed facts, their titles, and the collection
 * behind them or null. Out: whole, partial, related or none, the calibrated probability of reuse, the reasons.
 *
 * Three logistic regressions over the features of `features.ts` and `related.ts`: is it reuse, is reuse a whole
 * copy, is what is no reuse about the same event. Each in two calibrations, for a pair with a collection behind
 * it and for a bare pair. Coefficients are in `model.generated.ts`, made by `npm run train`.
 */
import type { ChangedFact, Passage, Verdict } from "../model.js";
import { foldLetters } from "../text/letters.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import { explain, hasOtherFigures } from "./explain.js";
import { type Features, features } from "./features.js";
import { MODEL } from "./model.generated.js";
import type { Calibration, Linear } from "./model.js";
import { type Relatedness, relatedness } from "./related.js";
import { EQUAL_BELOW_TOKENS } from "./whole.js";

export interface Judgement {
  readonly verdict: Verdict;
  /** Of reuse, whole or partial, 0..1. */
  readonly probability: number;
  /** The few things that decided, in words. */
  readonly explain: readonly string[];
}

/** What is known of two documents beside their texts. */
export interface Circumstances {
  /** Empty where there is none. */
  readonly titles: { readonly a: string; readonly b: string };
  /** Days between their times, published or captured; null where one is not known. Only `related` asks. */
  readonly daysApart: number | null;
}

const RANK: Readonly<Record<Verdict, number>> = { none: 0, related: 1, partial: 2, whole: 3 };

/**
 * Of the pairs with `hasOtherFigures`, none of eleven judged ones was
 * reuse (market closes, company results, case counts): by the rule of succession 1/13.
 */
const TEMPLATE_PROBABILITY = 1 / 13;

/**
 * What no whole copy goes below, by its definition: the longer text adds less than half of its own length (a few words
 * more are let pass), and the two are the same words, lightly edited.
 */
const LEAST_WHOLE_LENGTH_RATIO = 0.45;
const LEAST_WHOLE_SHARE = 0.2;

/** Probability of reuse of a pair of equal texts, which no feature could doubt. */
const EQUAL_TEXTS_PROBABILITY = 0.99;

/**
 * `judge(b, a, …)` is the mirror of `judge(a, b, …)`. `least` is the least verdict that matters to the caller:
 * where that is more than `related`, `related` is not looked for and "none" is answered, and lesser verdicts
 * come without reasons.
 */
export function judge(
  a: TokenisedText,
  b: TokenisedText,
  passages: readonly Passage[],
  facts: readonly ChangedFact[],
  circumstances: Circumstances,
  background: Background | null,
  least: Verdict = "none",
): Judgement {
  const values = features(a, b, passages, facts, background);
  const seeksRelated = RANK[least] <= RANK.related;
  const evidence = {
    features: values,
    relatedness: () => (seeksRelated ? relatedness(a, b, circumstances.daysApart, background) : null),
    circumstances,
  };
  const { verdict, probability } = decide(
    a,
    b,
    evidence,
    background === null ? MODEL.bare : MODEL.collection,
  );
  return {
    verdict,
    probability,
    explain:
      RANK[verdict] < RANK[least] ? [] : explain(a, b, { verdict, values, passages, facts, background }),
  };
}

export interface Evidence {
  readonly features: Features;
  /** Asked only of pairs that are no reuse; null where `related` is not sought. */
  readonly relatedness: () => Relatedness | null;
  readonly circumstances: Circumstances;
}

/** Verdict and probability by given coefficients, without the reasons. */
export function decide(
  a: TokenisedText,
  b: TokenisedText,
  { features, relatedness, circumstances }: Evidence,
  calibration: Calibration,
): { verdict: Verdict; probability: number } {
  const shorter = Math.min(a.ids.length, b.ids.length);
  const short = shorter < EQUAL_BELOW_TOKENS;
  if (shorter > 0 && equalIds(a.ids, b.ids) && (!short || equalTitles(circumstances.titles))) {
    return { verdict: "whole", probability: EQUAL_TEXTS_PROBABILITY };
  }
  const likely = chance(calibration.reuse, features);
  const probability = hasOtherFigures(features) ? Math.min(likely, TEMPLATE_PROBABILITY) : likely;
  if (probability >= 0.5) {
    const ratio = shorter / Math.max(a.ids.length, b.ids.length);
    const canBeWhole = !short && ratio >= LEAST_WHOLE_LENGTH_RATIO && features.equalLess >= LEAST_WHOLE_SHARE;
    const whole = canBeWhole && chance(calibration.whole, features) >= 0.5;
    return { verdict: whole ? "whole" : "partial", probability };
  }
  if (hasOtherFigures(features)) return { verdict: "none", probability };
  const model = circumstances.daysApart === null ? calibration.relatedUndated : calibration.related;
  const event = relatedness();
  if (event === null) return { verdict: "none", probability };
  const related = chance(model, { ...event, template: features.template }) >= model.threshold;
  return { verdict: related ? "related" : "none", probability };
}

/** Probability that a logistic regression gives. */
export function chance(linear: Linear, values: object): number {
  let logit = linear.intercept;
  for (const [name, coefficient] of Object.entries(linear.coefficients as Readonly<Record<string, number>>)) {
    logit += coefficient * (values as Readonly<Record<string, number>>)[name]!;
  }
  return 1 / (1 + Math.exp(-logit));
}

function equalIds(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function equalTitles({ a, b }: Circumstances["titles"]): boolean {
  const folded = (title: string): string =>
    title
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(foldLetters)
      .join(" ")
      .trim();
  return folded(a) === folded(b);
}
