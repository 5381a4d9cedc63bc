/** Days of the Persian (solar Hijri) calendar, by the tables of Intl. */
import { foldLetters } from "./letters.js";

const MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
  .split(" ")
  .map(foldLetters);

/** 1..12 for the name of a month, folded as `foldLetters` does; 0 for none. */
export function jalaliMonthOf(folded: string): number {
  return MONTHS.indexOf(folded) + 1;
}

const DAY_MS = 86_400_000;
/** The year begins at the spring equinox: 20 to 22 March. */
const FIRST_DAY = [2, 21] as const;
const YEARS_APART = 621;
const REACH_DAYS = 3;

/** Milliseconds since 1970 at which the day begins in UTC, or NaN for a day that is none. */
export function jalaliDay(year: number, month: number, day: number): number {
  if (!(year >= 1200 && year <= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= 31))
    return Number.NaN;
  const before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  const guess = Date.UTC(year + YEARS_APART, ...FIRST_DAY) + (before + day - 1) * DAY_MS;
  for (let step = -REACH_DAYS; step <= REACH_DAYS; step++) {
    const at = guess + step * DAY_MS;
    const [m, d, y] = formatter().format(at).split(/\D+/).map(Number);
    if (y === year && m === month && d === day) return at;
  }
  return Number.NaN;
}

let made: Intl.DateTimeFormat | undefined;
function formatter(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat("en-US-u-ca-persian-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return made;
}
