import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_FIELDS, fieldMap } from "../../src/ingest/fields.js";
import { JsonLinesParser } from "../../src/ingest/formats/json-lines.js";
import { NOT_UTF8 } from "../../src/ingest/json-record.js";
import { type ByteArea, PlainArea } from "../../src/ingest/record.js";
import { MAX_RECORD_BYTES } from "../../src/ingest/window.js";
import { createKernel, type Kernel } from "../../src/kernel/index.js";
import { Collector, push, utf8 } from "./support.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

function read(bytes: Uint8Array | string, fields = DEFAULT_FIELDS, area: ByteArea = kernel): Collector {
  const sink = new Collector(area);
  push(new JsonLinesParser(area, fields, sink), typeof bytes === "string" ? utf8(bytes) : bytes);
  return sink;
}

function both(bytes: Uint8Array | string, fields = DEFAULT_FIELDS): Collector {
  const scanned = read(bytes, fields);
  expect(read(bytes, fields, new PlainArea()).seen).toEqual(scanned.seen);
  return scanned;
}

describe("fields", () => {
  test("are taken from the keys that newspapers use", () => {
    const record = {
      guid: "g1",
      content: "نص الخبر",
      headline: "عنوان",
      outlet: "صحيفة الوادي",
      pubDate: "Mon, 10 Aug 2015 12:56:00 +0300",
      updated: "2015-08-11",
      date_extracted: "2015-08-12 02:51:32",
      link: "https://example.org/1",
      author: "سلمى",
      language: "ar",
      links: ["https://example.org/2", { href: "https://example.org/3" }, 5],
    };
    expect(both(JSON.stringify(record)).documents).toEqual([
      {
        id: "g1",
        text: "نص الخبر",
        title: "عنوان",
        source: "صحيفة الوادي",
        published: "2015-08-10T12:56:00+03:00",
        modified: "2015-08-11",
        captured: "2015-08-12T02:51:32",
        url: "https://example.org/1",
        byline: "سلمى",
        lang: "ar",
        links: ["https://example.org/2", "https://example.org/3"],
      },
    ]);
  });

  test("the first usable key in the order of the mapping wins, whatever the order in the record", () => {
    const lines = [
      '{"body":"b","text":"t"}',
      '{"body":"b","text":""}',
      '{"body":"b","text":null}',
      '{"body":"b","text":7}',
    ];
    expect(both(lines.join("\n")).documents.map(({ text }) => text)).toEqual(["t", "b", "b", "7"]);
  });

  test("numbers keep every digit they were written with", () => {
    const lines = [
      '{"id":9007199254740993,"text":"a \\" 12345678901234567890"}',
      '{"id":1.50,"text":"b"}',
      '{"id":-0,"x":{},"text":"c"}',
    ];
    expect(both(lines.join("\n")).documents.map(({ id }) => id)).toEqual(["9007199254740993", "1.50", "-0"]);
  });

  test("millions of escapes beside a number are read like any others", () => {
    const text = '\\"'.repeat(4_000_000);
    const [document] = both(`{"text":"${text}","id":9007199254740993,"n":-1.50e+3}`).documents;
    expect(document!.id).toBe("9007199254740993");
    expect(document!.text.length).toBe(4_000_000);
  });

  test("objects give their name, lists of authors one byline, lists of paragraphs one text", () => {
    const record = {
      text: ["أول", "ثان"],
      author: [{ name: "سلمى" }, "رامي", 3],
      source: { id: null, name: "الوادي" },
    };
    expect(both(JSON.stringify(record)).documents).toMatchObject([
      { text: "أول\nثان", byline: "سلمى, رامي", source: "الوادي" },
    ]);
  });

  test("values of other types are as good as absent", () => {
    const [document] = both(
      '{"text":"t","title":true,"source":{"a":1},"author":[],"links":null,"url":[null]}',
    ).documents;
    expect(document).toEqual({ id: "file.jsonl:1", text: "t" });
  });

  test("--field replaces a field's keys", () => {
    const lines = '{"text":"summary","full":"all of it","constructor":"x"}';
    expect(both(lines, fieldMap(["text=full", "title=text"])).documents).toMatchObject([
      { text: "all of it", title: "summary" },
    ]);
    expect(both(lines, fieldMap(["text=toString"])).skips).toEqual([
      "1: no text (fields tried: toString); there are text, full, constructor",
    ]);
    expect(both(lines, fieldMap(["text=gone", "text=constructor"])).documents).toMatchObject([{ text: "x" }]);
  });

  test("a record without id takes its URL, or else file and line", () => {
    const { documents } = both('\n{"text":"a","url":"https://example.org/"}\n{"text":"b"}');
    expect(documents.map(({ id }) => id)).toEqual(["https://example.org/", "file.jsonl:3"]);
  });

  test("an unfinished surrogate pair becomes U+FFFD", () => {
    expect(both('{"text":"a\\ud83d"}').documents[0]!.text).toBe("a\ufffd");
  });
});

