/**
 * A field that says nothing but when, in words or in figures of any calendar: "الأحد 15 كانون الأول/ديسمبر 2025، 12:56",
 * "30/10/1436هـ الموافق 15/8/2015م", "15 Aralık 2025", "۲۴ آذر ۱۴۰۴", "December 15, 2025 10:00 AM". What could be another
 * day in another reading is not read: a wrong date would be false evidence.
 */
import { monthOf, weekdayOf } from "./calendar.js";
import { hijriDay, hijriMonthOf } from "./hijri.js";
import { jalaliDay, jalaliMonthOf } from "./jalali.js";
import { foldLetters } from "./letters.js";
import { foreignMonthOf, foreignWeekday } from "./months.js";

export interface WordsDate {
  /** Milliseconds since 1970 at which the day begins, written as if its place lay in UTC. */
  readonly day: number;
  /** Whether only the Hijri date is given: good to a day either side. */
  readonly isEitherSide: boolean;
  /** Since midnight; null where no clock is given. */
  readonly minutes: number | null;
  readonly seconds: number | null;
  /** Minutes east of Greenwich; null where none is said. */
  readonly zone: number | null;
}

/** A field of more says something else. */
const FIELD_LENGTH = 140;
const CONTROLS = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g;
const CLOCK =
  /(?<![\d:])(\d{1,2})(?::|h)(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(a\.?m\b\.?|p\.?m\b\.?|صباحا?ً?|مساءً?ا?|ظهرا?ً?|ص(?!\p{L})|م(?!\p{L}))?\s*(Z\b|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?|GMT|UTC|ت\s*\.?\s*م|جمت|بتوقيت [\p{L} ]{3,20}|غرينتش)?/iu;
/** Of zones in words those that mean one thing: Arabia's time is UTC+3 all year. */
const ZONES: readonly (readonly [RegExp, number])[] = [
  [/مكة|الرياض|السعودية|المملكة|بغداد|الكويت|قطر|الدوحة|^ت/u, 180],
  [/أبوظبي|ابوظبي|أبو ظبي|الإمارات|دبي/u, 240],
  [/غرينتش|جرينتش|جمت|^(?:GMT|UTC|Z)$/iu, 0],
];
const NUMERIC =
  /(?<!\d)(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)\s*(هـ?\.?\s?ش|ش(?!\p{L})|هـ?(?!\p{L})|م(?!\p{L}))?/gu;
const CJK = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const WORDS =
  /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|\.)?[\s/،,.-]+(?:من\s+|de\s+|of\s+|شهر\s+)*(\p{L}[\p{L}\p{M}ـ]*\.?(?:\s+\p{L}[\p{L}\p{M}ـ]*)?)([^\d\n]{0,24}?)(\d{4})(?!\d)\s*(هـ?(?!\p{L})|م(?!\p{L}))?/gu;
const MONTH_FIRST = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;

const AROUND = new Set(
  (
    "م ه هـ ا الموافق يوم في بتاريخ تاريخ نشر النشر تم الساعه ساعه على علي اخر تحديث هجري هجريه ميلادي ميلاديه " +
    "on at last le à a date published posted updated publié mis jour de du el la le yayın tarihi tarih saat güncelleme " +
    "تاریخ انتشار ساعت انتشار شمسی خورشیدی local time"
  )
    .split(" ")
    .map(foldLetters),
);

interface Found {
  readonly day: number;
  readonly isHijri: boolean;
}

/** Null where the field says anything else, several days, or a day that could be another. */
export function readWordsDate(field: string): WordsDate | null {
  if (field.length > FIELD_LENGTH) return null;
  const isPersian = /[۰-۹]/.test(field);
  const isArabic = /[\u0621-\u064a٠-٩]/.test(field);
  let rest = asciiDigits(field.replace(CONTROLS, ""));
  if (!/\d{4}/.test(rest)) return null;
  const clock = CLOCK.exec(rest);
  if (clock !== null) rest = rest.replace(clock[0], " ; ");
  const dates: Found[] = [];
  let isDoubtful = false;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => Found | null) => {
    for (const match of [...rest.matchAll(pattern)]) {
      const found = read(match);
      if (found === null || Number.isNaN(found.day)) {
        isDoubtful ||= found === null && pattern !== WORDS && pattern !== MONTH_FIRST;
        continue;
      }
      dates.push(found);
      rest = rest.replace(match[0], " ; ");
    }
  };
  take(CJK, ([, year, month, day]) => gregorian(Number(year), Number(month), Number(day)));
  take(NUMERIC, ([, x, mark, y, z, sign = ""]) =>
    inFigures(x!, y!, z!, { sign, mark: mark!, isPersian, isDayFirst: isArabic || mark === "." }),
  );
  take(WORDS, ([, day, names, between, year, sign = ""]) =>
    isAside(between!) ? inWords(Number(day), names!, Number(year), sign) : null,
  );
  take(MONTH_FIRST, ([, name, day, year]) => {
    const month = monthOf(foldLetters(name!)) || foreignMonthOf(foldLetters(name!));
    return month === 0 ? null : gregorian(Number(year), month, Number(day));
  });
  const [date] = dates.some(({ isHijri }) => !isHijri) ? dates.filter(({ isHijri }) => !isHijri) : dates;
  if (date === undefined || isDoubtful) return null;
  if (dates.some(({ day, isHijri }) => isHijri === date.isHijri && day !== date.day)) return null;
  if (!isNothingElse(rest)) return null;
  const time = clock === null ? NO_CLOCK : readClock(clock);
  return time === null ? null : { day: date.day, isEitherSide: date.isHijri, ...time };
}

