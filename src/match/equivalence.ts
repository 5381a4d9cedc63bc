/**
 * What says the same in other letters or forms, inside the places where two aligned texts differ: digits and
 * number words, month names, per cent, a day named by its name or by its distance, proclitics, spellings of
 * names, words written together or apart, trimmed honorifics.
 * In: a region of unequal tokens. Out: the edits it falls into, equivalent ones apart from the rest.
 */
import { isRelativeDay, monthOf, weekdayOf } from "../text/calendar.js";
import { isHonorific } from "../text/honorifics.js";
import { foldLetters } from "../text/letters.js";
import { readNumber } from "../text/number-words.js";
import type { TokenisedText } from "../text/tokenise.js";
import { sameWord } from "./equivalence-words.js";
import type { TokenEdit } from "./passages.js";
import type { Region } from "./passages-edits.js";

/** Regions longer than this on a side are other text, not other forms: they are left as they are. */
const MAX_REGION_TOKENS = 24;

/** Something that one to nine tokens say, in a form that can be compared. */
interface Reading {
  readonly key: string;
  readonly length: number;
}

export function equivalentRegions(a: TokenisedText, b: TokenisedText, region: Region): TokenEdit[] {
  const sizeA = region.a1 - region.a0;
  const sizeB = region.b1 - region.b0;
  if (sizeA > MAX_REGION_TOKENS || sizeB > MAX_REGION_TOKENS) return [{ ...region, equivalent: false }];
  const wordsA = foldedTokens(a, region.a0, region.a1);
  const wordsB = foldedTokens(b, region.b0, region.b1);
  const edits =
    sizeA === 0 || sizeB === 0 ? [{ ...region, equivalent: false }] : facing(wordsA, wordsB, region);
  return edits.map((edit) => (edit.equivalent ? edit : { ...edit, equivalent: saysNothing(a, b, edit) }));
}

export function foldedTokens(text: TokenisedText, from: number, to: number): string[] {
  const folded: string[] = [];
  for (let k = from; k < to; k++) folded.push(foldLetters(text.text.slice(text.starts[k]!, text.ends[k]!)));
  return folded;
}

/** Aligns the words of both sides by what they say; most words covered wins. */
function facing(wordsA: string[], wordsB: string[], region: Region): TokenEdit[] {
  const readingsA = wordsA.map((_, k) => readingsAt(wordsA, k));
  const readingsB = wordsB.map((_, k) => readingsAt(wordsB, k));
  const width = wordsB.length + 1;
  const score = new Int32Array((wordsA.length + 1) * width);
  const takeA = new Uint8Array(score.length);
  const takeB = new Uint8Array(score.length);
  for (let x = wordsA.length - 1; x >= 0; x--) {
    for (let y = wordsB.length - 1; y >= 0; y--) {
      const at = x * width + y;
      let best = score[at + width]!;
      let bestA = 0;
      let bestB = 0;
      if (score[at + 1]! > best) best = score[at + 1]!;
      const consider = (lengthA: number, lengthB: number): void => {
        const value = score[at + lengthA * width + lengthB]! + 2 * (lengthA + lengthB) - 1;
        if (value <= best) return;
        best = value;
        bestA = lengthA;
        bestB = lengthB;
      };
      for (const p of readingsA[x]!) {
        for (const q of readingsB[y]!) if (sameReading(p.key, q.key)) consider(p.length, q.length);
      }
      if (sameWord(wordsA[x]!, wordsB[y]!)) consider(1, 1);
      if (wordsA[x]! + (wordsA[x + 1] ?? "") === wordsB[y] && x + 1 < wordsA.length) consider(2, 1);
      if (wordsB[y]! + (wordsB[y + 1] ?? "") === wordsA[x] && y + 1 < wordsB.length) consider(1, 2);
      score[at] = best;
      takeA[at] = bestA;
      takeB[at] = bestB;
    }
  }
  return traced(region, width, score, takeA, takeB);
}

