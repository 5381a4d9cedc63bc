import { describe, expect, it } from "vitest";
import { stanceOf } from "../../src/language/stance.js";
import { wordOf } from "../../src/language/words.js";
import { monthOf, weekdayOf } from "../../src/text/calendar.js";
import { foldLetters, withoutProclitics } from "../../src/text/letters.js";
import { readNumber } from "../../src/text/number-words.js";
import { stemOf } from "../../src/text/stems.js";

describe("foldLetters", () => {
  it.each([
    ["الأحد", "الاحد"],
    ["ﺍﻟﺪﻟﺐ", "الدلب"],
    ["المدرســة", "المدرسه"],
    ["كِتابًا", "كتابا"],
    ["ترکی", "تركي"],
    ["18,500", "18500"],
    ["١٨٬٥٠٠", "18500"],
    ["8,6", "8.6"],
    ["٤٫٢", "4.2"],
    ["e\u0301te\u0301", "été"],
    ["و علاوة", "وعلاوه"],
    ["漢字", "漢字"],
  ])("%s → %s", (raw, folded) => {
    expect(foldLetters(raw)).toBe(folded);
  });
});

describe("readNumber", () => {
  it.each([
    ["خمسة وعشرين", 25, 2],
    ["أحد عشر", 11, 2],
    ["اثني عشر", 12, 2],
    ["تسعة عشر ألفا", 19_000, 3],
    ["مئة وخمسين ألفا", 150_000, 3],
    ["خمسة وعشرين ألفا وثلاثمئة", 25_300, 4],
    ["ألفين وخمسة عشر", 2015, 3],
    ["2.5 مليون", 2_500_000, 2],
    ["بثلاثة", 3, 1],
    ["الثالث والعشرين", 23, 2],
    ["three hundred", 300, 2],
    ["two thousand", 2000, 2],
    ["خمسة ثلاثة", 5, 1],
  ])("%s is %d", (text, value, length) => {
    expect(readNumber(text.split(" ").map(foldLetters), 0)).toMatchObject({ value, length });
  });

  it("reads a point before three digits both ways", () => {
    expect(readNumber(["60.000"], 0)).toMatchObject({ value: 60, other: 60_000 });
  });

  it.each(["أحد", "لست", "كتاب", "والد"])("%s is none", (word) => {
    expect(readNumber([foldLetters(word)], 0)).toBeNull();
    expect(wordOf(word).beginsNumber).toBe(word === "أحد");
  });
});

describe("calendar", () => {
  it("knows months by all their names", () => {
    for (const name of ["تموز", "يوليو", "جويلية", "July", "juillet"])
      expect(monthOf(foldLetters(name))).toBe(7);
    expect(monthOf("كانون الثاني")).toBe(1);
    expect(monthOf("بتموز")).toBe(7);
    expect(monthOf("شجره")).toBe(0);
  });

  it("knows weekdays", () => {
    expect(weekdayOf(foldLetters("الأحد"))).toBe(0);
    expect(weekdayOf("saturday")).toBe(6);
    expect(weekdayOf("غدا")).toBe(-1);
  });
});

describe("words", () => {
  it("strips proclitics one by one", () => {
    expect(withoutProclitics("وبالقاهره")).toEqual(["وبالقاهره", "بالقاهره", "القاهره", "قاهره"]);
    expect(withoutProclitics("للمدينه")).toEqual(["للمدينه", "مدينه"]);
    expect(withoutProclitics("ولد")).toEqual(["ولد"]);
  });

  it("gives forms of one word one stem", () => {
    const stems = ["قارب", "وقاربا", "القوارب"].map((word) => stemOf(foldLetters(word)));
    expect(new Set(stems).size).toBe(1);
    expect(stemOf("30")).toBe(stemOf("ثلاثين"));
    expect(stemOf("في")).toBe("");
  });

  it("tells stances apart", () => {
    expect(["قالت", "وزعم", "نفى", "وأكد", "اعترف"].map((word) => stanceOf(foldLetters(word)))).toEqual([
      "neutral",
      "doubting",
      "denying",
      "asserting",
      "admitting",
    ]);
  });
});
