import { describe, expect, test } from "vitest";
import { seriesTitle } from "../../src/provenance/time/takes.js";
import { compareTimes, type TimeOptions, trustedTime } from "../../src/provenance/time/trusted.js";
import { hijriDay } from "../../src/text/hijri.js";

const BODY =
  "افتتحت بلدية الوادي اليوم حديقة جديدة على ضفة النهر بحضور عدد من الأهالي الذين زرعوا فيها أربعين شجرة ليمون، وقال رئيسها إن العمل استغرق عامين كاملين.\n".repeat(
    2,
  );

function timeOf(
  text: string,
  more: { published?: string; captured?: string; url?: string; title?: string } = {},
  options: TimeOptions = {},
): string {
  const time = trustedTime({ id: "x", text, ...more }, options);
  const show = (ms: number | null) => (ms === null ? "-" : new Date(ms).toISOString().slice(0, 16));
  return `${time.basis} ${time.precision} ${show(time.from)} ${show(time.until)}${time.zoned ? " zoned" : ""}`;
}
const NONE = "none none - -";

describe("from the metadata", () => {
  test.each([
    ["2015-08-10T12:56+03:00", "published minute 2015-08-10T09:56 2015-08-10T09:56 zoned"],
    ["2015-08-10 12:56:07", "published second 2015-08-10T12:56 2015-08-10T12:56"],
    ["2015-08-10", "published day 2015-08-10T00:00 2015-08-10T23:59"],
    ["2015-08-10T00:00:00", "published day 2015-08-10T00:00 2015-08-10T23:59"],
    ["2015-08-10T00:00+03:00", "published day 2015-08-09T21:00 2015-08-10T20:59 zoned"],
    ["2015-08", "published month 2015-08-01T00:00 2015-08-31T23:59"],
    ["Mon, 10 Aug 2015 12:56:00 GMT", "published second 2015-08-10T12:56 2015-08-10T12:56 zoned"],
    ["10 آب 2015", "published day 2015-08-10T00:00 2015-08-10T23:59"],
    ["الاثنين ١٠ أغسطس ٢٠١٥ م، الساعة 12:56 م", "published minute 2015-08-10T12:56 2015-08-10T12:56"],
    ["10 تموز (يوليو) 2015", "published day 2015-07-10T00:00 2015-07-10T23:59"],
    ["August 10, 2015 9:30 PM", "published minute 2015-08-10T21:30 2015-08-10T21:30"],
    ["10 August 2015 at 21:30 GMT", "published minute 2015-08-10T21:30 2015-08-10T21:30 zoned"],
    ["le 10 août 2015", "published day 2015-08-10T00:00 2015-08-10T23:59"],
    ["28-8-2015", "published day 2015-08-28T00:00 2015-08-28T23:59"],
    ["25 شوال 1436 هـ", "published day-either-side 2015-08-09T00:00 2015-08-11T23:59"],
    ["25 شوال 1436 هـ الموافق 10 أغسطس 2015 م", "published day 2015-08-10T00:00 2015-08-10T23:59"],
    ["10 آب 2015 - 11 آب 2015", NONE],
    ["منذ 10 آب 2015", NONE],
    ["31 حزيران 2015", NONE],
    ["10/08/2015", NONE],
    ["غدا", NONE],
    ["", NONE],
  ])("%s", (published, expected) => {
    expect(timeOf(BODY, { published })).toBe(expected);
  });

  test("a crawl time is none, but bounds what is trusted", () => {
    expect(timeOf(BODY, { captured: "2015-08-10T12:56" })).toBe(NONE);
    const late = { published: "2051-08-10", captured: "2015-08-11T10:00" };
    expect(timeOf(BODY, late)).toBe(NONE);
    expect(trustedTime({ id: "x", text: BODY, ...late }).distrusted).toEqual([
      { given: "2051-08-10", reason: "future" },
    ]);
    expect(timeOf(BODY, { published: "2051-08-10" }, { now: Date.UTC(2026, 0, 1) })).toBe(NONE);
    expect(timeOf(BODY, { published: "1015-08-10" })).toBe(NONE);
  });

  test("a person's time stands against everything", () => {
    expect(timeOf(BODY, { published: "2015-08-10" }, { decided: "2015-08-09T10:00Z" })).toBe(
      "decision minute 2015-08-09T10:00 2015-08-09T10:00 zoned",
    );
  });
});

