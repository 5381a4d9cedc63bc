/** Numbers, months and weekdays that a change touches. */

import { foldedTokens, wordAt } from "../../language/words.js";
import { monthOf, weekdayOf } from "../../text/calendar.js";
import { type DayReading, readDay } from "../../text/days.js";
import { hijriMonthOf } from "../../text/hijri.js";
import { type NumberReading, readNumber } from "../../text/number-words.js";
import type { TokenisedText } from "../../text/tokenise.js";

export interface FactReading {
  readonly group: "number" | "month" | "weekday";
  readonly value: number;
  /** Null for months and weekdays. */
  readonly figure: NumberReading | null;
  /** Tokens [from, to) of the text. */
  readonly from: number;
  readonly to: number;
  /** Part of a date: a month, a weekday, or a number before or after a month. */
  readonly dated: boolean;
  /** The day that it is part of; null where no month is named. */
  readonly day: Day | null;
}

export interface Day extends DayReading {
  readonly from: number;
  readonly to: number;
}

/** Tokens around a change that a number may reach over: "five thousand" where only "thousand" changed. */
const REACH_TOKENS = 5;

/** Months of the Islamic calendar are told from the others by this. */
const HIJRI = 100;

/** What tokens [from, to) say and what reaches into them, within [least, most). */
export function readFacts(
  text: TokenisedText,
  from: number,
  to: number,
  least: number,
  most: number,
): FactReading[] {
  const first = Math.max(least, from - REACH_TOKENS);
  const last = Math.min(most, to + REACH_TOKENS);
  const readings: FactReading[] = [];
  if (isPlain(text, first, last)) return readings;
  const words = foldedTokens(text, first, last);
  const days = daysIn(words, first);
  const dayAt = (at: number): Day | null => days.find(({ from, to }) => at >= from && at < to) ?? null;
  const add = (
    group: FactReading["group"],
    at: number,
    length: number,
    value: number,
    figure: NumberReading | null = null,
  ): void => {
    const [begins, ends] = [first + at, first + at + length];
    const day = dayAt(begins);
    const dated = group !== "number" || day !== null || (isYear(value) && k > 0 && monthAt(words, k - 1) > 0);
    // An empty side is touched by what ends or begins there.
    const touches = from === to ? begins <= from && ends >= from : begins < to && ends > from;
    if (touches) readings.push({ group, value, figure, from: begins, to: ends, dated, day });
  };
  let k = 0;
  while (k < words.length) {
    const inDay = dayAt(first + k) !== null;
    if (wordAt(text, first + k).plain && !inDay) {
      k++;
      continue;
    }
    const number = readNumber(words, k);
    const two = inDay ? dayMonthOf(words, k, 2) : monthOf(`${words[k]} ${words[k + 1] ?? ""}`);
    const month = two > 0 ? two : inDay ? dayMonthOf(words, k, 1) : monthOf(words[k]!);
    const weekday = weekdayOf(words[k]!);
    const length = number !== null ? number.length : two > 0 ? 2 : 1;
    if (number !== null) add("number", k, length, number.value, number);
    else if (month > 0) add("month", k, length, month);
    else if (weekday >= 0) add("weekday", k, length, weekday);
    k += length;
  }
  return readings;
}

/** Days among words, of which the first is token `first` of the text. */
function daysIn(words: readonly string[], first: number): Day[] {
  const days: Day[] = [];
  for (let k = 0; k < words.length; ) {
    const day = readDay(words, k);
    if (day !== null) days.push({ ...day, from: first + k, to: first + k + day.length });
    k += day?.length ?? readNumber(words, k)?.length ?? 1;
  }
  return days;
}

/** The month that `length` words name inside a day: 1..12, of the Islamic calendar from 101 on; 0 for none. */
function dayMonthOf(words: readonly string[], at: number, length: 1 | 2): number {
  const name = words.slice(at, at + length).join(" ");
  const hijri = hijriMonthOf(name);
  return hijri > 0 ? HIJRI + hijri : monthOf(name);
}

/** Whether no number or date begins with any of tokens [from, to). */
export function isPlain(text: TokenisedText, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!wordAt(text, k).plain) return false;
  return true;
}

function isYear(value: number): boolean {
  return value >= 1300 && value <= 2100;
}

function monthAt(words: readonly string[], at: number): number {
  const word = words[at];
  return word === undefined ? 0 : monthOf(`${word} ${words[at + 1] ?? ""}`) || monthOf(word);
}
