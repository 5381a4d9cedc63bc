/** Saved pages as documents: the Arabic pages written after real templates, fields, charsets, MHTML. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readArabicPages } from "../../bench/pages/arabic.js";
import { scoreWords } from "../../bench/pages/score.js";
import { loadPageReader, type PageReader } from "../../src/ingest/page/index.js";

type PageArticle = Exclude<ReturnType<PageReader["read"]>, { reason: string }>;
type PageHints = Parameters<PageReader["read"]>[1];

const FOLDER = new URL("pages/", import.meta.url).pathname;

let reader: PageReader;
beforeAll(async () => {
  reader = await loadPageReader();
});

function article(page: string | Uint8Array, hints?: PageHints): PageArticle {
  const read = reader.read(typeof page === "string" ? Buffer.from(page) : page, hints);
  if ("reason" in read) throw new Error(read.reason);
  return read;
}

describe("Arabic pages", () => {
  const pages = readArabicPages(FOLDER);

  test.each(pages.map((page) => [page.name, page] as const))("%s", (_, { bytes, fields, text }) => {
    const read = article(bytes);
    expect(scoreWords(read.text, text).f1).toBeGreaterThanOrEqual(0.93);
    for (const [name, value] of Object.entries(fields)) {
      const found = read[name as "title"];
      expect([name, name === "published" ? found?.slice(0, 10) : found]).toEqual([name, value]);
      if (name !== "charset") expect(read.fieldsFrom[name]).toMatch(/./);
    }
  });

  test("at least forty, and their words agree to 0.98 in the mean", () => {
    expect(pages.length).toBeGreaterThanOrEqual(40);
    const scores = pages.map(({ bytes, text }) => scoreWords(article(bytes).text, text).f1);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(0.98);
  });

  test("paragraphs, list items and rows keep their boundaries", () => {
    const { text } = article(readFileSync(`${FOLDER}elementor.html`));
    expect(text).toContain(
      "\n\nوجاءت القائمة كالآتي:\n\n- «ظل الجرة» لسهام رمضان\n- «ما قالته العتبة» لفراس جديد\n",
    );
    expect(article(readFileSync(`${FOLDER}nextjs.html`)).text).toContain(
      "\n\nالمدينة | الخميس | الجمعة\nالميناء | 12 | 11\nالقلعة | 7 | 5\n\n",
    );
  });

  test("what was cut is told by kind", () => {
    const { cut } = article(readFileSync(`${FOLDER}wordpress-jannah.html`));
    expect(cut.map(({ what }) => what)).toEqual(expect.arrayContaining(["related", "comments", "legal"]));
    for (const { words } of cut) expect(words).toBeGreaterThan(0);
  });
});

const BODY = Array.from(
  { length: 4 },
  (_, at) =>
    `<p>Paragraph ${at} of the report says that the bridge over the river stays closed until the engineers have looked at it.</p>`,
).join("");

function page(head: string, above = "<h1>The bridge stays closed</h1>"): string {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main>${above}${BODY}</main></body></html>`;
}

describe("fields", () => {
  test("JSON-LD in a graph, with an author and a publisher elsewhere in it", () => {
    const data = {
      "@graph": [
        {
          "@type": ["NewsArticle"],
          headline: "The bridge stays closed",
          datePublished: "2024-03-01T08:00:00Z",
          dateModified: "2024-03-02",
          author: [{ "@id": "#a" }, { name: "Ben Roe" }],
          publisher: { "@id": "#p" },
          inLanguage: "en-GB",
        },
        { "@type": "Person", "@id": "#a", name: "Ann Lee" },
        { "@type": "Organization", "@id": "#p", name: "The Ferry Post" },
      ],
    };
    const read = article(page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`));
    expect(read).toMatchObject({
      title: "The bridge stays closed",
      byline: "Ann Lee, Ben Roe",
      published: "2024-03-01T08:00:00Z",
      modified: "2024-03-02",
      source: "The Ferry Post",
      lang: "en-GB",
    });
    expect(read.fieldsFrom).toMatchObject({ byline: "json-ld author", published: "json-ld datePublished" });
  });

  test.each([
    [
      "a comma too many",
      '{"@type":"Article","headline":"The bridge stays closed","datePublished":"2024-03-01",}',
    ],
    ["CDATA", '//<![CDATA[\n{"@type":"Article","datePublished":"2024-03-01"}\n//]]>'],
    ["a raw line end in a string", '[{"@type":"Article","description":"a\nb","datePublished":"2024-03-01"}]'],
  ])("JSON-LD with %s", (_, json) => {
    expect(article(page(`<script type="application/ld+json">${json}</script>`)).published).toBe("2024-03-01");
  });

  test("OpenGraph before meta before microdata before what is seen", () => {
    const meta =
      '<meta name="date" content="2024-03-02"><meta property="og:site_name" content="The Ferry Post">';
    const open = '<meta property="article:published_time" content="2024-03-01T10:00+02:00">';
    expect(article(page(meta + open))).toMatchObject({
      published: "2024-03-01T10:00+02:00",
      source: "The Ferry Post",
    });
    expect(article(page(meta)).fieldsFrom.published).toBe("meta date");
    const seen = '<h1>The bridge stays closed</h1><div class="date">5 March 2024</div>';
    expect(article(page("", seen))).toMatchObject({
      published: "2024-03-05",
      fieldsFrom: { published: "text" },
    });
  });

  test("a day in the address where the page has none", () => {
    const read = article(page(""), { url: "https://ferry.example/2024/03/07/bridge" });
    expect(read).toMatchObject({
      published: "2024-03-07",
      fieldsFrom: { published: "address", url: "address" },
    });
  });

  test("the outlet's name is no part of the title", () => {
    const head = "<title>The bridge stays closed | The Ferry Post</title>";
    expect(article(page(head, "")).title).toBe("The bridge stays closed");
  });

  test("links of the text are absolute and each there once", () => {
    const above =
      '<h1>The bridge</h1><p>As the <a href="/old#x">first report of the closing</a> and <a href="/old">the other one</a> said on Monday, it is old.</p>';
    expect(article(page("", above), { url: "https://ferry.example/a/b" }).links).toEqual([
      "https://ferry.example/old",
    ]);
  });
});

describe("charsets", () => {
  const ARABIC = `<p>${"قالت الوزارة إن الأشغال تبدأ صباح الأحد في المدينة القديمة، وإن الطريق يغلق أمام المركبات. ".repeat(4)}</p>`;
  const windows1256 = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder("windows-1256").decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  const encode = (html: string) => Uint8Array.from(html, (letter) => windows1256.get(letter)!);

  test.each(["utf-8", "iso-8859-1", "windows-1252", "klingon", ""])(
    "windows-1256 declared as %j",
    (label) => {
      const bytes = encode(`<html><meta charset="${label}"><body>${ARABIC}</body></html>`);
      expect(article(bytes)).toMatchObject({
        charset: "windows-1256",
        text: expect.stringContaining("الأشغال"),
      });
    },
  );

  test("UTF-8 declared as windows-1256, by the page and by its sender", () => {
    const html = `<meta charset="windows-1256">${ARABIC}`;
    expect(article(html, { contentType: "text/html; charset=windows-1256" })).toMatchObject({
      charset: "utf-8",
    });
  });

  test("UTF-16 with and without a mark", () => {
    for (const mark of ["\ufeff", ""])
      expect(article(Buffer.from(`${mark}<html><body>${ARABIC}`, "utf16le")).charset).toBe("utf-16le");
  });

  test("a cut letter at the end does not make UTF-8 another charset", () => {
    expect(article(Buffer.from(ARABIC.repeat(3)).subarray(0, -6)).charset).toBe("utf-8");
  });
});

describe("MHTML", () => {
  const message = (encoding: string, body: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ferry.example/x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n\tboundary="--b--"\r\n\r\n----b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----b--\r\nContent-Type: image/png\r\n\r\nx\r\n----b----\r\n`;

  test("base64 and quoted-printable", () => {
    const html = page("<title>ö</title>");
    const quoted = html.replaceAll("=", "=3D").replace("ö", "=C3=B6").replaceAll("bridge", "bri=\r\ndge");
    const wanted = article(html);
    for (const read of [
      article(message("base64", Buffer.from(html).toString("base64"))),
      article(message("quoted-printable", quoted)),
    ]) {
      expect(read.text).toBe(wanted.text);
      expect(read.url).toBe("https://ferry.example/x");
    }
  });

  test("a message without a page is refused", () => {
    const bytes = Buffer.from(message("7bit", "x").replace("text/html; charset", "text/css; charset"));
    expect(reader.read(bytes)).toEqual({ reason: "an MHTML file without an HTML part" });
  });
});
