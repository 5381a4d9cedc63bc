/**
 * How right the credits are, against articles read for it and against a list of articles known to
 * credit an agency.
 * `npm run evaluate:credits -- --articles FILE [--gold FILE] [--half 0|1] [--wrong] [--agency-list FILE] [--time]`
 */
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { createKernel } from "../../src/kernel/index.js";
import type { Document } from "../../src/model/index.js";
import type { CreditRole } from "../../src/model/provenance.js";
import { creditsOf } from "../../src/provenance/credits/index.js";
import { articlesOf, linesOf } from "../support/judged.js";
import { type Count, type GoldArticle, score, table } from "./score.js";

const USAGE = `usage: npm run evaluate:credits -- --articles FILE [options]
  --articles FILE       articles as JSON lines; may be given again
  --gold FILE           articles with their credits (default test/gold/credits.jsonl)
  --half 0|1            only the articles whose hash ends so: 0 was read first to mend the rules
  --set a|b             only this set of credits-4.jsonl
  --wrong               print what was wrong or missed, with the words
  --agency-list FILE    articles known to credit an agency: how many are found
  --time                only the user CPU time of all articles`;

const { values } = parseArgs({
  options: {
    articles: { type: "string", multiple: true },
    gold: { type: "string", default: "test/gold/credits.jsonl" },
    half: { type: "string" },
    set: { type: "string" },
    wrong: { type: "boolean", default: false },
    "agency-list": { type: "string" },
    time: { type: "boolean", default: false },
  },
});
if (values.articles === undefined || ![undefined, "0", "1"].includes(values.half)) {
  console.error(USAGE);
  process.exit(2);
}

const kernel = await createKernel();
const articles = articlesOf(values.articles);

if (values.time) timed();
else if (values["agency-list"] !== undefined) agencyList(values["agency-list"]);
else gold();

function timed(): void {
  const before = process.cpuUsage();
  let credits = 0;
  for (const article of articles.values()) credits += creditsOf(kernel, article).length;
  const { user } = process.cpuUsage(before);
  console.log(`${articles.size} articles, ${credits} credits, ${(user / 1e6).toFixed(2)} s of user CPU`);
}

/** Of the list's articles, how many have a carrier of every name that the list gives ("Agencies": none). */
function agencyList(file: string): void {
  const NAMES: Record<string, string | null> = { "WAS/SPA": "SPA", Agencies: null };
  let right = 0;
  let some = 0;
  const rows = linesOf(file).map((line) => JSON.parse(line) as { id: string; credit: string[] });
  for (const { id, credit } of rows) {
    const carriers = creditsOf(kernel, articles.get(id)!).filter(
      ({ role, form }) => role !== "issuer" && form !== "link",
    );
    if (carriers.length > 0) some++;
    if (credit.every((name) => carriers.some((one) => one.name === (name in NAMES ? NAMES[name] : name))))
      right++;
    else if (values.wrong)
      console.log(`${id} ${credit.join(",")} → ${carriers.map(({ name }) => name).join(",")}`);
  }
  const share = (part: number) => `${part} of ${rows.length} (${(part / rows.length).toFixed(4)})`;
  console.log(`every name found: ${share(right)} · any carrier, relayer or channel found: ${share(some)}`);
}

function gold(): void {
  const sure = new Map<CreditRole, Count>();
  const all = new Map<CreditRole, Count>();
  let read = 0;
  for (const line of linesOf(values.gold)) {
    const { id, set, credits: marked } = JSON.parse(line) as GoldArticle & { set?: string };
    if (values.set !== undefined && set !== values.set) continue;
    if (values.half !== undefined && halfOf(id) !== Number(values.half)) continue;
    const article = articles.get(id);
    if (article === undefined)
      throw new Error(`${id} stands in ${values.gold} and not in ${values.articles}`);
    read++;
    const credits = creditsOf(kernel, article);
    const { wrong, missed } = score(credits, marked, false, sure);
    score(credits, marked, true, all);
    if (!values.wrong) continue;
    for (const credit of wrong)
      console.log(`${id} wrong  ${credit.role} ${credit.form} ${credit.name}: ${shown(article, credit)}`);
    for (const credit of missed)
      console.log(`${id} missed ${credit.role} ${credit.name}: ${shown(article, credit)}`);
  }
  console.log(`${read} articles, without what the reader was unsure of\n${table(sure)}`);
  console.log(`with it\n${table(all)}`);
}

function halfOf(id: string): number {
  return createHash("sha256").update(`half:${id}`).digest()[0]! & 1;
}

function shown(
  article: Document,
  { field, start, end }: { field: string; start: number; end: number },
): string {
  const value = article[field as "text" | "title" | "byline"] ?? "";
  const around = `${value.slice(Math.max(0, start - 60), start)}⟦${value.slice(start, end)}⟧${value.slice(end, end + 50)}`;
  return around.replace(/\s+/gu, " ");
}
