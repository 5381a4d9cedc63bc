import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel, type Kernel } from "../../src/kernel/index.js";
import type { Document } from "../../src/model/index.js";
import { Automaton } from "../../src/provenance/credits/automaton.js";
import { creditsOf } from "../../src/provenance/credits/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

const WORDS = [
  "وكالة",
  "رويترز",
  "أ",
  "ف",
  "ب",
  "(",
  ")",
  "«",
  "»",
  "\n",
  "-",
  ":",
  ".",
  "قالت",
  "نقلت",
  "عن",
  "وزارة",
  "الداخلية",
  "أن",
  "صحيفة",
  "«الرياض»",
  "لقناة",
  "العربية",
  "حسابها",
  "على",
  "تويتر",
  "المصدر",
  "واس",
  "وكالات",
  "بيان",
  "<script>",
  "\u0640",
  "وفقا",
  "لـ",
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "));

describe("creditsOf", () => {
  it("gives slices of the fields, sorted, without overlaps", () => {
    const fields = fc.record({ text, title: text, byline: text });
    fc.assert(
      fc.property(fields, (given) => {
        const document: Document = { id: "d", ...given };
        const credits = creditsOf(kernel, document);
        const order = ["title", "byline", "text"];
        let last: { field: string; end: number } = { field: "title", end: 0 };
        for (const { field, start, end, alias } of credits) {
          expect(alias).toBe(document[field as "text"].slice(start, end));
          expect(start).toBeLessThan(end);
          if (field === last.field) expect(start).toBeGreaterThanOrEqual(last.end);
          else expect(order.indexOf(field)).toBeGreaterThan(order.indexOf(last.field));
          last = { field, end };
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing of empty fields and of marks alone", () => {
    const marks = fc
      .array(fc.constantFrom("«", "»", "\n", "(", "ـ", " ", "…", "\u200f", "\u064b"))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(marks, (only) => {
        expect(
          creditsOf(kernel, { id: "d", text: only, title: only, byline: only, url: only, links: [only] }),
        ).toEqual([]);
      }),
    );
  });
});

describe("Automaton", () => {
  it("finds the longest pattern that ends at each place, as the definition does", () => {
    const symbol = fc.integer({ min: 1, max: 3 });
    const patterns = fc.array(fc.array(symbol, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(patterns, fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), (given, input) => {
        const automaton = new Automaton(given, 4);
        let state = 0;
        for (let at = 0; at < input.length; at++) {
          state = automaton.step(state, input[at]!);
          const ending = given.filter(
            (one) => one.join() === input.slice(Math.max(0, at + 1 - one.length), at + 1).join(),
          );
          const longest = Math.max(0, ...ending.map((one) => one.length));
          const found = automaton.longest(state);
          expect(found === -1 ? 0 : given[found]!.length).toBe(longest);
        }
      }),
    );
  });
});

describe("hostile documents", () => {
  it.each([
    ["line breaks and a question mark before an agency", `خبر${"\n".repeat(300_000)}? رويترز - قالت`],
    ["quotation marks", `قالت وزارة${'"'.repeat(300_000)}الداخلية`],
    ["tatweel inside a name", `نقلت و${"ـ".repeat(300_000)}رويترز عن لـ${"ـ ".repeat(100_000)}«رويترز»`],
    ["markup", "<script>alert('رويترز')</script> واس: <b onclick=\"x\">قالت</b> ".repeat(20_000)],
  ])("a run of %s takes linear time", (_, text) => {
    const before = process.cpuUsage();
    const credits = creditsOf(kernel, { id: "d", text, title: text, byline: text });
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
    for (const { alias, start, end } of credits) expect(alias).toBe(text.slice(start, end));
  });

  it.each([
    ["verbs and names", "قالت وزارة الداخلية إن "],
    ["an agency in every word", "رويترز "],
    ["heads without end", "وزارة "],
    ["told to somebody, without a verb", "لرويترز لصحيفة «الرياض» "],
    ["brackets", "(((«أ ف ب» "],
  ])("100,000 words of %s take linear time", (_, words) => {
    const count = words.trim().split(" ").length;
    const before = process.cpuUsage();
    creditsOf(kernel, { id: "d", text: words.repeat(100_000 / count) });
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });
});
