/**
 * How well bare pairs are told apart in another language and trade: 95 short answers in English, written with or
 * without the help of an article (Clough and Stevenson 2011, "Developing a corpus of plagiarised short answers").
 * Nothing is tuned on them. The categories are what the writers were told to do, not what they did.
 * `npm run evaluate:clough -- --pairs FILE [--wrong]`
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { comparePair } from "../../src/match/compare.js";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import { tokenise } from "../../src/text/tokenise.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { areaUnderCurve } from "./metrics.js";

interface Answer {
  readonly file: string;
  readonly category: "non" | "cut" | "light" | "heavy";
  readonly answer: string;
  readonly source: string;
}

const USAGE = `usage: npm run evaluate:clough -- --pairs FILE [--wrong]
  --pairs FILE  JSON lines of { file, category: non | cut | light | heavy, answer, source }
  --wrong       print the answers on the wrong side of probability .5`;
const CATEGORIES = ["cut", "light", "heavy"] as const;

const { values } = parseArgs({
  options: { pairs: { type: "string" }, wrong: { type: "boolean", default: false } },
});
if (values.pairs === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const kernel = await threadKernel();
const article = (text: string) => ({ ...tokenise(kernel, text), title: "", instant: Number.NaN });
const rows = readFileSync(values.pairs, "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const pair = JSON.parse(line) as Answer;
    return { ...pair, ...comparePair(article(pair.answer), article(pair.source), null) };
  });
const chances = (category: Answer["category"]): number[] =>
  rows.filter((row) => row.category === category).map(({ probability }) => probability);

const own = chances("non");
const taken = CATEGORIES.flatMap(chances);
console.log(`released model, version ${MODEL.version}, ${rows.length} bare pairs`);
console.log(`area under the curve, non (${own.length}) against the rest (${taken.length})`);
console.log(`  all    ${areaUnderCurve(taken, own).toFixed(4)}`);
for (const category of CATEGORIES) {
  const of = chances(category);
  console.log(`  ${category.padEnd(6)} ${areaUnderCurve(of, own).toFixed(4)} of ${of.length}`);
}
const called = (some: readonly number[]): number => some.filter((probability) => probability >= 0.5).length;
console.log(`called reuse: ${called(taken)} of ${taken.length}, and ${called(own)} of ${own.length} non`);
if (values.wrong) {
  for (const { file, category, probability, answer, explain } of rows) {
    if ((category !== "non") === probability >= 0.5) continue;
    console.log(
      `\n--- ${file}: ${category}, ${probability.toFixed(3)}; ${explain.join("; ")}\n${answer.trim()}`,
    );
  }
}
