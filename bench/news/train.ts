/**
 * Learns which pairs are the same news and writes src/match/news/model.generated.ts.
 * `npm run train:news -- [--corpora FOLDER] --version N`
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FEATURES, fitNews, newsExamples } from "./fit.js";

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: "../shared/corpora" },
    version: { type: "string" },
    out: { type: "string", default: "src/match/news/model.generated.ts" },
  },
});
const version = Number(values.version);
if (!(version > 0)) {
  console.error("usage: npm run train:news -- [--corpora FOLDER] --version N [--out FILE]");
  process.exit(2);
}

const examples = await newsExamples(values.corpora);
const { intercept, coefficients } = fitNews(examples);
const count = (set: string) => examples.filter((one) => one.set === set).length;
const lines = FEATURES.map((name, at) => `    ${name}: ${rounded(coefficients[at]!)},`);
writeFileSync(
  values.out,
  `/** Made by \`npm run train:news\`; do not edit. */
import type { NewsModel } from "./model.js";

export const NEWS_MODEL: NewsModel = {
  version: ${version},
  data: "${count("egypt")} judged pairs of thirteen Egyptian outlets and ${count("stories")} of SaudiNewsNet, judged as bare pairs",
  intercept: ${rounded(intercept)},
  coefficients: {
${lines.join("\n")}
  },
};
`,
);
console.error(`wrote ${values.out}, version ${version}`);

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
