/**
 * How right quotations and speakers are, against articles read for it.
 * `npm run evaluate:quotations -- --articles FILE [--articles FILE] [--gold FILE] [--set N] [--wrong]`
 */
import { parseArgs } from "node:util";
import { createKernel } from "../../src/kernel/index.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";
import { articlesOf, linesOf } from "../support/judged.js";
import { type GoldQuotation, QuotationScore } from "./score.js";

const USAGE = `usage: npm run evaluate:quotations -- --articles FILE [options]
  --articles FILE   articles as JSON lines; may be given again
  --gold FILE       articles with their quotations (default test/gold/quotations-2.jsonl)
  --set N           only this set of the file
  --wrong           print what was wrong or missed, with the words`;

const { values } = parseArgs({
  options: {
    articles: { type: "string", multiple: true },
    gold: { type: "string", default: "test/gold/quotations-2.jsonl" },
    set: { type: "string" },
    wrong: { type: "boolean", default: false },
  },
});
if (values.articles === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const kernel = await createKernel();
const articles = articlesOf(values.articles);
const score = new QuotationScore();
let read = 0;
for (const line of linesOf(values.gold)) {
  const { id, set, quotations } = JSON.parse(line) as {
    id: string;
    set: number;
    quotations: GoldQuotation[];
  };
  if (values.set !== undefined && set !== Number(values.set)) continue;
  const article = articles.get(id);
  if (article === undefined) throw new Error(`${id} stands in ${values.gold} and in none of the articles`);
  read++;
  for (const mistake of score.add(article.text, quotations, quotationsOf(kernel, article)))
    if (values.wrong) console.log(`${id} ${mistake}`);
}
console.log(`${read} articles\n${score.table()}`);
