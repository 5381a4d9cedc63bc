/**
 * From judged pairs to coefficients. Which features each regression sees, and how strongly it is held back, was
 * settled by cross-validation over stories; the numbers are fitted here, by the same code for every fold.
 */
import type { Background } from "../../src/match/background.js";
import { changedFacts } from "../../src/match/facts/facts.js";
import { type Features, features, settled } from "../../src/match/features/features.js";
import { alignTexts } from "../../src/match/passages/align.js";
import { withFurniture } from "../../src/match/passages/furniture.js";
import { LEAST_SHARED, type Relatedness, relatedness } from "../../src/match/related/related.js";
import type { Calibration, Linear, Related } from "../../src/match/verdict/model.js";
import { chance, relatedValues } from "../../src/match/verdict/verdict.js";
import { isReuse } from "../../src/model/verdicts.js";
import { type Articles, readArticles } from "../evaluate/collection.js";
import { type JudgedPair, readPairs } from "../evaluate/pairs.js";
import { outputWeights } from "../evaluate/strata.js";
import { fitLogistic } from "./logistic.js";

/** With few documents behind, days say little of what is formula. */
const FEW_REUSE_FEATURES = ["densest", "bestPassage", "replaced", "commonShare"] as const;
const REUSE_FEATURES = [
  "densest",
  "newsDensity",
  "newsCoverage",
  "spread",
  "replaced",
  "commonShare",
] as const;
/** Without a collection a rare word cannot be told, so what was replaced says little. */
const BARE_REUSE_FEATURES = ["densest", "bestPassage"] as const;
const WHOLE_FEATURES = ["distinctiveLess", "distinctiveMore", "formula", "template"] as const;
const MANY_FEATURES = ["leads", "otherEvent", "otherPlaces", "closeness"] as const;
const FEW_FEATURES = [...MANY_FEATURES, "together", "samePlaces"] as const;
/** Weight of the L2 penalty in the summed log loss. */
const PENALTY = 3;
const REWRITING_FEATURES = ["rewriting", "retold"] as const;
const REWRITING_PENALTY = 0.1;
const REWRITING_ROUNDS = 20;
const MOST_REWRITING = 10;
/** Share of pairs about different events that may be called related. */
const FALSE_RELATED = 0.029;
/**
 * With few documents behind, a pair is related from this chance on: of all pairs of the invented newspapers, judged
 * without a collection, none is called so wrongly.
 */
const FEW_THRESHOLD = 0.24;
/** Pairs of the invented newspapers that tell of one event, and of nothing in common, in telling `related`. */
const CORPUS_EVENT_WEIGHT = 0.5;
const CORPUS_OTHER_WEIGHT = 0.1;
const FEW_PENALTY = 1;

/**
 * Weight of an example of our own corpus in telling reuse: it shows rewritings, which three weeks of newspapers
 * have few of.
 */
const CORPUS_WEIGHT = 0.25;
/** Weight of a pair of `test/gold/rewritten.jsonl` over which the reader was torn. */
const BORDERLINE_WEIGHT = 0.5;

export interface Example {
  /** How much it counts in the fit; 1 for a judged pair of newspapers. */
  readonly weight: number;
  readonly pair: JudgedPair;
  readonly values: Features;
  readonly relatedness: Relatedness;
}

/** Square root of the hundreds of pairs of the output that a judged pair stands for: rare strata teach, too. */
export function weighted(examples: readonly Example[]): Example[] {
  const weights = outputWeights(examples.map(({ pair }) => pair.stratum));
  return examples.map((one, at) => ({
    ...one,
    weight: weights[at] === 0 ? 1 : Math.sqrt(weights[at]! / 100),
  }));
}

export interface CorpusExamples {
  /** Pairs that the truth of `corpus/` lists, for reuse. */
  readonly listed: readonly Example[];
  /** All pairs that are no reuse, with the collection behind them and without. */
  readonly unlike: readonly Example[];
}

/** Pairs of the invented newspapers of `corpus/`, with what its truth calls them: "none" where it does not list them. */
export async function corpusExamples(): Promise<CorpusExamples> {
  const articles = await readArticles("corpus/articles.jsonl");
  const pairs = readPairs("corpus/truth.jsonl");
  const listed = pairs.map((pair) => ({
    ...example(pair, articles, articles.background),
    weight: CORPUS_WEIGHT,
  }));
  const labels = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair.label]));
  const ids = articles.ids().sort();
  const others = ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b) => {
      const label = labels.get(`${a} ${b}`) ?? "none";
      return isReuse(label) ? [] : [{ a, b, label, borderline: false, stratum: "" }];
    }),
  );
  const unlike = [articles.background, null].flatMap((background) =>
    others.map((pair) => ({
      ...example(pair, articles, background),
      weight: pair.label === "same-news" ? CORPUS_EVENT_WEIGHT : CORPUS_OTHER_WEIGHT,
    })),
  );
  return { listed, unlike };
}

/** Judged pairs of newspapers that share little but passages in other words. */
export function rewrittenExamples(articles: Articles): Example[] {
  return readPairs("test/gold/rewritten.jsonl").map((pair) => ({
    ...example(pair, articles, articles.background),
    weight: pair.borderline ? BORDERLINE_WEIGHT : 1,
  }));
}

