/** Writes the generated test of text reuse: DIR/documents.jsonl (the input) and DIR/truth.jsonl (the answers). */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readArticles } from "../support/articles.js";
import { Random } from "../support/random.js";
import { makeInsertions } from "./make.js";
import { type Level, NOISE_LEVELS } from "./noise.js";

const ALL_LEVELS: readonly Level[] = [...NOISE_LEVELS, "altered"];
const USAGE = `usage: main.js --articles FILE --out DIR [--documents N] [--seed S] [--levels ${ALL_LEVELS.join(",")}]`;

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    out: { type: "string" },
    documents: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    levels: { type: "string", default: ALL_LEVELS.join(",") },
  },
});
const levels = values.levels.split(",").map((name) => ALL_LEVELS.find((level) => level === name));
const documents = Number(values.documents);
if (
  values.articles === undefined ||
  values.out === undefined ||
  !Number.isInteger(documents) ||
  levels.includes(undefined)
) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readArticles(values.articles);
const test = makeInsertions(
  articles,
  documents,
  levels.filter((level) => level !== undefined),
  new Random(Number(values.seed)),
);
const lines = (records: readonly object[]): string => records.map((r) => `${JSON.stringify(r)}\n`).join("");
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "documents.jsonl"), lines(test.documents));
writeFileSync(join(values.out, "truth.jsonl"), lines(test.cases));
const facts = test.cases.reduce((sum, { facts }) => sum + facts.length, 0);
console.error(
  `${test.documents.length} documents of ${articles.length} articles, ${test.cases.length} insertions, ${facts} altered facts`,
);
if (test.documents.length < documents) console.error("the articles have no more that share nothing");
