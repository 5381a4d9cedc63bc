/**
 * `npm run bench:store`: what a standing index takes to build, to ask and to keep, on disk and in memory.
 *
 *     npm run bench:store -- --file FILE        JSON lines of articles: full verdicts and copies only
 *     npm run bench:store -- --documents N      generated articles (default 1,000,000), full verdicts
 *     npm run bench:store -- --only real,million
 *
 * Wall-clock time and, beside it, the processor time of this process. An answer is checked before it is timed: the index
 * must find the generator's copies.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type Index,
  type ItemAnswer,
  type OpenIndexOptions,
  openIndex,
  type TakeOptions,
} from "../../src/index.js";
import { generateNews } from "../generate/news.js";
import { DEFAULT_COPIES } from "../generate/shape.js";
import { type Article, readArticles } from "../support/articles.js";
import { check } from "../support/check.js";
import { machine } from "../support/machine.js";
import { cells } from "../support/table.js";
import { Clock } from "./clock.js";

const COMMIT_ITEMS = 256;
const TURN_MS = 4;
const ASKED = 2000;
const REMOVED = 21;

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    documents: { type: "string", default: "1000000" },
    only: { type: "string", default: "real,copies,million" },
    dir: { type: "string", default: tmpdir() },
  },
});
const sections = new Set(values.only.split(","));
const folder = mkdtempSync(join(values.dir, "isnad-store-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log(machine());
console.log(cells(["", "figure", "target", "CPU"]));
if (values.file !== undefined && sections.has("real")) {
  const articles = await readArticles(values.file);
  await build("dedup, full verdicts, durable", join(folder, "real"), articles, {}, "≥ 2,500/s");
  await build("dedup, full verdicts, in memory", null, articles, {}, "");
}
if (values.file !== undefined && sections.has("copies")) {
  const articles = await readArticles(values.file);
  const copiesOnly = { copiesOnly: true };
  await build("copies only, durable", join(folder, "copies"), articles, copiesOnly, "≥ 8,000/s");
  await build("copies only, in memory", null, articles, copiesOnly, "≥ 25,000/s");
}
if (sections.has("million")) await million(Number(values.documents));

/** Takes the articles as the stream filter does: one batch is on its way to disk while the next is asked about. */
async function takeAll(
  index: Index,
  articles: Iterable<Article>,
  options: TakeOptions,
  onAnswer: (answer: ItemAnswer, taken: number) => void,
): Promise<void> {
  let taken = 0;
  let landed = Promise.resolve();
  let turned = performance.now();
  for (const article of articles) {
    onAnswer(await index.take(article, options), ++taken);
    if (taken % COMMIT_ITEMS === 0) {
      await landed;
      landed = index.commit();
    }
    if (performance.now() - turned < TURN_MS) continue;
    // As the stream filter does: else the commit would wait for the asking to end.
    await new Promise(setImmediate);
    turned = performance.now();
  }
  await landed;
  await index.commit();
}

/** Builds an index of the articles; prints items a second and bytes an article. */
async function build(
  name: string,
  dir: string | null,
  articles: readonly Article[],
  options: OpenIndexOptions,
  target: string,
): Promise<void> {
  const index = await openIndex(dir, options);
  const clock = new Clock();
  await takeAll(index, articles, { holdBack: ["duplicate"] }, () => {});
  row(name, `${Math.round(articles.length / clock.wall())}/s`, target, clock.cpu());
  check(index.documents > 0.5 * articles.length, `${index.documents} of ${articles.length} kept`);
  const { bytes, documents, postings } = index.stats();
  row(
    "  bytes a kept article",
    Math.round(bytes.file! / documents),
    options.copiesOnly ? "≤ 1,200" : "≤ 4,000",
  );
  row("  kept, postings a kept article", `${documents}, ${Math.round(postings / documents)}`);
  await index.close();
}

