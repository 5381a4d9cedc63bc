/** The regression behind `sameNews`: what it is fitted on, and how. */
import { join } from "node:path";
import type { NewsFeatures } from "../../src/match/news/features.js";
import { newsFeaturesOf } from "../../src/match/news/same-news.js";
import { fitLogistic, type Logistic, logit, sigmoid } from "../train/logistic.js";
import { idsOf, type NewsPair, readNewsPairs, readTexts } from "./judged.js";

export const FEATURES: readonly (keyof NewsFeatures)[] = [
  "cosine",
  "jaccard",
  "containment",
  "lead",
  "title",
  "bestSupport",
  "letters",
  "lettersContained",
  "otherFigures",
  "closeness",
];
const PENALTY = 4;
/** Candidates of one anchor are many and alike: they count as their square root, times this. */
const STORY_WEIGHT = 1.5;

export interface NewsExample extends NewsPair {
  readonly set: "egypt" | "stories";
  readonly features: NewsFeatures;
  /** Of the two texts without titles and times. */
  readonly bare: NewsFeatures;
  readonly weight: number;
}

/** `corpora` is the folder that holds egypt-2013 and saudinewsnet. */
export async function newsExamples(corpora: string): Promise<NewsExample[]> {
  const egypt = await examplesOf(
    "egypt",
    join(corpora, "egypt-2013/pairs.jsonl"),
    join(corpora, "egypt-2013/articles.jsonl.gz"),
  );
  const stories = await examplesOf(
    "stories",
    join(corpora, "saudinewsnet/stories.jsonl"),
    join(corpora, "saudinewsnet/articles.jsonl.gz"),
  );
  return [...egypt, ...stories];
}

async function examplesOf(set: NewsExample["set"], labels: string, articles: string): Promise<NewsExample[]> {
  const pairs = readNewsPairs(labels);
  const texts = await readTexts(articles, idsOf(pairs));
  const alike = (one: NewsPair) => pairs.filter(({ a, same }) => a === one.a && same === one.same).length;
  const bare = (id: string) => ({ ...texts.get(id)!, kept: undefined, title: "", instant: Number.NaN });
  return pairs.map((pair) => ({
    ...pair,
    set,
    features: newsFeaturesOf(texts.get(pair.a)!, texts.get(pair.b)!, null),
    bare: newsFeaturesOf(bare(pair.a), bare(pair.b), null),
    weight: set === "egypt" ? 1 : STORY_WEIGHT / Math.sqrt(alike(pair)),
  }));
}

/** Every pair teaches twice: as it is, and without titles and times, as many collections come. */
export function fitNews(examples: readonly NewsExample[]): Logistic {
  const twice = examples.flatMap((one) => [one, { ...one, features: one.bare }]);
  return fitLogistic(
    twice.map(({ features }) => rowOf(features)),
    twice.map(({ same }) => same),
    PENALTY,
    twice.map(({ weight }) => weight / 2),
  );
}

export function chanceBy(model: Logistic, features: NewsFeatures): number {
  return sigmoid(logit(model, rowOf(features)));
}

function rowOf(features: NewsFeatures): Float64Array {
  return Float64Array.from(FEATURES, (name) => features[name]);
}

/** Chances of examples by models that never saw their query, the folds dealt in `seeds` ways, averaged. */
export function crossValidated(examples: readonly NewsExample[], folds: number, seeds: number): number[] {
  const queries = [...new Set(examples.map(({ a }) => a))].sort();
  const chances = examples.map(() => 0);
  for (let seed = 0; seed < seeds; seed++) {
    const foldOf = new Map(
      queries.map((id, at) => [id, (at * (2 * seed + 1) + Math.floor(at / folds) * seed) % folds]),
    );
    for (let fold = 0; fold < folds; fold++) {
      const model = fitNews(examples.filter(({ a }) => foldOf.get(a) !== fold));
      examples.forEach((one, at) => {
        if (foldOf.get(one.a) === fold) chances[at]! += chanceBy(model, one.features) / seeds;
      });
    }
  }
  return chances;
}
