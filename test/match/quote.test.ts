import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { alignQuote } from "../../src/match/quote/align.js";
import { QuoteFinder } from "../../src/match/quote/quote.js";
import type { Range } from "../../src/model/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

const QUOTE = "سيبقى الجسر مفتوحا طوال الليل حتى نهاية موسم القطاف";

function find(quote: string, text: string) {
  const hit = new QuoteFinder(kernel, quote).find(text);
  const cut = (range: Range | null | undefined) => (range ? text.slice(range.start, range.end) : range);
  return hit && { ...hit, words: cut(hit.b), attribution: cut(hit.attribution) };
}

describe("QuoteFinder", () => {
  it("finds a sentence exactly, in other letters and with marks too", () => {
    const text =
      "خبر قصير. وقال المهندس سليم: «سَيَبْقَى الجِسرُ مفتوحاً طوال اللـيل حتي نهاية موسم القطاف». انتهى.";
    const hit = find(QUOTE, text)!;
    expect(hit.form).toBe("exact");
    expect(hit.share).toBe(1);
    expect(hit.edits).toEqual([]);
    expect(hit.words).toBe("سَيَبْقَى الجِسرُ مفتوحاً طوال اللـيل حتي نهاية موسم القطاف");
    expect(hit.attribution).toBe("وقال المهندس سليم");
  });

  it("finds what was cut at an end or in the middle, and says how much is there", () => {
    expect(find(QUOTE, "سيبقى الجسر مفتوحا طوال الليل فقط.")).toMatchObject({ form: "cut", share: 5 / 9 });
    const middle = find(QUOTE, "سيبقى الجسر مفتوحا حتى نهاية موسم القطاف")!;
    expect(middle).toMatchObject({ form: "cut", share: 7 / 9 });
    expect(middle.edits).toHaveLength(1);
    expect(middle.edits[0]!.kind).toBe("delete");
  });

  it("finds what was varied, with both readings", () => {
    const text = "أضافت البلدية أن الجسر سيبقى الجسر الجديد مفتوحا طوال النهار حتى نهاية موسم القطاف.";
    const hit = find(QUOTE, text)!;
    expect(hit.form).toBe("varied");
    const readings = hit.edits.map(({ kind, a, b }) => [
      kind,
      QUOTE.slice(a.start, a.end),
      text.slice(b.start, b.end),
    ]);
    expect(readings).toEqual([
      ["insert", "", "الجديد"],
      ["replace", "الليل", "النهار"],
    ]);
  });

  it("does not find other sentences that share some words", () => {
    expect(find(QUOTE, "الجسر مغلق طوال الليل. بدأ موسم الصيد في الشمال. نهاية الخبر.")).toBeNull();
    expect(find(QUOTE, "")).toBeNull();
    expect(find("one two three", "one two four")).toBeNull();
  });

  it("takes the attribution after the words, or from before a speaker's name, and none from another sentence", () => {
    expect(
      find("the bridge stays open at night", "“The bridge stays open at night,” said Mayor Lina Haddad."),
    ).toMatchObject({
      attribution: "said Mayor Lina Haddad",
    });
    expect(
      find("the bridge stays open at night", "The mayor said: the bridge stays open at night")!.attribution,
    ).toBe("The mayor said");
    expect(
      find("the bridge stays open at night", "He said no. The bridge stays open at night. He said so."),
    ).toMatchObject({
      attribution: null,
    });
  });

  it("takes a line break after a colon for no end of a sentence", () => {
    expect(find(QUOTE, `وقال المهندس سليم:\n«${QUOTE}»`)!.attribution).toBe("وقال المهندس سليم");
    expect(find(QUOTE, `وقال المهندس سليم\n«${QUOTE}»`)!.attribution).toBeNull();
  });

  it("refuses a quotation without a word", () => {
    expect(() => new QuoteFinder(kernel, "…!")).toThrow(/quotation of 0 words: expected 1 to 1000/);
  });
});

describe("alignQuote", () => {
  it("stays bounded on a long text of one word", () => {
    const began = performance.now();
    expect(alignQuote(new Uint32Array(50).fill(7), new Uint32Array(200_000).fill(7))).toHaveLength(50);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
