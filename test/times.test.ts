import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoTime, latestInstant, publishedInstant, timeSpan } from "../src/times.js";

// written, as ISO 8601, its first moment in UTC
const TIMES: readonly [string, string, string][] = [
  ["2015", "2015", "2015-01-01T00:00:00.000Z"],
  ["2015-08", "2015-08", "2015-08-01T00:00:00.000Z"],
  ["2015-08-10", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["2015/08/10", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["20150810", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["2015-08-10T12:56", "2015-08-10T12:56", "2015-08-10T12:56:00.000Z"],
  ["2015-08-10 02:51:32", "2015-08-10T02:51:32", "2015-08-10T02:51:32.000Z"],
  ["2015-08-10T02:51:32.5Z", "2015-08-10T02:51:32.500Z", "2015-08-10T02:51:32.500Z"],
  ["2015-08-10T12:56+03:00", "2015-08-10T12:56+03:00", "2015-08-10T09:56:00.000Z"],
  ["2015-08-10T12:56:00-0330", "2015-08-10T12:56:00-03:30", "2015-08-10T16:26:00.000Z"],
  ["2015-08-10 12:56:07 UTC", "2015-08-10T12:56:07Z", "2015-08-10T12:56:07.000Z"],
  ["20150810T125607Z", "2015-08-10T12:56:07Z", "2015-08-10T12:56:07.000Z"],
  ["2015-12-31T24:00", "2016-01-01T00:00", "2016-01-01T00:00:00.000Z"],
  ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", "2016-12-31T23:59:59.000Z"],
  ["٢٠١٥-٠٨-١٠", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["۲۰۱۵-۰۸-۱۰", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  [" 2015-08-10 ", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["Mon, 10 Aug 2015 12:56:00 +0300", "2015-08-10T12:56:00+03:00", "2015-08-10T09:56:00.000Z"],
  ["10 Aug 2015 12:56 GMT", "2015-08-10T12:56Z", "2015-08-10T12:56:00.000Z"],
  ["Mon, 10 Aug 15 12:56:00 EST", "2015-08-10T12:56:00-05:00", "2015-08-10T17:56:00.000Z"],
  ["1 September 1999", "1999-09-01", "1999-09-01T00:00:00.000Z"],
  ["Aug 10, 2015", "2015-08-10", "2015-08-10T00:00:00.000Z"],
  ["1439211360", "2015-08-10T12:56:00Z", "2015-08-10T12:56:00.000Z"],
  ["1439211360500", "2015-08-10T12:56:00.500Z", "2015-08-10T12:56:00.500Z"],
  ["2000-02-29", "2000-02-29", "2000-02-29T00:00:00.000Z"],
];

const NO_TIMES = [
  ..."|yesterday|10/08/2015|2015-13-01|2015-00-10|2015-02-30|1900-02-29|2015-08-10 25:00:00|2015-08-10 12:60:00".split(
    "|",
  ),
  ..."2015-08-10T12:56 XYZ|32 Aug 2015|10 Abc 2015|201508|12345|0000-01-01|2015-08-10T12:56:61|١٠ آب".split(
    "|",
  ),
];

describe("times", () => {
  test.each(TIMES)("%s is %s", (written, iso, moment) => {
    expect(isoTime(written)).toBe(iso);
    expect(new Date(publishedInstant(written)).toISOString()).toBe(moment);
  });

  test.each(NO_TIMES)("%j is no time", (written) => {
    expect(publishedInstant(written)).toBeNaN();
    expect(isoTime(written)).toBeUndefined();
  });

  test("the ISO form means the same moment", () => {
    for (const [written, iso] of TIMES) expect(publishedInstant(iso)).toBe(publishedInstant(written));
  });

  test("every moment is read back from its ISO form, at each precision", () => {
    const date = fc.date({
      min: new Date("1600-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (moment) => {
        const iso = moment.toISOString();
        expect(publishedInstant(iso)).toBe(moment.getTime());
        expect(publishedInstant(iso.slice(0, 19))).toBe(Date.parse(`${iso.slice(0, 19)}Z`));
        expect(publishedInstant(iso.slice(0, 19).replace("T", " "))).toBe(Date.parse(`${iso.slice(0, 19)}Z`));
        expect(publishedInstant(iso.slice(0, 10))).toBe(Date.parse(iso.slice(0, 10)));
      }),
    );
  });

  test("any string is a time or is not, without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-:/T Z+.,MonAug") }), (written) => {
        const iso = isoTime(written);
        expect(Number.isNaN(publishedInstant(written))).toBe(iso === undefined);
        if (iso !== undefined) expect(publishedInstant(iso)).toBe(publishedInstant(written));
      }),
      { numRuns: 2000 },
    );
  });
});

