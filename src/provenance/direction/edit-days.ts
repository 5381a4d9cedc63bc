/** Days as a text names them: by their distance from the day of writing, or by their own name. */
import { weekdayOf } from "../../text/calendar.js";
import { foldLetters } from "../../text/letters.js";

/** How far an event has receded, by folded words: the later the day of writing, the more. */
const RECEDED: readonly (readonly string[])[] = [
  ["غدا", "tomorrow", "demain"],
  ["اليوم", "today", "aujourd hui"],
  ["امس", "البارحه", "yesterday", "hier"],
  ["اول من امس", "اول امس", "امس الاول", "the day before yesterday", "avant hier"],
];
const RECEDED_BY = new Map(RECEDED.flatMap((names, days) => names.map((name) => [name, days] as const)));
const MOST_WORDS = 4;
/** Tatweel and vowel signs inside a name hide it. */
const MARKED = /[\u0640\u064b-\u0652]/u;
/** In every name of a day; most words can be passed over by it. */
const DAY =
  /يوم|[أا]مس|بارح|غدا|سبت|[أا]حد|[تث]نين|ثلاثاء|ربعاء|خميس|جمع|day|tomorrow|demain|hier|aujourd|lundi|mardi|credi|jeudi|vendredi|samedi|dimanche/iu;

export interface NamedDay {
  /** Days from the day after the event to the day of writing; null where the words do not say. */
  readonly receded: number | null;
  readonly weekday: boolean;
}

/** Null where the words name no day. */
export function dayIn(words: string): NamedDay | null {
  if (!DAY.test(words) && !MARKED.test(words)) return null;
  const folded = words
    .split(/[^\p{L}\p{M}ـ]+/u)
    .map(foldLetters)
    .filter(Boolean);
  const weekday = folded.some((word) => weekdayOf(word) >= 0);
  const receded = recededIn(folded);
  return receded === null && !weekday ? null : { receded, weekday };
}

/** The longest name wins: "the day before yesterday" is not yesterday. */
function recededIn(folded: readonly string[]): number | null {
  for (let length = MOST_WORDS; length > 0; length--) {
    for (let at = 0; at + length <= folded.length; at++) {
      const name = folded.slice(at, at + length).join(" ");
      const days = RECEDED_BY.get(name) ?? RECEDED_BY.get(name.replace(/^[وفل](?=.{3})/u, ""));
      if (days !== undefined) return days;
    }
  }
  return null;
}
