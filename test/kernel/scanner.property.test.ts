import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE } from "../../src/kernel/scanner.js";
import { decode, scanChunk } from "./scanner-support.js";

const KEYS = ["id", "text", "a long key, longer than a register", "مفتاح", "__proto__"];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The definition: what each status promises, and that lines are what newlines divide. */
function check(chunk: Uint8Array): void {
  const whole = decode(chunk);
  if (whole === undefined) return;
  const expected = whole.split("\n").map((line) => `${line}\n`);
  const last = expected.pop()!.slice(0, -1);
  if (last !== "") expected.push(last);
  const lines = scanChunk(chunk, KEYS);
  expect(lines.map(({ text }) => utf8(text).length)).toEqual(expected.map((text) => utf8(text).length));
  lines.forEach(({ line, values }, i) => {
    const text = expected[i]!;
    if (line === LINE.blank) expect(text).toMatch(/^[ \t\r]*\n?$/);
    if (line !== LINE.record) return;
    const parsed: unknown = JSON.parse(text);
    expect(Object.prototype.toString.call(parsed)).toBe("[object Object]");
    for (const key of KEYS) {
      const there = Object.hasOwn(parsed as object, key);
      expect(values.has(key), text).toBe(there);
      if (there) expect(values.get(key), text).toBe(Object.getOwnPropertyDescriptor(parsed, key)!.value);
    }
  });
}

const scalar = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('"', "\\", "\n", "\t", "\0", "/", "ب", "😀", "x", "\u001f"),
    maxLength: 40,
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(true, false, null),
);
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KEYS) },
  fc.constantFrom("other", "ID", "tex", "a long key, longer than a registeR", ""),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => JSON.stringify(text) === `"${text}"`),
);
const unique = (pairs: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(fc.tuple(key, pairs), { selector: ([name]) => name, maxLength: 8 });
const space = fc.constantFrom("", "", "", " ", "\t", "\r", "  ");

/** JSON text with white space between all tokens. */
function written(members: (readonly [string, unknown])[], gap: string): string {
  const text = members.map(([name, value]) =>
    [JSON.stringify(name), gap, ":", gap, JSON.stringify(value)].join(""),
  );
  return `${gap}{${gap}${text.join(`${gap},${gap}`)}${gap}}${gap}`;
}

test("every flat record is scanned, and means what JSON.parse says", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(unique(scalar), space), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (records, end) => {
        const text = records.map(([members, gap]) => written(members, gap)).join("\n") + (end ? "\n" : "");
        const chunk = utf8(text);
        check(chunk);
        expect(scanChunk(chunk, KEYS).map(({ line }) => line)).toEqual(records.map(() => LINE.record));
      },
    ),
    { numRuns: 400 },
  );
});

test("a scan promises nothing wrong of records with any values", () => {
  fc.assert(
    fc.property(unique(fc.jsonValue({ maxDepth: 4 })), space, (members, gap) =>
      check(utf8(written(members, gap))),
    ),
    { numRuns: 400 },
  );
});

test("nor of records that were damaged", () => {
  const fragment = fc.constantFrom(
    ..."{}[]\",:\\u0129eE+-.tfn \t\r\n\0'اxD",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u0041",
    "true",
    "null",
    "1.",
    '"id":',
    '"text":"x"',
    "\n{}",
    '\\"',
    "﻿",
  );
  const edit = fc.record({
    at: fc.nat(400),
    remove: fc.constantFrom(0, 0, 1, 1, 2, 5),
    insert: fc.oneof(fc.constant(""), fragment),
  });
  const member = fc.oneof({ weight: 3, arbitrary: scalar }, fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(
      unique(member),
      space,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (members, gap, edits) => {
        let text = written(members, gap);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
        }
        check(utf8(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test("nor of any cut of a chunk, nor of any text", () => {
  const chunk = utf8(
    '{"id":"a\\u0628\\n","text":"نص"}\r\n\n{"id":-1.5e+3,"x":[{"id":[true]}]} \n{"text":"\\\\"}',
  );
  for (let end = 0; end <= chunk.length; end++) check(chunk.slice(0, end));
  for (let start = 0; start <= chunk.length; start++) check(chunk.slice(start));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => check(utf8(text))),
    { numRuns: 300 },
  );
});
