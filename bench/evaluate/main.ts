/**
 * How right the verdicts are, on judged pairs.
 * `npm run evaluate -- --articles FILE --labels FILE [--cross-validate] [--bare] [--wrong] [--seeds N]`
 */
import { parseArgs } from "node:util";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import type { Calibration, Related } from "../../src/match/verdict/model.js";
import { calibrationFor, decide } from "../../src/match/verdict/verdict.js";
import {
  type CorpusExamples,
  corpusExamples,
  type Example,
  example,
  fitCalibration,
  fitMany,
  fitRelated,
  rewrittenExamples,
} from "../train/fit.js";
import { readArticles } from "./collection.js";
import { dealFolds, stories } from "./folds.js";
import type { Scored } from "./metrics.js";
import { type JudgedPair, readPairs } from "./pairs.js";
import { reportScores } from "./report.js";

const USAGE = `usage: npm run evaluate -- --articles FILE --labels FILE [options]
  --cross-validate  train on nine tenths of the stories, judge the rest; else the released model judges
  --seeds N         with --cross-validate: as many ways of dealing the folds, pooled (default 5)
  --bare            judge each pair without the collection
  --wrong           print every wrong pair with both texts`;
const FOLDS = 10;

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string" },
    "cross-validate": { type: "boolean", default: false },
    bare: { type: "boolean", default: false },
    wrong: { type: "boolean", default: false },
    seeds: { type: "string", default: "5" },
  },
});
if (values.articles === undefined || values.labels === undefined || !(Number(values.seeds) > 0)) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readArticles(values.articles);
const pairs = readPairs(values.labels);
const background = values.bare ? null : articles.background;
const storyOf = storiesOf(pairs);
const story = pairs.map(({ a }) => storyOf.get(a)!);
const [collectionExamples, bareExamples] = [articles.background, null].map((one) =>
  pairs.map((pair) => example(pair, articles, one)),
) as [Example[], Example[]];
const examples = values.bare ? bareExamples : collectionExamples;

if (values["cross-validate"]) {
  const corpus = await corpusExamples();
  const rewritten = rewrittenExamples(articles);
  const runs = Array.from({ length: Number(values.seeds) }, (_, seed) =>
    crossValidated(seed + 1, corpus, rewritten),
  );
  console.log(`cross-validated in ${FOLDS} folds of stories, ${runs.length} deals pooled, ${behind()}\n`);
  console.log(reportScores(runs.flat()));
  if (values.wrong) printWrong(runs[0]!);
} else {
  const calibration = calibrationFor(background);
  const rows = examples.map((_, at) => judged(at, calibration, MODEL.related));
  console.log(`released model, version ${MODEL.version}, ${behind()}\n`);
  console.log(reportScores(rows));
  if (values.wrong) printWrong(rows);
}

function behind(): string {
  return background === null ? "bare pairs" : `${background.documents} documents behind them`;
}

function storiesOf(judged: readonly JudgedPair[]): Map<string, number> {
  const ids = judged.flatMap(({ a, b }) => [a, b]);
  return stories(judged, new Map(ids.map((id) => [id, articles.text(id).ids])));
}

function crossValidated(seed: number, corpus: CorpusExamples, rewritten: readonly Example[]): Scored[] {
  const fold = dealFolds(story, FOLDS, seed);
  // A rewriting of a story that is left out teaches nothing either.
  const joint = storiesOf([...pairs, ...rewritten.map(({ pair }) => pair)]);
  const models = Array.from({ length: FOLDS }, (_, left) => {
    const kept = (of: readonly Example[]) => of.filter((_, at) => fold[at] !== left);
    const [behind, alone] = [kept(collectionExamples), kept(bareExamples)];
    const leftOut = new Set(pairs.flatMap(({ a }, at) => (fold[at] === left ? [joint.get(a)] : [])));
    const others = rewritten.filter(({ pair }) => !leftOut.has(joint.get(pair.a)));
    const collection = fitCalibration(behind, [...corpus.listed, ...others]);
    const bare = fitCalibration(alone, null);
    const related = fitRelated(
      { examples: behind, calibration: collection },
      { examples: alone, calibration: bare },
      corpus,
    );
    const many = fitMany(behind, [...corpus.listed, ...others]);
    return {
      calibration: values.bare ? bare : calibrationFor(articles.background, { bare, few: collection, many }),
      related,
    };
  });
  return examples.map((_, at) => {
    const { calibration, related } = models[fold[at]!]!;
    return judged(at, calibration, related);
  });
}

function judged(at: number, calibration: Calibration, related: Related): Scored {
  const { pair, values: features, relatedness }: Example = examples[at]!;
  const { a, b, label, borderline } = pair;
  const circumstances = {
    titles: { a: articles.title(a), b: articles.title(b) },
    daysApart: articles.daysApart(a, b),
  };
  const { verdict, probability } = decide(
    articles.text(a),
    articles.text(b),
    { features, relatedness: () => relatedness, seeksRelated: true, circumstances },
    calibration,
    related,
  );
  return { label, answer: verdict, probability, borderline, story: story[at]! };
}

function printWrong(rows: readonly Scored[]): void {
  const group = (verdict: string): string => (verdict === "same-news" ? "none" : verdict);
  rows.forEach((row, at) => {
    if (group(row.label) === group(row.answer)) return;
    const { a, b } = pairs[at]!;
    const torn = row.borderline ? ", borderline" : "";
    console.log(`\n${"=".repeat(80)}`);
    console.log(
      `${a} / ${b}: judged ${row.label}${torn}, answered ${row.answer} (${row.probability.toFixed(2)})`,
    );
    console.log(JSON.stringify(examples[at]!.values));
    for (const id of [a, b]) console.log(`--- ${id} ${articles.title(id)}\n${articles.text(id).text.trim()}`);
  });
}
