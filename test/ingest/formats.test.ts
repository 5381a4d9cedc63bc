/** One file of each format, as people have it, through the same door as every command. */
import { writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readArticles } from "../../src/ingest/index.js";
import type { Document } from "../../src/model/index.js";
import { warcRecord, zipOf } from "./archives.js";
import { encode, temporaryFolder, utf8 } from "./support.js";

const at = temporaryFolder();
const TEXT = "فتح أمين المتحف القاعة الجديدة أمام الزوار صباح الأحد، وقال إن الدخول إليها مجاني طوال الشهر.";

interface Outcome {
  readonly documents: readonly Document[];
  readonly skips: readonly string[];
  readonly formats: readonly string[];
  readonly repaired: number;
}

async function read(
  name: string,
  content: string | Uint8Array,
  fields: readonly string[] = [],
): Promise<Outcome> {
  writeFileSync(at(name), content);
  const documents: Document[] = [];
  const reading = readArticles([at(name)], { fields });
  for (;;) {
    const step = await reading.next();
    if (!step.done) {
      documents.push(step.value.document);
      continue;
    }
    const { skipped, formats, repaired } = step.value;
    const skips = skipped.map(({ line, reason }) => (line === undefined ? reason : `${line}: ${reason}`));
    return { documents, skips, formats: formats.map(({ label }) => label), repaired };
  }
}

describe("feeds", () => {
  test("RSS: the whole before the summary, guid as id, and what is wrong in real feeds", async () => {
    const rss = `<?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>صدى & التل</title><link>https://sada.example</link><language>ar</language>
      <item><title>قاعة &amp; متحف</title><link>https://sada.example/1</link><guid isPermaLink="false">g-1</guid>
        <description>ملخص\u0007 قصير</description><pubDate>Mon, 15 Dec 2025 10:00:00 +0300</pubDate><dc:creator>هالة</dc:creator>
        <c:encoded><![CDATA[<p>${TEXT}</p><p>فقرة ثانية<br>وسطر</p><ul><li>أول</li><li>ثان</li></ul>]]></c:encoded></item>
      <item><title>second</title><link>https://sada.example/2</link><description>&lt;p&gt;only a summary&lt;/p&gt;</description>
        <pubDate>some day</pubDate></item>
      </channel></rss>`;
    const { documents, skips, formats } = await read("feed.xml", rss);
    expect(documents).toEqual([
      {
        id: "g-1",
        title: "قاعة & متحف",
        text: `${TEXT}\n\nفقرة ثانية\nوسطر\n\nأول\nثان`,
        source: "صدى & التل",
        published: "2025-12-15T10:00:00+03:00",
        url: "https://sada.example/1",
        byline: "هالة",
        lang: "ar",
      },
      {
        id: "https://sada.example/2",
        title: "second",
        text: "only a summary",
        source: "صدى & التل",
        published: "some day",
        url: "https://sada.example/2",
        lang: "ar",
      },
    ]);
    expect([skips, formats]).toEqual([[], ["feed (RSS)"]]);
  });

  test.each([
    [
      "RDF",
      `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="https://r.example"><title>ق</title><link>https://r.example</link><description>d</description></channel>
       <item rdf:about="https://r.example/1"><title>t</title><link>https://r.example/1</link><description>${TEXT}</description><dc:date>2025-12-15</dc:date></item></rdf:RDF>`,
    ],
    [
      "Atom",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>ق</a:title><a:entry><a:id>https://r.example/1</a:id><a:title>t</a:title>
       <a:link rel="alternate" href="https://r.example/1"/><a:published>2025-12-15</a:published><a:content type="html">&lt;p&gt;${TEXT}&lt;/p&gt;</a:content></a:entry></a:feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "ق",
        items: [
          {
            id: "https://r.example/1",
            url: "https://r.example/1",
            title: "t",
            content_html: `<p>${TEXT}</p>`,
            date_published: "2025-12-15",
          },
        ],
      }),
    ],
  ])("%s, told by its content", async (kind, content) => {
    const { documents, formats } = await read(`some ${kind}`, content);
    expect(documents).toMatchObject([
      {
        id: "https://r.example/1",
        title: "t",
        text: TEXT,
        source: "ق",
        published: "2025-12-15",
        url: "https://r.example/1",
      },
    ]);
    expect(formats).toEqual([`feed (${kind})`]);
  });

  test("in windows-1256, as they declare, and in UTF-8 that they do not declare", async () => {
    const rss = `<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><title>x</title><item><title>t</title><description>${TEXT}</description></item></channel></rss>`;
    for (const bytes of [encode(rss, "windows-1256")!, utf8(rss)])
      expect((await read("declared.xml", bytes)).documents[0]!.text).toBe(TEXT);
  });
});

