/**
 * How right the program's own output is: pairs that were drawn from what it said and judged by reading, weighted by how
 * much of the output each stratum is. Other judged pairs, without a stratum, are trained on when cross-validating.
 * `npm run evaluate:live -- --articles FILE --labels FILE [--labels FILE…] [--cross-validate] [--wrong]`
 */
import { parseArgs } from "node:util";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import type { VerdictModel } from "../../src/match/verdict/model.js";
import { calibrationFor, decide } from "../../src/match/verdict/verdict.js";
import { isReuse } from "../../src/model/verdicts.js";
import { corpusExamples, type Example, example, fitMany, rewrittenExamples, weighted } from "../train/fit.js";
import { readArticles } from "./collection.js";
import { dealFolds, stories } from "./folds.js";
import { readPairs } from "./pairs.js";
import { outputWeights } from "./strata.js";

const USAGE = `usage: npm run evaluate:live -- --articles FILE --labels FILE [options]
  --labels FILE     judged pairs; those with a stratum are scored, all are trained on; repeatable
  --cross-validate  train on nine tenths of the stories, judge the rest; else the released model judges
  --wrong           name every wrong pair that was in the output`;
const FOLDS = 10;
const BINS = 10;

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string", multiple: true },
    "cross-validate": { type: "boolean", default: false },
    wrong: { type: "boolean", default: false },
  },
});
if (values.articles === undefined || values.labels === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readArticles(values.articles);
const sets = values.labels.map(readPairs);
const pairs = sets.flat();
const behind = sets.flatMap((set) =>
  weighted(set.map((pair) => example(pair, articles, articles.background))),
);

const chances = values["cross-validate"] ? await crossValidated() : behind.map((_, at) => judged(at, MODEL));
const weights = outputWeights(pairs.map(({ stratum }) => stratum));
const rows = pairs.map((pair, at) => ({
  ...pair,
  ...chances[at]!,
  isReal: isReuse(pair.label),
  isSaid: isReuse(chances[at]!.verdict),
  weight: weights[at]!,
}));
const live = rows.filter(({ weight }) => weight > 0);
const total = (of: typeof rows, counts: (row: (typeof rows)[number]) => boolean): number =>
  of.reduce((sum, row) => sum + (counts(row) ? row.weight : 0), 0);

const right = total(live, ({ isSaid, isReal }) => isSaid && isReal);
console.log(
  values["cross-validate"]
    ? `cross-validated in ${FOLDS} folds of stories`
    : `released model, version ${MODEL.version}`,
);
console.log(`${live.length} pairs of the output, weighted by stratum`);
console.log(`  precision of reuse  ${(right / total(live, ({ isSaid }) => isSaid)).toFixed(3)}`);
console.log(`  real reuse kept     ${(right / total(live, ({ isReal }) => isReal)).toFixed(3)}`);
console.log(`  calibration error   ${calibration().toFixed(3)} of what is said to be reuse`);
for (const stratum of new Set(live.map((row) => row.stratum))) {
  const of = live.filter((row) => row.stratum === stratum);
  const said = of.filter(({ isSaid }) => isSaid);
  const real = of.filter(({ isReal }) => isReal);
  const both = said.filter(({ isReal }) => isReal);
  console.log(
    `  ${stratum.padEnd(9)} ${both.length} of ${said.length} said are real; ${real.length} of ${of.length} are`,
  );
}
const others = rows.filter(({ stratum, weight }) => weight === 0 && /^n/u.test(stratum));
const missed = others.filter(({ isReal }) => isReal);
console.log(
  `near neighbours that were not in the output: ${missed.filter(({ isSaid }) => isSaid).length} of ${missed.length} real reuse found, ` +
    `${others.filter(({ isSaid, isReal }) => isSaid && !isReal).length} of ${others.length - missed.length} others said`,
);
if (values.wrong) {
  for (const { a, b, label, verdict, probability, stratum, isSaid, isReal } of live)
    if (isSaid !== isReal)
      console.log(`${a} ${b} ${stratum}: ${label}, said ${verdict} ${probability.toFixed(2)}`);
}

async function crossValidated() {
  const corpus = await corpusExamples();
  const rewritten = rewrittenExamples(articles);
  const judgedPairs = [...pairs, ...rewritten.map(({ pair }) => pair)];
  const ids = judgedPairs.flatMap(({ a, b }) => [a, b]);
  const storyOf = stories(judgedPairs, new Map(ids.map((id) => [id, articles.text(id).ids])));
  const story = pairs.map(({ a }) => storyOf.get(a)!);
  const fold = dealFolds(story, FOLDS, 1);
  const models = Array.from({ length: FOLDS }, (_, left) => {
    const kept = (of: readonly Example[]) => of.filter((_one, at) => fold[at] !== left);
    const leftOut = new Set(story.filter((_one, at) => fold[at] === left));
    const retold = rewritten.filter(({ pair }) => !leftOut.has(storyOf.get(pair.a)!));
    const many = fitMany(kept(behind), [...corpus.listed, ...retold]);
    return { ...MODEL, many, few: many };
  });
  return behind.map((_, at) => judged(at, models[fold[at]!]!));
}

function judged(at: number, model: VerdictModel) {
  const { pair, values: features, relatedness }: Example = behind[at]!;
  const circumstances = {
    titles: { a: articles.title(pair.a), b: articles.title(pair.b) },
    daysApart: articles.daysApart(pair.a, pair.b),
  };
  const evidence = { features, relatedness: () => relatedness, seeksRelated: true, circumstances };
  const calibration = calibrationFor(articles.background, model);
  return decide(articles.text(pair.a), articles.text(pair.b), evidence, calibration, model.related);
}

/** Mean distance of what was said from what is so, over tenths of probability, of pairs said to be reuse. */
function calibration(): number {
  const said = live.filter(({ isSaid }) => isSaid);
  let off = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const of = said.filter(({ probability }) => Math.min(BINS - 1, Math.floor(BINS * probability)) === bin);
    off += Math.abs(
      of.reduce((sum, { weight, probability, isReal }) => sum + weight * (probability - Number(isReal)), 0),
    );
  }
  return off / total(said, () => true);
}
