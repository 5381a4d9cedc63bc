/**
 * The verdict on a pair. In: two texts, their passages and changed facts, their titles, and the collection
 * behind them or null. Out: the verdict, the calibrated probability of reuse, that of the same news, the reasons.
 *
 * Logistic regressions over the features of `features/features.ts`: is it reuse, is reuse a whole copy, in two
 * calibrations, for a pair with a collection behind it and for a bare pair; whether what is no reuse is the same news
 * says `news/same-news.ts`. Coefficients are in `model.generated.ts`, made by `npm run train`.
 */

import { EQUAL_BELOW_TOKENS } from "../../document/identity.js";
import type { ChangedFact, Passage, Verdict } from "../../model/index.js";
import { isAtLeast, isReuse } from "../../model/verdicts.js";
import { foldLetters } from "../../text/letters.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import type { Circumstances } from "../circumstances.js";
import { type Features, features, HALF_MANY } from "../features/features.js";
import { newsFeatures } from "../news/features.js";
import { newsProfile } from "../news/profile.js";
import { sameNewsOf } from "../news/same-news.js";
import { LEAST_SHARED, type Relatedness, relatedness } from "../related/related.js";
import { explain, hasOtherFigures } from "./explain.js";
import { leastProbability } from "./floor.js";
import { MODEL } from "./model.generated.js";
import type { Calibration, Linear, Related, VerdictModel } from "./model.js";
import { coverBoth, isRetelling } from "./retelling.js";

export interface Judgement {
  readonly verdict: Verdict;
  /** Of reuse, 0..1. */
  readonly probability: number;
  /** Of the same news, 0..1; 0 where the verdict is less than the caller asked for. */
  readonly sameNews: number;
  /** The few things that decided, in words. */
  readonly explain: readonly string[];
}

/**
 * Of the pairs with `hasOtherFigures`, none of eleven judged ones was
 * reuse (market closes, company results, case counts): by the rule of succession 1/13.
 */
const TEMPLATE_PROBABILITY = 1 / 13;

/** Most probability of reuse of a pair without a passage that is more than formula. */
const MOST_WITHOUT_PASSAGE = 0.49;

/** Share of a text that is the same wording without what is distinctive of it, from which two texts are one formula. */
const FORMULA_WORDING = 0.15;

/**
 * What no whole copy goes below, by its definition: the longer text adds less than half of its own length (a few words
 * more are let pass), and the two are the same words, lightly edited.
 */
const LEAST_WHOLE_LENGTH_RATIO = 0.45;
const LEAST_WHOLE_SHARE = 0.2;
/**
 * By the same definition, share of either text's own words, formulae apart, that stand in passages: four fifths of the
 * shorter, less what alignment misses (of judged copies between 23,905 documents 1 in 139 that is found lies below),
 * and half of the longer.
 */
const LEAST_WHOLE_COVER_SHORTER = 0.72;
const LEAST_WHOLE_COVER_LONGER = 0.5;

/** Share of both texts that is equal from which they are one text, however poor in distinctive words. */
const SURELY_WHOLE_SHARE = 0.98;

/** Probability of reuse of a pair of equal texts, which no feature could doubt. */
const EQUAL_TEXTS_PROBABILITY = 0.99;

/**
 * `judge(b, a, …)` is the mirror of `judge(a, b, …)`. `least` is the least verdict that matters to the caller:
 * where that is more than `same-news`, `same-news` is not looked for and "none" is answered, and lesser verdicts
 * come without reasons. `facts` are asked for only where they count, perhaps several times.
 */
