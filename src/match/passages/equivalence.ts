/**
 * What says the same in other letters or forms, inside the places where two aligned texts differ: digits and
 * number words, month names, per cent, a day named by its name or by its distance, proclitics, spellings of
 * names, words written together or apart, trimmed honorifics.
 * In: a region of unequal tokens. Out: the edits it falls into, equivalent ones apart from the rest.
 */

import { type Word, wordAt } from "../../language/words.js";
import { monthOf } from "../../text/calendar.js";
import { sameFigure } from "../../text/figures.js";
import { type NumberReading, readNumber } from "../../text/number-words.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Region } from "../align/edits.js";
import { isJoined, sameWord } from "./equivalence-words.js";
import type { TokenEdit } from "./token-passage.js";

/** Regions longer than this on a side are other text, not other forms: they are left as they are. */
const MAX_REGION_TOKENS = 24;

/** Something that one to nine tokens say, in a form that can be compared. */
interface Reading {
  readonly key: string;
  readonly length: number;
  readonly figure?: NumberReading;
}

/** Appends them to `edits`, which it returns. A region of the pair at hand is looked into once. */
export function equivalentRegions(
  a: TokenisedText,
  b: TokenisedText,
  region: Region,
  edits: TokenEdit[] = [],
): TokenEdit[] {
  const { a0, a1, b0, b1 } = region;
  const sizeA = a1 - a0;
  const sizeB = b1 - b0;
  if (sizeA > MAX_REGION_TOKENS || sizeB > MAX_REGION_TOKENS) {
    edits.push({ a0, a1, b0, b1, equivalent: false });
  } else if (sizeA === 0 || sizeB === 0) {
    edits.push({ a0, a1, b0, b1, equivalent: isNothing(a, b, a0, a1, b0, b1) });
  } else if (sizeA === 1 && sizeB === 1) {
    edits.push({ a0, a1, b0, b1, equivalent: sayTheSame(wordAt(a, a0), wordAt(b, b0)) });
  } else if (!known.addTo(edits, a, b, region)) {
    const from = edits.length;
    facing(a, b, region, edits);
    known.keep(edits, from, region);
  }
  return edits;
}

/** What regions of one pair fall into; at most one region that begins at a token of a is remembered. */
class KnownRegions {
  #a: TokenisedText | null = null;
  #b: TokenisedText | null = null;
  /** Token of a -> 1 + the number of the region that begins there. */
  #numberAt = new Int32Array(512);
  readonly #regions: Region[] = [];
  readonly #edits: (readonly TokenEdit[])[] = [];

