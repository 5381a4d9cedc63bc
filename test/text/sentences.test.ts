import { describe, expect, it } from "vitest";
import { quotedRanges } from "../../src/language/quotation-marks.js";
import { formulaLength } from "../../src/text/boilerplate.js";
import { startsClause, startsSentence } from "../../src/text/sentences.js";
import { tokens } from "../match/align-support.js";

function firstWords(text: string, starts: typeof startsSentence): string[] {
  const own = tokens(text);
  return [...own.ids.keys()]
    .filter((at) => starts(own, at))
    .map((at) => text.slice(own.starts[at]!, own.ends[at]!));
}

describe("startsSentence", () => {
  it("breaks at marks, lines and a glued stop before Arabic", () => {
    expect(firstWords("نام القط. استيقظ؟ نعم!\nجرى.ثم عاد", startsSentence)).toEqual([
      "نام",
      "استيقظ",
      "نعم",
      "جرى",
      "ثم",
    ]);
  });

  it("does not break in numbers, after initials or inside Latin words", () => {
    expect(firstWords("بلغ 4.2 أمتار", startsSentence)).toEqual(["بلغ"]);
    expect(firstWords("قال د. سمير كلمة", startsSentence)).toEqual(["قال"]);
    expect(firstWords("see example.org today", startsSentence)).toEqual(["see"]);
  });
});

describe("startsClause", () => {
  it("breaks before a quotation and after a colon, not in a time of day", () => {
    expect(firstWords("قال: «نعم» ومضى", startsClause)).toEqual(["قال", "نعم", "ومضى"]);
    expect(firstWords("عند 12:30 ظهرا", startsClause)).toEqual(["عند"]);
  });
});

describe("quotedRanges", () => {
  const quoted = (text: string): string[] =>
    quotedRanges(text).map(({ start, end }) => text.slice(start, end));

  it("reads every kind of mark, whichever way round", () => {
    expect(quoted('قال «نعم» ثم "لا" ثم “ربما” ثم ”كلا“')).toEqual(["نعم", "لا", "ربما", "كلا"]);
  });

  it("ends with the paragraph and gives up on a lost mark", () => {
    expect(quoted('قال "بدأ ولم ينته\nثم "انتهى" هنا')).toEqual(["انتهى"]);
    expect(quoted("»» ضائعة «")).toEqual([]);
    expect(quoted(`"${"طويل ".repeat(700)}"`)).toEqual([]);
  });
});

describe("formulaLength", () => {
  it("takes the longest formula", () => {
    const words = "للمزيد من التفاصيل يمكن الرجوع الي المصدر سانا".split(" ");
    expect(formulaLength(words, 0)).toBe(7);
    expect(formulaLength(words, 3)).toBe(4);
    expect(formulaLength(words, 1)).toBe(0);
    expect(formulaLength("السلام عليكم ورحمه الله وبركاته وبعد".split(" "), 0)).toBe(5);
  });
});
