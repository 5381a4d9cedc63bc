import { describe, expect, it } from "vitest";
import { traceText } from "../../src/report/text/trace.js";
import { HOSTILE, hostile, TEXTS, TRACE } from "./trace-fixture.js";

const STYLE = { columns: 90, colour: false, isolates: true };
const textOf = (id: string) => TEXTS.get(id) ?? "";

describe("a trace for a terminal", () => {
  it("opens with the finding and gives its sections in order", () => {
    const text = traceText(TRACE, textOf, { ...STYLE, isolates: false });
    expect(text.replaceAll("\n", " ").startsWith(TRACE.finding.sentence.replace(/[\u2068\u2069]/g, ""))).toBe(
      true,
    );
    const headings = [...text.matchAll(/^\w.*$/gm)].map(([line]) => line);
    const order = [
      "sources",
      "timeline",
      "passages",
      "quotations",
      "credits",
      "changed facts (here ← there)",
      "headlines",
      "versions of the same item",
      "undecided",
    ];
    expect(headings.filter((line) => order.includes(line))).toEqual(order);
    expect(text).toMatch(/1 copy · 74 % of it stands there · it was taken from there \(confidence 0\.97\)/);
    expect(text).toMatch(/\+ credit: the byline names السنديان/);
    expect(text).toMatch(/2024-03-02 08:10Z {2}وكالة السنديان · wire-9/);
    expect(text).toMatch(/no time known/);
    expect(text).toMatch(/number {3}40 ← 60 {2}in 1/);
    expect(text).toMatch(/2 would decide it: a time of publication of other-1/);
    expect(text).toMatch(/stands in 1$/m);
    expect(text).toMatch(/direct · ربيع الحلاق · verb قال/);
  });

  it("lets nothing of an article control the terminal or its directions", () => {
    for (const columns of [30, 90]) {
      const text = traceText(hostile(TRACE), () => HOSTILE.repeat(30), { ...STYLE, columns });
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      for (const line of text.split("\n")) {
        const opened = line.match(/[\u2066-\u2068]/g)?.length ?? 0;
        expect(line.match(/\u2069/g)?.length ?? 0).toBe(opened);
      }
    }
  });
});
