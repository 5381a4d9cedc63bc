/**
 * What lexicons say of a word, worked out once for every spelling and kept: the same few thousand words come
 * back in every pair of texts.
 */

import type { Stance } from "../model/provenance.js";
import { beginsFormula } from "../text/boilerplate.js";
import { beginsLevantineMonth, isRelativeDay, monthOf, weekdayOf } from "../text/calendar.js";
import { beginsHijriMonth } from "../text/hijri.js";
import { Kept } from "../text/kept.js";
import { foldLetters, withoutProclitics } from "../text/letters.js";
import { beginsNumber } from "../text/number-words.js";
import { stemOf } from "../text/stems.js";
import type { TokenisedText } from "../text/tokenise.js";
import { isHonorific } from "./honorifics.js";
import { isNegation, stanceOf } from "./stance.js";

const PER_HUNDRED = new Set(["بالمئه", "بالمائه", "بالميه", "percent", "pct"]);

/** What few words are: all of it is worked out when any of it is asked for. */
interface Lexical {
  readonly beginsNumber: boolean;
  readonly month: number;
  readonly weekday: number;
  readonly relativeDay: boolean;
  readonly honorific: boolean;
  readonly beginsMonth: boolean;
  readonly percent: 0 | 1 | 2;
  readonly plain: boolean;
  readonly negation: boolean;
  readonly stance: Stance | undefined;
}

const PARTED_DECIMAL =
  /^([\d٠-٩۰-۹]+)(?:[.,٫][\u200f\u061c]+|[\u200f\u061c]+[.,٫][\u200f\u061c]*)([\d٠-٩۰-۹]+)$/u;

/** A direction mark beside the point shows the two sides of a decimal in the other order: four, point, mark, 95 is read 95.4. */
function asShown(raw: string): string {
  const parted = PARTED_DECIMAL.exec(raw);
  return parted === null ? raw : `${parted[2]}.${parted[1]}`;
}

export class Word {
  readonly folded: string;
  /** Begins with a Latin letter. */
  readonly latin: boolean;
  /** Without hamza. */
  readonly base: string;
  #stem = -1;
  #forms: readonly string[] | undefined;
  #lexical: Lexical | undefined;
  #hasCase: boolean | undefined;

  constructor(raw: string) {
    this.folded = foldLetters(asShown(raw));
    const first = this.folded.charCodeAt(0);
    this.latin = (first >= 0x61 && first <= 0x7a) || (first >= 0xdf && first <= 0x24f);
    this.base = withoutHamza(this.folded);
  }

  get beginsNumber(): boolean {
    return this.#known().beginsNumber;
  }

  /** 1..12, or 0. */
  get month(): number {
    return this.#known().month;
  }

  /** 0..6, or -1. */
  get weekday(): number {
    return this.#known().weekday;
  }

  get relativeDay(): boolean {
    return this.#known().relativeDay;
  }

  get honorific(): boolean {
    return this.#known().honorific;
  }

  /** Whether the word may be the first of the two that name a Levantine month. */
  get beginsMonth(): boolean {
    return this.#known().beginsMonth;
  }

  /** 1: the word says "per cent"; 2: it may with the next; 0: neither. */
  get percent(): 0 | 1 | 2 {
    return this.#known().percent;
  }

  /** No number, date or per cent begins with the word. */
  get plain(): boolean {
    return this.#known().plain;
  }

  get negation(): boolean {
    return this.#known().negation;
  }

  /** Of a verb of saying; undefined for any other word. */
  get stance(): Stance | undefined {
    return this.#known().stance;
  }

  /** Whether the script tells capital letters from small ones. */
  get hasCase(): boolean {
    this.#hasCase ??= this.folded.toUpperCase() !== this.folded;
    return this.#hasCase;
  }

  /** A known formula may begin with the word. */
  get beginsFormula(): boolean {
    return beginsFormula(this.folded);
  }

  /** Hash of the stem; `NO_STEM` for a word that is too short to have one. */
  get stem(): number {
    if (this.#stem < 0) this.#stem = stemHash(stemOf(this.folded));
    return this.#stem;
  }

  /** Without hamza, proclitics one by one, and the alef of tanwin; the whole word first. */
  get bareForms(): readonly string[] {
    this.#forms ??= withoutProclitics(this.base).map(withoutTanwin);
    return this.#forms;
  }

  #known(): Lexical {
    this.#lexical ??= lexicalOf(this.folded);
    return this.#lexical;
  }
}

const NOTHING: Lexical = {
  beginsNumber: false,
  month: 0,
  weekday: -1,
  relativeDay: false,
  honorific: false,
  beginsMonth: false,
  percent: 0,
  plain: true,
  negation: false,
  stance: undefined,
};

