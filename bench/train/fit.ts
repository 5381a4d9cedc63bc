/**
 * From judged pairs to coefficients. Which features each regression sees, and how strongly it is held back, was
 * settled by cross-validation over stories; the numbers are fitted here, by the same code for every fold.
 */

import { alignTexts } from "../../src/match/align.js";
import type { Background } from "../../src/match/background.js";
import { changedFacts } from "../../src/match/facts.js";
import { type Features, features } from "../../src/match/features.js";
import type { Calibration, Linear, Related } from "../../src/match/model.js";
import { type Relatedness, relatedness } from "../../src/match/related.js";
import { chance } from "../../src/match/verdict.js";
import { type Articles, readArticles } from "../evaluate/collection.js";
import { isReuse, type JudgedPair, readPairs } from "../evaluate/pairs.js";
import { fitLogistic } from "./logistic.js";

const REUSE_FEATURES = ["densest", "bestPassage", "replaced", "commonShare"] as const;
/** Without a collection a rare word cannot be told, so what was replaced says little. */
const BARE_REUSE_FEATURES = ["densest", "bestPassage"] as const;
const WHOLE_FEATURES = ["distinctiveLess", "distinctiveMore", "formula", "template"] as const;
type RelatedFeature = keyof Relatedness | "template";
const UNDATED_FEATURES: readonly RelatedFeature[] = ["leadLess", "leadMore", "bothLeads", "template"];
/** Weight of the L2 penalty in the summed log loss. */
const PENALTY = 3;
const REWRITING_PENALTY = 0.1;
const MOST_REWRITING = 10;
/** Share of pairs about different events that may be called related. */
const FALSE_RELATED = 0.03;

/**
 * Weight of an example of our own corpus in telling reuse: it shows rewritings, which three weeks of newspapers
 * have few of.
 */
const CORPUS_WEIGHT = 0.25;

export interface Example {
  /** How much it counts in the fit; 1 for a judged pair of newspapers. */
  readonly weight: number;
  readonly pair: JudgedPair;
  readonly values: Features;
  readonly relatedness: Relatedness;
}

/** Pairs of the invented newspapers of `corpus/`, with what its truth calls them. */
export async function corpusExamples(): Promise<Example[]> {
  const articles = await readArticles("corpus/articles.jsonl");
  return readPairs("corpus/truth.jsonl").map((pair) => ({
    ...example(pair, articles, articles.background),
    weight: CORPUS_WEIGHT,
  }));
}

export function example(pair: JudgedPair, articles: Articles, background: Background | null): Example {
  const a = articles.text(pair.a);
  const b = articles.text(pair.b);
  const passages = alignTexts(a, b, background);
  return {
    weight: 1,
    pair,
    values: features(a, b, passages, changedFacts(a, b, passages, background), background),
    relatedness: relatedness(a, b, articles.daysApart(pair.a, pair.b), background),
  };
}

/** Bare where no `corpus` is given: without a collection a rewriting cannot be told from a template. */
export function fitCalibration(examples: readonly Example[], corpus: readonly Example[] | null): Calibration {
  const newspapers = regress<keyof Features>(
    examples,
    corpus === null ? BARE_REUSE_FEATURES : REUSE_FEATURES,
    (e) => e.values,
    (e) => isReuse(e.pair.label),
  );
  const reuse = corpus === null ? newspapers : withRewriting(newspapers, [...examples, ...corpus]);
  const whole = regress(
    examples,
    WHOLE_FEATURES,
    (e) => e.values,
    (e) => e.pair.label === "whole",
  );
  const unlike = examples.filter(({ pair }) => !isReuse(pair.label));
  const asked = unlike.filter(({ values }) => chance(reuse, values) < 0.5);
  const related = (names: readonly RelatedFeature[]): Related => {
    const linear = regress(unlike, names, relatedValues, (e) => e.pair.label === "related");
    const others = asked.filter(({ pair }) => pair.label === "none");
    return { ...linear, threshold: thresholdFor(others.map((e) => chance(linear, relatedValues(e)))) };
  };
  return {
    reuse,
    whole,
    related: related([...UNDATED_FEATURES, "days"]),
    relatedUndated: related(UNDATED_FEATURES),
  };
}

/**
 * The model with a coefficient for `rewriting`, all others left as they are: newspapers teach those, our own
 * corpus this one. By bisection of the derivative of the penalised log loss, which falls throughout.
 */
function withRewriting(model: Linear<keyof Features>, examples: readonly Example[]): Linear<keyof Features> {
  const told = examples.filter(({ values }) => values.rewriting > 0);
  const slope = (coefficient: number): number => {
    const candidate = { ...model, coefficients: { ...model.coefficients, rewriting: coefficient } };
    return told.reduce((sum, { values, weight, pair }) => {
      const error = (isReuse(pair.label) ? 1 : 0) - chance(candidate, values);
      return sum + weight * error * values.rewriting;
    }, -REWRITING_PENALTY * coefficient);
  };
  let [low, high] = [0, MOST_REWRITING];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return { ...model, coefficients: { ...model.coefficients, rewriting: rounded(low) } };
}

const relatedValues = (e: Example) => ({ ...e.relatedness, template: e.values.template });

function regress<Name extends string>(
  examples: readonly Example[],
  names: readonly Name[],
  valuesOf: (example: Example) => Readonly<Record<Name, number>>,
  isPositive: (example: Example) => boolean,
): Linear<Name> {
  const { intercept, coefficients } = fitLogistic(
    examples.map((e) => Float64Array.from(names, (name) => valuesOf(e)[name])),
    examples.map(isPositive),
    PENALTY,
    examples.map(({ weight }) => weight),
  );
  const entries = names.map((name, j) => [name, rounded(coefficients[j]!)]);
  return { intercept: rounded(intercept), coefficients: Object.fromEntries(entries) };
}

function thresholdFor(chancesOfOthers: number[]): number {
  const sorted = chancesOfOthers.sort((x, y) => y - x);
  return rounded(sorted[Math.floor(FALSE_RELATED * sorted.length)]!);
}

const rounded = (value: number): number => Number(value.toPrecision(5));
