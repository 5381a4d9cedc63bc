/**
 * How well isnad reads saved pages: text, title and date against what people marked, and the Arabic pages.
 * `npm run evaluate:pages -- --pages FILE [--half odd|even]`
 */
import { parseArgs } from "node:util";
import type { PageArticle } from "../../src/ingest/page/article.js";
import { loadPageReader, type PageReader } from "../../src/ingest/page/index.js";
import { readArabicPages } from "./arabic.js";
import { readMarkedPages } from "./corpus.js";
import { sameTitle, scoreWords, type WordScore } from "./score.js";

const ARABIC = new URL("../../../test/ingest/pages", import.meta.url).pathname;
const WORST = 12;

interface Judged extends WordScore {
  readonly id: string;
  readonly title: boolean | null;
  readonly published: boolean | null;
  readonly bytes: number;
  readonly microseconds: number;
  /** Either of the dates is the wanted day: pages show when they were last changed. */
  readonly either: boolean | null;
}

interface Wanted {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
}

const { values } = parseArgs({
  options: { pages: { type: "string" }, half: { type: "string" }, worst: { type: "string" } },
});
const reader = await loadPageReader();
if (values.pages !== undefined) {
  const pages = readMarkedPages(values.pages).filter(({ id }) =>
    values.half === undefined ? true : Number(id) % 2 === (values.half === "odd" ? 1 : 0),
  );
  report(
    `${pages.length} marked pages${values.half === undefined ? "" : `, those of ${values.half} number`}`,
    pages.map((page) => judge(reader, { ...page, bytes: Buffer.from(page.html) })),
  );
}
report(
  "Arabic pages of test/ingest/pages",
  readArabicPages(ARABIC).map(({ name, bytes, fields, text }) =>
    judge(reader, { id: name, bytes, text, title: fields.title ?? null, date: fields.published ?? null }),
  ),
);

function judge(by: PageReader, page: Wanted): Judged {
  const started = process.cpuUsage();
  const read = by.read(page.bytes, { url: page.url });
  const { user, system } = process.cpuUsage(started);
  const article: Partial<PageArticle> = "reason" in read ? {} : read;
  const day = page.date?.slice(0, 10);
  const isDay = (time: string | undefined) => time?.slice(0, 10) === day;
  return {
    id: page.id,
    bytes: page.bytes.length,
    microseconds: user + system,
    ...scoreWords(article.text ?? "", page.text),
    title: page.title === null ? null : sameTitle(article.title, page.title),
    published: day === undefined ? null : isDay(article.published),
    either: day === undefined ? null : isDay(article.published) || isDay(article.modified),
  };
}

function report(name: string, judged: readonly Judged[]): void {
  const sorted = [...judged].sort((a, b) => a.f1 - b.f1);
  const at = (part: number) => sorted[Math.floor(part * sorted.length)]!.f1.toFixed(3);
  console.log(`${name}: ${judged.length}`);
  console.log(
    `  words: F1 ${mean(judged.map(({ f1 }) => f1))}, precision ${mean(judged.map(({ precision }) => precision))}, ` +
      `recall ${mean(judged.map(({ recall }) => recall))}`,
  );
  console.log(
    `  F1 at 0 %, 5 %, 10 %, 25 %, 50 %: ${at(0)} ${at(0.05)} ${at(0.1)} ${at(0.25)} ${at(0.5)}; ` +
      `${judged.filter(({ f1 }) => f1 < 0.93).length} under 0.93`,
  );
  for (const field of ["title", "published", "either"] as const) {
    const known = judged.map((one) => one[field]).filter((right) => right !== null);
    const label = field === "either" ? "published or modified" : field;
    console.log(`  ${label}: ${mean(known.map(Number))} right of ${known.length}`);
  }
  const seconds = judged.reduce((sum, { microseconds }) => sum + microseconds, 0) / 1e6;
  const megabytes = judged.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  console.log(
    `  ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s of a processor: ${((10 * megabytes) / seconds).toFixed(0)} pages of 100 KB a second`,
  );
  const worst = sorted.slice(0, Number(values.worst ?? WORST));
  console.log(`  worst: ${worst.map(({ id, f1 }) => `${id} ${f1.toFixed(2)}`).join(", ")}`);
}

function mean(numbers: readonly number[]): string {
  return (numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)).toFixed(4);
}
