/**
 * Learns the verdict model from judged pairs and writes src/match/model.generated.ts.
 * `npm run train -- --articles FILE --labels FILE --version N`
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readArticles } from "../evaluate/collection.js";
import { readPairs } from "../evaluate/pairs.js";
import { corpusExamples, example, fitCalibration } from "./fit.js";

const USAGE = "usage: npm run train -- --articles FILE --labels FILE --version N [--out FILE]";

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string" },
    version: { type: "string" },
    out: { type: "string", default: "src/match/model.generated.ts" },
  },
});
const version = Number(values.version);
if (values.articles === undefined || values.labels === undefined || !(version > 0)) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readArticles(values.articles);
const pairs = readPairs(values.labels);
const model = {
  version,
  data:
    `${pairs.length} judged pairs of ${basename(values.labels)}, document frequencies of ` +
    `${articles.background.documents} articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl too, a quarter each`,
  collection: fitCalibration(
    pairs.map((pair) => example(pair, articles, articles.background)),
    await corpusExamples(),
  ),
  bare: fitCalibration(
    pairs.map((pair) => example(pair, articles, null)),
    null,
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
