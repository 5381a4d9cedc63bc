import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { WasmKernel } from "../../src/kernel/wasm.js";

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

let wasm: Kernel;
const reference: Kernel = new ReferenceKernel();
beforeAll(async () => {
  wasm = await WasmKernel.create();
});

/** Everything that a kernel says of bytes that lie at `shift` in its input area. */
function describeText(kernel: Kernel, bytes: Uint8Array, shift: number) {
  kernel.input(shift + bytes.length + 1).set(bytes, shift);
  const end = shift + bytes.length;
  kernel.input(end + 1)[end] = 0x80 | (bytes.length & 63); // what follows must not be read as part of the text
  const tokens = kernel.tokenise(shift, end, true);
  const said = { tokens, hashes: [...kernel.hashes()], ids: [...kernel.ids()] };
  const byteOffsets = { starts: [...kernel.starts()], ends: [...kernel.ends()] };
  kernel.toUtf16();
  const units = { starts: [...kernel.starts()], ends: [...kernel.ends()] };
  const shingles = [1, 2, 3, 5].map((length) => [...kernel.shingles(length)]);
  return { ...said, byteOffsets, units, shingles };
}

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
});
