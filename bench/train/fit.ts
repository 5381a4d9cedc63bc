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
import type { Articles } from "../evaluate/collection.js";
import { isReuse, type JudgedPair } from "../evaluate/pairs.js";
import { fitLogistic } from "./logistic.js";

const REUSE_FEATURES = ["densest", "bestPassage", "replaced", "commonShare"] as const;
/** Without a collection a rare word cannot be told, so what was replaced says little. */
const BARE_REUSE_FEATURES = ["densest", "bestPassage"] as const;
const WHOLE_FEATURES = ["distinctiveLess", "distinctiveMore", "formula", "template"] as const;
type RelatedFeature = keyof Relatedness | "template";
const UNDATED_FEATURES: readonly RelatedFeature[] = ["leadLess", "leadMore", "bothLeads", "template"];
/** Weight of the L2 penalty in the summed log loss. */
const PENALTY = 3;
/** Share of pairs about different events that may be called related. */
const FALSE_RELATED = 0.03;

export interface Example {
  readonly pair: JudgedPair;
  readonly values: Features;
  readonly relatedness: Relatedness;
}

export function example(pair: JudgedPair, articles: Articles, background: Background | null): Example {
  const a = articles.text(pair.a);
  const b = articles.text(pair.b);
  const passages = alignTexts(a, b, background);
  return {
    pair,
    values: features(a, b, passages, changedFacts(a, b, passages, background), background),
    relatedness: relatedness(a, b, articles.daysApart(pair.a, pair.b), background),
  };
}

export function fitCalibration(examples: readonly Example[], bare: boolean): Calibration {
  const reuse = regress<keyof Features>(
    examples,
    bare ? BARE_REUSE_FEATURES : REUSE_FEATURES,
    (e) => e.values,
    (e) => isReuse(e.pair.label),
  );
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
  );
  const entries = names.map((name, j) => [name, rounded(coefficients[j]!)]);
  return { intercept: rounded(intercept), coefficients: Object.fromEntries(entries) };
}

function thresholdFor(chancesOfOthers: number[]): number {
  const sorted = chancesOfOthers.sort((x, y) => y - x);
  return rounded(sorted[Math.floor(FALSE_RELATED * sorted.length)]!);
}

const rounded = (value: number): number => Number(value.toPrecision(5));
