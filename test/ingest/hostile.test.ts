/**
 * Input that is made to hurt, or that went wrong on its way: one line with file, place and reason, the rest is read, in
 * bounded time and memory, and nothing reaches the network.
 */

import dns from "node:dns";
import { writeFileSync } from "node:fs";
import net from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArticles } from "../../src/ingest/index.js";
import { warcRecord, zipOf } from "./archives.js";
import { encode, temporaryFolder } from "./support.js";

const at = temporaryFolder();
const TEXT = "فتح أمين المتحف القاعة الجديدة أمام الزوار صباح الأحد، وقال إن الدخول إليها مجاني طوال الشهر.";
const MB = 1 << 20;

const connect = net.Socket.prototype.connect;
const lookup = dns.lookup;
const reached: string[] = [];

beforeAll(() => {
  net.Socket.prototype.connect = function forbidden() {
    reached.push("a socket");
    throw new Error("no network here");
  } as typeof connect;
  Object.assign(dns, { lookup: () => reached.push("a name") });
});
afterAll(() => {
  net.Socket.prototype.connect = connect;
  Object.assign(dns, { lookup });
  expect(reached).toEqual([]);
});

async function read(name: string, content: string | Uint8Array, maxRecordBytes?: number) {
  writeFileSync(at(name), content);
  const texts: string[] = [];
  const reading = readArticles([at(name)], { maxRecordBytes });
  for (;;) {
    const step = await reading.next();
    if (step.done) {
      const skips = step.value.skipped.map(({ line, reason }) =>
        line === undefined ? reason : `${line}: ${reason}`,
      );
      return { texts, skips };
    }
    texts.push(step.value.document.text);
  }
}

const item = (description: string) =>
  `<item><title>t</title><description>${description}</description></item>`;
const rss = (items: string, before = "") =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`;

describe("XML", () => {
  test("billion laughs: entities are not expanded", async () => {
    const levels = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      "",
    );
    const laughs = rss(item("&l10;") + item(TEXT), `<!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]>`);
    const { texts, skips } = await read("laughs.xml", laughs);
    expect(texts.join("").length + skips.join("").length).toBeLessThan(10_000);
    expect([...texts, ...skips].length).toBeGreaterThan(0);
  });

  test("an entity that names a file is not read", async () => {
    const { texts } = await read(
      "xxe.xml",
      rss(item("&f; word") + item(TEXT), '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    );
    expect(texts.join("")).not.toContain("root:");
  });

  test("200,000 nested tags in an item, and in a page", async () => {
    const deep = "<b>".repeat(200_000);
    const feed = await read("deep.xml", rss(item(`<![CDATA[${deep}${TEXT}]]>`) + item(TEXT)));
    expect(feed.texts).toEqual([TEXT, TEXT]);
    const raw = await read("raw.xml", rss(`${item(deep)}${item(TEXT)}`));
    expect([...raw.texts, ...raw.skips].length).toBeGreaterThan(0);
    const page = await read(
      "deep.html",
      `<!doctype html><html><body>${"<div>".repeat(200_000)}<p>${TEXT}</p>`,
    );
    expect([...page.texts, ...page.skips]).toHaveLength(1);
  }, 120_000);

  test("10 MB in one CDATA", async () => {
    const { texts } = await read(
      "cdata.xml",
      rss(item(`<![CDATA[${`${TEXT} `.repeat((10 * MB) / 180)}]]>`) + item(TEXT)),
    );
    expect(texts).toHaveLength(2);
    expect(texts[0]!.length).toBeGreaterThan(4 * MB);
  });
});

describe("sizes", () => {
  test("a gzip bomb is left out at --max-record, whatever it holds", async () => {
    const bomb = gzipSync(Buffer.alloc(32 * MB, 65));
    for (const name of ["bomb.txt.gz", "bomb.html.gz", "bomb.xml.gz", "bomb.csv.gz", "bomb.jsonl.gz"]) {
      const { texts, skips } = await read(name, bomb, 4 * MB);
      expect([name, texts]).toEqual([name, []]);
      expect([name, skips.length]).toEqual([name, 1]);
    }
    const { skips } = await read("long.txt.gz", gzipSync(`${TEXT} `.repeat((8 * MB) / 180)), MB);
    expect(skips).toEqual(["longer than 1 MiB (--max-record)"]);
  });

  test("a bomb in a ZIP archive and in the body of a WARC record", async () => {
    const zip = zipOf([
      { name: "a.txt", content: TEXT },
      { name: "b.txt.gz", content: gzipSync(Buffer.alloc(32 * MB, 65)) },
    ]);
    expect(await read("bomb.zip", zip, 2 * MB)).toEqual({
      texts: [TEXT],
      skips: ["b.txt.gz: longer than 2 MiB (--max-record)"],
    });
    const body = gzipSync(`<html>${" ".repeat(32 * MB)}`);
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
    const warc = Buffer.concat([
      warcRecord("response", 1, Buffer.concat([Buffer.from(head), body])),
      warcRecord("conversion", 2, TEXT, "text/plain"),
    ]);
    expect(await read("bomb.warc", warc, 2 * MB)).toEqual({
      texts: [TEXT],
      skips: ["1: longer than 2 MiB (--max-record)"],
    });
  });

  test("one unclosed quotation mark in a large table", async () => {
    const row = (id: number) => `${id},some words of a row that is read\n`;
    const rows = Array.from({ length: 200_000 }, (_, id) => row(id)).join("");
    const { texts, skips } = await read("open.csv", `id,text\n0,"open\n${rows}`, MB);
    expect(texts).toHaveLength(200_000);
    expect(skips).toEqual([
      expect.stringMatching(
        /^2: a row longer than 1 MiB \(--max-record\): is a quotation mark not closed\?$/,
      ),
    ]);
  });

  test("quotation marks that are wrong in every row cost no more than the table", async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => `${id},"a" b\n`).join("");
    const began = performance.now();
    const { skips } = await read("wrong.csv", `id,text\n${rows}`);
    expect(skips.length).toBeGreaterThan(10_000);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});

