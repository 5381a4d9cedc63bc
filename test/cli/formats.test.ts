/** Every command that takes documents takes them in every format: here those that feed an index, search and report. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { beforeAll, describe, expect, test } from "vitest";
import { warcRecord, zipOf } from "../ingest/archives.js";
import { temporaryFolder } from "../ingest/support.js";
import { isnad } from "./support.js";

const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const THIRD = "وأضاف أن أصحاب الحوانيت أعفوا من الرسوم سنة كاملة على أن يدربوا صناعا من أبناء القرى المجاورة";
const TEXT = `${LEAD}.\n\n${SECOND}.\n\n${THIRD}.`;
const TITLE = "سوق جديدة للفخار";
const PUBLISHED = "2025-05-04T09:00:00Z";

const HTML = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>
  <meta property="article:published_time" content="${PUBLISHED}"></head>
  <body><nav><a href="/">الرئيسية</a></nav><article><h1>${TITLE}</h1>
  <p>${LEAD}.</p><p>${SECOND}.</p><p>${THIRD}.</p></article></body></html>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>صدى التل</title>
  <item><guid isPermaLink="false">feed-1</guid><title>${TITLE}</title><pubDate>Sun, 04 May 2025 09:00:00 GMT</pubDate>
  <description><![CDATA[<p>${LEAD}.</p><p>${SECOND}.</p><p>${THIRD}.</p>]]></description></item></channel></rss>`;
const ROW = { id: ["row-1"], title: [TITLE], published: [PUBLISHED], text: [TEXT] };

function word(): Buffer {
  const paragraphs = [LEAD, SECOND, THIRD]
    .map((text) => `<w:p><w:r><w:t>${text}.</w:t></w:r></w:p>`)
    .join("");
  return zipOf([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs}</w:body></w:document>`,
    },
  ]);
}

function table(): Uint8Array {
  const columnData = Object.entries(ROW).map(([name, data]) => ({ name, data, type: "STRING" as const }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const FORMATS: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ["page.html", HTML],
  ["feed.xml", FEED],
  [
    "crawl.warc.gz",
    gzipSync(
      warcRecord("response", 1, `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`),
    ),
  ],
  ["table.csv", `id,title,published,text\nrow-1,${TITLE},${PUBLISHED},"${TEXT}"\n`],
  ["archive.zip", zipOf([{ name: "in/page.html", content: HTML }])],
  ["letter.docx", word()],
  ["table.parquet", table()],
];

const at = temporaryFolder();
let number = 0;
const fresh = (name: string): string => at(`${name}-${++number}`);
const lines = (text: string): Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

beforeAll(() => {
  for (const [name, content] of FORMATS) writeFileSync(at(name), content);
  writeFileSync(
    at("wire.jsonl"),
    `${JSON.stringify({ id: "wire", title: TITLE, text: TEXT, published: PUBLISHED })}\n`,
  );
  writeFileSync(at("unread.pdf"), "%PDF-1.4\n%%EOF");
});

describe.each(FORMATS)("%s", (name) => {
  test("dedup: a new document goes out as one JSON line, a copy is held back and the ledger names it", async () => {
    const [index, ledger] = [fresh("seen"), fresh("ledger")];
    const first = await isnad(["dedup", "--index", index, "--ledger", ledger, at(name)]);
    expect(first.code, first.err).toBe(0);
    const [document, ...more] = lines(first.out);
    expect(more).toEqual([]);
    for (const sentence of [LEAD, SECOND, THIRD]) expect(document!.text).toContain(sentence);

    const again = await isnad(["dedup", "--index", index, "--ledger", ledger, at("wire.jsonl")]);
    expect(again.out).toBe("");
    expect(lines(readFileSync(ledger, "utf8"))).toMatchObject([
      { id: "wire", verdict: "duplicate", of: document!.id },
    ]);
  });

  test("dedup: held back where its copy came first; the ledger names file and record", async () => {
    const ledger = fresh("ledger");
    const { code, out, err } = await isnad(["dedup", "--ledger", ledger, at("wire.jsonl"), at(name)]);
    expect(code, err).toBe(0);
    expect(lines(out)).toMatchObject([{ id: "wire" }]);
    const [held] = lines(readFileSync(ledger, "utf8"));
    expect(held).toMatchObject({ verdict: "duplicate", of: "wire", record: name === "table.csv" ? 2 : 1 });
    expect(held!.file).toBe(name === "archive.zip" ? `${at(name)}/in/page.html` : at(name));
  });

  test("index add keeps it", async () => {
    const index = fresh("index");
    const { code, out, err } = await isnad(["index", "add", "--json", index, at(name), at("wire.jsonl")]);
    expect(code, err).toBe(0);
    expect(lines(out)).toMatchObject([{ verdict: "new" }, { id: "wire", verdict: "duplicate" }]);
    expect(err).toContain("2 documents kept");
  });

  test("find finds a sentence in it", async () => {
    const { code, out, err } = await isnad(["find", "--json", LEAD, "--in", at(name)]);
    expect(code, err).toBe(0);
    expect(lines(out).length).toBeGreaterThan(0);
    expect(out).toContain("افتتحت");
  });

  test("report shows it beside its copy", async () => {
    const file = `${fresh("report")}.html`;
    const { code, err } = await isnad(["report", at(name), at("wire.jsonl"), "-o", file]);
    expect(code, err).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("سامي النجار");
  });
});

test("what cannot be read is named, listed by --skipped, and in the exit code", async () => {
  const skipped = fresh("skipped");
  const run = await isnad(["dedup", "--skipped", skipped, at("unread.pdf"), at("page.html")]);
  expect(run.code).toBe(1);
  expect(lines(run.out)).toHaveLength(1);
  expect(run.err).toMatch(/could not be read: .*unread\.pdf: PDF/);
  expect(lines(readFileSync(skipped, "utf8"))).toMatchObject([
    { file: at("unread.pdf"), reason: expect.stringContaining("PDF") },
  ]);
  const added = await isnad(["index", "add", fresh("index"), at("unread.pdf"), at("page.html")]);
  expect([added.code, added.err]).toEqual([1, expect.stringContaining("unread.pdf")]);
});

test("files of one name in the folders of two days are two documents of an index, not versions of one", async () => {
  const index = fresh("index");
  const days = ["day1", "day2"].map((day) => {
    mkdirSync(at(`${day}/sub`), { recursive: true });
    writeFileSync(at(`${day}/a.txt`), `${day}: ${LEAD}.`);
    writeFileSync(at(`${day}/sub/a.txt`), `${day}: ${SECOND}.`);
    return at(day);
  });
  for (const day of days) {
    const { out } = await isnad(["index", "add", "--json", index, day]);
    const name = day.slice(-4);
    expect(lines(out).map(({ id }) => id)).toEqual([`${name}/a.txt`, `${name}/sub/a.txt`]);
  }
  // The same file, named by itself, is known.
  const { out, err } = await isnad(["index", "check", "--json", index, at("day1/a.txt")]);
  expect(lines(out), err).toMatchObject([{ id: "day1/a.txt" }]);
});
