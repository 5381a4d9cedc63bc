/**
 * The heaviest stems of many documents, by which they are found as candidates for the same news. In: token ids of texts,
 * and letters where a word was not met before. Out: stems with weights, of which the products add up to the cosine of
 * two documents' weighted stems, but for what their lighter stems would add.
 */
import { LANGUAGE_TOKENS, languageBy, languagesOf, type StemCounts } from "../../language/stem-counts.js";
import { NO_STEM, type Word, wordOf } from "../../language/words.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { Weigher } from "./profile.js";

/** Stems kept of a document. */
const MOST_TERMS = 48;
/** A reader forgets the words it has met when there are too many. */
const MOST_MET = 1 << 20;

export interface Terms {
  /** Stems of one document after another. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  /** Cumulative ends, one a document. */
  readonly ends: Uint32Array;
}

interface Met {
  /** Numbered from 0 in the order in which stems were met; -1 for a word without one. */
  readonly number: number;
  readonly id: number;
  readonly folded: string;
  /** 0..1, by language of the table, and last for texts in none; -1 where it was not asked yet. */
  readonly weights: number[];
}

export class TermReader {
  readonly #languages = languagesOf();
  readonly #weighers: readonly Weigher[];
  readonly #keys: number[] = [];
  readonly #weights: number[] = [];
  readonly #ends: number[] = [];
  #met = new Map<number, Met>();
  #numbers = new Map<number, number>();
  #stems: number[] = [];
  // Of the document at hand: its words, and by number of the stem how often it stands there and what it says.
  readonly #words: Met[] = [];
  #counts = new Uint32Array(1 << 16);
  #least = new Float64Array(1 << 16);

  constructor(background: Background | null) {
    const languages: (StemCounts | null)[] = [...this.#languages, null];
    this.#weighers = languages.map((counts) => new Weigher(counts, background));
  }

  /** A document without stems; it is nobody's candidate. */
  skip(): void {
    this.#ends.push(this.#keys.length);
  }

  /** `ids` are the tokens of the text; `text` gives the same with its letters and is asked only if a word is new. */
  add(ids: Uint32Array, text: () => TokenisedText, title: TokenisedText | null): void {
    if (this.#met.size > MOST_MET) this.#forget();
    this.#words.length = 0;
    this.#look(ids, text);
    const language = this.#language();
    if (title !== null) this.#look(title.ids, () => title);
    const numbers = this.#count(language);
    let squares = 0;
    const terms = numbers.map((number) => {
      const weight = this.#least[number]! * (1 + Math.log(this.#counts[number]!));
      squares += weight ** 2;
      this.#counts[number] = 0;
      return { key: this.#stems[number]!, weight };
    });
    terms.sort((x, y) => y.weight - x.weight || x.key - y.key);
    const length = Math.sqrt(squares);
    for (let k = 0; k < Math.min(MOST_TERMS, terms.length) && terms[k]!.weight > 0; k++) {
      this.#keys.push(terms[k]!.key);
      this.#weights.push(terms[k]!.weight / length);
    }
    this.#ends.push(this.#keys.length);
  }

  finish(): Terms {
    return {
      keys: Int32Array.from(this.#keys),
      weights: Float32Array.from(this.#weights),
      ends: Uint32Array.from(this.#ends),
    };
  }

  #forget(): void {
    this.#met = new Map();
    this.#numbers = new Map();
    this.#stems = [];
  }

  /** Adds the words of these tokens; of `text` the letters of those that were not met before are read. */
  #look(ids: Uint32Array, text: () => TokenisedText): void {
    let read: TokenisedText | undefined;
    for (let at = 0; at < ids.length; at++) {
      let met = this.#met.get(ids[at]!);
      if (met === undefined) {
        read ??= text();
        met = this.#meet(ids[at]!, wordOf(read.text.slice(read.starts[at], read.ends[at])));
      }
      this.#words.push(met);
    }
  }

  #meet(id: number, { stem, folded }: Word): Met {
    const number = stem === NO_STEM ? -1 : this.#numberOf(stem);
    const met = { number, id, folded, weights: this.#weighers.map(() => -1) };
    this.#met.set(id, met);
    return met;
  }

  #weightOf({ number, id, folded, weights }: Met, language: number): number {
    let weight = weights[language]!;
    if (weight < 0) {
      weight = this.#weighers[language]!.stem(this.#stems[number]!, id, folded);
      weights[language] = weight;
    }
    return weight;
  }

  #numberOf(stem: number): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#stems.length;
      this.#numbers.set(stem, number);
      this.#stems.push(stem);
      if (number === this.#counts.length) {
        this.#counts = grown(this.#counts, new Uint32Array(2 * number));
        this.#least = grown(this.#least, new Float64Array(2 * number));
      }
    }
    return number;
  }

  /** The distinct numbers of the words at hand, counted. */
  #count(language: number): number[] {
    const numbers: number[] = [];
    for (const word of this.#words) {
      const { number } = word;
      if (number < 0) continue;
      const weight = this.#weightOf(word, language);
      if (this.#counts[number]!++ === 0) {
        numbers.push(number);
        this.#least[number] = weight;
      } else if (weight < this.#least[number]!) this.#least[number] = weight;
    }
    return numbers;
  }

  /** Number of the language of the words at hand; that after the last for one of which nothing is known. */
  #language(): number {
    const known = this.#languages.map(() => 0);
    let stems = 0;
    for (let at = 0; at < Math.min(LANGUAGE_TOKENS, this.#words.length); at++) {
      const word = this.#words[at]!;
      if (word.number < 0) continue;
      stems++;
      const stem = this.#stems[word.number]!;
      for (let of = 0; of < known.length; of++) if (this.#languages[of]!.has(stem)) known[of]!++;
    }
    return languageBy(known, stems);
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(old: Numbers, made: Numbers): Numbers {
  made.set(old);
  return made;
}