describe("what lies about itself", () => {
  test("a charset that is declared wrong", async () => {
    const page = `<html><head><meta charset="utf-8"><title>x</title></head><body><article><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
    expect((await read("declared.html", encode(page, "windows-1256")!)).texts[0]).toContain(TEXT);
    expect(
      (
        await read(
          "declared.xml",
          encode(rss(item(TEXT)).replace("?>", ' encoding="utf-8"?>'), "windows-1256")!,
        )
      ).texts,
    ).toEqual([TEXT]);
  });

  test("NULs in text, in a table and in a feed", async () => {
    expect((await read("nul.txt", `${TEXT}\0${TEXT}`)).texts).toHaveLength(1);
    expect((await read("nul.csv", `id,text\n1,a\0b words\n2,${TEXT.replace("،", "")}\n`)).texts).toHaveLength(
      2,
    );
    expect((await read("nul.xml", rss(item(`a\0b`) + item(TEXT)))).texts).toEqual(["a b", TEXT]);
  });

  test.each(["a.docx", "a.zip", "a.parquet", "a.warc", "a.gz", "a.pdf"])(
    "%s that is another thing",
    async (name) => {
      const { texts, skips } = await read(name, "neither this nor that\n");
      expect([texts.length, skips.length]).toEqual(name === "a.gz" || name === "a.pdf" ? [1, 0] : [0, 1]);
    },
  );

  test("a ZIP archive that is cut, and one whose list points anywhere", async () => {
    const zip = zipOf([
      { name: "a.txt", content: TEXT },
      { name: "b.txt", content: TEXT },
    ]);
    for (const bytes of [
      zip.subarray(0, zip.length - 30),
      zip.subarray(0, 40),
      Buffer.concat([zip.subarray(0, 60), zip.subarray(90)]),
    ]) {
      const { texts, skips } = await read("cut.zip", bytes);
      expect(skips.length).toBeGreaterThan(0);
      expect(texts.length).toBeLessThanOrEqual(2);
    }
  });

  test("a Parquet file with a footer of nonsense", async () => {
    const bytes = Buffer.concat([
      Buffer.from("PAR1"),
      Buffer.alloc(100, 7),
      Buffer.from([100, 0, 0, 0]),
      Buffer.from("PAR1"),
    ]);
    const { texts, skips } = await read("bad.parquet", bytes);
    expect(texts).toEqual([]);
    expect(skips).toEqual([expect.stringMatching(/^Parquet that cannot be read from row 1 on: /)]);
  });

  test("a WARC whose length is enormous, negative or no number", async () => {
    const good = warcRecord("conversion", 9, TEXT, "text/plain");
    for (const length of ["99999999999999", "-5", "many"]) {
      const bad = Buffer.from(
        warcRecord("conversion", 1, "x", "text/plain")
          .toString()
          .replace(/Content-Length: \d+/, `Content-Length: ${length}`),
      );
      const { texts, skips } = await read("length.warc", Buffer.concat([good, bad, good]));
      expect(texts[0]).toBe(TEXT);
      expect(skips.length).toBeGreaterThan(0);
    }
  });
});
