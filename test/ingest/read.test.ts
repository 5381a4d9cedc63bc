import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompress } from "../../src/ingest/codings.js";
import { DEFAULT_FIELDS } from "../../src/ingest/fields.js";
import { NO_FACTS } from "../../src/ingest/file-facts.js";
import { JsonLinesParser } from "../../src/ingest/formats/json-lines.js";
import { readJsonLinesRange } from "../../src/ingest/formats/json-lines-range.js";
import type { InputFile } from "../../src/ingest/inputs.js";
import { NOT_UTF8 } from "../../src/ingest/json-record.js";
import { missingId } from "../../src/ingest/missing-id.js";
import { readInput } from "../../src/ingest/read.js";
import { PlainArea } from "../../src/ingest/record.js";
import type { Format } from "../../src/ingest/registry.js";
import { Collector, temporaryFolder, utf8 } from "./support.js";

const at = temporaryFolder();

async function read(
  name: string,
  format: Format | "unknown",
  content?: string | Uint8Array,
): Promise<Collector> {
  const path = at(name);
  if (content !== undefined) writeFileSync(path, content);
  const area = new PlainArea();
  const sink = new Collector(area, path);
  for await (const _ of readInput(inputFile(path, format), area, DEFAULT_FIELDS, sink));
  return sink;
}

function inputFile(path: string, format: Format | "unknown", bytes: number | null = null): InputFile {
  return { path, id: path, format, isCoded: false, bytes, facts: NO_FACTS };
}