export function judge(
  a: TokenisedText,
  b: TokenisedText,
  passages: readonly Passage[],
  facts: () => readonly ChangedFact[],
  circumstances: Circumstances,
  background: Background | null,
  least: Verdict = "none",
): Judgement {
  const news = once(() => newsChance(a, b, circumstances, background));
  // Most candidates are neither reuse nor likely the same news: for these nothing is worked out that could not make them so.
  const seeksRelated = least === "none" || (!isReuse(least) && news() >= 0.5);
  if (!seeksRelated && passages.length === 0 && !equalIds(a.ids, b.ids)) return NOT_WANTED;
  const values = features(a, b, passages, facts, background);
  const event = once(() => relatedness(a, b, circumstances, background));
  const evidence = { features: values, relatedness: event, seeksRelated, circumstances };
  const judged = decide(a, b, evidence, calibrationFor(background), MODEL.related);
  // What stands in the other nearly whole, on both sides, is no mere excerpt.
  const isCovered = isReuse(judged.verdict) && coverBoth(a, b, passages) >= COVERED_SHARE;
  const { probability } = judged;
  const found = isCovered && judged.verdict !== "copy" ? "rewrite" : judged.verdict;
  // The dearest question last.
  const verdict = isReuse(found)
    ? found === "excerpt" && isRetelling(a, b, passages)
      ? "rewrite"
      : found
    : !isReuse(least) &&
        news() >= 0.5 &&
        !isFormula(values) &&
        event().shared >= LEAST_SHARED &&
        !hasOtherFigures(values)
      ? "same-news"
      : "none";
  const isWanted = isAtLeast(verdict, least);
  return {
    verdict,
    probability,
    sameNews: isWanted ? news() : 0,
    explain: !isWanted
      ? []
      : explain(a, b, {
          verdict,
          values,
          passages,
          facts: facts(),
          titles: circumstances.titles,
          background,
        }),
  };
}

/** Without a passage there is no reuse. */
const NOT_WANTED: Judgement = { verdict: "none", probability: 0, sameNews: 0, explain: [] };

/** Wording that is the same around other words, of two texts that are no reuse: one formula about two events. */
function isFormula({ equalMore, distinctiveMore }: Features): boolean {
  return equalMore * (1 - distinctiveMore) >= FORMULA_WORDING;
}

function newsChance(
  a: TokenisedText,
  b: TokenisedText,
  { titles, daysApart }: Circumstances,
  background: Background | null,
): number {
  const profileA = newsProfile(a, titles.a, background);
  return sameNewsOf(newsFeatures(profileA, newsProfile(b, titles.b, background), daysApart));
}

export interface Evidence {
  readonly features: Features;
  /** Asked only of pairs that are no reuse but for sentences told in other words. */
  readonly relatedness: () => Relatedness;
  /**
   * Whether pairs that are no reuse are told apart into `same-news` and `none`; if not, the probability of what is no
   * reuse is rough.
   */
  readonly seeksRelated: boolean;
  readonly circumstances: Circumstances;
}

/** Share of both texts in passages from which reuse is more than an excerpt. */
const COVERED_SHARE = 0.9;

let mixed: { readonly documents: number; readonly calibration: Calibration } | null = null;

/** The coefficients for as many documents as stand behind a pair; for none those of a bare pair. */
export function calibrationFor(
  background: Pick<Background, "documents"> | null,
  { bare, few, many }: Pick<VerdictModel, "bare" | "few" | "many"> = MODEL,
): Calibration {
  if (background === null) return bare;
  const { documents } = background;
  if (few === MODEL.few && mixed?.documents === documents) return mixed.calibration;
  const share = documents / (documents + HALF_MANY);
  const calibration = {
    reuse: between(few.reuse, many.reuse, share),
    whole: between(few.whole, many.whole, share),
  };
  if (few === MODEL.few) mixed = { documents, calibration };
  return calibration;
}

/** The regression whose log-odds lie between those of two, at `share` of the way. */
function between<Name extends string>(from: Linear<Name>, to: Linear<Name>, share: number): Linear<Name> {
  const coefficients: Partial<Record<Name, number>> = {};
  for (const name of new Set([
    ...Object.keys(from.coefficients),
    ...Object.keys(to.coefficients),
  ]) as Set<Name>) {
    coefficients[name] = (1 - share) * (from.coefficients[name] ?? 0) + share * (to.coefficients[name] ?? 0);
  }
  return { intercept: (1 - share) * from.intercept + share * to.intercept, coefficients };
}

