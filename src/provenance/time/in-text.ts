/**
 * When a text says itself that it was sent: the date of its dateline or of a labelled line at its head or end, and the
 * clock of its trailer. Dates of the story are none of these: a date counts only where its line has little else, or
 * says what it is.
 */
import type { Range } from "../../model/index.js";
import { monthOf } from "../../text/calendar.js";
import { hijriDay, hijriMonthOf } from "../../text/hijri.js";
import { foldLetters } from "../../text/letters.js";

export interface DateInText extends Range {
  /** Milliseconds since 1970 at which the day begins, written as if its place lay in UTC. */
  readonly day: number;
  /** Whether only the Hijri date is given: good to a day either side. */
  readonly hijri: boolean;
}

export interface ClockInText extends Range {
  readonly minutes: number;
  /** Minutes east of Greenwich; null where none is said. */
  readonly zone: number | null;
}

/** UTF-16 code units at the head and at the end in which a page says when it was sent. */
const HEAD_LENGTH = 240;
const TAIL_LENGTH = 160;
/** What may stand in the line beside the date of a dateline: a city before it, an agency behind it. */
const CITY_LENGTH = 24;
const REST_LENGTH = 25;
export const DAY_MS = 86_400_000;

const DIGIT = "[0-9٠-٩۰-۹]";
const DAY_FIRST = new RegExp(
  `(?<!${DIGIT})(${DIGIT}{1,2})(?:er|st|nd|rd|th)?([^0-9٠-٩۰-۹\\n]{2,32}?)(${DIGIT}{4})(?!${DIGIT})`,
  "gu",
);
const MONTH_FIRST = new RegExp(`([A-Za-z]{3,9})\\.? (${DIGIT}{1,2}),? (${DIGIT}{4})(?!${DIGIT})`, "gu");
const NUMERIC = new RegExp(
  `(?<!${DIGIT})(${DIGIT}{1,4})([-/])(${DIGIT}{1,2})\\2(${DIGIT}{1,4})(?!${DIGIT})`,
  "gu",
);
/** Without four digits there is no date, which is cheap to see. */
const YEAR = new RegExp(`${DIGIT}{4}`, "u");
const LABEL =
  /^\s*(?:نُ?شر|تاريخ|آخر تحديث|أرسل|published|posted|updated|publié|mis à jour|date)[^\n.]{0,24}$/iu;
