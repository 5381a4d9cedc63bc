import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FIELDS } from "../../src/ingest/fields.js";
import { JsonArrayParser } from "../../src/ingest/formats/json.js";
import { NOT_UTF8 } from "../../src/ingest/json-record.js";
import { PlainArea } from "../../src/ingest/record.js";
import { MAX_RECORD_BYTES } from "../../src/ingest/window.js";
import { Collector, push, utf8 } from "./support.js";

function read(bytes: Uint8Array | string, sizes: readonly number[] = []): Collector {
  const area = new PlainArea();
  const sink = new Collector(area, "news.json");
  push(
    new JsonArrayParser(area, DEFAULT_FIELDS, sink),
    typeof bytes === "string" ? utf8(bytes) : bytes,
    sizes,
  );
  return sink;
}

const texts = (sink: Collector) => sink.documents.map(({ text }) => text);

describe("JSON arrays", () => {
  test("give their elements' documents, however they are printed and the bytes arrive", () => {
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 30 })
      .map((value) => `.${Buffer.from(value).toString()}`);
    const extra = fc.jsonValue({ maxDepth: 2 });
    const records = fc.array(fc.record({ text, extra }), { maxLength: 6 });
    const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 3 }), sizes, (elements, indent, pieces) => {
        const sink = read(JSON.stringify(elements, null, indent), pieces);
        expect(texts(sink)).toEqual(elements.map((element) => element.text));
        expect(sink.skips).toEqual([]);
        expect(
          read(elements.map((element) => JSON.stringify(element, null, indent)).join("\n"), pieces).seen
            .length,
        ).toBe(elements.length);
      }),
      { numRuns: 500 },
    );
  });

  test("an element's number makes up for a missing id; the line of a skip is the file's", () => {
    const sink = read(
      '\ufeff[\n  {"text": "a"},\n  {\n"title": "no text"},\n 5, "x", {"text": "b"}, null\n]\n',
    );
    expect(sink.documents.map(({ id }) => id)).toEqual(["news.json:1", "news.json:5"]);
    expect(sink.skips).toEqual([
      "3: no text (fields tried: text, content, body, articleBody); there are title (element 2)",
      "5: no JSON object, but a number (element 3)",
      "5: no JSON object, but a string (element 4)",
      "5: no JSON object, but null (element 6)",
    ]);
  });

  test("one pretty-printed object, and several one after another", () => {
    expect(texts(read(JSON.stringify({ text: 'a }{ \\" ]' }, null, 2)))).toEqual(['a }{ \\" ]']);
    expect(texts(read('{"text":\n"a"}\n{"text":\n"b"} {"text":"c"}'))).toEqual(["a", "b", "c"]);
    expect(texts(read('[{"text":"a"}]\n[{"text":"b"}]'))).toEqual(["a", "b"]);
  });

  test("an element that is broken costs itself", () => {
    const sink = read('[{"text":"a"},\n{"text":"b,\n"x":1},\n{"text" "c"},\n{"text":"d"}]');
    expect(texts(sink)).toEqual(["a", "d"]);
    expect(sink.skips).toHaveLength(2);
    expect(sink.skips[0]).toMatch(/^2: no JSON: .*\(element 2\)$/);
  });

  test("invalid UTF-8 in an element", () => {
    const bytes = Buffer.concat([utf8('[{"text":"'), Buffer.from([0xc7, 0xe1]), utf8('"},{"text":"b"}]')]);
    expect(texts(read(bytes))).toEqual(["b"]);
    expect(read(bytes).skips).toEqual([`1: ${NOT_UTF8} (element 1)`]);
  });

  test("a file that is cut short says so, and keeps what came before", () => {
    expect(texts(read('[{"text":"a"},\n{"text":"b'))).toEqual(["a"]);
    expect(read('[{"text":"a"},\n{"text":"b').skips).toEqual(["2: the file ends inside it (element 2)"]);
    expect(read('[{"text":"a"},').skips).toEqual(["1: the file ends before the JSON array does"]);
  });

  test("an element beyond the limit is listed, and the next one is read", () => {
    const area = new PlainArea();
    const sink = new Collector(area, "news.json");
    const parser = new JsonArrayParser(area, DEFAULT_FIELDS, sink);
    const give = (bytes: Uint8Array) => {
      parser.space(bytes.length).set(bytes);
      parser.filled(bytes.length);
    };
    give(utf8('[{"text":"'));
    const piece = new Uint8Array(1 << 24).fill(120);
    for (let bytes = 0; bytes <= MAX_RECORD_BYTES; bytes += piece.length) give(piece);
    push(parser, utf8('"},{"text":"a"}]'));
    expect(sink.skips).toEqual(["1: longer than 64 MiB (--max-record) (element 1)"]);
    expect(texts(sink)).toEqual(["a"]);
  });

  test("deep nesting ends, and nothing at all is no trouble", () => {
    expect(read(`[${"[".repeat(200_000)}${"]".repeat(200_000)},{"text":"a"}]`).seen).toHaveLength(2);
    expect(read("").seen).toEqual([]);
    expect(read("[]").seen).toEqual([]);
  });
});
