import { expect, test } from "vitest";
import type { Article } from "../../src/document/article.js";
import { createKernel } from "../../src/kernel/index.js";
import { comparePair, mirrorComparison } from "../../src/match/compare.js";
import { tokenise } from "../../src/text/tokenise.js";

const kernel = await createKernel();
const article = (text: string): Article => ({ ...tokenise(kernel, text), title: "", instant: Number.NaN });

const AGENCY =
  "اندلع حريق في مستودع الأخشاب على رصيف بلدة سلوان فجر الأربعاء، وأصيب خمسة عمال بجروح طفيفة، وأخمدته فرق الإطفاء.";
const PAPER =
  "أصيب سبعة عمال فجر الأربعاء إثر حريق اندلع داخل مستودع الأخشاب عند رصيف سلوان، قبل أن تخمده فرق إطفاء البلدة.";

test("two reports of one event that count differently name the figures, whichever comes first", () => {
  const comparison = comparePair(article(AGENCY), article(PAPER), null);
  expect(comparison.verdict).toBe("same-news");
  const read = comparison.facts.map(({ a, b }) => [a.text, b.text]);
  expect(read).toEqual([["خمسة", "سبعة"]]);
  // Reasons quote the words of the text that comes first.
  const { explain: _, ...mirrored } = mirrorComparison(comparison);
  expect(comparePair(article(PAPER), article(AGENCY), null)).toMatchObject(mirrored);
});

test("a reason that names changed facts says them in the order of the texts, whichever comes first", () => {
  const copy = `${AGENCY} وقال رئيس البلدية إن الرصيف سيبقى مغلقا أمام الزوارق أسبوعا كاملا حتى تنتهي المعاينة.`;
  const changed = copy.replace("خمسة", "تسعة");
  const seen = comparePair(article(copy), article(changed), null);
  const said = (one: string, other: string) =>
    expect.stringContaining(`\u2068${one}\u2069 → \u2068${other}\u2069`);
  expect(seen.explain).toContainEqual(said("خمسة", "تسعة"));
  expect(mirrorComparison(seen).explain).toContainEqual(said("تسعة", "خمسة"));
});
