import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { createKernel } from "../../src/kernel/index.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { LINE, LineScanner, MAX_KEYS, SCRATCH_BYTES } from "../../src/kernel/scanner.js";
import { scanChunk } from "./scanner-support.js";

const KEYS = ["id", "text", "title", "published", "a key of more than eight bytes", "عنوان", ""];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function scanOne(text: string) {
  const lines = scanChunk(utf8(text), KEYS);
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe("records", () => {
  test.each<[string, Record<string, unknown>]>([
    ["{}", {}],
    [" \t{ \r}\r", {}],
    ['{"id":"a"}', { id: "a" }],
    ['{"id":""}', { id: "" }],
    ['{ "id" : "a" , "text" : "b" }\r', { id: "a", text: "b" }],
    [
      '{"other":1,"id":7,"text":true,"title":false,"published":null}',
      { id: 7, text: true, title: false, published: null },
    ],
    [
      '{"a key of more than eight bytes":"x","a key of more than eight BYTES":"y"}',
      { "a key of more than eight bytes": "x" },
    ],
    ['{"عنوان":"نص","":"empty"}', { عنوان: "نص", "": "empty" }],
    ['{"idx":"no","i":"no","ID":"no"}', {}],
    ['{"x":1,"x":2,"id":"unknown keys may come twice"}', { id: "unknown keys may come twice" }],
    ['{"text":"\\"\\\\\\/\\b\\f\\n\\r\\t"}', { text: '"\\/\b\f\n\r\t' }],
    [
      '{"id":"\\n","text":"نص قصير\\nثم سطر آخر طويل بعض الشيء"}',
      { id: "\n", text: "نص قصير\nثم سطر آخر طويل بعض الشيء" },
    ],
    ['{"text":"\\u0646\\u0635 \\u0041\\uD83D\\ude00\\u0000"}', { text: "نص A😀\0" }],
    ['{"other":"\\ud800 \\u12aF","id":"half a pair, elsewhere"}', { id: "half a pair, elsewhere" }],
    [
      '{"id":-0,"text":10.25e-3,"title":0E+1,"published":-12345678901234567000}',
      { id: -0, text: 0.01025, title: 0, published: -12345678901234567000 },
    ],
    ['{"tags":["a",{"id":["\\""]},[],{}, [ ] ,{ } ,-1.5e3,null],"id":"b"}', { id: "b" }],
    ['{"meta":{"id":"inner","x":{"y":[[1,2],[3]]}},"id":"outer"}', { id: "outer" }],
    [`{"deep":${"[".repeat(64)}${"]".repeat(64)},"id":"64"}`, { id: "64" }],
    ['{"id":"\u2028\u2029\u007f\ufeff"}', { id: "\u2028\u2029\u007f\ufeff" }],
  ])("%s", (text, expected) => {
    const { line, values } = scanOne(text);
    expect(line).toBe(LINE.record);
    expect(Object.fromEntries(values)).toEqual(expected);
  });

  test("strings of every length around the width of a register", () => {
    for (let length = 0; length < 70; length++) {
      const text = "x".repeat(length);
      expect(scanOne(JSON.stringify({ text, id: `${text}\n${text}"` })).values).toEqual(
        new Map([
          ["id", `${text}\n${text}"`],
          ["text", text],
        ]),
      );
    }
  });
});

describe("what is left to JSON.parse although it is valid", () => {
  test.each([
    '{"id":"a","id":"b"}',
    '{"id":["a"]}',
    '{"id":{}}',
    '{"\\u0069d":"a"}',
    '{"text":"\\ud800"}',
    '{"text":"\\udc00"}',
    '{"text":"\\ud800x"}',
    '{"text":"\\ud800\\n"}',
    '{"text":"\\ud800\\ud800"}',
    `{"deep":${"[".repeat(65)}${"]".repeat(65)}}`,
    "[1]",
    '"text"',
    "12",
    "null",
  ])("%s", (text) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(scanOne(text).line).toBe(LINE.unusual);
  });
});

describe("what is no JSON", () => {
  const values = [
    "01",
    "-",
    "-01",
    "1.",
    ".5",
    "+1",
    "1e",
    "1e+",
    "1.e3",
    "0x1",
    "1_0",
    "NaN",
    "Infinity",
    "-Infinity",
    "1-",
    "tru",
    "truex",
    "True",
    "nul",
    "fals",
    "falsey",
    "undefined",
    "'a'",
    '"a',
    '"a\\',
    '"\\x"',
    '"\\u12"',
    '"\\u12g4"',
    '"\\U0041"',
    '"\\\'"',
    '"\t"',
    '"\0"',
    '"\u001f"',
    "",
    "a",
    "\\n",
    "[",
    "]",
    "[1",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1}",
    "{",
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    "{1:2}",
    "{a:1}",
    '{"a":1]',
    '["\n"]',
    "[01]",
    '["\\x"]',
    "/**/1",
    "1//",
    "\u00a01",
    "\v1",
    "\f1",
    "﻿1",
  ];
  const lines = [
    "{",
    "}",
    "{,}",
    '{"id"}',
    '{"id":',
    '{"id":"a"',
    '{"id":"a",',
    '{"id":"a",}',
    '{,"id":"a"}',
    '{"id":"a",,"x":1}',
    '{"id" "a"}',
    '{"id":"a" "x":1}',
    '{"id"::"a"}',
    '{"id":"a"}}',
    '{"id":"a"}x',
    '{"id":"a"},',
    '{"id":"a"} {}',
    "{'id':'a'}",
    '{id:"a"}',
    '{"id":"a"}\0',
    "\0",
    '\0{"id":"a"}',
    '﻿{"id":"a"}',
    "\u00a0",
    "\v",
    "\f",
    "id,text",
    "\\",
    '"',
    '{"',
    '{"\\',
    '{"id":"\\',
    '{"id":"\\u',
    '{"id":"a\\u00',
    '{"i\td":1}',
  ];
  test.each([
    ...lines,
    ...values.flatMap((value) => [`{"id":${value}}`, `{"other":${value}}`, `{"other":[${value || ","}]}`]),
  ])("%j", (text) => {
    expect(() => JSON.parse(text)).toThrow();
    for (const { line, text: part } of scanChunk(utf8(text), KEYS)) {
      expect(line, part).toBe(LINE.unusual);
    }
  });
});

