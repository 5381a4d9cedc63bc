import { openSync, writeFileSync, writeSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_FIELDS, FIELD_NAMES, type FieldMap } from "../../src/ingest/fields.js";
import { JsonLinesParser } from "../../src/ingest/formats/json-lines.js";
import { readJsonLinesRange } from "../../src/ingest/formats/json-lines-range.js";
import { type ByteArea, PlainArea } from "../../src/ingest/record.js";
import { createKernel, type Kernel } from "../../src/kernel/index.js";
import type { Document } from "../../src/model/index.js";
import { isoTime } from "../../src/times.js";
import { Collector, push, temporaryFolder, utf8 } from "./support.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});
const inFolder = temporaryFolder();

/** The definition: decode, cut at newlines, JSON.parse, take the first usable key. Strings only; no lists. */
function naive(bytes: Uint8Array, fields: FieldMap): (Partial<Document> | null)[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return lines.map((line) => {
    try {
      const record = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line)) as unknown;
      if (typeof record !== "object" || record === null || Array.isArray(record)) return null;
      const document: Record<string, string> = {};
      for (const name of FIELD_NAMES) {
        for (const key of fields[name]) {
          const value = Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
          if (typeof value !== "string" || value === "") continue;
          document[name] = Buffer.from(value).toString();
          break;
        }
      }
      if (document.url !== undefined) document.id ??= document.url;
      for (const name of ["published", "modified", "captured"]) {
        const time = document[name];
        if (time !== undefined) document[name] = isoTime(time) ?? time;
      }
      return (document.text ?? "").replace(/^[\0-\x20]+/, "").trim() === "" ? null : document;
    } catch {
      return null;
    }
  });
}

const area: Record<string, () => ByteArea> = { kernel: () => kernel, "plain area": () => new PlainArea() };

/** What came, line by line, as the naive reading has it: ids made of file and line are left out. */
function read(from: ByteArea, bytes: Uint8Array, sizes: readonly number[], fields = DEFAULT_FIELDS) {
  const sink = new Collector(from);
  const parser = new JsonLinesParser(from, fields, sink);
  push(parser, bytes, sizes);
  return { byLine: byLine(sink), lines: parser.lines };
}

function byLine(sink: Collector): Map<number, Partial<Document>> {
  const documents = new Map<number, Partial<Document>>();
  for (const { line, document } of sink.seen) {
    if (document === undefined) continue;
    const { id, ...rest } = document;
    documents.set(line, id === `file.jsonl:${line}` ? rest : document);
  }
  return documents;
}

function expected(bytes: Uint8Array, fields = DEFAULT_FIELDS): Map<number, Partial<Document>> {
  const documents = new Map<number, Partial<Document>>();
  naive(bytes, fields).forEach((document, at) => {
    if (document !== null) documents.set(at + 1, document);
  });
  return documents;
}

const key = fc.constantFrom(
  "id",
  "text",
  "content",
  "title",
  "headline",
  "date",
  "author",
  "url",
  "extra",
  "të",
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "نص قصير",
      'قال: "نعم"\n\tثم',
      "\u2028\\/",
      "😀\u0000",
      "2015-08-10 02:51",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, { a: ["}\n"] }) },
);
const record = fc.array(fc.tuple(key, value), { maxLength: 8 }).map((entries) => Object.fromEntries(entries));
const escapes = (text: string) =>
  text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const line = fc.oneof(
  { weight: 6, arbitrary: record.map((object) => JSON.stringify(object)) },
  { weight: 1, arbitrary: record.map((object) => escapes(JSON.stringify(object))) },
  { weight: 1, arbitrary: record.map((object) => JSON.stringify(object).replace(/[:,{}]/g, " $& ")) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " \t\r", "[]", "null", '"text"', '{"text":"a"', '{"text":"a"}}', "\ufeff"),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);
const file = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([lines, newline, last]) => utf8(lines.join(newline) + (last ? newline : "")));
const damaged = fc
  .tuple(file, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }))
  .map(([bytes, edits]) => {
    const copy = bytes.slice();
    for (const [at, byte] of edits) if (copy.length > 0) copy[at % copy.length] = byte;
    return copy;
  });
