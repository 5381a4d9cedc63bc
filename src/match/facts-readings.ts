/** Numbers, months and weekdays that a change touches. */
import { monthOf, weekdayOf } from "../text/calendar.js";
import { readNumber } from "../text/number-words.js";
import type { TokenisedText } from "../text/tokenise.js";
import { foldedTokens, wordAt } from "../text/words.js";

export interface FactReading {
  readonly group: "number" | "month" | "weekday";
  readonly value: number;
  /** Another value it may have (`NumberReading`); the same as `value` for most. */
  readonly other: number;
  /** Tokens [from, to) of the text. */
  readonly from: number;
  readonly to: number;
  /** Part of a date: a month, a weekday, or a number before or after a month. */
  readonly dated: boolean;
}

/** Tokens around a change that a number may reach over: "five thousand" where only "thousand" changed. */
const REACH_TOKENS = 3;

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
  const add = (
    group: FactReading["group"],
    value: number,
    at: number,
    length: number,
    dated: boolean,
    other = value,
  ): void => {
    const reading = { group, value, other, from: first + at, to: first + at + length, dated };
    // An empty side is touched by what ends or begins there.
    const touches =
      from === to ? reading.from <= from && reading.to >= from : reading.from < to && reading.to > from;
    if (touches) readings.push(reading);
  };
  for (let k = 0; k < words.length; ) {
    if (wordAt(text, first + k).plain) {
      k++;
      continue;
    }
    const number = readNumber(words, k);
    if (number !== null) {
      const dayOfMonth = number.value <= 31 && monthAt(words, k + number.length) > 0;
      const dated = dayOfMonth || (isYear(number.value) && k > 0 && monthAt(words, k - 1) > 0);
      add("number", number.value, k, number.length, dated, number.other);
      k += number.length;
      continue;
    }
    const two = monthOf(`${words[k]} ${words[k + 1] ?? ""}`);
    const month = two > 0 ? two : monthOf(words[k]!);
    if (month > 0) {
      add("month", month, k, two > 0 ? 2 : 1, true);
      k += two > 0 ? 2 : 1;
      continue;
    }
    const weekday = weekdayOf(words[k]!);
    if (weekday >= 0) add("weekday", weekday, k, 1, true);
    k++;
  }
  return readings;
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