describe("lines", () => {
  test("blank ones, carriage returns, and a last one without a newline", () => {
    const lines = scanChunk(utf8('\n  \t\r\n{"id":1}\r\n\r\nx\n{"id":2}'), KEYS);
    expect(lines.map(({ line }) => line)).toEqual([
      LINE.blank,
      LINE.blank,
      LINE.record,
      LINE.blank,
      LINE.unusual,
      LINE.record,
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      "\n",
      "  \t\r\n",
      '{"id":1}\r\n',
      "\r\n",
      "x\n",
      '{"id":2}',
    ]);
  });

  test("an invalid line does not reach into the next", () => {
    const lines = scanChunk(utf8('{"id":"a\n","text":"b"}\n{"id":"c"}\n'), KEYS);
    expect(lines.map(({ line }) => line)).toEqual([LINE.unusual, LINE.unusual, LINE.record]);
  });

  test("a million empty lines", () => {
    const lines = scanChunk(new Uint8Array(1_000_000).fill(0x0a), ["id"]);
    expect(lines).toHaveLength(1_000_000);
    expect(lines.every(({ line }) => line === LINE.blank)).toBe(true);
  });

  test("an escaped string that fills the scratch area is left to JSON.parse", () => {
    const fits = JSON.stringify({ text: `\n${"x".repeat(SCRATCH_BYTES - 100)}` });
    const tooLong = JSON.stringify({ text: `\n${"x".repeat(SCRATCH_BYTES)}` });
    const plain = JSON.stringify({ text: "x".repeat(3 * SCRATCH_BYTES) });
    const lines = scanChunk(utf8(`${fits}\n${tooLong}\n${plain}\n`), KEYS);
    expect(lines.map(({ line }) => line)).toEqual([LINE.record, LINE.unusual, LINE.record]);
  });
});

describe("scanners", () => {
  test("two with other keys share a kernel", async () => {
    const kernel = await createKernel();
    const chunk = utf8('{"id":"a","text":"bb"}\n');
    const first = new LineScanner(kernel, ["text"]);
    const second = new LineScanner(kernel, ["none", "id"]);
    kernel.input(chunk.length).set(chunk);
    for (let round = 0; round < 2; round++) {
      expect(first.scan(0, chunk.length)).toBe(LINE.record);
      expect(first.ends[0]! - first.starts[0]!).toBe(2);
      expect(second.scan(0, chunk.length)).toBe(LINE.record);
      expect([second.kinds[0], second.ends[1]! - second.starts[1]!]).toEqual([0, 1]);
    }
  });

  test("views stay right when the kernel's memory grows", async () => {
    const kernel = await createKernel();
    const scanner = new LineScanner(kernel, ["id"]);
    const chunk = utf8('{"id":"a"}\n');
    kernel.input(chunk.length).set(chunk);
    scanner.scan(0, chunk.length);
    kernel.input(50_000_000).set(chunk);
    expect(scanner.scan(0, chunk.length)).toBe(LINE.record);
    expect([scanner.next, scanner.starts[0], scanner.ends[0]]).toEqual([11, 7, 8]);
  });

  test("without WebAssembly every line that is not blank is unusual", () => {
    const kernel = new ReferenceKernel();
    const scanner = new LineScanner(kernel, ["id"]);
    const chunk = utf8(' \r\n{"id":1}\n{}');
    kernel.input(chunk.length + 10).fill(0x0a);
    kernel.input(0).set(chunk);
    const seen: number[][] = [];
    for (let at = 0; at < chunk.length; at = scanner.next)
      seen.push([scanner.scan(at, chunk.length), scanner.next]);
    expect(seen).toEqual([
      [LINE.blank, 3],
      [LINE.unusual, 12],
      [LINE.unusual, 14],
    ]);
  });

  test("keys that cannot be scanned", () => {
    const kernel = new ReferenceKernel();
    const many = Array.from({ length: MAX_KEYS + 1 }, (_, i) => `key${i}`);
    expect(() => new LineScanner(kernel, many)).toThrow(UsageError);
    expect(() => new LineScanner(kernel, ["id", "id"])).toThrow(/given twice/);
    expect(() => new LineScanner(kernel, ["\ud800"])).toThrow(/surrogate/);
    expect(() => new LineScanner(kernel, ["x".repeat(5000)])).toThrow(/4096 bytes, got 5000/);
  });

  test("as many and as long keys as there may be", () => {
    const keys = Array.from({ length: MAX_KEYS }, (_, i) => `${"k".repeat(83)}${String(i).padStart(2, "0")}`);
    const record = Object.fromEntries(keys.map((key, i) => [key, i]));
    const [line] = scanChunk(utf8(JSON.stringify(record)), keys);
    expect(Object.fromEntries(line!.values)).toEqual(record);
  });
});