describe("damage", () => {
  const title = "العالم العربي";
  const text =
    "افتتح رئيس البلدية الجسر الجديد في وسط المدينة، وقال إن حركة السير ستعود إلى ما كانت عليه خلال أيام.";
  const damaged = (value: string, charset: string) => new TextDecoder(charset).decode(utf8(value));

  test.each(["windows-1256", "windows-1252"])(
    "a record whose UTF-8 was read as %s is mended, and says so",
    (charset) => {
      const record = {
        id: 1,
        title: damaged(title, charset),
        text: damaged(text, charset),
        byline: "سلمى",
        lang: "ar",
      };
      const repairs = [`UTF-8 that had been read as ${charset}`];
      const mended = { id: "1", title, text, byline: "سلمى", lang: "ar", repairs };
      expect(both(JSON.stringify(record)).documents).toEqual([mended]);
      const before = { ...record, repairs: ["page numbers cut out"], text: `\n${record.text}` };
      expect(both(JSON.stringify(before)).documents[0]!.repairs).toEqual([
        "page numbers cut out",
        ...repairs,
      ]);
    },
  );

  test("what cannot be mended is left out, and why is said", () => {
    const lost = damaged(text, "windows-1256").replaceAll("§", "?");
    expect(both(JSON.stringify({ text: lost })).documents).toEqual([]);
    expect(both(JSON.stringify({ text: lost })).skips).toEqual([
      expect.stringMatching(/^1: letters were lost when it was read in a wrong charset/),
    ]);
  });
});

describe("lines", () => {
  test("byte order marks, CRLF, blank lines and a missing last newline", () => {
    const { seen } = both('\ufeff{"text":"a"}\r\n\r\n \t\n\ufeff{"text":"b"}\n{"text":"c"}');
    expect(seen.map(({ line, document }) => [line, document?.text])).toEqual([
      [1, "a"],
      [4, "b"],
      [5, "c"],
    ]);
  });

  test("raw bytes and offsets are those of the line", () => {
    const { seen } = both('{"text":"أ"}\r\n{"text":"\\u0628"}\n');
    expect(seen.map(({ raw }) => raw)).toEqual(['{"text":"أ"}\r', '{"text":"\\u0628"}']);
    expect(seen.map(({ offset }) => offset)).toEqual([0, 15]);
  });

  test.each([
    ["not JSON", "no JSON: "],
    ['{"text":"cut sho', "no JSON: "],
    ['{"text":"a"} {"text":"b"}', "no JSON: "],
    ['{"text":"tab\there"}', "no JSON: "],
    ["[1]", "no JSON object, but an array"],
    ["null", "no JSON object, but null"],
    ['"text"', "no JSON object, but a string"],
    ["{}", "no text (fields tried: text, content, body, articleBody)"],
    ['{"text":""}', "no text"],
    ['{"content":" \\n\\t"}', "no text"],
    ['{"text":"\u00a0\u3000"}', "no text"],
    ['{"text":"a\0b"}', "no JSON: "],
  ])("%j is listed with its line and reason, and the rest goes on", (line, reason) => {
    const { seen } = both(`{"text":"before"}\n${line}\n{"text":"after"}`);
    expect(seen.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(seen[1]!.reason!.startsWith(reason)).toBe(true);
    expect(seen[2]!.document!.text).toBe("after");
  });

  test("invalid UTF-8 costs its own line only", () => {
    const bytes = Buffer.concat([
      utf8('{"text":"a"}\n{"text":"'),
      Buffer.from([0xd8, 0x22]),
      utf8('}\n{"text":"ج"}\n'),
    ]);
    const { documents, skips } = both(bytes);
    expect(skips).toEqual([`2: ${NOT_UTF8}`]);
    expect(documents.map(({ text }) => text)).toEqual(["a", "ج"]);
  });

  test("NUL characters written as escapes are part of the text", () => {
    expect(both('{"text":"a\\u0000b"}').documents[0]!.text).toBe("a\0b");
  });
});

describe("hostile input", () => {
  test("a line of 50 MB", () => {
    const text = "كلمة ".repeat(5_600_000);
    const bytes = utf8(`{"text":"a"}\n{"text":"${text}"}\n{"text":"b"}\n`);
    const lengths: number[] = [];
    const parser = new JsonLinesParser(kernel, DEFAULT_FIELDS, {
      record: ({ ranges }) => lengths.push(ranges[3]! - ranges[2]!),
      skip: () => lengths.push(-1),
    });
    push(parser, bytes, new Array(300).fill(1 << 18));
    expect(lengths).toEqual([1, Buffer.byteLength(text), 1]);
  });

  test("a million empty lines", () => {
    const sink = new Collector(kernel);
    const parser = new JsonLinesParser(kernel, DEFAULT_FIELDS, sink);
    push(parser, Buffer.concat([new Uint8Array(1_000_000).fill(10), utf8('{"text":"a"}')]), [1000, 100_000]);
    expect(sink.seen).toHaveLength(1);
    expect(sink.seen[0]!.line).toBe(1_000_001);
  });

  test("deep nesting", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const { documents, skips } = both(`${deep}\n{"text":"a","x":${deep}}\n{"text":${deep}}`);
    expect(documents.map(({ text }) => text)).toEqual(["a"]);
    expect(skips).toHaveLength(2);
  });

  test("a line beyond the limit is listed, and memory does not hold it", () => {
    const area = new PlainArea();
    const sink = new Collector(area);
    const parser = new JsonLinesParser(area, DEFAULT_FIELDS, sink);
    const piece = new Uint8Array(1 << 24).fill(120);
    for (let bytes = 0; bytes < 2 * MAX_RECORD_BYTES; bytes += piece.length) {
      parser.space(piece.length).set(piece);
      parser.filled(piece.length);
    }
    push(parser, utf8('x\n{"text":"a"}\n'));
    expect(sink.skips).toEqual(["1: longer than 64 MiB (--max-record)"]);
    expect(sink.seen[1]).toMatchObject({ line: 2, document: { text: "a" } });
    expect(area.input(0).length).toBeLessThan(2 * MAX_RECORD_BYTES);
  });
});
