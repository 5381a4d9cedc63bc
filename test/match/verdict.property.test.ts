import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTexts } from "../../src/match/passages/align.js";
import { mirrored } from "../../src/match/passages/passages.js";
import { judge } from "../../src/match/verdict/verdict.js";
import { isReuse } from "../../src/model/verdicts.js";
import { backgroundOf, tokens } from "./align-support.js";

const WORDS =
  "قمر نهر جسر حقل مدرسة سوق بستان شجرة كتاب طريق مساء ربيع ثلج ريح صياد خباز 12 345 the river bridge old 年 مهرجان قرية قطار".split(
    " ",
  );
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 60 })
  .map((words) => words.join(" "));
/** Pairs with something in common, as strangers teach little. */
const pair = fc
  .tuple(text, text, text, text)
  .map(([shared, before, after, other]) => [`${before} ${shared} ${after}`, `${other} ${shared}`] as const);
const background = backgroundOf(
  [WORDS.join(" "), ...WORDS.map((word) => `${word} نهر جسر حقل مدرسة`)].map(tokens),
);
const NO_FACTS = () => [];
const CIRCUMSTANCES = { titles: { a: "", b: "" }, daysApart: 1 };

describe("judge", () => {
  it.each([
    ["with a collection", background],
    ["of a bare pair", null],
  ])("%s gives the same verdict and probability whichever text comes first", (_, behind) => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        const [a, b] = [tokens(x), tokens(y)];
        const passages = alignTexts(a, b, behind);
        const there = judge(a, b, passages, NO_FACTS, CIRCUMSTANCES, behind);
        const back = judge(b, a, passages.map(mirrored), NO_FACTS, CIRCUMSTANCES, behind);
        expect(back.verdict).toBe(there.verdict);
        expect(back.probability).toBeCloseTo(there.probability, 12);
      }),
      { numRuns: 150 },
    );
  });

  it("gives a probability between 0 and 1, reuse from one half on", () => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        const [a, b] = [tokens(x), tokens(y)];
        const { verdict, probability } = judge(a, b, alignTexts(a, b, null), NO_FACTS, CIRCUMSTANCES, null);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(isReuse(verdict)).toBe(probability >= 0.5);
      }),
      { numRuns: 150 },
    );
  });
});
