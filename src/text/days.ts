/**
 * Days as they stand in text: the day of a month in words or figures, in the Gregorian and the Islamic calendar. In:
 * words folded as `foldLetters` does. A day of the Islamic calendar is good to a day either side.
 */
import { monthOf } from "./calendar.js";
import { hijriDay, hijriMonthOf } from "./hijri.js";
import { readNumber } from "./number-words.js";

export interface DayReading {
  readonly calendar: "gregorian" | "hijri";
  /** 0 where none is given. */
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
  /** Three numbers: no month is named. */
  readonly inFigures: boolean;
  /** Tokens it takes. */
  readonly length: number;
}

const BETWEEN = new Set(["من", "شهر"]);
const MOST_BETWEEN = 2;
const DAY_MS = 86_400_000;
/** Milliseconds that the same day may lie apart in the two calendars. */
const APART_MS = DAY_MS;

/** The day that begins with token `at`: "8 رمضان 1436", "25 يونيو", "8/9/1436", "1436-9-8"; null where none does. */
export function readDay(folded: readonly string[], at: number): DayReading | null {
  const first = readNumber(folded, at);
  if (first === null || !Number.isInteger(first.value)) return null;
  return inFigures(folded, at) ?? inWords(folded, at, first.value, first.length);
}

function inWords(folded: readonly string[], at: number, day: number, length: number): DayReading | null {
  if (day < 1 || day > 31) return null;
  let k = at + length;
  for (let between = 0; between < MOST_BETWEEN && BETWEEN.has(folded[k] ?? ""); between++) k++;
  const month = monthAt(folded, k);
  if (month === null) return null;
  k += month.length;
  const year = yearAt(folded, k);
  const { calendar } = month;
  // "8 رمضان (25 يونيو)": the number behind is no year.
  const years = year !== null && calendarOf(year) === calendar ? year : 0;
  const tokens = k - at + (years > 0 ? 1 : 0);
  return { calendar, year: years, month: month.month, day, inFigures: false, length: tokens };
}

/** Three numbers, of which the first or last is a year. */
function inFigures(folded: readonly string[], at: number): DayReading | null {
  const [x, y, z] = [figureAt(folded, at), figureAt(folded, at + 1), figureAt(folded, at + 2)];
  if (x === null || y === null || z === null) return null;
  const [year, day] = calendarOf(z) === null ? [x, z] : [z, x];
  const calendar = calendarOf(year);
  if (calendar === null || day < 1 || day > 31 || y < 1 || y > 12) return null;
  return { calendar, year, month: y, day, inFigures: true, length: 3 };
}

function figureAt(folded: readonly string[], at: number): number | null {
  const figure = /^(\d{1,4})(?:ه|م)?$/u.exec(folded[at] ?? "");
  return figure === null ? null : Number(figure[1]);
}

function yearAt(folded: readonly string[], at: number): number | null {
  const year = figureAt(folded, at);
  return year !== null && calendarOf(year) !== null ? year : null;
}

function calendarOf(year: number): DayReading["calendar"] | null {
  if (year >= 1300 && year <= 1500) return "hijri";
  return year >= 1900 && year <= 2100 ? "gregorian" : null;
}

function monthAt(
  folded: readonly string[],
  at: number,
): { calendar: DayReading["calendar"]; month: number; length: number } | null {
  const word = folded[at];
  if (word === undefined) return null;
  const two = `${word} ${folded[at + 1] ?? ""}`;
  for (const [name, length] of [
    [two, 2],
    [word, 1],
  ] as const) {
    const gregorian = monthOf(name);
    if (gregorian > 0) return { calendar: "gregorian", month: gregorian, length };
    const hijri = hijriMonthOf(name);
    if (hijri > 0) return { calendar: "hijri", month: hijri, length };
  }
  return null;
}

/**
 * Whether two readings are one day. A year that one of them leaves out is that of the other; null where the calendars
 * differ and neither gives a year, since then nobody can know.
 */
export function sameDay(x: DayReading, y: DayReading): boolean | null {
  if (x.calendar === y.calendar) {
    const years = x.year === 0 || y.year === 0 || x.year === y.year;
    return years && x.month === y.month && x.day === y.day;
  }
  const [hijri, gregorian] = x.calendar === "hijri" ? [x, y] : [y, x];
  if (hijri.year > 0) {
    const at = hijriDay(hijri.year, hijri.month, hijri.day);
    const begins = new Date(at).getUTCFullYear();
    const years = gregorian.year > 0 ? [gregorian.year] : [begins - 1, begins, begins + 1];
    return years.some((year) => Math.abs(gregorianDay(gregorian, year) - at) <= APART_MS);
  }
  if (gregorian.year === 0) return null;
  const at = gregorianDay(gregorian, gregorian.year);
  const near = Math.floor(((gregorian.year - 622) * 33) / 32);
  return [near - 1, near, near + 1, near + 2].some(
    (year) => Math.abs(hijriDay(year, hijri.month, hijri.day) - at) <= APART_MS,
  );
}

function gregorianDay({ month, day }: DayReading, year: number): number {
  return Date.UTC(year, month - 1, day);
}