test("documents are ordered by the last moment that a time can mean", () => {
  expect(latestInstant("2026-02-20")).toBe(Date.UTC(2026, 1, 20, 23, 59, 59, 999));
  expect(latestInstant("2026-02")).toBe(Date.UTC(2026, 1, 28, 23, 59, 59, 999));
  expect(latestInstant("2026")).toBe(Date.UTC(2026, 11, 31, 23, 59, 59, 999));
  expect(latestInstant("2026-02-20T09:00+02:00")).toBe(Date.UTC(2026, 1, 20, 7));
  expect(latestInstant("2026-02-20 09:00:00")).toBe(Date.UTC(2026, 1, 20, 9));
  expect(latestInstant("soon")).toBeNaN();
});

describe("dates in words and in other calendars", () => {
  test.each([
    ["15/12/2025", "2025-12-15"],
    ["15.12.2025", "2025-12-15"],
    ["12/25/2015", "2015-12-25"],
    ["15 ديسمبر 2025", "2025-12-15"],
    ["١٥ كانون الأول ٢٠٢٥", "2025-12-15"],
    ["15 كانون الأول/ديسمبر 2025", "2025-12-15"],
    ["3 تشرين الثاني 2025", "2025-11-03"],
    ["الأحد 10 آب 2015، 12:56", "2015-08-10T12:56"],
    ["30/10/1436هـ الموافق 15/8/2015م", "2015-08-15"],
    ["الإثنين 24 جمادى الآخرة 1447هـ الموافق 15 ديسمبر 2025م", "2025-12-15"],
    ["نشر في: 15 ديسمبر 2025 - 10:30 م", "2025-12-15T22:30"],
    ["15 نوفمبر 2025 09:15 بتوقيت مكة المكرمة", "2025-11-15T09:15+03:00"],
    ["10/08/2015م", "2015-08-10"],
    ["١٠/٠٨/٢٠١٥", "2015-08-10"],
    ["Pazartesi, 15 Aralık 2025 - 14:30", "2025-12-15T14:30"],
    ["۲۴ آذر ۱۴۰۴", "2025-12-15"],
    ["۱۴۰۴/۰۹/۲۴", "2025-12-15"],
    ["دوشنبه ۲۴ آذر ۱۴۰۴ ساعت ۱۲:۳۰", "2025-12-15T12:30"],
    ["December 15, 2025 10:00 AM", "2025-12-15T10:00"],
    ["lundi 15 décembre 2025 à 10h30", "2025-12-15T10:30"],
    ["2025年12月15日", "2025-12-15"],
  ])("%s", (text, iso) => {
    expect(isoTime(text)).toBe(iso);
  });

  test.each(["30/10/1436هـ", "30 شوال 1436 هـ", "١٤٣٦/١٠/٣٠", "30/10/1436"])(
    "%s alone is good to a day either side, and ISO 8601 would make it surer than it is",
    (text) => {
      expect(isoTime(text)).toBeUndefined();
      expect(timeSpan(text)).toMatchObject({
        from: Date.UTC(2015, 7, 14),
        until: Date.UTC(2015, 7, 17) - 1,
        unit: "day",
        isEitherSide: true,
      });
      expect(latestInstant(text)).toBe(Date.UTC(2015, 7, 17) - 1);
    },
  );

  test.each([
    "10/08/2015",
    "1404/09/24",
    "15 ديسمبر",
    "من 3 إلى 5 أيار 2025",
    "12 خبرا في 2025",
    "31/04/2025م",
  ])("%s is not read: it says another thing, or could be another day", (text) =>
    expect(timeSpan(text)).toBeNull(),
  );
});
