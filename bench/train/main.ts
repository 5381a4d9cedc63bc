/**
 * Learns the verdict model from judged pairs and writes src/match/model.generated.ts.
 * `npm run train -- --articles FILE --labels FILE --version N`
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readArticles } from "../evaluate/collection.js";
import { readPairs } from "../evaluate/pairs.js";
import {
  corpusExamples,
  type Example,
  example,
  fitCalibration,
  fitRelated,
  rewrittenExamples,
} from "./fit.js";

const USAGE = "usage: npm run train -- --articles FILE --labels FILE --version N [--out FILE]";

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string" },
    version: { type: "string" },
    out: { type: "string", default: "src/match/verdict/model.generated.ts" },
  },
});
const version = Number(values.version);
if (values.articles === undefined || values.labels === undefined || !(version > 0)) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readArticles(values.articles);
const pairs = readPairs(values.labels);
const corpus = await corpusExamples();
const [behind, alone] = [articles.background, null].map((background) =>
  pairs.map((pair) => example(pair, articles, background)),
) as [Example[], Example[]];
const collection = fitCalibration(behind, [...corpus.listed, ...rewrittenExamples(articles)]);
const bare = fitCalibration(alone, null);
const model = {
  version,
  data:
    `${pairs.length} judged pairs of ${basename(values.labels)}, document frequencies of ` +
    `${articles.background.documents} articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl, a quarter each, and of test/gold/rewritten.jsonl, too; for what is related in few documents all pairs of corpus/`,
  collection,
  bare,
  related: fitRelated(
    { examples: behind, calibration: collection },
    { examples: alone, calibration: bare },
    corpus,
  ),
};
writeFileSync(
  values.out,
  `/** Made by \`npm run train\`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = ${source(model, "")};
`,
);
console.error(`wrote ${values.out}, version ${version}`);

/** A value as TypeScript, in the project's format. */
function source(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, entry]) => `${inner}${key}: ${source(entry, inner)},`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}