export function example(pair: JudgedPair, articles: Articles, background: Background | null): Example {
  const a = articles.text(pair.a);
  const b = articles.text(pair.b);
  const aligned = alignTexts(a, b, background);
  const sources = { a: articles.source(pair.a), b: articles.source(pair.b) };
  const { passages, furniture } = withFurniture(a, b, sources, aligned);
  return {
    weight: 1,
    pair,
    values: settled(features(a, b, passages, () => changedFacts(a, b, passages, background), background)),
    relatedness: relatedness(
      a,
      b,
      {
        titles: { a: articles.title(pair.a), b: articles.title(pair.b) },
        daysApart: articles.daysApart(pair.a, pair.b),
        furniture,
        boilerplate: passages.filter(({ kind }) => kind === "boilerplate"),
      },
      background,
    ),
  };
}

/** Bare where no `rewritings` are given: without a collection they cannot be told from a template. */
/** For tens of thousands of documents behind: days tell a formula from a story. */
export function fitMany(examples: readonly Example[], rewritings: readonly Example[]): Calibration {
  return fitted(examples, REUSE_FEATURES, rewritings);
}

export function fitCalibration(
  examples: readonly Example[],
  rewritings: readonly Example[] | null,
): Calibration {
  return fitted(examples, rewritings === null ? BARE_REUSE_FEATURES : FEW_REUSE_FEATURES, rewritings);
}

function fitted(
  examples: readonly Example[],
  features: readonly (keyof Features)[],
  rewritings: readonly Example[] | null,
): Calibration {
  const newspapers = regress(
    examples,
    features,
    (e) => e.values,
    (e) => isReuse(e.pair.label),
    PENALTY,
  );
  const reuse = rewritings === null ? newspapers : withRewriting(newspapers, [...examples, ...rewritings]);
  const whole = regress(
    examples,
    WHOLE_FEATURES,
    (e) => e.values,
    (e) => e.pair.label === "copy",
    PENALTY,
  );
  return { reuse, whole };
}

/**
 * For many documents from newspapers with a collection behind them; for few from the same pairs without it, and
 * from the invented newspapers. Thresholds become part of the intercepts.
 */
export function fitRelated(
  collection: { readonly examples: readonly Example[]; readonly calibration: Calibration },
  bare: { readonly examples: readonly Example[]; readonly calibration: Calibration },
  corpus: CorpusExamples,
): Related {
  const unlike = collection.examples.filter(({ pair }) => !isReuse(pair.label));
  const many = regress(unlike, MANY_FEATURES, seenOf, isEvent, PENALTY);
  const others = unlike.filter(
    ({ pair, values }) => pair.label === "none" && chance(collection.calibration.reuse, values) < 0.5,
  );
  const threshold = thresholdFor(others.map((e) => chance(many, seenOf(e))));
  const asked = [...bare.examples, ...corpus.unlike].filter(
    ({ pair, values, relatedness }) =>
      !isReuse(pair.label) &&
      relatedness.shared >= LEAST_SHARED &&
      chance(bare.calibration.reuse, values) < 0.5,
  );
  const few = regress(asked, FEW_FEATURES, seenOf, isEvent, FEW_PENALTY);
  return { many: from(many, threshold), few: from(few, FEW_THRESHOLD) };
}

const isEvent = ({ pair }: Example): boolean => pair.label === "same-news";

/** The regression with log-odds of 0 at the given chance. */
function from<Name extends string>(linear: Linear<Name>, chance: number): Linear<Name> {
  return { ...linear, intercept: rounded(linear.intercept - Math.log(chance / (1 - chance))) };
}

/**
 * The model with coefficients for what rewriting shows by, all others left as they are: pairs of newspapers teach
 * those; rewritings, these. One after the other until neither moves, each by bisection of the derivative of the
 * penalised log loss, which falls throughout.
 */
function withRewriting(model: Linear<keyof Features>, examples: readonly Example[]): Linear<keyof Features> {
  const told = examples.filter(({ values }) => REWRITING_FEATURES.some((name) => values[name] > 0));
  let coefficients: Linear<keyof Features>["coefficients"] = { ...model.coefficients };
  for (let round = 0; round < REWRITING_ROUNDS; round++) {
    for (const name of REWRITING_FEATURES) {
      let [low, high] = [0, MOST_REWRITING];
      for (let step = 0; step < 50; step++) {
        const middle = (low + high) / 2;
        const candidate = { ...model, coefficients: { ...coefficients, [name]: middle } };
        if (slope(candidate, name, told) > REWRITING_PENALTY * middle) low = middle;
        else high = middle;
      }
      coefficients = { ...coefficients, [name]: low };
    }
  }
  for (const name of REWRITING_FEATURES)
    coefficients = { ...coefficients, [name]: rounded(coefficients[name]!) };
  return { ...model, coefficients };
}

/** How fast the log likelihood of the examples grows with the coefficient of a feature. */
function slope(model: Linear<keyof Features>, name: keyof Features, examples: readonly Example[]): number {
  return examples.reduce((sum, { values, weight, pair }) => {
    const error = (isReuse(pair.label) ? 1 : 0) - chance(model, values);
    return sum + weight * error * values[name];
  }, 0);
}

const seenOf = ({ values, relatedness }: Example) => relatedValues(values, relatedness);

function regress<Name extends string>(
  examples: readonly Example[],
  names: readonly Name[],
  valuesOf: (example: Example) => Readonly<Record<Name, number>>,
  isPositive: (example: Example) => boolean,
  penalty: number,
): Linear<Name> {
  const { intercept, coefficients } = fitLogistic(
    examples.map((e) => Float64Array.from(names, (name) => valuesOf(e)[name])),
    examples.map(isPositive),
    penalty,
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