describe("JSON", () => {
  test.each<[string, string, unknown]>([
    [
      "articles[]",
      "newsapi.json",
      {
        status: "ok",
        articles: [{ source: { id: null, name: "صدى" }, url: "https://x.example/1", content: TEXT }],
      },
    ],
    [
      "hits.hits[]._source",
      "search.json",
      {
        took: 3,
        hits: {
          total: { value: 1 },
          hits: [{ _id: "1", _source: { url: "https://x.example/1", body: TEXT, source: "صدى" } }],
        },
      },
    ],
    [
      "data.items[]",
      "deep.json",
      { data: { page: 1, items: [{ url: "https://x.example/1", text: TEXT, source: "صدى" }], more: [] } },
    ],
  ])("an object that wraps its records in %s", async (path, name, value) => {
    for (const json of [JSON.stringify(value), JSON.stringify(value, null, 1)]) {
      const { documents, skips, formats } = await read(name, json);
      expect(documents).toMatchObject([{ url: "https://x.example/1", source: "صدى", text: TEXT }]);
      expect(skips).toEqual([]);
      expect(formats[0]).toContain(`(${path})`);
    }
  });

  test("nested fields by path, in lines and in arrays", async () => {
    const record = { _source: { story: { full: TEXT } }, meta: { paper: "صدى" } };
    const fields = ["text=_source.story.full", "source=meta.paper"];
    for (const json of [`${JSON.stringify(record)}\n`, JSON.stringify([record])])
      expect((await read("nested.json", json, fields)).documents).toMatchObject([
        { text: TEXT, source: "صدى" },
      ]);
  });

  test("fields that are not found: the keys that are there, and the --field that works", async () => {
    const record = JSON.stringify({ headline: "h", payload: { story: TEXT } });
    const { skips } = await read("wrong.jsonl", `${record}\n`);
    expect(skips).toEqual([
      "1: no text (fields tried: text, content, body, articleBody); there are headline, payload.story: --field text=payload.story would read the longest",
    ]);
    expect((await read("wrong.jsonl", record, ["text=payload.story"])).documents[0]!.text).toBe(TEXT);
  });

  test("a field that is HTML, as content systems export it", async () => {
    const record = {
      id: 7,
      title: { rendered: "قاعة &amp; متحف" },
      content: { rendered: `<p>${TEXT}</p>` },
      date: "2025-12-15T10:00:00",
    };
    expect((await read("posts.json", JSON.stringify([record]))).documents).toEqual([
      { id: "7", title: "قاعة & متحف", text: TEXT, published: "2025-12-15T10:00:00" },
    ]);
    const { documents, repaired } = await read(
      "html.jsonl",
      JSON.stringify({ id: 1, text: `<p>${TEXT}</p>` }),
    );
    expect(documents).toEqual([{ id: "1", text: TEXT, repairs: ["HTML markup taken out"] }]);
    expect(repaired).toBe(1);
  });
});

