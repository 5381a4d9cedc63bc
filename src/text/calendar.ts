/**
 * Words of the calendar, folded as `foldLetters` does: months in the Gregorian, Levantine and Maghrebi names of
 * Arabic, in English and French; weekdays; words for days that move with the date of the article.
 */

const MONTHS: readonly (readonly string[])[] = [
  ["يناير", "كانون الثاني", "جانفي", "january", "jan", "janvier"],
  ["فبراير", "شباط", "فيفري", "february", "feb", "février"],
  ["مارس", "اذار", "march", "mars"],
  ["ابريل", "نيسان", "افريل", "april", "apr", "avril"],
  ["مايو", "ايار", "ماي", "may", "mai"],
  ["يونيو", "يونيه", "حزيران", "جوان", "june", "juin"],
  ["يوليو", "يوليه", "تموز", "جويليه", "july", "juillet"],
  ["اغسطس", "اب", "اوت", "august", "aug", "août"],
  ["سبتمبر", "ايلول", "september", "sept", "septembre"],
  ["اكتوبر", "تشرين الاول", "october", "oct", "octobre"],
  ["نوفمبر", "تشرين الثاني", "november", "nov", "novembre"],
  ["ديسمبر", "كانون الاول", "december", "dec", "décembre"],
];

const WEEKDAYS: readonly (readonly string[])[] = [
  ["الاحد", "sunday", "dimanche"],
  ["الاثنين", "الاتنين", "monday", "lundi"],
  ["الثلاثاء", "tuesday", "mardi"],
  ["الاربعاء", "wednesday", "mercredi"],
  ["الخميس", "thursday", "jeudi"],
  ["الجمعه", "friday", "vendredi"],
  ["السبت", "saturday", "samedi"],
];

const RELATIVE_DAYS: readonly string[] = [
  "امس",
  "اليوم",
  "البارحه",
  "غدا",
  "today",
  "yesterday",
  "tomorrow",
  "hier",
  "demain",
];

const PARTICLES = "وفبل";
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));
const WEEKDAY_OF = new Map(WEEKDAYS.flatMap((names, day) => names.map((name) => [name, day] as const)));
const RELATIVE_DAY = new Set(RELATIVE_DAYS);

/** 1..12 for the name of a month, of one word or two; 0 for none. A leading و ف ب ل is allowed. */
export function monthOf(folded: string): number {
  return MONTH_OF.get(folded) ?? MONTH_OF.get(withoutParticle(folded)) ?? 0;
}

/** 0 (Sunday) .. 6 for the name of a weekday; -1 for none. */
export function weekdayOf(folded: string): number {
  return WEEKDAY_OF.get(folded) ?? WEEKDAY_OF.get(withoutParticle(folded)) ?? -1;
}

/** Whether a word alone names a day by its distance from the day of writing. */
export function isRelativeDay(folded: string): boolean {
  return RELATIVE_DAY.has(folded) || RELATIVE_DAY.has(withoutParticle(folded));
}

/** Whether the word is the first of the two that name a Levantine month: كانون, تشرين. */
export function beginsLevantineMonth(folded: string): boolean {
  return LEVANTINE_FIRST.has(folded) || LEVANTINE_FIRST.has(withoutParticle(folded));
}

const LEVANTINE_FIRST = new Set(["كانون", "تشرين"]);

function withoutParticle(folded: string): string {
  return folded.length > 3 && PARTICLES.includes(folded[0]!) ? folded.slice(1) : folded;
}
