import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { WasmKernel } from "../../src/kernel/wasm.js";
import { describeText } from "./kernels.js";

const encoder = new TextEncoder();

/** Characters between which the tokeniser's rules act. */
const TRICKY = [
  ..." \n\t\u00a0\u2028'’\"«»“”.,،٫٬؛-_ـ\u200f\u200c\u200b\ufeff\u061c",
  ..."وفبلكريىئؤإأآاةهءکیےۓﻻﷺﷻﻭﻳ٠١٢۳0123456789",
  ..."\u064b\u064f\u0651\u0653\u0654\u0655\u0670\u0301\u0323\u0327\u0345\u20e3\u3099",
  ..."aAéİıßςΣשּ한글각日本ガｶﾞーกำาะໄຳ①½ﬁ㌖㍿𝟘𝐀😀⒈",
  "\ufe70",
  "\u{e0041}",
];

const trickyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TRICKY) },
      { weight: 2, arbitrary: fc.constantFrom("كتاب", "المدرسة ", "و ", " 12,345.5 ", "don’t ", "مُؤَسَّسة") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(""));

/** Long runs of what the fast path takes, so that words, letters and separators meet every block boundary. */
const plainText = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةىئؤ") },
      { weight: 3, arbitrary: fc.constantFrom(..."aZkQ") },
      { weight: 4, arbitrary: fc.constantFrom(" ", " ", "\n", "،", "؟", "؛", "»", "\u00a0", ".", ":") },
      { weight: 1, arbitrary: fc.constantFrom("\u064b", "ـ", "7", "12.5", "”", "'", "پ", "é", "中", " و ") },
    ),
    { minLength: 1, maxLength: 400, size: "max" },
  )
  .map((parts) => parts.join(""));

let wasm: Kernel;
const reference: Kernel = new ReferenceKernel();
beforeAll(async () => {
  wasm = await WasmKernel.create();
});

function expectSame(bytes: Uint8Array, shift = 0): void {
  expect(describeText(wasm, bytes, shift)).toEqual(describeText(reference, bytes, shift));
}

describe("the two kernels agree", () => {
  it("on text made of what the rules are about", () => {
    fc.assert(
      fc.property(trickyText, fc.nat(70), (text, shift) => expectSame(encoder.encode(text), shift)),
      { numRuns: 3000 },
    );
  });

  it("on news-like text of every length", () => {
    fc.assert(
      fc.property(plainText, fc.nat(70), (text, shift) => expectSame(encoder.encode(text), shift)),
      { numRuns: 1500 },
    );
  });

  it("on words and gaps of every length at every place in a block", () => {
    for (let length = 1; length < 80; length++) {
      const word = "ةأaىي".repeat(16).slice(0, length);
      expectSame(encoder.encode(`${" ".repeat(length % 67)}${word} ${word}،${word}\u064b ${word}3${word}`));
    }
  });

  it("on strings of all planes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => expectSame(encoder.encode(text))),
      { numRuns: 1000 },
    );
  });

  it("on random bytes, and on text that was cut and damaged", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectSame(bytes)),
      { numRuns: 1000 },
    );
    const damaged = fc
      .tuple(trickyText, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(), fc.nat())
      .map(([text, edits, from, to]) => {
        const bytes = encoder.encode(text);
        for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
        return bytes.subarray(from % (bytes.length + 1), bytes.length - (to % 3));
      });
    fc.assert(
      fc.property(damaged, (bytes) => expectSame(bytes)),
      { numRuns: 1500 },
    );
  });

  it("on lone surrogates, as TextEncoder writes them", () => {
    for (const text of ["\ud800", "كلمة\udc00كلمة", "\udc00\ud800 a", "a\ud83d"])
      expectSame(encoder.encode(text));
  });
});