describe("tables", () => {
  test.each(["a,b", "a;b", "a\tb"])(
    "with a header like %s: a mark, quoted newlines, columns in any case",
    async (header) => {
      const mark = header[1]!;
      const table =
        ["\ufeffID", "Title", "Text", "Date"].join(mark) +
        `\r\n1${mark}"قاعة${mark} متحف"${mark}"${TEXT}\nسطر ""ثان"""${mark}15/12/2025\r\n`;
      expect((await read("table.csv", table)).documents).toEqual([
        { id: "1", title: `قاعة${mark} متحف`, text: `${TEXT}\nسطر "ثان"`, published: "2025-12-15" },
      ]);
    },
  );

  test("in windows-1256 with Arabic columns", async () => {
    const table = encode(`العنوان;النص;المصدر\nقاعة;${TEXT};صدى\n`, "windows-1256")!;
    expect((await read("arabic.csv", table)).documents).toMatchObject([
      { id: "arabic.csv:2", title: "قاعة", text: TEXT, source: "صدى" },
    ]);
  });

  test("a row that cannot be read costs one row, and its line is told", async () => {
    const { documents, skips } = await read(
      "bad.csv",
      'id,text\n1,first row\n2,"never closed\n3,"third row"\n4,fourth row\n',
    );
    expect(documents.map(({ id }) => id)).toEqual(["1", "3", "4"]);
    expect(skips).toEqual(["3: a row with a quotation mark in the wrong place"]);
    const open = await read("open.csv", 'id,text\n1,first row\n2,"never closed\n3,third row\n4,fourth row\n');
    expect(open.documents.map(({ id }) => id)).toEqual(["1", "3", "4"]);
    expect(open.skips).toEqual(["3: a row whose quotation mark is never closed"]);
  });

  test("without a column of texts: the columns that are there, once", async () => {
    const { documents, skips } = await read("columns.csv", `headline,story\nx,"${TEXT}"\ny,"${TEXT}"\n`);
    expect(documents).toEqual([]);
    expect(skips).toEqual([
      "1: no text (fields tried: text, content, body, articleBody); there are headline, story: --field text=story would read the longest",
    ]);
  });
});

describe("WARC", () => {
  const page = `<html><head><title>قاعة</title></head><body><article><h1>قاعة</h1><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
  const packed = gzipSync(page);
  const chunks = (body: Uint8Array) =>
    Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
  const records = [
    warcRecord("warcinfo", 0, "software: x\r\n", "application/warc-fields"),
    warcRecord("response", 1, `${head}\r\n${page}`),
    warcRecord(
      "response",
      2,
      Buffer.concat([
        Buffer.from(`${head}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n`),
        chunks(packed),
      ]),
    ),
    warcRecord("response", 3, `${head}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${page}`),
    warcRecord("response", 4, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>gone</html>"),
    warcRecord("response", 5, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
    warcRecord("conversion", 6, TEXT, "text/plain"),
  ];

  test("pages of either habit, and texts of WET, with record, address and time", async () => {
    for (const [name, bytes] of [
      ["crawl.warc", Buffer.concat(records)],
      ["crawl.warc.gz", Buffer.concat(records.map((record) => gzipSync(record)))],
    ] as const) {
      const { documents, skips } = await read(name, bytes);
      expect(skips).toEqual([]);
      expect(documents.map(({ id }) => id)).toEqual([1, 2, 3, 6].map((n) => `urn:uuid:${n}`));
      for (const document of documents) {
        expect(document.text).toContain(TEXT);
        expect(document.captured).toBe("2025-12-15T10:00:00Z");
        expect(document.url).toBe(`https://w.example/${document.id.at(-1)}`);
      }
    }
  });

  test("lengths that lie cost one record each, and the place is told", async () => {
    const long = warcRecord("response", 3, `${head}\r\n${page}`, undefined, 500);
    const { documents, skips } = await read(
      "lies.warc",
      Buffer.concat([records[1]!, long, records[6]!, records[6]!, records[2]!]),
    );
    expect(documents.map(({ id }) => id)).toEqual(
      ["urn:uuid:1", "urn:uuid:6", "urn:uuid:2"].flatMap((id) => (id.endsWith("6") ? [id, id] : [id])),
    );
    expect(skips).toEqual([
      expect.stringMatching(/^2: Content-Length is \d+, and another record begins before that$/),
    ]);
    const cut = await read("cut.warc", Buffer.concat(records.slice(0, 3)).subarray(0, -200));
    expect(cut.documents.map(({ id }) => id)).toEqual(["urn:uuid:1"]);
    expect(cut.skips).toEqual([expect.stringMatching(/^3: cut short: \d+ of \d+ bytes are there$/)]);
  });
});