describe("from the address", () => {
  test.each([
    ["https://a.example/2015/07/20/article_974922.html", "url day 2015-07-20T00:00 2015-07-20T23:59"],
    [
      "https://a.example/new/Issues/20150720/Con20150720784687.htm",
      "url day 2015-07-20T00:00 2015-07-20T23:59",
    ],
    ["https://a.example/2015/20150721/fe1.htm", "url day 2015-07-21T00:00 2015-07-21T23:59"],
    ["https://a.example/news-2015-07-20-x", "url day 2015-07-20T00:00 2015-07-20T23:59"],
    ["https://a.example/20150720/to/20150725/", NONE],
    ["https://a.example/2015/07/32/x", NONE],
    ["https://a.example/details.php?id=20150720", NONE],
    ["https://a.example/home/article/20150720826", NONE],
    ["https://20150720.example/x", NONE],
  ])("%s", (url, expected) => {
    expect(timeOf(BODY, { url })).toBe(expected);
  });

  test("the metadata stands before it, a date in the text that is narrower too", () => {
    const url = "https://a.example/2015/07/20/x";
    expect(timeOf(BODY, { url, published: "2015-07-21" })).toBe(
      "published day 2015-07-21T00:00 2015-07-21T23:59",
    );
    expect(timeOf(`${BODY}// انتهى //\n 12:56 ت م `, { url })).toBe(
      "text minute 2015-07-20T09:56 2015-07-20T09:56 zoned",
    );
  });
});

describe("takes that go on with an item", () => {
  const take = `${BODY}// يتبع //\n 19:23 ت م `;
  const title = "عام / افتتاح الحديقة         إضافة أولى";
  test("are of the day of their item, or else of the day of capture", () => {
    const more = { title, captured: "2015-08-10 20:27:14" };
    expect(timeOf(take, more)).toBe("capture minute 2015-08-10T16:23 2015-08-10T16:23 zoned");
    expect(timeOf(take, { ...more, captured: "2015-08-11 09:00" })).toBe(
      "capture minute 2015-08-10T16:23 2015-08-10T16:23 zoned",
    );
    expect(timeOf(take, more, { seriesDay: Date.UTC(2015, 7, 9) })).toBe(
      "series minute 2015-08-09T16:23 2015-08-09T16:23 zoned",
    );
    expect(timeOf(take, { ...more, title: "عام / افتتاح الحديقة" })).toBe(NONE);
    expect(timeOf(` إضافة ثانية وأخيرة\n${take}`, { captured: more.captured })).toBe(
      "capture minute 2015-08-10T16:23 2015-08-10T16:23 zoned",
    );
    expect(timeOf(take, { title })).toBe(NONE);
  });

  test("are known by the title of their item", () => {
    expect(seriesTitle({ title })).toBe(seriesTitle({ title: "عام / افتتاح الحديقة" }));
  });
});

