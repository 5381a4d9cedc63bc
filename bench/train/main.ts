/**
 * Learns the verdict model from judged pairs and writes src/match/model.generated.ts.
 * `npm run train -- --articles FILE --labels FILE --labels FILE --version N`
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
  fitMany,
  fitRelated,
  rewrittenExamples,
  weighted,
} from "./fit.js";

const USAGE = "usage: npm run train -- --articles FILE --labels FILE… --version N [--out FILE]";

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string", multiple: true },
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
const files = values.labels.map(readPairs);
const corpus = await corpusExamples();
const [behind, alone] = [articles.background, null].map((background) =>
  files.flatMap((pairs) => weighted(pairs.map((pair) => example(pair, articles, background)))),
) as [Example[], Example[]];
const pool = files[0]!.length;
const rewritings = [...corpus.listed, ...rewrittenExamples(articles)];
const few = fitCalibration(behind.slice(0, pool), rewritings);
const many = fitMany(behind, rewritings);
const bare = fitCalibration(alone.slice(0, pool), null);
const model = {
  version,
  data:
    `${behind.length} judged pairs of ${values.labels.map((file) => basename(file)).join(", ")}, document frequencies of ` +
    `${articles.background.documents} articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl, a quarter each, and of test/gold/rewritten.jsonl, too; for few documents, bare pairs and the same news the first of these files and all pairs of corpus/`,
  many,
  few,
  bare,
  related: fitRelated(
    { examples: behind.slice(0, files[0]!.length), calibration: few },
    { examples: alone.slice(0, files[0]!.length), calibration: bare },
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
