/**
 * What lexicons say of a word, worked out once for every spelling and kept: the same few thousand words come
 * back in every pair of texts.
 */
import { beginsFormula } from "./boilerplate.js";
import { isRelativeDay, monthOf, weekdayOf } from "./calendar.js";
import { isHonorific } from "./honorifics.js";
import { foldLetters, withoutProclitics } from "./letters.js";
import { beginsNumber } from "./number-words.js";
import { stemOf } from "./stems.js";
import type { TokenisedText } from "./tokenise.js";

const PER_HUNDRED = new Set(["بالمئه", "بالمائه", "بالميه", "percent", "pct"]);
const LATIN = /^[a-z\u00df-\u024f]/u;

export class Word {
  readonly folded: string;
  readonly beginsNumber: boolean;
  /** 1..12, or 0. */
  readonly month: number;
  /** 0..6, or -1. */
  readonly weekday: number;
  readonly relativeDay: boolean;
  readonly honorific: boolean;
  /** Begins with a Latin letter. */
  readonly latin: boolean;
  /** Whether the word may be the first of the two that name a Levantine month. */
  readonly beginsMonth: boolean;
  /** 1: the word says "per cent"; 2: it may with the next; 0: neither. */
  readonly percent: 0 | 1 | 2;
  /** A known formula may begin with the word. */
  readonly beginsFormula: boolean;
  /** No number, date or per cent begins with the word. */
  readonly plain: boolean;
  #stem = -1;
  #forms: readonly string[] | undefined;

  constructor(raw: string) {
    this.folded = foldLetters(raw);
    this.beginsNumber = beginsNumber(this.folded);
    this.month = monthOf(this.folded);
    this.weekday = weekdayOf(this.folded);
    this.relativeDay = isRelativeDay(this.folded);
    this.honorific = isHonorific(this.folded);
    this.latin = LATIN.test(this.folded);
    this.beginsMonth = monthOf(`${this.folded} الاول`) > 0;
    this.percent = PER_HUNDRED.has(this.folded) ? 1 : this.folded === "في" || this.folded === "per" ? 2 : 0;
    const dated = this.month > 0 || this.weekday >= 0 || this.relativeDay || this.beginsMonth;
    this.beginsFormula = beginsFormula(this.folded);
    this.plain = !dated && !this.beginsNumber && this.percent === 0;
  }

  /** Hash of the stem; `NO_STEM` for a word that is too short to have one. */
  get stem(): number {
    if (this.#stem < 0) this.#stem = stemHash(stemOf(this.folded));
    return this.#stem;
  }

  /** Without proclitics, one by one, and without hamza and the alef of tanwin; the whole word first. */
  get bareForms(): readonly string[] {
    this.#forms ??= withoutProclitics(withoutHamza(this.folded)).map(withoutTanwin);
    return this.#forms;
  }
}

export const NO_STEM = 0;

/** FNV-1a over UTF-16 code units, 31 bits. */
function stemHash(stem: string): number {
  if (stem === "") return NO_STEM;
  let hash = 0x811c9dc5;
  for (let k = 0; k < stem.length; k++) hash = Math.imul(hash ^ stem.charCodeAt(k), 0x01000193);
  return hash >>> 1;
}

/** Spellings kept; beyond it the store starts anew. Some 20 MB. */
const MOST_WORDS = 100_000;

/** Longer slices keep the text they were cut from in memory (V8), so they are not stored. */
const MOST_STORED_LETTERS = 12;

const words = new Map<string, Word>();

/** The word that token `at` of the text is. */
export function wordAt(text: TokenisedText, at: number): Word {
  return wordOf(text.text.slice(text.starts[at]!, text.ends[at]!));
}

/** The folded letters of tokens [from, to). */
export function foldedTokens(text: TokenisedText, from: number, to: number): string[] {
  const folded: string[] = [];
  for (let k = from; k < to; k++) folded.push(wordAt(text, k).folded);
  return folded;
}

export function wordOf(raw: string): Word {
  let word = words.get(raw);
  if (word === undefined) {
    if (words.size >= MOST_WORDS) words.clear();
    word = new Word(raw);
    if (raw.length <= MOST_STORED_LETTERS) words.set(raw, word);
  }
  return word;
}

function withoutHamza(word: string): string {
  return word.replace(/ؤ/gu, "و").replace(/ئ/gu, "ي").replace(/ء/gu, "");
}

function withoutTanwin(word: string): string {
  return word.length >= 4 && word.endsWith("ا") ? word.slice(0, -1) : word;
}