describe("archives and codings", () => {
  const line = `${JSON.stringify({ text: TEXT })}\n`;
  test("a ZIP archive: each entry as a file of its own", async () => {
    const zip = zipOf([
      { name: "in/a.jsonl", content: line },
      { name: "in/b.txt", content: TEXT },
      { name: "inner.zip", content: zipOf([{ name: "c.txt", content: TEXT }]) },
      { name: "../escape.txt", content: TEXT },
      { name: "/etc/absolute.txt", content: TEXT },
      { name: "link.txt", content: "/etc/passwd", mode: 0o120777 },
      { name: "picture.png", content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
      { name: "style.css", content: "p {}" },
    ]);
    const { documents, skips, formats } = await read("pack.zip", zip);
    expect(documents.map(({ id }) => id)).toEqual([
      "pack.zip/in/a.jsonl:1",
      "pack.zip/in/b.txt",
      "pack.zip/inner.zip/c.txt",
    ]);
    expect(documents.map(({ text }) => text)).toEqual([TEXT, TEXT, TEXT]);
    expect(skips).toEqual([
      "../escape.txt: a name that leads out of the archive; it is not read",
      "/etc/absolute.txt: a name that leads out of the archive; it is not read",
      "link.txt: a link; links in archives are not followed",
      "picture.png: a picture (PNG)",
      expect.stringMatching(/^style\.css: text of no known kind \(\.css\)/),
    ]);
    expect(formats).toEqual(["ZIP archive", "plain text", "JSON lines"]);
  });

  test.each([
    ["a.txt.gz", gzipSync(TEXT)],
    ["a.txt.br", brotliCompressSync(TEXT)],
    // Made with the zstd command.
    ["a.txt.zst", null],
  ])("%s", async (name, packed) => {
    const bytes =
      packed ??
      Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, utf8(TEXT).length]), rawBlock(utf8(TEXT))]);
    expect((await read(name, bytes)).documents).toEqual([{ id: name, text: TEXT }]);
  });
});

/** A frame of Zstandard (RFC 8878) with its bytes as they are: one last block of the raw kind. */
function rawBlock(bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntLE((bytes.length << 3) | 1, 0, 3);
  return Buffer.concat([header, bytes]);
}

test("a Word document: headings, paragraphs, lists, properties; nothing that was deleted", async () => {
  const w = (inner: string, style = "") => `<w:p><w:pPr>${style}</w:pPr>${inner}</w:p>`;
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const item = "<w:numPr><w:ilvl w:val='0'/></w:numPr>";
  const body =
    w(run("قاعة المتحف"), '<w:pStyle w:val="Heading1"/>') +
    w(run(TEXT.slice(0, 20)) + run(TEXT.slice(20))) +
    w(`<w:del><w:r><w:delText>حذف</w:delText></w:r></w:del>${run("أول &amp; آخر")}`, item) +
    w(run("ثان"), item);
  const docx = zipOf([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
    {
      name: "docProps/core.xml",
      content: `<cp:coreProperties><dc:title></dc:title><dc:creator>هالة</dc:creator><dcterms:created>2025-12-15T08:00:00Z</dcterms:created></cp:coreProperties>`,
    },
  ]);
  const { documents } = await read("letter.docx", docx);
  expect(documents).toEqual([
    {
      id: "letter.docx",
      title: "قاعة المتحف",
      text: `قاعة المتحف\n\n${TEXT}\n\nأول & آخر\nثان`,
      byline: "هالة",
      published: "2025-12-15T08:00:00Z",
    },
  ]);
});

test("content goes before the name", async () => {
  expect(
    (
      await read(
        "page.txt",
        `<!doctype html><html><body><article><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`,
      )
    ).formats,
  ).toEqual(["page"]);
  expect(
    (
      await read(
        "feed.html",
        `<rss version="2.0"><channel><title>x</title><item><description>${TEXT}</description></item></channel></rss>`,
      )
    ).formats,
  ).toEqual(["feed (RSS)"]);
  expect((await read("lines.txt", `${JSON.stringify({ text: TEXT })}\n`)).formats).toEqual(["JSON lines"]);
  expect((await read("table", `id,title,text\n1,x,${TEXT.replace("،", "")}\n`)).formats).toEqual(["table"]);
});

test("an address as an input gets one sentence", async () => {
  await expect(readArticles(["https://sada.example/1"]).next()).rejects.toThrow(
    /never reaches the network: save the page/,
  );
});
