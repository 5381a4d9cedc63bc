import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import { UNICODE_VERSION } from "../../src/kernel/tables.js";
import { loadTables } from "../../src/kernel/tables-load.js";
import { bothKernels, hashesOf } from "./kernels.js";

let kernels: Kernel[] = [];
beforeAll(async () => {
  kernels = await bothKernels();
});

/** All code points but surrogates and, for speed, ideographs beyond the first of each block. */
function* codePoints(): Generator<string> {
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    if (codePoint === 0xd800) codePoint = 0xe000;
    if (codePoint === 0x4e10) codePoint = 0x9ff0;
    if (codePoint === 0xe010) codePoint = 0xf8f0;
    if (codePoint === 0x17010) codePoint = 0x187f0;
    if (codePoint === 0x20010) codePoint = 0x2f7f0;
    if (codePoint === 0x30010) codePoint = 0xdfff0;
    if (codePoint === 0xe2000) return;
    yield String.fromCodePoint(codePoint);
  }
}

/** Harakat on a space or a tatweel: dropped, though NFKC says space. */
const ISOLATED_MARKS = /[\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe72\ufe74\ufe76-\ufe7f]/;
/** A letter, though NFKC makes it a space with a mark. */
const SPACING_IOTA = "37a";

/** Tatweel and its like, harakat and Quranic signs, and what is ignorable: letters to Unicode, none to a reader. */
const NO_LETTERS = /[\u0640\ufe73\u06e5\u06e6\p{Default_Ignorable_Code_Point}\p{M}]/gu;

// Only the Unicode that the tables were made from can be their oracle.
describe.runIf(process.versions.unicode === UNICODE_VERSION)("the Unicode tables", () => {
  it("give every letter and digit of every script a token, and nothing else", () => {
    const kernel = kernels[0]!;
    const wrong: string[] = [];
    for (const character of codePoints()) {
      const letters = character.normalize("NFKD").replace(NO_LETTERS, "");
      const isWord = /[\p{L}\p{N}]/u.test(letters) && !ISOLATED_MARKS.test(character);
      const isToken = hashesOf(kernel, character).length > 0;
      if (isWord !== isToken) wrong.push(character.codePointAt(0)!.toString(16));
    }
    expect(wrong).toEqual([SPACING_IOTA]);
  });

  it("make a word equal in NFC, NFD and NFKD, for every code point inside it", () => {
    const kernel = kernels[0]!;
    const wrong: string[] = [];
    for (const character of codePoints()) {
      const word = `a${character}z`;
      const hashes = hashesOf(kernel, word).join();
      const same = [word.normalize("NFC"), word.normalize("NFD"), word.normalize("NFKD")].every(
        (other) => hashesOf(kernel, other).join() === hashes,
      );
      if (!same && !ISOLATED_MARKS.test(character)) wrong.push(character.codePointAt(0)!.toString(16));
    }
    expect(wrong).toEqual([SPACING_IOTA]);
  });

  it("order every combining mark canonically", () => {
    const marks = Array.from(codePoints()).filter((character) => /^\p{M}$/u.test(character));
    const others = ["\u0334", "\u0327", "\u0323", "\u0301", "\u0345", "\u3099", "\u05b0", "\u0e38", "\u0f71"];
    const kernel = kernels[0]!;
    const wrong = marks.filter((mark) =>
      others.some((other) => {
        const word = `a${mark}${other}`;
        return hashesOf(kernel, word).join() !== hashesOf(kernel, word.normalize("NFD")).join();
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("read every decimal digit", () => {
    for (const character of codePoints()) {
      if (!/^\p{Nd}$/u.test(character)) continue;
      const tenOn = String.fromCodePoint(character.codePointAt(0)! + 10);
      expect(hashesOf(kernels[0]!, character).length, tenOn).toBe(1);
    }
    expect(hashesOf(kernels[0]!, "٠١٢٣٤٥٦٧٨٩")).toEqual(hashesOf(kernels[0]!, "0123456789"));
    expect(hashesOf(kernels[0]!, "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")).toEqual(hashesOf(kernels[0]!, "0123456789"));
    expect(hashesOf(kernels[0]!, "༠༡༢༣༤༥༦༧༨༩")).toEqual(hashesOf(kernels[0]!, "0123456789"));
  });
});

it("tables load in a few milliseconds and fit their 16-bit entries", () => {
  const { entries, pool } = loadTables();
  expect(pool.length + 0x1000).toBeLessThan(0x10000);
  expect(entries.length * 2).toBeLessThan(450_000);
});
