/**
 * Days of the Islamic calendar as Saudi agencies write them (Umm al-Qura). The sighting of the moon moves a month by a
 * day from country to country, so a date is good to a day either side.
 */

const MONTHS: readonly (readonly string[])[] = [
  ["محرم", "المحرم"],
  ["صفر"],
  ["ربيع الاول", "ربيع اول"],
  ["ربيع الثاني", "ربيع الاخر", "ربيع اخر"],
  ["جمادي الاولي", "جمادي الاول"],
  ["جمادي الاخره", "جمادي الثانيه", "جمادي الاخر", "جمادي الثاني"],
  ["رجب"],
  ["شعبان"],
  ["رمضان"],
  ["شوال"],
  ["ذو القعده", "ذي القعده", "ذوالقعده", "ذيالقعده"],
  ["ذو الحجه", "ذي الحجه", "ذوالحجه", "ذيالحجه"],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));

/** 1..12 for the name of a month, one word or two, folded as `foldLetters` does; 0 for none. */
export function hijriMonthOf(folded: string): number {
  return MONTH_OF.get(folded) ?? 0;
}

const BEGINS = new Set([...MONTH_OF.keys()].map((name) => name.split(" ")[0]!));

/** Whether the name of a month may begin with the word. */
export function beginsHijriMonth(folded: string): boolean {
  return BEGINS.has(folded);
}

const DAY_MS = 86_400_000;
/** 1 Muharram 1 in the arithmetic calendar, as a day since 1970. */
const EPOCH_DAY = -492_148;
/** The arithmetic calendar and Umm al-Qura differ by this many days at most in the years below. */
const REACH_DAYS = 3;

/**
 * Milliseconds since 1970 at which the day begins in UTC, or NaN for a day that is none. Years 1300..1600: 1882 to
 * 2174. Starts from the arithmetic calendar (Reingold & Dershowitz, Calendrical Calculations) and looks around it.
 */
export function hijriDay(year: number, month: number, day: number): number {
  if (!(year >= 1300 && year <= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= 30))
    return Number.NaN;
  const guess =
    EPOCH_DAY +
    354 * (year - 1) +
    Math.floor((3 + 11 * year) / 30) +
    29 * (month - 1) +
    Math.floor(month / 2) +
    day -
    1;
  for (let step = 0; step <= 2 * REACH_DAYS; step++) {
    const at = (guess + (step % 2 === 0 ? step / 2 : -(step + 1) / 2)) * DAY_MS;
    const [m, d, y] = formatter().format(at).split(/\D+/).map(Number);
    if (y === year && m === month && d === day) return at;
  }
  return Number.NaN;
}

let made: Intl.DateTimeFormat | undefined;
function formatter(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat("en-US-u-ca-islamic-umalqura-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return made;
}