const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });

test("the kernel under test has the scanner", () => {
  expect(kernel.name).toBe("wasm");
});

describe.each(["kernel", "plain area"])("JSON lines in a %s", (name) => {
  test("give the documents that JSON.parse gives, however the bytes arrive", () => {
    fc.assert(
      fc.property(fc.oneof(file, damaged), sizes, (bytes, pieces) => {
        const { byLine, lines } = read(area[name]!(), bytes, pieces);
        expect(byLine).toEqual(expected(bytes));
        expect(lines).toBe(naive(bytes, DEFAULT_FIELDS).length);
      }),
      { numRuns: 1500 },
    );
  });

  test("every line that is not blank is a record or a skip", () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const from = area[name]!();
        const sink = new Collector(from);
        push(new JsonLinesParser(from, DEFAULT_FIELDS, sink), bytes);
        const notBlank = Buffer.from(bytes)
          .toString("latin1")
          .split("\n")
          .flatMap((text, at) => (/^(\xef\xbb\xbf)?[ \t\r]*$/.test(text) ? [] : [at + 1]));
        expect(sink.seen.map((seen) => seen.line)).toEqual(notBlank);
      }),
      { numRuns: 300 },
    );
  });
});

test("a field may be mapped to keys that are another field's too", () => {
  fc.assert(
    fc.property(file, fc.array(key, { minLength: 1, maxLength: 3 }), (bytes, keys) => {
      const fields = { ...DEFAULT_FIELDS, title: [...new Set(keys)] };
      expect(read(kernel, bytes, [], fields).byLine).toEqual(expected(bytes, fields));
    }),
    { numRuns: 200 },
  );
});

test("ranges that tile a file give each line once, with its place in the file", () => {
  let run = 0;
  fc.assert(
    fc.property(fc.oneof(file, damaged), fc.array(fc.nat(), { maxLength: 4 }), (bytes, cuts) => {
      const path = inFolder(`ranges-${run++ % 8}.jsonl`);
      writeFileSync(path, bytes);
      if (bytes[0] === 0xff || bytes[0] === 0xfe) return;
      const ends = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
      const documents = new Map<number, Partial<Document>>();
      let linesBefore = 0;
      for (let i = 1; i < ends.length; i++) {
        const sink = new Collector(kernel);
        const parser = new JsonLinesParser(kernel, DEFAULT_FIELDS, sink);
        expect(readJsonLinesRange(path, ends[i - 1]!, ends[i]!, parser)).toBe(null);
        for (const [at, document] of byLine(sink)) documents.set(linesBefore + at, document);
        for (const { raw, offset } of sink.seen) {
          if (raw === undefined) continue;
          expect(Buffer.from(bytes).toString("utf8", offset, offset! + utf8(raw).length)).toBe(raw);
        }
        linesBefore += parser.lines;
      }
      expect(documents).toEqual(expected(bytes));
      expect(linesBefore).toBe(naive(bytes, DEFAULT_FIELDS).length);
    }),
    { numRuns: 300 },
  );
});

test("ranges of a file with lines longer than a chunk", () => {
  const path = inFolder("long.jsonl");
  const out = openSync(path, "w");
  const texts = [5, 700_000, 3, 300_000, 262_144, 1, 900_000].map((length, i) => `${i}`.repeat(length));
  for (const text of texts) writeSync(out, `${JSON.stringify({ text })}\n`);
  const total = texts.reduce((sum, text) => sum + text.length + 12, 0);
  for (const step of [total, 100_000, 262_145, 500_001]) {
    const got: string[] = [];
    for (let from = 0; from < total; from += step) {
      const sink = new Collector(kernel);
      readJsonLinesRange(path, from, from + step, new JsonLinesParser(kernel, DEFAULT_FIELDS, sink));
      got.push(...sink.documents.map(({ text }) => text));
    }
    expect(got.map((text) => text.length)).toEqual(texts.map((text) => text.length));
    expect(got).toEqual(texts);
  }
});