describe("from the text", () => {
  const DATELINE = "مرجانة 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م سرمد\n";
  test.each<[string, string, string]>([
    [
      "dateline and trailer",
      `\n ${DATELINE}${BODY}// انتهى //\n 12:56 ت م `,
      "text minute 2015-08-10T09:56 2015-08-10T09:56 zoned",
    ],
    [
      "a dateline in which a letter is lost",
      `مرجانة 25 شوال 1436ه لموافق 10 اغسطس 2015م .سرمد\n${BODY}`,
      "text day 2015-08-10T00:00 2015-08-10T23:59",
    ],
    [
      "dateline alone: the Gregorian part wins",
      `${DATELINE}${BODY}`,
      "text day 2015-08-10T00:00 2015-08-10T23:59",
    ],
    [
      "Hijri alone, a day either side",
      `مرجانة 25 شوال 1436 هـ\n${BODY}`,
      "text day-either-side 2015-08-09T00:00 2015-08-11T23:59",
    ],
    ["Levantine month", `مرجانة - 10 آب 2015\n${BODY}`, "text day 2015-08-10T00:00 2015-08-10T23:59"],
    ["both names", `مرجانة ١٠ تموز (يوليو) ٢٠١٥\n${BODY}`, "text day 2015-07-10T00:00 2015-07-10T23:59"],
    ["English", `LARKFIELD, August 10, 2015 (LPA)\n${BODY}`, "text day 2015-08-10T00:00 2015-08-10T23:59"],
    ["French", `Vallon, 10 août 2015 (Belvaux) - ${BODY}`, "text day 2015-08-10T00:00 2015-08-10T23:59"],
    ["label", `تاريخ النشر: 2015-08-10\n${BODY}`, "text day 2015-08-10T00:00 2015-08-10T23:59"],
    ["label at the end", `${BODY}نشر في 28-8-2015`, "text day 2015-08-28T00:00 2015-08-28T23:59"],
    ["evening by م", `${DATELINE}${BODY}// انتهى // 7:05 م`, "text minute 2015-08-10T19:05 2015-08-10T19:05"],
    ["a guess of day and month", `تاريخ النشر: 10/08/2015\n${BODY}`, NONE],
    ["a date of the story", `في 10 آب 2015 افتتحت البلدية الحديقة. ${BODY}`, NONE],
    ["a date in the line of a story", `* 28 مايو 1990: افتتاح الحديقة. ${BODY}`, NONE],
    ["the 31st of June", `مرجانة - 31 حزيران 2015\n${BODY}`, NONE],
  ])("%s", (_, text, expected) => {
    expect(timeOf(text)).toBe(expected);
  });

  test("a clock makes a stated day precise; a day that disagrees is said", () => {
    const wire = `${BODY}// انتهى //\n 12:56 ت م`;
    expect(timeOf(wire, { published: "2015-08-10" })).toBe(
      "text minute 2015-08-10T09:56 2015-08-10T09:56 zoned",
    );
    const disputed = trustedTime({ id: "x", text: `${DATELINE}${BODY}`, published: "2015-08-14" });
    expect(disputed.basis).toBe("published");
    expect(disputed.distrusted).toEqual([{ given: "10 اغسطس 2015", reason: "disputed" }]);
  });

  test("places show the words", () => {
    const text = `${DATELINE}${BODY}// انتهى //\n 12:56 ت م`;
    const { at } = trustedTime({ id: "x", text });
    expect(at.map(({ start, end }) => text.slice(start, end))).toEqual(["10 اغسطس 2015", "12:56 ت م"]);
  });
});

describe("the order of two times", () => {
  const at = (published: string) => trustedTime({ id: published, text: "", published });
  test.each([
    ["2015-08-10T10:00Z", "2015-08-10T10:01Z", -1],
    ["2015-08-10", "2015-08-10T10:00", 0],
    ["2015-08-11", "2015-08-10T10:00", 1],
    ["2015-08-10T10:00", "2015-08-10T20:00Z", 0],
    ["2015-08-09T10:00", "2015-08-10T20:00Z", -1],
    ["", "2015-08-10", 0],
  ])("%s and %s", (x, y, expected) => {
    expect(Math.sign(compareTimes(at(x), at(y)))).toBe(expected);
    expect(Math.sign(compareTimes(at(y), at(x)))).toBe(0 - expected);
  });
});

test("days of the Umm al-Qura calendar", () => {
  expect(new Date(hijriDay(1436, 10, 25)).toISOString().slice(0, 10)).toBe("2015-08-10");
  expect(new Date(hijriDay(1446, 9, 1)).toISOString().slice(0, 10)).toBe("2025-03-01");
  expect(hijriDay(1436, 13, 1)).toBeNaN();
  // Every day of 30 years is found, each the day after the one before.
  let before = Number.NaN;
  for (let year = 1420; year < 1450; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 29; day++) {
        const found = hijriDay(year, month, day);
        expect(found).not.toBeNaN();
        if (day > 1) expect(found - before).toBe(86_400_000);
        before = found;
      }
    }
  }
});
