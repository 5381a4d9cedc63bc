/**
 * Times as newspapers, feeds and tables write them, for every command: ISO 8601 at any precision (also with a space,
 * slashes or no separators), RFC 822/2822 as in RSS, seconds or milliseconds since 1970, and dates in words or figures of
 * any calendar (`text/dates.ts`). Dates whose order of day and month is a guess (`10/08/2015`) are not read: a wrong date
 * would be false evidence.
 *
 * A time without a zone is taken as UTC, whatever the machine's zone, so that results do not depend on it.
 */

import { asciiDigits, readWordsDate } from "./text/dates.js";

const ISO =
  /^(\d{4})(?:([-/]?)(\d{2})(?:\2(\d{2})(?:[Tt ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?)? ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;
const RFC822 =
  /^(?:[A-Za-z]{3,9},? +)?(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?: *(Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?$/;
const EPOCH = /^(\d{9,10}|\d{12,13})(?:\.\d+)?$/;

/** Gregorian dates begin with newspapers. */
const FIRST_YEAR = 1600;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
// Of the zone names of RFC 822 those that mean one thing.
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  UTC: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

export type TimeUnit = "year" | "month" | "day" | "minute" | "second";

interface Time {
  /** Milliseconds since 1970 of its earliest moment. */
  readonly instant: number;
  /** How precise it is. */
  readonly unit: TimeUnit;
  /** Minutes east of Greenwich, or null where none is given. */
  readonly zone: number | null;
  /** A day of the Islamic calendar alone, which moves with the moon's sighting: good to a day either side. */
  readonly isEitherSide?: boolean;
}

/**
 * Milliseconds since 1970-01-01T00:00Z at which the time begins (`2015-08` begins on the first of August),
 * or NaN for what is no time.
 */
export function publishedInstant(text: string): number {
  const instant = plainInstant(text);
  return Number.isNaN(instant) ? (readTime(text)?.instant ?? Number.NaN) : instant;
}

const DAY_MS = 86_400_000;

/**
 * The last moment that the time can mean, in milliseconds since 1970, or NaN: what documents are ordered by. A
 * date alone is the end of its day, since nothing shows that it came before what was sent that noon.
 */
export function latestInstant(text: string): number {
  const instant = plainInstant(text);
  if (!Number.isNaN(instant)) return text.length === 10 ? instant + DAY_MS - 1 : instant;
  const time = readTime(text);
  return time === null ? Number.NaN : lastMoment(time);
}

/** A time with all that is known of it. */
export interface TimeSpan {
  /** Milliseconds since 1970, first and last moment that the time can mean. */
  readonly from: number;
  readonly until: number;
  readonly unit: TimeUnit;
  /** Minutes east of Greenwich, or null where none is given. */
  readonly zone: number | null;
  /** Whether it is a day of the Islamic calendar alone: `from` and `until` are those of the days beside it. */
  readonly isEitherSide: boolean;
}

/** What `publishedInstant` and `latestInstant` read, at once and with its precision and zone; null for no time. */
export function timeSpan(text: string): TimeSpan | null {
  const time = readTime(text);
  if (time === null) return null;
  const { instant, unit, zone, isEitherSide = false } = time;
  return {
    from: isEitherSide ? instant - DAY_MS : instant,
    until: lastMoment(time),
    unit,
    zone,
    isEitherSide,
  };
}

function lastMoment({ instant, unit, isEitherSide }: Time): number {
  if (isEitherSide) return instant + 2 * DAY_MS - 1;
  if (unit === "minute" || unit === "second") return instant;
  const end = new Date(instant);
  if (unit === "year") end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (unit === "month") end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCDate(end.getUTCDate() + 1);
  return end.getTime() - 1;
}

/**
 * The commonest forms, `2015-08-10` and `2015-08-10 02:51:32` (or with T), without a regular expression: a
 * collection has one for each of its documents. NaN for everything else.
 */
function plainInstant(text: string): number {
  const withTime = text.length === 19;
  if (!withTime && text.length !== 10) return Number.NaN;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (
    !(
      year >= (withTime ? 1000 : FIRST_YEAR) &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysIn(year, month)
    )
  )
    return Number.NaN;
  const date = Date.UTC(year, month - 1, day);
  if (!withTime) return date;
  const between = text.charCodeAt(10);
  if (between !== 32 && between !== 84) return Number.NaN;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return date + ((hour * 60 + minute) * 60 + second) * 1000;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/**
 * The same time as ISO 8601, as precise as given and in the zone given: `Mon, 10 Aug 2015 12:56 +0300`
 * becomes `2015-08-10T12:56+03:00`. Undefined for what is no time, and for a day that ISO 8601 would make surer than it is.
 */
export function isoTime(text: string): string | undefined {
  const time = readTime(text);
  if (time === null || time.isEitherSide) return undefined;
  const local = new Date(time.instant + (time.zone ?? 0) * 60_000).toISOString();
  if (time.unit === "year") return local.slice(0, 4);
  if (time.unit === "month") return local.slice(0, 7);
  if (time.unit === "day") return local.slice(0, 10);
  const clock = time.unit === "minute" ? local.slice(0, 16) : local.slice(0, 23).replace(".000", "");
  return clock + zoneText(time.zone);
}

function zoneText(minutes: number | null): string {
  if (minutes === null) return "";
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

function readTime(raw: string): Time | null {
  const text = asciiDigits(raw.trim());
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, separator, month, day, hour, minute, second, fraction, zone] = iso;
    // `201508` could be a date of six digits in another order, `2015 +03` is no time.
    // A day before 1600 is one of another calendar.
    const isGregorian = day === undefined || hour !== undefined || Number(year) >= FIRST_YEAR;
    if (isGregorian && (separator !== "" || month === undefined || day !== undefined)) {
      const time = build(year, month, day, hour, minute, second, fraction, zone);
      if (time !== null) return time;
    }
  }
  const epoch = EPOCH.exec(text);
  if (epoch !== null) {
    const digits = epoch[1]!.length;
    return { instant: Math.trunc(Number(text) * (digits > 10 ? 1 : 1000)), unit: "second", zone: 0 };
  }
  const rfc = RFC822.exec(text);
  if (rfc !== null) {
    const [, day, month, year, hour, minute, second, zone] = rfc;
    const time = build(fullYear(year!), monthNumber(month!), day, hour, minute, second, undefined, zone);
    if (time !== null) return time;
  }
  return fromWords(raw);
}

function fromWords(raw: string): Time | null {
  const date = readWordsDate(raw);
  if (date === null) return null;
  const { day, minutes, seconds, zone, isEitherSide } = date;
  if (minutes === null || isEitherSide) return { instant: day, unit: "day", zone: null, isEitherSide };
  const instant = day + minutes * 60_000 + (seconds ?? 0) * 1000 - (zone ?? 0) * 60_000;
  return { instant, unit: seconds === null ? "minute" : "second", zone };
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  zoneName: string | undefined,
): Time | null {
  const zone = zoneMinutes(zoneName);
  if (Number.isNaN(zone) || (zone !== null && hour === undefined && month === undefined)) return null;
  const y = Number(year);
  const m = Number(month ?? 1);
  const d = Number(day ?? 1);
  const h = Number(hour ?? 0);
  const min = Number(minute ?? 0);
  const s = Math.min(Number(second ?? 0), 59); // a leap second reads as :59
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  if (h > 24 || (h === 24 && min + s > 0) || min > 59 || Number(second ?? 0) > 60) return null;
  const ms = fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000);
  return {
    instant: Date.UTC(y, m - 1, d, h, min, s, ms) - (zone ?? 0) * 60_000,
    unit: second ? "second" : hour ? "minute" : day ? "day" : month ? "month" : "year",
    zone,
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Null for no zone, NaN for one that is not known. */
function zoneMinutes(name: string | undefined): number | null {
  if (name === undefined) return null;
  const sign = name.charCodeAt(0);
  if (sign !== 43 && sign !== 45) return (ZONE_HOURS[name.toUpperCase()] ?? Number.NaN) * 60;
  const digits = name.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3) || 0);
  return sign === 45 ? -minutes : minutes;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 50 ? "20" : "19"}${year}`; // RFC 2822, 4.3
}

/** Days since 1970 in UTC; NaN for no time. */
export function dayOfInstant(instant: number): number {
  return Math.floor(instant / DAY_MS);
}
