import { describe, expect, it } from "vitest";
import { wordOf } from "../../src/language/words.js";
import { equivalentRegions } from "../../src/match/passages/equivalence.js";
import { sameWord } from "../../src/match/passages/equivalence-words.js";
import { tokens } from "./align-support.js";

/** The edits that two unequal stretches fall into: "a=b" for equivalent, "a>b" for the rest. */
function edits(a: string, b: string): string[] {
  const [x, y] = [tokens(a), tokens(b)];
  const words = (text: typeof x, from: number, to: number): string =>
    from === to ? "" : text.text.slice(text.starts[from]!, text.ends[to - 1]!);
  return equivalentRegions(x, y, { a0: 0, a1: x.ids.length, b0: 0, b1: y.ids.length }).map(
    (edit) => `${words(x, edit.a0, edit.a1)}${edit.equivalent ? "=" : ">"}${words(y, edit.b0, edit.b1)}`,
  );
}

describe("equivalentRegions", () => {
  it.each([
    ["25", "خمسة وعشرين"],
    ["1,190,121", "1.190 مليون"],
    ["11", "الحادية عشرة"],
    ["أن لا", "ألا"],
    ["من ما", "مما"],
    ["3 آلاف", "ثلاثة آلاف"],
    ["1,500", "ألف وخمسمئة"],
    ["twenty five", "25"],
    ["تموز", "يوليو"],
    ["كانون الثاني", "يناير"],
    ["تموز (يوليو)", "يوليو"],
    ["في المئة", "بالمائة"],
    ["أمس", "الثلاثاء"],
    ["اليوم الثلاثاء", "الثلاثاء"],
    ["عبد الرحمن", "عبدالرحمن"],
    ["غوغل", "جوجل"],
    ["المسؤولة", "المسئولة"],
    ["مدينة", "بمدينة"],
    ["القطاع", "للقطاع"],
    ["كثيرا", "كثير"],
    ["colour", "color"],
  ])("%s says the same as %s", (a, b) => {
    expect(edits(a, b).every((edit) => edit.includes("="))).toBe(true);
    expect(edits(b, a).every((edit) => edit.includes("="))).toBe(true);
  });

  it.each([
    ["25", "26"],
    ["خمسة", "ستة"],
    ["تموز", "حزيران"],
    ["الثلاثاء", "الأربعاء"],
    ["النهر", "البحر"],
    ["قمح", "شعير"],
    ["Austria", "Australia"],
    ["Iran", "Iraq"],
  ])("%s does not say the same as %s", (a, b) => {
    expect(edits(a, b)).toEqual([`${a}>${b}`]);
  });

  it("parts what says the same from what does not", () => {
    expect(edits("جديدا في تموز", "قديما في يوليو")).toContain("تموز=يوليو");
    expect(edits("معالي الوزير", "الوزيرة")).not.toContain("معالي الوزير=الوزيرة");
  });

  it("leaves out honorifics as saying nothing", () => {
    expect(edits("معالي الدكتور", "")).toEqual(["معالي الدكتور="]);
    expect(edits("مدير البنك", "")).toEqual(["مدير البنك>"]);
  });

  it("leaves longer stretches as they are", () => {
    const long = "كلمة ".repeat(30).trim();
    expect(edits(long, "25")).toEqual([`${long}>25`]);
  });
});

describe("sameWord", () => {
  it("is symmetric", () => {
    const words = [
      "غوغل",
      "جوجل",
      "والمدينة",
      "مدينة",
      "شئون",
      "شؤون",
      "center",
      "centre",
      "كتاب",
      "باب",
    ].map(wordOf);
    for (const x of words) for (const y of words) expect(sameWord(x, y)).toBe(sameWord(y, x));
  });
});
