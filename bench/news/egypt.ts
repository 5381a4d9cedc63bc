/**
 * How well `sameNews` tells reports of one statement from others, on judged pairs: of Egyptian newspapers and of
 * SaudiNewsNet by models that never saw the pair's query, and of SANA texts by the model that is shipped.
 * `npm run evaluate:egypt -- [--corpora FOLDER] [--errors N] [--shipped]`
 */
import { parseArgs } from "node:util";
import { sameNewsOf } from "../../src/match/news/same-news.js";
import { crossValidated, newsExamples } from "./fit.js";
import { printScores } from "./scores.js";

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: "../shared/corpora" },
    errors: { type: "string", default: "10" },
    shipped: { type: "boolean", default: false },
  },
});

const examples = await newsExamples(values.corpora);
const chances = values.shipped
  ? examples.map(({ features }) => sameNewsOf(features))
  : crossValidated(examples, 10, 5);
const rows = examples.map((one, at) => ({ ...one, chance: chances[at]! }));
for (const set of ["egypt", "stories"] as const) {
  const inSet = rows.filter((row) => row.set === set);
  printScores(set, inSet);
  const wrong = [...inSet].sort((x, y) => error(y) - error(x)).slice(0, Number(values.errors));
  for (const { a, b, label, chance } of wrong) console.log(`  ${chance.toFixed(2)}  ${label}  ${a} ${b}`);
}

function error({ same, chance }: { same: boolean; chance: number }): number {
  return same ? 1 - chance : chance;
}