  /** Whether the region of this pair is known; if so, its edits are added. */
  addTo(edits: TokenEdit[], a: TokenisedText, b: TokenisedText, { a0, a1, b0, b1 }: Region): boolean {
    if (this.#a !== a || this.#b !== b) {
      this.#forget(a, b);
      return false;
    }
    const number = this.#numberAt[a0]! - 1;
    if (number < 0) return false;
    const known = this.#regions[number]!;
    if (known.a1 !== a1 || known.b0 !== b0 || known.b1 !== b1) return false;
    for (const edit of this.#edits[number]!) edits.push(edit);
    return true;
  }

  /** The region of the last pair asked for falls into the edits from `from` on. */
  keep(edits: readonly TokenEdit[], from: number, region: Region): void {
    this.#regions.push(region);
    this.#edits.push(edits.slice(from));
    this.#numberAt[region.a0] = this.#regions.length;
  }

  #forget(a: TokenisedText, b: TokenisedText): void {
    for (const { a0 } of this.#regions) this.#numberAt[a0] = 0;
    this.#regions.length = 0;
    this.#edits.length = 0;
    if (this.#numberAt.length < a.ids.length) this.#numberAt = new Int32Array(2 * a.ids.length);
    this.#a = a;
    this.#b = b;
  }
}

const known = new KnownRegions();

/** Whether the one side adds nothing where the other is empty. */
function isNothing(
  a: TokenisedText,
  b: TokenisedText,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): boolean {
  return a1 > a0 ? saysNothing(a, a0, a1, b, b0) : saysNothing(b, b0, b1, a, a0);
}

function wordsOf(text: TokenisedText, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (let k = from; k < to; k++) words.push(wordAt(text, k));
  return words;
}

/** Two single words. */
function sayTheSame(wordA: Word, wordB: Word): boolean {
  if (sameWord(wordA, wordB)) return true;
  if (wordA.plain || wordB.plain) return false;
  const readingsA = readingsAt([wordA], 0);
  return readingsA.length > 0 && readingsAt([wordB], 0).some((q) => readingsA.some((p) => sameReading(p, q)));
}

// Of a region's dynamic program: one cell for each pair of places.
const CELLS = (MAX_REGION_TOKENS + 1) * (MAX_REGION_TOKENS + 1);
const score = new Int32Array(CELLS);
const takeA = new Uint8Array(CELLS);
const takeB = new Uint8Array(CELLS);

/** Aligns the words of both sides by what they say; most words covered wins. */
function facing(a: TokenisedText, b: TokenisedText, region: Region, edits: TokenEdit[]): void {
  const wordsA = wordsOf(a, region.a0, region.a1);
  const wordsB = wordsOf(b, region.b0, region.b1);
  const read = !wordsA.every(isPlain) && !wordsB.every(isPlain);
  const readingsA = read ? wordsA.map((_, k) => readingsAt(wordsA, k)) : NO_READINGS;
  const readingsB = read ? wordsB.map((_, k) => readingsAt(wordsB, k)) : NO_READINGS;
  const width = wordsB.length + 1;
  score.fill(0, 0, (wordsA.length + 1) * width);
  for (let x = wordsA.length - 1; x >= 0; x--) {
    const wordA = wordsA[x]!;
    const afterA = wordsA[x + 1];
    for (let y = wordsB.length - 1; y >= 0; y--) {
      const at = x * width + y;
      const wordB = wordsB[y]!;
      const afterB = wordsB[y + 1];
      takeA[at] = 0;
      score[at] = Math.max(score[at + width]!, score[at + 1]!);
      if (read && readingsA[x]!.length > 0 && readingsB[y]!.length > 0) {
        for (const p of readingsA[x]!) {
          for (const q of readingsB[y]!) if (sameReading(p, q)) take(at, width, p.length, q.length);
        }
      }
      if (sameWord(wordA, wordB)) take(at, width, 1, 1);
      if (afterA !== undefined && isJoined(wordB.folded, wordA.folded, afterA.folded)) take(at, width, 2, 1);
      if (afterB !== undefined && isJoined(wordA.folded, wordB.folded, afterB.folded)) take(at, width, 1, 2);
    }
  }
  trace(a, b, region, width, edits);
}

const NO_READINGS: readonly (readonly Reading[])[] = [];

function isPlain(word: Word): boolean {
  return word.plain;
}

function take(at: number, width: number, lengthA: number, lengthB: number): void {
  const value = score[at + lengthA * width + lengthB]! + 2 * (lengthA + lengthB) - 1;
  if (value <= score[at]!) return;
  score[at] = value;
  takeA[at] = lengthA;
  takeB[at] = lengthB;
}

function trace(a: TokenisedText, b: TokenisedText, region: Region, width: number, edits: TokenEdit[]): void {
  const { a0, a1, b0, b1 } = region;
  let doneX = 0;
  let doneY = 0;
  const flush = (x: number, y: number): void => {
    if (x === doneX && y === doneY) return;
    const oneSided = x === doneX || y === doneY;
    const equivalent = oneSided && isNothing(a, b, a0 + doneX, a0 + x, b0 + doneY, b0 + y);
    edits.push({ a0: a0 + doneX, a1: a0 + x, b0: b0 + doneY, b1: b0 + y, equivalent });
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
}

/** A day named by its distance from the day of writing may be any weekday; two weekdays are two days. */
function sameReading(x: Reading, y: Reading): boolean {
  if (x.figure !== undefined || y.figure !== undefined) {
    return x.figure !== undefined && y.figure !== undefined && sameFigure(x.figure, y.figure);
  }
  if (x.key === y.key) return true;
  const days = x.key[0] === "d" && y.key[0] === "d";
  return days && (x.key === RELATIVE_DAY || y.key === RELATIVE_DAY);
}

const RELATIVE_DAY = "d";

const NOTHING: readonly Reading[] = [];

function readingsAt(words: readonly Word[], at: number): readonly Reading[] {
  const word = words[at]!;
  if (word.plain) return NOTHING;
  const readings: Reading[] = [];
  const number = word.beginsNumber ? readNumber(foldedFrom(words, at), 0) : null;
  if (number !== null) readings.push({ key: "n", length: number.length, figure: number });
  const month = monthAt(words, at);
  if (month !== null) readings.push(month);
  const next = words[at + 1];
  if (word.weekday >= 0) {
    readings.push({ key: `d${word.weekday}`, length: 1 });
    // "السبت أمس" against "السبت"
    if (next?.relativeDay) readings.push({ key: `d${word.weekday}`, length: 2 });
  } else if (word.relativeDay) {
    readings.push({ key: RELATIVE_DAY, length: 1 });
    if (next !== undefined && next.weekday >= 0) readings.push({ key: `d${next.weekday}`, length: 2 });
  }
  const percent = percentLength(words, at);
  if (percent > 0) readings.push({ key: "%", length: percent });
  return readings;
}

function foldedFrom(words: readonly Word[], at: number): string[] {
  const folded: string[] = [];
  for (let k = at; k < words.length; k++) folded.push(words[k]!.folded);
  return folded;
}

/** A month in one name or in two that mean the same: "تموز (يوليو)". */
function monthAt(words: readonly Word[], at: number): Reading | null {
  const first = monthOfWords(words, at);
  if (first === null) return null;
  const second = monthOfWords(words, at + first.length);
  return second?.key === first.key ? { key: first.key, length: first.length + second.length } : first;
}

function monthOfWords(words: readonly Word[], at: number): Reading | null {
  const word = words[at];
  if (word === undefined || word.plain) return null;
  const next = words[at + 1];
  const two = word.beginsMonth && next !== undefined ? monthOf(`${word.folded} ${next.folded}`) : 0;
  if (two > 0) return { key: `m${two}`, length: 2 };
  return word.month > 0 ? { key: `m${word.month}`, length: 1 } : null;
}

const HUNDRED = new Set(["المئه", "المائه", "الميه"]);

/** Tokens that say "per cent" from `at` on; 0 for none. */
function percentLength(words: readonly Word[], at: number): number {
  const word = words[at]!;
  if (word.percent === 0) return 0;
  if (word.percent === 1) return 1;
  const next = words[at + 1]?.folded ?? "";
  return HUNDRED.has(next) || next === "cent" ? 2 : 0;
}

/**
 * Whether tokens [from, to) of a text, with nothing facing them at token `at` of the other text, add
 * nothing: honorifics, "per cent" where the other side has the sign, the second name of a month.
 */
function saysNothing(
  text: TokenisedText,
  from: number,
  to: number,
  other: TokenisedText,
  at: number,
): boolean {
  const first = wordAt(text, from);
  if (first.honorific && wordsOf(text, from + 1, to).every((word) => word.honorific)) return true;
  if (to - from > 4 || first.plain) return false;
  const words = wordsOf(text, from, to);
  if (percentLength(words, 0) === words.length) {
    const before = at > 0 ? other.ends[at - 1]! : 0;
    if (/[%٪]/u.test(other.text.slice(before, other.starts[at] ?? other.text.length))) return true;
  }
  const month = monthAt(words, 0);
  if (month === null || month.length !== words.length) return false;
  const neighbours = wordsOf(other, Math.max(0, at - 2), Math.min(other.ids.length, at + 2));
  return neighbours.some((_, k) => monthOfWords(neighbours, k)?.key === month.key);
}
