import { describe, expect, it } from "vitest";
import { readDay, sameDay } from "../../src/text/days.js";
import { sameFigure } from "../../src/text/figures.js";
import { foldLetters } from "../../src/text/letters.js";
import { readNumber } from "../../src/text/number-words.js";

const words = (text: string): string[] => text.split(/[ /-]+/u).map(foldLetters);
const day = (text: string) => readDay(words(text), 0);

describe("readDay", () => {
  it.each([
    ["8 رمضان 1436", "hijri", 1436, 9, 8, 3],
    ["20 من شهر شوال", "hijri", 0, 10, 20, 4],
    ["8 جمادى الآخرة 1436هـ", "hijri", 1436, 6, 8, 4],
    ["25 يونيو 2015م", "gregorian", 2015, 6, 25, 3],
    ["خمسة وعشرين حزيران", "gregorian", 0, 6, 25, 3],
    ["15/04/1423ه", "hijri", 1423, 4, 15, 3],
    ["2015-6-25", "gregorian", 2015, 6, 25, 3],
    ["25 June 2015", "gregorian", 2015, 6, 25, 3],
  ])("%s", (text, calendar, year, month, date, length) => {
    expect(day(text)).toMatchObject({ calendar, year, month, day: date, length });
  });

  it.each(["رمضان 1436", "32 رمضان", "8 كتب", "1436", "8/13/2015"])("%s is none", (text) => {
    expect(day(text)).toBeNull();
  });
});

describe("sameDay", () => {
  it("is symmetric, good to a day either side, and open without a year", () => {
    const same = (x: string, y: string) => {
      const [p, q] = [day(x)!, day(y)!];
      expect(sameDay(q, p)).toBe(sameDay(p, q));
      return sameDay(p, q);
    };
    expect(same("8 رمضان 1436", "25 يونيو 2015")).toBe(true);
    expect(same("8 رمضان 1436", "26 يونيو 2015")).toBe(true);
    expect(same("8 رمضان 1436", "28 يونيو 2015")).toBe(false);
    expect(same("8 رمضان", "25 يونيو 2015")).toBe(true);
    expect(same("8 رمضان 1436", "25 يونيو")).toBe(true);
    expect(same("8 رمضان 1436", "25 تموز")).toBe(false);
    expect(same("8 رمضان", "25 يونيو")).toBeNull();
    expect(same("8 رمضان", "8 رمضان 1436")).toBe(true);
    expect(same("8 رمضان 1435", "8 رمضان 1436")).toBe(false);
  });
});

describe("sameFigure", () => {
  const figure = (text: string) => readNumber(words(text), 0)!;
  it.each([
    ["1,190,121", "1.190 مليون", true],
    ["1.9 تريليون", "1.87 تريليون", true],
    ["17,209,056", "17.2 مليون", true],
    ["17,209,056", "17.3 مليون", false],
    ["3 ملايين", "3.4 مليون", false],
    ["60.000", "60 ألف", true],
    ["150", "154", false],
    ["945.25", "945", false],
  ])("%s and %s: %s", (x, y, expected) => {
    expect(sameFigure(figure(x), figure(y))).toBe(expected);
    expect(sameFigure(figure(y), figure(x))).toBe(expected);
  });
});