function lexicalOf(folded: string): Lexical {
  const number = beginsNumber(folded);
  const month = monthOf(folded);
  const weekday = weekdayOf(folded);
  const relativeDay = isRelativeDay(folded);
  const honorific = isHonorific(folded);
  const beginsMonth = beginsLevantineMonth(folded);
  const percent = PER_HUNDRED.has(folded) ? 1 : folded === "في" || folded === "per" ? 2 : 0;
  const dated = month > 0 || weekday >= 0 || relativeDay || beginsMonth || beginsHijriMonth(folded);
  const plain = !number && !dated && percent === 0;
  const negation = isNegation(folded);
  const stance = stanceOf(folded);
  if (plain && !honorific && !negation && stance === undefined) return NOTHING;
  return {
    beginsNumber: number,
    month,
    weekday,
    relativeDay,
    honorific,
    beginsMonth,
    percent,
    plain,
    negation,
    stance,
  };
}

export const NO_STEM = 0;

/** FNV-1a over UTF-16 code units, 31 bits. */
function stemHash(stem: string): number {
  if (stem === "") return NO_STEM;
  let hash = 0x811c9dc5;
  for (let k = 0; k < stem.length; k++) hash = Math.imul(hash ^ stem.charCodeAt(k), 0x01000193);
  return hash >>> 1;
}

/** Spellings kept; beyond it the store starts anew. Some 40 MB. */
const MOST_WORDS = 200_000;

/** Longer spellings are hardly words, and not stored. */
const MOST_STORED_LETTERS = 32;
/** Longer slices keep the text they were cut from in memory (V8), so a copy of their own is stored. */
const MOST_COPIED_SLICE = 12;

const words = new Map<string, Word>();

/** The words of a text by token, as far as they were asked for: texts come back in pair after pair. */
const byText = new Kept<(Word | undefined)[]>();

/** The two texts asked for last, which are the pair at hand. */
let text0: TokenisedText | undefined;
let text1: TokenisedText | undefined;
let words0: (Word | undefined)[] = [];
let words1: (Word | undefined)[] = [];

/** The word that token `at` of the text is. */
export function wordAt(text: TokenisedText, at: number): Word {
  const words = text === text0 ? words0 : text === text1 ? words1 : switchTo(text);
  let word = words[at];
  if (word === undefined) {
    word = wordOfToken(text, at);
    words[at] = word;
  }
  return word;
}

function switchTo(text: TokenisedText): (Word | undefined)[] {
  let words = byText.get(text);
  if (words === undefined) {
    words = new Array<Word | undefined>(text.ids.length).fill(undefined);
    byText.set(text, words);
  }
  [text1, words1] = [text0, words0];
  [text0, words0] = [text, words];
  return words;
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
    const own = ownCopy(raw);
    word = new Word(own);
    if (raw.length <= MOST_STORED_LETTERS) words.set(own, word);
  }
  return word;
}

function ownCopy(slice: string): string {
  if (slice.length <= MOST_COPIED_SLICE || slice.length > MOST_STORED_LETTERS) return slice;
  const units: number[] = [];
  for (let k = 0; k < slice.length; k++) units.push(slice.charCodeAt(k));
  return String.fromCharCode(...units);
}

/** Words by token id, so that most are found without a string being made; a power of two. */
const TOKEN_SLOTS = 1 << 16;
const raws = new Array<string>(TOKEN_SLOTS).fill("");
const wordsOfTokens = new Array<Word | undefined>(TOKEN_SLOTS).fill(undefined);

/** One token id may stand for several spellings, so the letters are compared. */
function wordOfToken({ text, ids, starts, ends }: TokenisedText, at: number): Word {
  const slot = ids[at]! & (TOKEN_SLOTS - 1);
  const start = starts[at]!;
  const end = ends[at]!;
  const raw = raws[slot]!;
  if (raw.length === end - start && raw.length > 0 && text.startsWith(raw, start))
    return wordsOfTokens[slot]!;
  const spelling = text.slice(start, end);
  const word = wordOf(spelling);
  if (spelling.length <= MOST_STORED_LETTERS) {
    raws[slot] = ownCopy(spelling);
    wordsOfTokens[slot] = word;
  }
  return word;
}

const HAMZA = /[ؤئء]/u;

function withoutHamza(word: string): string {
  if (!HAMZA.test(word)) return word;
  return word.replace(/ؤ/gu, "و").replace(/ئ/gu, "ي").replace(/ء/gu, "");
}

function withoutTanwin(word: string): string {
  return word.length >= 4 && word.endsWith("ا") ? word.slice(0, -1) : word;
}
