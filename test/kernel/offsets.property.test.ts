import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import { tokenise } from "../../src/text/tokenise.js";
import { bothKernels, hashesOf, tokensOf } from "./kernels.js";

let kernels: Kernel[] = [];
beforeAll(async () => {
  kernels = await bothKernels();
});

const text = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom("و ", "ب«", "كتاب ", "أُمّ", "سنة", "عامًا،", "لـ50 ", "12,345.6", "2ر48"),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "l’été ",
          "e\u0301",
          "中文",
          "กำ",
          "한글",
          "ｶﾞ",
          "ﻻ",
          "مو\u0654",
          "\n",
          "👩‍🏫",
        ),
      },
      { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Code points whose replacement is several symbols: their tokens share one range. */
function isExpanding(slice: string): boolean {
  return Array.from(slice).some((character) => Array.from(character.normalize("NFKC")).length > 1);
}

describe("offsets", () => {
  it("are ordered, within the text, and split no code point", () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const kernel of kernels) {
          const { starts, ends } = tokenise(kernel, value);
          for (let i = 0; i < starts.length; i++) {
            expect(starts[i]!).toBeLessThan(ends[i]!);
            expect(ends[i]!).toBeLessThanOrEqual(value.length);
            if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]!);
            if (i > 0) expect(ends[i]!).toBeGreaterThanOrEqual(ends[i - 1]!);
            expect(value.slice(starts[i], ends[i])).not.toMatch(LONE_SURROGATE);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("give a slice that is the token itself when tokenised alone", () => {
    fc.assert(
      fc.property(text, (value) => {
        const kernel = kernels[0]!;
        const hashes = hashesOf(kernel, value);
        tokensOf(kernel, value).forEach((slice, i) => {
          const alone = hashesOf(kernel, slice);
          if (isExpanding(slice)) expect(alone).toContain(hashes[i]);
          else expect(alone).toEqual([hashes[i]]);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("leave no letter or digit outside of every token", () => {
    fc.assert(
      fc.property(text, (value) => {
        const { starts, ends } = tokenise(kernels[0]!, value);
        let covered = value;
        for (let i = starts.length - 1; i >= 0; i--) {
          const blank = " ".repeat(ends[i]! - starts[i]!);
          covered = covered.slice(0, starts[i]) + blank + covered.slice(ends[i]);
        }
        // U+06E5 and U+06E6, letters by their category, are signs of recitation.
        const left = covered
          .normalize("NFKC")
          .replace(/[\u0640\u06e5\u06e6\ufe73\u037a\p{Default_Ignorable_Code_Point}\p{M}]/gu, "");
        expect(left.match(/[\p{L}\p{N}]/gu)?.join(" ") ?? "").toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  it("count UTF-16 units through surrogate pairs, ligatures and broken bytes", () => {
    for (const kernel of kernels) {
      expect(tokensOf(kernel, "𝐀𝐁 😀 ﷺ 𠮷野 \ud800 كلمة\ud83d نعم")).toEqual([
        "𝐀𝐁",
        "ﷺ",
        "ﷺ",
        "ﷺ",
        "ﷺ",
        "𠮷野",
        "كلمة",
        "نعم",
      ]);
      const bytes = Uint8Array.of(0x61, 0x20, 0xe2, 0x80, 0x20, 0xf0, 0x9f, 0x98, 0x20, 0xff, 0x80, 0x62);
      const decoded = new TextDecoder().decode(bytes);
      kernel.input(bytes.length).set(bytes);
      kernel.tokenise(0, bytes.length, true);
      kernel.toUtf16();
      const [start] = kernel.starts().slice(1);
      expect(decoded.slice(start, kernel.ends()[1])).toBe("b");
    }
  });
});