async function million(documents: number): Promise<void> {
  const dir = join(folder, "million");
  const originals = new Map<number, number>();
  let index = await openIndex(dir);
  const tenths: { readonly rate: number; readonly cpu: string }[] = [];
  let tenth = new Clock();
  const all = new Clock();
  let found = 0;
  await takeAll(index, generated(documents, originals), {}, (answer, taken) => {
    if (originals.has(taken - 1) && answer.matches.length > 0) found++;
    if (taken % Math.ceil(documents / 10) !== 0) return;
    const rate = documents / 10 / tenth.wall();
    tenths.push({ rate, cpu: tenth.cpu() });
    row(
      `  tenth ${tenths.length}, resident MB`,
      `${Math.round(rate)}/s, ${residentMegabytes()}`,
      "",
      tenth.cpu(),
    );
    tenth = new Clock();
  });
  row(
    `${documents} generated, full verdicts, durable`,
    `${Math.round(documents / all.wall())}/s`,
    "≥ 2,000/s",
    all.cpu(),
  );
  check(found > 0.85 * originals.size, `${found} of ${originals.size} copies found`);
  const [first, last] = [tenths[0]!, tenths.at(-1)!];
  row("  last tenth, of the first", (last.rate / first.rate).toFixed(2), "≥ .7");
  row("  resident memory beside the page cache, MB", residentMegabytes(), "≤ 1,000");
  const asked = [...generated(ASKED, new Map(), 77)].map((one, at) => ({ ...one, id: `asked-${at}` }));
  await ask(index, asked);
  const { bytes } = index.stats();
  row("  bytes a kept article", Math.round(bytes.file! / index.documents), "≤ 4,000");
  for (const [part, size] of Object.entries(bytes)) row(`    ${part}`, Math.round(size / index.documents));
  const removals: number[] = [];
  for (let at = 0; at < REMOVED; at++) {
    const one = new Clock();
    check(await index.remove(`asked-${at}`), "removed");
    removals.push(1000 * one.wall());
  }
  row("  remove one, ms: median", quantile(removals, 0.5), "≤ 5");
  await index.close();
  const opening = new Clock();
  index = await openIndex(dir);
  await index.check({ ...asked[1]!, id: "first" });
  row("  open and answer, ms", Math.round(1000 * opening.wall()), "≤ 500", opening.cpu());
  const expiring = new Clock();
  const gone = await index.expire({ maxDocuments: Math.max(0, index.documents - 100_000) });
  row(`  expire ${gone}, s`, expiring.wall().toFixed(1), "≤ 60", expiring.cpu());
  await index.close();
}

/** One item at a time; the flush is timed apart. */
async function ask(index: Index, items: readonly Article[]): Promise<void> {
  const answers: number[] = [];
  const flushes: number[] = [];
  for (const item of items) {
    const clock = new Clock();
    await index.take(item);
    answers.push(1000 * clock.wall());
    if (answers.length % 16 !== 0) continue;
    const flush = new Clock();
    await index.commit();
    flushes.push(1000 * flush.wall());
  }
  row("  one item, ms: median", quantile(answers, 0.5), "≤ 1");
  row("    99th percentile", quantile(answers, 0.99), "≤ 5");
  row("    flush, median and 99th percentile", `${quantile(flushes, 0.5)} ${quantile(flushes, 0.99)}`);
}

function quantile(list: readonly number[], share: number): string {
  return list.toSorted((x, y) => x - y)[Math.floor(share * list.length)]!.toFixed(2);
}

function* generated(documents: number, originals: Map<number, number>, seed = 1): Generator<Article> {
  let rest = "";
  const decoder = new TextDecoder();
  const onCopy = (document: number, original: number) => originals.set(document, original);
  for (const chunk of generateNews({ documents, seed, copies: DEFAULT_COPIES, onCopy })) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const { id, title, source, content, text } = JSON.parse(line);
      yield { id: String(id), text: text ?? content, title, source };
    }
  }
}

/** Without the pages of files that are mapped (the page cache), where the system tells them apart. */
function residentMegabytes(): number {
  const status = platform() === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1];
  return Math.round(
    kilobytes === undefined ? process.memoryUsage().rss / 1e6 : (1024 * Number(kilobytes)) / 1e6,
  );
}

function row(name: string, figure: string | number, target = "", cpu = ""): void {
  console.log(cells([name, String(figure), target, cpu]));
}