function traced(
  region: Region,
  width: number,
  score: Int32Array,
  takeA: Uint8Array,
  takeB: Uint8Array,
): TokenEdit[] {
  const { a0, a1, b0, b1 } = region;
  const edits: TokenEdit[] = [];
  let doneX = 0;
  let doneY = 0;
  const flush = (x: number, y: number): void => {
    if (x > doneX || y > doneY) {
      edits.push({ a0: a0 + doneX, a1: a0 + x, b0: b0 + doneY, b1: b0 + y, equivalent: false });
    }
  };
  let x = 0;
  let y = 0;
  while (x < a1 - a0 && y < b1 - b0) {
    const at = x * width + y;
    const lengthA = takeA[at]!;
    if (lengthA === 0) {
      if (score[at + width]! === score[at]!) x++;
      else y++;
      continue;
    }
    flush(x, y);
    const nextX = x + lengthA;
    const nextY = y + takeB[at]!;
    edits.push({ a0: a0 + x, a1: a0 + nextX, b0: b0 + y, b1: b0 + nextY, equivalent: true });
    x = doneX = nextX;
    y = doneY = nextY;
  }
  flush(a1 - a0, b1 - b0);
  return edits;
}

/** A day named by its distance from the day of writing may be any weekday; two weekdays are two days. */
function sameReading(x: string, y: string): boolean {
  if (x === y) return true;
  const days = x[0] === "d" && y[0] === "d";
  return days && (x === RELATIVE_DAY || y === RELATIVE_DAY);
}

const RELATIVE_DAY = "d";

function readingsAt(words: readonly string[], at: number): Reading[] {
  const readings: Reading[] = [];
  const word = words[at]!;
  const number = readNumber(words, at);
  if (number !== null) {
    readings.push({ key: `n${number.value}`, length: number.length });
    if (number.other !== undefined) readings.push({ key: `n${number.other}`, length: number.length });
  }
  const month = monthAt(words, at);
  if (month !== null) readings.push(month);
  const weekday = weekdayOf(word);
  if (weekday >= 0) {
    readings.push({ key: `d${weekday}`, length: 1 });
    // "أمس السبت" against "السبت"
    if (isRelativeDay(words[at + 1] ?? "")) readings.push({ key: `d${weekday}`, length: 2 });
  } else if (isRelativeDay(word)) {
    readings.push({ key: RELATIVE_DAY, length: 1 });
    const next = weekdayOf(words[at + 1] ?? "");
    if (next >= 0) readings.push({ key: `d${next}`, length: 2 });
  }
  const percent = percentLength(words, at);
  if (percent > 0) readings.push({ key: "%", length: percent });
  return readings;
}

/** A month in one name or in two that mean the same: "تموز (يوليو)". */
function monthAt(words: readonly string[], at: number): Reading | null {
  const first = monthOfWords(words, at);
  if (first === null) return null;
  const second = monthOfWords(words, at + first.length);
  return second?.key === first.key ? { key: first.key, length: first.length + second.length } : first;
}

function monthOfWords(words: readonly string[], at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  const two = monthOf(`${word} ${words[at + 1] ?? ""}`);
  if (two > 0) return { key: `m${two}`, length: 2 };
  const one = monthOf(word);
  return one > 0 ? { key: `m${one}`, length: 1 } : null;
}

const HUNDRED = new Set(["المئه", "المائه", "الميه"]);
const PER_HUNDRED = new Set(["بالمئه", "بالمائه", "بالميه", "percent", "pct"]);

/** Tokens that say "per cent" from `at` on; 0 for none. */
function percentLength(words: readonly string[], at: number): number {
  const word = words[at]!;
  const next = words[at + 1] ?? "";
  if (PER_HUNDRED.has(word)) return 1;
  if ((word === "في" && HUNDRED.has(next)) || (word === "per" && next === "cent")) return 2;
  return 0;
}

/** An edit with one side empty that adds nothing: honorifics, or "per cent" where the other side has the sign. */
function saysNothing(a: TokenisedText, b: TokenisedText, edit: Region): boolean {
  const inA = edit.a1 > edit.a0;
  if (inA && edit.b1 > edit.b0) return false;
  const [text, from, to] = inA ? ([a, edit.a0, edit.a1] as const) : ([b, edit.b0, edit.b1] as const);
  const [other, at] = inA ? ([b, edit.b0] as const) : ([a, edit.a0] as const);
  const words = foldedTokens(text, from, to);
  if (words.length > 0 && words.every(isHonorific)) return true;
  const before = at > 0 ? other.ends[at - 1]! : 0;
  const between = other.text.slice(before, other.starts[at] ?? other.text.length);
  if (percentLength(words, 0) === words.length && /[%٪]/u.test(between)) return true;
  const month = monthAt(words, 0);
  if (month === null || month.length !== words.length) return false;
  const neighbours = foldedTokens(other, Math.max(0, at - 2), Math.min(other.ids.length, at + 2));
  return neighbours.some((_, k) => monthOfWords(neighbours, k)?.key === month.key);
}