const NO_CLOCK = { minutes: null, seconds: null, zone: null };

function readClock([, hour, minute, second, mark = "", zone = ""]: RegExpExecArray) {
  let hours = Number(hour);
  const isAfternoon = /^(?:p|م|مساء|ظهر)/iu.test(mark);
  const isMorning = /^(?:a|ص)/iu.test(mark);
  if (isAfternoon && hours < 12) hours += 12;
  if (isMorning && hours === 12) hours = 0;
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  return {
    minutes: hours * 60 + Number(minute),
    seconds: second === undefined ? null : Math.min(Number(second), 59),
    zone: zoneOf(zone.trim()),
  };
}

function zoneOf(zone: string): number | null {
  const offset = /^(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?$/iu.exec(zone);
  if (offset !== null)
    return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  return zone === "" ? null : (ZONES.find(([pattern]) => pattern.test(zone))?.[1] ?? null);
}

interface Signs {
  readonly sign: string;
  readonly mark: string;
  readonly isPersian: boolean;
  /** Whether who writes so puts the day before the month. */
  readonly isDayFirst: boolean;
}

/** Null for what could be two days. */
function inFigures(x: string, y: string, z: string, { sign, isPersian, isDayFirst }: Signs): Found | null {
  const isYearFirst = x.length === 4;
  if (!isYearFirst && z.length !== 4) return null;
  const year = Number(isYearFirst ? x : z);
  let [day, month] = isYearFirst ? [Number(z), Number(y)] : [Number(x), Number(y)];
  const isSolar = sign.includes("ش") || (isPersian && !sign.startsWith("ه"));
  if (year >= 1300 && year < 1500 && isSolar) return { day: jalaliDay(year, month, day), isHijri: false };
  if (year >= 1300 && year < 1600) {
    // Without a sign it is as well a year of the Persian calendar.
    return sign.startsWith("ه") || year > LAST_SOLAR
      ? { day: hijriDay(year, month, day), isHijri: true }
      : null;
  }
  if (!isYearFirst && month > 12 && day <= 12) [day, month] = [month, day];
  else if (!isYearFirst && day <= 12 && month <= 12 && day !== month && !isDayFirst) return null;
  return gregorian(year, month, day);
}

/** Years of the Persian calendar up to which news may be dated; of the Islamic calendar they lie before 1994. */
const LAST_SOLAR = 1413;

function inWords(day: number, names: string, year: number, sign: string): Found | null {
  const words = names.split(/\s+/).map(foldLetters).filter(Boolean);
  const tries = [words.join(" "), words[0]!];
  for (const name of tries) {
    const month = monthOf(name) || foreignMonthOf(name);
    if (month > 0) return year < 1600 ? null : gregorian(year, month, day);
    const hijri = hijriMonthOf(name);
    if (hijri > 0) return { day: hijriDay(year, hijri, day), isHijri: true };
    const jalali = jalaliMonthOf(name);
    if (jalali > 0 && !sign.startsWith("ه")) return { day: jalaliDay(year, jalali, day), isHijri: false };
  }
  return null;
}

/** What may stand between a month and its year: its other name, a comma, a preposition. */
function isAside(between: string): boolean {
  return between
    .split(/[^\p{L}\p{M}ـ]+/u)
    .map(foldLetters)
    .every((word) => word === "" || word === "من" || word === "de" || isMonthWord(word));
}

const LEVANTINE = new Set(["كانون", "تشرين", "الاول", "الثاني"]);

function isMonthWord(word: string): boolean {
  return monthOf(word) > 0 || foreignMonthOf(word) > 0 || hijriMonthOf(word) > 0 || LEVANTINE.has(word);
}

function gregorian(year: number, month: number, day: number): Found {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const isReal = year >= 1000 && year < 3000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return { day: isReal ? at : Number.NaN, isHijri: false };
}

function isNothingElse(rest: string): boolean {
  if (/\d/.test(rest)) return false;
  return rest
    .split(/[^\p{L}\p{M}\p{N}ـ]+/u)
    .map(foldLetters)
    .every((word) => word === "" || weekdayOf(word) >= 0 || foreignWeekday(word) || AROUND.has(word));
}

/** The digits of Arabic and Persian as those of ASCII. */
export function asciiDigits(text: string): string {
  // U+0660–0669 and U+06F0–06F9 both end in the digit's value.
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}
