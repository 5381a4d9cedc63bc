import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import type { Quotation } from "../../src/model/provenance.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

const PIECES = [
  ..."«»“”„‟\"'‘’‹›()[]<>.,:;!?،؛؟\n \u0640\u200f",
  ..."قال وقالت وأضاف مؤكدا متابعة بحسب وفقا لوزارة الوزارة المدير سليم علي إن أن إلى بين وبين لـ الجسر مفتوح غدا".split(
    " ",
  ),
  ..."said told Ms. Marsh according to he a déclaré selon <b title=\"x\"> '' the".split(" "),
];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ")), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(""));

/** The first quotation that breaks the contract; undefined where none does. */
function broken(text: string, found: readonly Quotation[]): Quotation | undefined {
  const open: Quotation[] = [];
  let before = -1;
  return found.find((quotation) => {
    const { start, end, kind, speaker, verb, via, insertions } = quotation;
    const ranges = [quotation, ...insertions, ...(speaker ? [speaker] : []), ...(verb ? [verb] : [])];
    if (ranges.some((range) => range.start < 0 || range.start >= range.end || range.end > text.length))
      return true;
    while (open.length > 0 && open.at(-1)!.end <= start) open.pop();
    const around = open.at(-1);
    if (start < before || (around && end > around.end)) return true;
    before = start;
    open.push(quotation);
    if ((speaker === null) !== (via === "unresolved")) return true;
    if (kind === "scare" && (speaker || verb || insertions.length > 0)) return true;
    return verb !== null && text.slice(verb.start, verb.end) !== verb.text;
  });
}

describe("quotationsOf", () => {
  it("gives sorted ranges of the text, one inside another or apart", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(broken(text, quotationsOf(kernel, { text }))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same whenever it is asked", () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = quotationsOf(kernel, { text });
        quotationsOf(kernel, { text: other });
        expect(quotationsOf(kernel, { text })).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  /** User time, so that other processes do not count; generous, for what is quadratic takes minutes. */
  const within = (milliseconds: number, text: string) => {
    const before = process.cpuUsage().user;
    expect(broken(text, quotationsOf(kernel, { text }))).toBeUndefined();
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(milliseconds);
  };
  it.each([
    ["10,000 marks in a paragraph", '"الجسر مفتوح" '.repeat(5000)],
    ["10,000 marks that open", "«الجسر ".repeat(10_000)],
    ["a mark in each of 10,000 paragraphs", 'وقال سليم: "الجسر مفتوح\n'.repeat(10_000)],
    ["marks inside marks", `${"«“‘".repeat(3000)}الجسر${"’”»".repeat(3000)}`],
    ["100,000 words without a stop", "وقال المدير سليم إن الجسر بحسب الوزارة مفتوح مؤكدا ".repeat(12_500)],
    ["100,000 words of implicit speakers", "وأضاف أن الجسر مفتوح. ".repeat(25_000)],
    ["brackets", `وقال سليم: «${"(".repeat(20_000)}».`],
    ["tags", '<a href="x" '.repeat(20_000)],
    ["spaces", `وقال سليم: "${" ".repeat(200_000)}`],
    ["stops", `وقال سليم: "${".".repeat(200_000)}`],
    ["English without a stop", 'he said that "the quay" is safe and told Marsh, the head, '.repeat(8000)],
  ])("is done soon: %s", (_, text) => within(4000, text));
});