/** Verdict and probability by given coefficients, without the reasons. */
export function decide(
  a: TokenisedText,
  b: TokenisedText,
  { features, relatedness, seeksRelated, circumstances }: Evidence,
  calibration: Calibration,
  related: Related,
): { verdict: Verdict; probability: number } {
  const shorter = Math.min(a.ids.length, b.ids.length);
  const short = shorter < EQUAL_BELOW_TOKENS;
  if (shorter > 0 && equalIds(a.ids, b.ids) && (!short || equalTitles(circumstances.titles))) {
    return { verdict: "copy", probability: EQUAL_TEXTS_PROBABILITY };
  }
  const { reuse } = calibration;
  const retold = chance(reuse, features);
  const otherwise = features.retold === 0 ? retold : chance(reuse, features, "retold");
  // Events make a pair less likely at most, and cost more than all the rest.
  const least = leastProbability(features);
  const most = Math.max(retold, otherwise, least);
  if (!seeksRelated && most < 0.5) return { verdict: "none", probability: most };
  // Sentences told in other words are evidence where both tell of one event; of two events, they are a template.
  const sameEvent = once(() => isRelated(related, features, relatedness()));
  const told = retold === otherwise || otherwise >= 0.5 || sameEvent() ? retold : otherwise;
  const likely = Math.max(told, least);
  if (!seeksRelated && likely < 0.5) return { verdict: "none", probability: likely };
  // Where no passage is more than formula, nothing could be shown for reuse.
  const probability =
    features.equalMore === 0
      ? Math.min(likely, MOST_WITHOUT_PASSAGE)
      : hasOtherFigures(features)
        ? Math.min(likely, TEMPLATE_PROBABILITY)
        : likely;
  if (probability >= 0.5) {
    const ratio = shorter / Math.max(a.ids.length, b.ids.length);
    const canBeWhole =
      !short &&
      ratio >= LEAST_WHOLE_LENGTH_RATIO &&
      features.equalLess >= LEAST_WHOLE_SHARE &&
      features.coverShorter >= LEAST_WHOLE_COVER_SHORTER &&
      features.coverLonger >= LEAST_WHOLE_COVER_LONGER;
    const whole =
      canBeWhole && (features.equalLess >= SURELY_WHOLE_SHARE || chance(calibration.whole, features) >= 0.5);
    return { verdict: whole ? "copy" : "excerpt", probability };
  }
  if (hasOtherFigures(features) || !seeksRelated) return { verdict: "none", probability };
  return { verdict: sameEvent() ? "same-news" : "none", probability };
}

function once<T>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** What the regressions of `related` see: wording that is the same around other words tells of another event. */
export function relatedValues({ equalMore, distinctiveMore }: Features, event: Relatedness) {
  return { ...event, otherEvent: equalMore * (1 - distinctiveMore) };
}

function isRelated(model: Related, features: Features, event: Relatedness): boolean {
  return chanceOfSameNews(model, features, event) >= 0.5;
}

function chanceOfSameNews(model: Related, features: Features, event: Relatedness): number {
  if (event.shared < LEAST_SHARED) return 0;
  const values = relatedValues(features, event);
  const odds = event.many * logit(model.many, values) + (1 - event.many) * logit(model.few, values);
  return 1 / (1 + Math.exp(-odds));
}

/** Probability that a logistic regression gives; with the value called `without` taken for 0. */
export function chance(linear: Linear, values: object, without = ""): number {
  return 1 / (1 + Math.exp(-logit(linear, values, without)));
}

function logit(linear: Linear, values: object, without = ""): number {
  let sum = linear.intercept;
  for (const [name, coefficient] of coefficientsOf(linear)) {
    if (name !== without) sum += coefficient * (values as Readonly<Record<string, number>>)[name]!;
  }
  return sum;
}

const coefficients = new WeakMap<Linear, readonly (readonly [string, number])[]>();

/** In the order of the model. */
function coefficientsOf(linear: Linear): readonly (readonly [string, number])[] {
  let known = coefficients.get(linear);
  if (known === undefined) {
    known = Object.entries(linear.coefficients as Readonly<Record<string, number>>);
    coefficients.set(linear, known);
  }
  return known;
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
