/**
 * Learns which blocks of a page are the article's, and writes src/ingest/page/model.generated.ts.
 * `npm run train:pages -- --pages FILE [--half odd|even] [--out FILE]`
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SECOND_FEATURES } from "../../src/ingest/page/context.js";
import { FEATURES } from "../../src/ingest/page/features.js";
import { encodeForest } from "../../src/ingest/page/forest.js";
import { readMarkedPages } from "./corpus.js";
import { labelPage, learn } from "./learn.js";

const { values } = parseArgs({
  options: {
    pages: { type: "string" },
    half: { type: "string" },
    out: { type: "string", default: "src/ingest/page/model.generated.ts" },
  },
});
if (values.pages === undefined) {
  console.error("usage: npm run train:pages -- --pages FILE [--half odd|even] [--out FILE]");
  process.exit(2);
}

const pages = readMarkedPages(values.pages)
  .filter(({ id }) => values.half === undefined || Number(id) % 2 === (values.half === "odd" ? 1 : 0))
  .map(labelPage)
  .filter((page) => page !== null);
const { first, second } = learn(pages);
writeFileSync(
  values.out,
  `/** Made by \`npm run train:pages\` from ${pages.length} marked pages; do not edit. */
export const PAGE_MODEL = {
  firstFeatures: ${FEATURES},
  secondFeatures: ${SECOND_FEATURES},
  first: "${encodeForest(first)}",
  second: "${encodeForest(second)}",
};
`,
);
console.log(`${values.out}: learnt from ${pages.length} pages`);
