/** The day that a page's address names: `/2015/07/20/`, `/20150720/`, `/2015-07-20-`. */
import { DAY_MS } from "./in-text.js";

const PATTERNS = [
  /[/_=-]((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/gu,
  /[/_=]((?:19|20)\d{2})()(\d{2})(\d{2})(?=[/_.-]|$)/gu,
] as const;
/** An address that names two days tells none. */
const MOST_DAYS = 1;

/** Milliseconds since 1970 at which the day begins in UTC; null where the address names none, or several. */
export function dayInUrl(url: string): number | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/iu, "").replace(/[?#].*$/u, "");
  const days = new Set<number>();
  for (const pattern of PATTERNS) {
    for (const [, year, , month, day] of path.matchAll(pattern)) {
      const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
      const date = new Date(at);
      if (date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)) days.add(at);
    }
  }
  return days.size === MOST_DAYS ? [...days][0]! : null;
}

/** The last moment of a day. */
export function endOfDay(day: number): number {
  return day + DAY_MS - 1;
}
