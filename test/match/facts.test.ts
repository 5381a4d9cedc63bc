import { describe, expect, it } from "vitest";
import { changedFacts } from "../../src/match/facts/facts.js";
import { conflictingFigures } from "../../src/match/facts/figures.js";
import { alignTexts } from "../../src/match/passages/align.js";
import { tokens } from "./align-support.js";

const BEFORE = "افتتحت بلدية الوادي صباح";
const AFTER = "معرض الزهور السنوي في الحديقة الكبرى قرب بحيرة البط، وقالت المنظمة إن الدخول";

function facts(a: string, b: string): string[] {
  const [x, y] = [tokens(a), tokens(b)];
  const found = changedFacts(x, y, alignTexts(x, y, null), null);
  for (const fact of found) {
    expect(a.slice(fact.a.start, fact.a.end)).toBe(fact.a.text);
    expect(b.slice(fact.b.start, fact.b.end)).toBe(fact.b.text);
  }
  return found.map(({ kind, a: p, b: q }) => `${kind} ${p.text}|${q.text}`);
}

/** One sentence with something put into its middle. */
const told = (day: string, middle: string): string =>
  `${BEFORE} ${day} ${AFTER} ${middle} طوال أيام المعرض لكل أهل القرية.`;

describe("changedFacts", () => {
  it.each([
    ["number", "يكلف 25 دينارا", "يكلف 35 دينارا", "number 25|35"],
    ["number", "يكلف ٢٥ دينارا", "يكلف ثلاثين دينارا", "number ٢٥|ثلاثين"],
    ["number", "يكلف خمسة آلاف دينار", "يكلف خمسة ملايين دينار", "number خمسة آلاف|خمسة ملايين"],
    ["number", "يتم بهدفين مقابل هدف", "يتم بثلاثة أهداف مقابل هدف", "number بهدفين|بثلاثة أهداف"],
    ["date", "يبدأ في 5 تموز المقبل", "يبدأ في 5 آب المقبل", "date تموز|آب"],
    ["date", "يبدأ في 5 تموز المقبل", "يبدأ في 9 تموز المقبل", "date 5|9"],
    ["number", "يكلف 3,400,000 دينار", "يكلف ثلاثة ملايين دينار", "number 3,400,000|ثلاثة ملايين"],
    ["number", "يكلف 15 ألف دينار", "يكلف 16 ألف دينار", "number 15 ألف|16 ألف"],
    ["number", "يكلف 15 ألف دينار", "يكلف 16,900 دينار", "number 15 ألف|16,900"],
    ["number", "توفي 150 شخصا", "توفي 154 شخصا", "number 150|154"],
    [
      "date",
      "يبدأ في 8 رمضان 1436 هـ تحديدا",
      "يبدأ في 28 يونيو 2015 تحديدا",
      "date 8 رمضان 1436|28 يونيو 2015",
    ],
    ["date", "يبدأ في 8 رمضان تحديدا", "يبدأ في 8 شعبان تحديدا", "date رمضان|شعبان"],
    ["negation", "لا يكلف الزائر شيئا", "يكلف الزائر شيئا", "negation لا|"],
    ["name", "يشمل مدينة الرابية كلها", "يشمل مدينة السنديان كلها", "name الرابية|السنديان"],
  ])("%s: %s → %s", (_kind, a, b, expected) => {
    expect(facts(told("الاثنين", a), told("الاثنين", b))).toEqual([expected]);
  });

  it("tells one weekday from another, and a weekday from yesterday not", () => {
    const middle = "يكلف دينارا واحدا";
    expect(facts(told("الاثنين", middle), told("الخميس", middle))).toEqual(["date الاثنين|الخميس"]);
    expect(facts(told("الاثنين", middle), told("أمس", middle))).toEqual([]);
  });

  it.each([
    ["the same in other forms", "يكلف 25 دينارا", "يكلف خمسة وعشرين دينارا"],
    ["the same with a decimal comma", "ارتفع 8.6 في المئة", "ارتفع 8,6 بالمئة"],
    ["numbers that changed places", "يستمر بين 30 و32 يوما", "يستمر بين 32 و30 يوما"],
    ["a figure rounded to what it is written to", "يكلف 1,190,121 دينارا", "يكلف 1.190 مليون دينار"],
    ["a figure cut in thousands", "يكلف 15,423 دينارا", "يكلف 15 ألف دينار"],
    ["a word too many behind the exact figure", "يكلف 5,307,846 مليون دينار", "يكلف 5.3 مليون دينار"],
    ["the decimal point of agencies", "يكلف 6.935 دينارا", "يكلف 935ر6 دينارا"],
    ["the same, its sides in the order of writing", "يكلف 6.935 دينارا", "يكلف 6ر935 دينارا"],
    ["the eleventh in words", "يفتح عند الدقيقة 11 تماما", "يفتح عند الدقيقة الحادية عشرة تماما"],
    ["eleven behind a proclitic", "يكلف 11 دينارا", "يكلف بأحد عشر دينارا"],
    ["the twenty-first in words", "يفتح بالموسم 21 تماما", "يفتح بالموسم الحادي والعشرين تماما"],
    ["ranges that changed places", "يكلف بين 32 و30 مليون دينار", "يكلف بين 30 و32 مليون دينار"],
    ["أن لا written as one", "يرجو أن لا يكلف الزائر شيئا", "يرجو ألا يكلف الزائر شيئا"],
    ["one day in two calendars", "يبدأ في 8 رمضان 1436 هـ تحديدا", "يبدأ في 25 يونيو 2015 تحديدا"],
    ["the same where one year is known", "يبدأ في 8 رمضان 1436 هـ تحديدا", "يبدأ في 25 يونيو تحديدا"],
    ["the same in figures", "يبدأ في 8/9/1436 تحديدا", "يبدأ في 25 حزيران 2015 تحديدا"],
    ["days of two calendars without a year", "يبدأ في 8 رمضان تحديدا", "يبدأ في 23 يوليو تحديدا"],
    ["a number left out", "يكلف 25 دينارا", "يكلف دينارا"],
    ["a synonym", "يكلف مبلغا كبيرا", "يكلف مبلغا ضخما"],
    ["an idiom", "بلا شك يكلف دينارا", "لا شك يكلف دينارا"],
  ])("is silent on %s", (_what, a, b) => {
    expect(facts(told("الاثنين", a), told("الاثنين", b))).toEqual([]);
  });

  it("notes a verb of saying that took another stance, not one that kept it", () => {
    const doubted = told("الاثنين", "مجاني").replace("وقالت", "وزعمت");
    const firm = told("الاثنين", "مجاني").replace("وقالت", "وأكدت");
    expect(facts(told("الاثنين", "مجاني"), doubted)).toEqual(["hedge وقالت|وزعمت"]);
    expect(facts(told("الاثنين", "مجاني"), firm)).toEqual([]);
  });

  it("reads a decimal whose sides a direction mark shows in the other order as it is shown", () => {
    const priced = (price: string) => told("الاثنين", `يكلف ${price} دينارا`);
    for (const parted of ["4.\u200f95", "4\u200f.95", "٤٫\u061c٩٥"]) {
      expect(facts(priced(parted), priced("95.4"))).toEqual([]);
    }
    expect(facts(priced("4.95"), priced("95.4"))).toEqual(["number 4.95|95.4"]);
  });

  it("works on English", () => {
    const text = (count: string, place: string): string =>
      `The gardeners of the valley planted ${count} almond trees along the road to ${place} before the first rain of the year.`;
    expect(facts(text("forty", "Elmford"), text("fifty", "Elmford"))).toEqual(["number forty|fifty"]);
    expect(facts(text("forty", "Elmford"), text("40", "Rushton"))).toEqual(["name Elmford|Rushton"]);
  });
});

describe("conflictingFigures", () => {
  const [a, b] = [
    "شاركت أربعون مدرسة في مهرجان الحكاية الذي دام ثلاثة أيام.",
    "دام مهرجان الحكاية أياما وشاركت فيه ثمان وثلاثون مدرسة من القرى.",
  ];

  it("holds against each other what two reports count", () => {
    const found = conflictingFigures(tokens(a), tokens(b));
    expect(found.map((fact) => [fact.a.text, fact.b.text])).toEqual([["أربعون", "ثمان وثلاثون"]]);
  });

  it("is silent where the figures agree or the noun is another", () => {
    expect(conflictingFigures(tokens(a), tokens(a))).toEqual([]);
    expect(conflictingFigures(tokens(a), tokens("شاركت خمسون قرية في مهرجان الحكاية."))).toEqual([]);
  });
});
