/**
 * Writes articles.jsonl and truth.jsonl from the recipes in source/: `node corpus/compose.mjs`.
 * `--check` says whether the files on disk are what the recipes give (exit 1 when not).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { buildArticles } from "./compose/build.mjs";
import { render } from "./compose/render.mjs";
import { truthOf } from "./compose/truth.mjs";
import { recipes } from "./source/index.mjs";
import { SOURCES } from "./source/sources.mjs";

const FILES = {
  articles: new URL("articles.jsonl", import.meta.url),
  truth: new URL("truth.jsonl", import.meta.url),
};
const FIELDS = ["title", "byline", "lang", "url"];

/** `{ articles, truth, warnings }`: the bytes of both files, and what a reader could dispute. */
export function compose() {
  const warnings = [];
  const warn = (message) => warnings.push(message);
  const built = buildArticles(recipes);
  const seen = [...built.values()].filter((article) => !article.recipe.unseen).map(render);
  const byId = seen.toSorted((x, y) => (x.recipe.id < y.recipe.id ? -1 : 1));
  const truth = byId.flatMap((a, i) => byId.slice(i + 1).flatMap((b) => truthOf(a, b, built, warn) ?? []));
  const byTime = byId.toSorted((x, y) => compareTimes(x.recipe.published, y.recipe.published));
  return { articles: toLines(byTime.map(toRecord)), truth: toLines(truth), warnings };
}

function compareTimes(x, y) {
  if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
  return x < y ? -1 : x > y ? 1 : 0;
}

function toRecord(article) {
  const { recipe, text } = article;
  const record = { id: recipe.id, source: SOURCES[recipe.source].name };
  if (recipe.published) record.published = recipe.published;
  for (const field of FIELDS) if (recipe[field] !== undefined) record[field] = recipe[field];
  return { ...record, text };
}

const toLines = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { articles, truth, warnings } = compose();
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  if (process.argv.includes("--check")) {
    const same =
      readFileSync(FILES.articles, "utf8") === articles && readFileSync(FILES.truth, "utf8") === truth;
    process.exitCode = same && warnings.length === 0 ? 0 : 1;
  } else {
    writeFileSync(FILES.articles, articles);
    writeFileSync(FILES.truth, truth);
  }
}