/** Lines that do not compress away. */
function lines(count: number): string {
  const words = (seed: number) =>
    Array.from({ length: 30 }, (_, i) => (((seed + 1) * 7919 * (i + 1)) % 99_991).toString(36));
  return Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: i, text: words(i).join(" ") })}\n`,
  ).join("");
}

const texts = (sink: Collector) => sink.documents.map(({ text }) => text);

describe("a stream tells by its first bytes what it is", () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ["JSON lines", '{"text":"a"}\n{"text":"b"}', ["a", "b"]],
    ["a JSON array", ' [{"text":"a"},{"text":"b"}]', ["a", "b"]],
    ["a pretty-printed object", '{\n  "text": "a"\n}', ["a"]],
    ["text", "قال\nإن", ["قال\nإن"]],
    ["text that begins with a bracket", "[رويترز] قال إن", ["[رويترز] قال إن"]],
    ["gzip of JSON lines", gzipSync('{"text":"a"}\n{"text":"b"}'), ["a", "b"]],
    ["gzip of nothing", gzipSync(""), []],
    ["nothing", "", []],
    ["UTF-16 JSON lines", Buffer.from('\ufeff{"text":"أ"}\n{"text":"😀"}\n', "utf16le"), ["أ", "😀"]],
    [
      "UTF-16BE JSON array",
      Buffer.from('\ufeff[{"text":"أ"},\n{"text":"😀"}]', "utf16le").swap16(),
      ["أ", "😀"],
    ],
  ])("%s", async (name, content, expected) => {
    const sink = await read(`stream of ${name}`, "unknown", content);
    expect(texts(sink)).toEqual(expected);
    expect(sink.skips).toEqual([]);
  });
});

describe("gzip", () => {
  test("of several members, and with garbage behind the last, as some archives are", async () => {
    const members = Buffer.concat([gzipSync('{"text":"a"}\n'), gzipSync('{"text":"b"}\n')]);
    expect(texts(await read("members.gz", "jsonl", members))).toEqual(["a", "b"]);
    const padded = Buffer.concat([members, Buffer.alloc(100_000)]);
    const sink = await read("padded.gz", "jsonl", padded);
    expect(texts(sink)).toEqual(["a", "b"]);
    expect(sink.skips).toEqual([]);
  });

  test("that is cut short keeps what was readable, and says so", async () => {
    const whole = lines(20_000);
    const packed = gzipSync(whole);
    const sink = await read("cut.jsonl.gz", "jsonl", packed.subarray(0, packed.length / 2));
    expect(sink.documents.length).toBeGreaterThan(9_000);
    expect(sink.documents.length).toBeLessThan(11_000);
    expect(sink.skips.at(-1)).toBe("0: the gzip data is cut short; what came before is kept");
    expect(sink.skips.length).toBeLessThanOrEqual(2);
    expect((await read("cut8.gz", "jsonl", packed.subarray(0, packed.length - 8))).documents).toHaveLength(
      20_000,
    );
  });

  test("that is damaged says so", async () => {
    const packed = gzipSync(lines(20_000));
    packed.fill(0xff, packed.length / 2, packed.length / 2 + 100);
    const sink = await read("damaged.jsonl.gz", "jsonl", packed);
    expect(sink.documents.length).toBeGreaterThan(1_000);
    expect(sink.skips.at(-1)).toMatch(/^0: the gzip data is damaged \(.+\); what came before is kept$/);
  });

  test("every cut gives a prefix of the data and a reason, in pieces of any size", async () => {
    const data = utf8(lines(40));
    const packed = gzipSync(data);
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length), fc.integer({ min: 1, max: 700 }), async (cut, size) => {
        const reasons: string[] = [];
        const pieces: Uint8Array[] = [];
        async function* source() {
          for (let i = 0; i < cut; i += size) yield packed.subarray(i, Math.min(i + size, cut));
        }
        for await (const piece of decompress(source(), "gzip", (reason) => reasons.push(reason)))
          pieces.push(piece);
        const got = Buffer.concat(pieces);
        expect(Buffer.compare(got, data.subarray(0, got.length))).toBe(0);
        expect(reasons.length).toBe(cut < packed.length ? 1 : 0);
        if (cut >= packed.length - 8) expect(got.length).toBe(data.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what cannot be read is listed", () => {
  test("a file that vanished, and a folder in its place", async () => {
    expect((await read("vanished.txt", "text")).skips).toEqual(["0: no such file"]);
    mkdirSync(at("folder.jsonl"));
    expect((await read("folder.jsonl", "jsonl")).skips).toEqual(["0: it is a folder"]);
    const parser = new JsonLinesParser(new PlainArea(), DEFAULT_FIELDS, { record() {}, skip() {} });
    expect(readJsonLinesRange(at("vanished.jsonl"), 0, 9, parser)).toBe("no such file");
    expect(readJsonLinesRange(at("folder.jsonl"), 4, 9, parser)).toBe("it is a folder");
  });

  test("an error of the sink's own is none of the file's", async () => {
    writeFileSync(at("one.jsonl"), '{"text":"a"}');
    const sink = {
      record() {
        throw new Error("from the sink");
      },
      skip() {},
    };
    const reading = readInput(inputFile(at("one.jsonl"), "jsonl", 1), new PlainArea(), DEFAULT_FIELDS, sink);
    await expect(reading.next()).resolves.toMatchObject({ done: false });
    await expect(reading.next()).rejects.toThrow(/from the sink/);
  });
});

describe("names and first bytes that disagree", () => {
  test.each([
    ["array.jsonl", '[{"text":"a"},\n{"text":"b"}]'],
    ["lines.json", '{"text":"a"}\n{"text":"b"}'],
  ])("%s", async (name, content) => {
    expect(texts(await read(name, "unknown", content))).toEqual(["a", "b"]);
    expect(texts(await read(`${name}.gz`, "unknown", gzipSync(content)))).toEqual(["a", "b"]);
  });
});

test("a byte order mark does not keep lines in UTF-8 from being shared", () => {
  const bytes = Buffer.concat([
    utf8('\ufeff{"text":"أ"}\n{"text":"'),
    Buffer.of(0xff),
    utf8('"}\n{"text":"ب"}\n'),
  ]);
  writeFileSync(at("mark.jsonl"), bytes);
  const area = new PlainArea();
  const sink = new Collector(area);
  for (let from = 0; from < bytes.length; from += 16) {
    readJsonLinesRange(at("mark.jsonl"), from, from + 16, new JsonLinesParser(area, DEFAULT_FIELDS, sink));
  }
  expect(texts(sink)).toEqual(["أ", "ب"]);
  expect(sink.skips).toEqual([`1: ${NOT_UTF8}`]);
});

test("lines in UTF-16 come whole with the first range", () => {
  writeFileSync(at("utf16.jsonl"), Buffer.from('\ufeff{"text":"أ"}\n{"text":"ب"}\n', "utf16le"));
  const ranges: [number, number][] = [
    [0, 10],
    [10, 30],
    [30, 100],
  ];
  const got = ranges.map(([from, to]) => {
    const area = new PlainArea();
    const sink = new Collector(area);
    readJsonLinesRange(at("utf16.jsonl"), from, to, new JsonLinesParser(area, DEFAULT_FIELDS, sink));
    return texts(sink);
  });
  expect(got).toEqual([["أ", "ب"], [], []]);
});

test("bytes read are told as they are read", async () => {
  writeFileSync(at("steps.jsonl"), lines(5_000));
  const file = inputFile(at("steps.jsonl"), "jsonl");
  const steps: number[] = [];
  for await (const read of readInput(file, new PlainArea(), DEFAULT_FIELDS, { record() {}, skip() {} }))
    steps.push(read);
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.at(-1)).toBe(utf8(lines(5_000)).length);
});

test("an id made of file and line", () => {
  expect(missingId("news/a.jsonl", 7)).toBe("news/a.jsonl:7");
  expect(missingId("-", 7)).toBe("stdin:7");
});