const AFTER_DATE = /^\s*(?:م(?!\p{L})|هـ|ه(?!\p{L}))?\s*[-–—(|]/u;
/** "Corresponding to", between the days of two calendars, also where a letter or the space before it is lost. */
const TWIN_BEFORE = /[0-9٠-٩].*(?:ا?لموافق|الموفق|المواقق)\s*:?\s*$/u;
const TWIN_BEHIND = /^\s*(?:هـ|ه)?\s*(?:ا?لموافق|الموفق|المواقق)/u;
/** A date that these lead up to is one of the story. */
const IN_A_SENTENCE = /(?:^|\s)(?:بتاريخ|يوم|في|منذ|من|on|since|le|du|au)\s*(?:\p{L}+\s*)?$/iu;

const CLOCK = new RegExp(
  `(?<![\\d:])(${DIGIT}{1,2}):(${DIGIT}{2})(?::${DIGIT}{2})?\\s*(ت\\s*\\.?\\s*م|جمت|غرينتش|بتوقيت [\\p{L} ]{3,20}|GMT|UTC|ص(?!\\p{L})|م(?!\\p{L})|a\\.?m\\.?|p\\.?m\\.?)?`,
  "giu",
);
const TRAILER = /\/\/\s*(?:انته[ىي]|يتبع)\s*\/\//u;
/** Of the zones that wire trailers name, those that mean one thing: the Kingdom's time is UTC+3 all year. */
const ZONES: readonly (readonly [RegExp, number])[] = [
  [/^ت|المملكة|السعودية|مكة|الرياض|دمشق|بغداد|الكويت|قطر|الدوحة/u, 180],
  [/^(?:GMT|UTC|جمت|غرينتش)|غرينتش|جرينتش/iu, 0],
  [/أبوظبي|ابوظبي|الإمارات|دبي/u, 240],
];

/** The date of the dateline, or of a labelled line at either end; null for none. The Gregorian part wins. */
export function dateInText(text: string): DateInText | null {
  const head = text.slice(0, HEAD_LENGTH);
  const found = datesIn(head, 0).filter((date) => isDateline(head, date));
  const best = found.find(({ hijri }) => !hijri) ?? found[0];
  if (best !== undefined) return best;
  const start = Math.max(HEAD_LENGTH, text.length - TAIL_LENGTH);
  const tail = text.slice(start);
  return datesIn(tail, start).find(({ start: at }) => LABEL.test(lineBefore(tail, at - start))) ?? null;
}

/** The clock of a trailer (`// انتهى // 12:56 ت م`); null for none. */
export function clockInText(text: string): ClockInText | null {
  const start = Math.max(0, text.length - TAIL_LENGTH);
  const tail = text.slice(start);
  if (!tail.includes(":")) return null;
  const trailer = tail.search(TRAILER);
  for (const match of tail.matchAll(CLOCK)) {
    const [whole, hour, minute, mark = ""] = match;
    const zone = zoneOf(mark);
    // A clock without a zone or a trailer before it is a time of the story.
    if (zone === null && (trailer < 0 || match.index < trailer)) continue;
    if (tail.length - match.index - whole.length > 24) continue;
    const minutes = minutesOf(Number(ascii(hour!)), Number(ascii(minute!)), mark);
    if (Number.isNaN(minutes)) continue;
    const at = start + match.index;
    return { start: at, end: at + whole.trimEnd().length, minutes, zone };
  }
  return null;
}

function zoneOf(mark: string): number | null {
  if (mark === "ص" || mark === "م") return null;
  return ZONES.find(([pattern]) => pattern.test(mark))?.[1] ?? null;
}

function minutesOf(hour: number, minute: number, mark: string): number {
  if (minute > 59 || hour > 24) return Number.NaN;
  const afternoon = mark === "م" || /^p/i.test(mark);
  const morning = mark === "ص" || /^a/i.test(mark);
  if (afternoon && hour < 12) return (hour + 12) * 60 + minute;
  if (morning && hour === 12) return minute;
  return hour * 60 + minute;
}

function datesIn(part: string, offset: number): DateInText[] {
  const dates: DateInText[] = [];
  if (!YEAR.test(part)) return dates;
  const add = (index: number, length: number, day: number, hijri: boolean) => {
    if (!Number.isNaN(day)) dates.push({ start: offset + index, end: offset + index + length, day, hijri });
  };
  for (const { index, 0: whole, 1: day, 2: between, 3: year } of part.matchAll(DAY_FIRST)) {
    const { month, hijri } = monthIn(between!);
    if (month === 0) continue;
    const [y, d] = [Number(ascii(year!)), Number(ascii(day!))];
    add(index, whole.length, hijri ? hijriDay(y, month, d) : gregorianDay(y, month, d), hijri);
  }
  for (const { index, 0: whole, 1: name, 2: day, 3: year } of part.matchAll(MONTH_FIRST)) {
    const month = monthOf(name!.toLowerCase());
    if (month > 0)
      add(index, whole.length, gregorianDay(Number(ascii(year!)), month, Number(ascii(day!))), false);
  }
  for (const { index, 0: whole, 1: x, 3: y, 4: z } of part.matchAll(NUMERIC)) {
    const numbers = [x!, y!, z!].map((digits) => Number(ascii(digits)));
    const [first, second, third] = numbers as [number, number, number];
    // Which of two numbers up to 12 is the month would be a guess.
    if (x!.length !== 4 && (z!.length !== 4 || first <= 12)) continue;
    const [year, day] = x!.length === 4 ? [first, third] : [third, first];
    const hijri = year < 1700;
    add(index, whole.length, hijri ? hijriDay(year, second, day) : gregorianDay(year, second, day), hijri);
  }
  return dates.sort((a, b) => a.start - b.start);
}

function monthIn(between: string): { month: number; hijri: boolean } {
  const words = between
    .split(/[^\p{L}\p{M}ـ]+/u)
    .map(foldLetters)
    .filter(Boolean);
  for (let k = 0; k < words.length; k++) {
    const two = `${words[k]} ${words[k + 1] ?? ""}`;
    const gregorian = monthOf(two) || monthOf(words[k]!);
    if (gregorian > 0) return { month: gregorian, hijri: false };
    const hijri = hijriMonthOf(two) || hijriMonthOf(words[k]!);
    if (hijri > 0) return { month: hijri, hijri: true };
  }
  return { month: 0, hijri: false };
}

function gregorianDay(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const real = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? at : Number.NaN;
}

function isDateline(head: string, { start, end }: DateInText): boolean {
  if (head.slice(0, start).trim().split(/\n\s*/u).length > 2) return false;
  const before = lineBefore(head, start);
  if (LABEL.test(before)) return true;
  const newline = head.indexOf("\n", end);
  const rest = head.slice(end, newline < 0 ? head.length : newline);
  // The same day in the other calendar may stand before it.
  const twin = TWIN_BEFORE.exec(before);
  const city = twin === null ? before : before.slice(0, twin.index);
  if (city.trim().length > CITY_LENGTH || IN_A_SENTENCE.test(city)) return false;
  if (twin !== null || TWIN_BEHIND.test(rest)) return true;
  return (newline >= 0 && rest.trim().length <= REST_LENGTH) || AFTER_DATE.test(rest);
}

function lineBefore(part: string, at: number): string {
  return part.slice(part.lastIndexOf("\n", at - 1) + 1, at);
}

function ascii(digits: string): string {
  return digits.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15));
}
