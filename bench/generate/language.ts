/**
 * Sentences of the invented language: words drawn by frequency, and phrases of several words that recur.
 *
 * A phrase is made from its number alone, so that an inventory costs no memory however large it is. Most
 * inventories belong to a window of some thousand documents, as the wording of an affair does: without that
 * every phrase of a million articles would be a formula. Standing formulae stay. In an inventory the rank
 * of a phrase is size · u^skew for a uniform u: a Zipf law of exponent 1 − 1/skew.
 */
import { Random } from "../support/random.js";
import type { Vocabulary } from "./vocabulary.js";

/** A token is a word number (low 24 bits) and what stands around it. */
export const WORD_MASK = 0xffffff;
export const COMMA = 1 << 24;
export const STOP = 1 << 25;
export const PARAGRAPH = 1 << 26;
export const OPEN_QUOTE = 1 << 27;
export const CLOSE_QUOTE = 1 << 28;

export interface Inventory {
  /** Chance that a phrase stands where a word would. */
  readonly chance: number;
  readonly size: number;
  readonly skew: number;
  /** Documents after which all its phrases are new ones. */
  readonly windowDocuments: number;
  /** Documents fall into so many sections of the paper, each with an inventory of its own. */
  readonly sections: number;
  readonly words: { readonly least: number; readonly most: number };
}

const SENTENCE_WORDS = { least: 9, most: 36 };
/** Of words per document, natural logarithm: SaudiNewsNet's quantiles follow a lognormal closely. */
const LENGTH_LOG_MEAN = 5.31;
const LENGTH_LOG_DEVIATION = 0.81;
const LENGTH_WORDS = { least: 8, most: 6_000 };

export class Language {
  readonly #vocabulary: Vocabulary;
  readonly #inventories: readonly Inventory[];
  readonly #seed: number;

  constructor(vocabulary: Vocabulary, inventories: readonly Inventory[], seed: number) {
    this.#vocabulary = vocabulary;
    this.#inventories = inventories;
    this.#seed = seed;
  }

  documentLength(random: Random): number {
    const normal =
      Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
    const words = Math.round(Math.exp(LENGTH_LOG_MEAN + LENGTH_LOG_DEVIATION * normal));
    return Math.min(LENGTH_WORDS.most, Math.max(LENGTH_WORDS.least, words));
  }

  /** Appends sentences until at least `words` words are written; `document` is the document's number. */
  write(tokens: number[], words: number, document: number, random: Random): void {
    const end = tokens.length + words;
    while (tokens.length < end) {
      this.#sentence(
        tokens,
        Math.min(end - tokens.length, random.between(SENTENCE_WORDS.least, SENTENCE_WORDS.most)),
        document,
        random,
      );
      tokens[tokens.length - 1]! |= STOP | (random.chance(0.4) ? PARAGRAPH : 0);
    }
    tokens[tokens.length - 1]! |= STOP | PARAGRAPH;
  }

  word(random: Random): number {
    return this.#vocabulary.draw(random);
  }

  /** Appends the words of phrase `number`: the same ones wherever it comes from. */
  phrase(tokens: number[], number: number, least: number, most: number): void {
    const random = new Random(Math.imul(number ^ this.#seed, 0x9e3779b1) ^ number);
    const words = random.between(least, most);
    for (let i = 0; i < words; i++) tokens.push(this.#vocabulary.draw(random));
  }

  #sentence(tokens: number[], words: number, document: number, random: Random): void {
    const end = tokens.length + words;
    const quoteFrom = random.chance(0.12) ? tokens.length + 2 : -1;
    while (tokens.length < end) {
      this.#wordOrPhrase(tokens, document, random);
      if (random.chance(0.08)) tokens[tokens.length - 1]! |= COMMA;
    }
    if (quoteFrom > 0 && quoteFrom < tokens.length - 1) {
      tokens[quoteFrom]! |= OPEN_QUOTE;
      tokens[tokens.length - 1]! |= CLOSE_QUOTE;
    }
  }

  #wordOrPhrase(tokens: number[], document: number, random: Random): void {
    let die = random.fraction();
    for (let i = 0; i < this.#inventories.length; i++) {
      const { chance, size, skew, windowDocuments, sections, words } = this.#inventories[i]!;
      die -= chance;
      if (die >= 0) continue;
      // A multiplicative hash, so that neighbouring documents fall into unrelated sections.
      const section = sections === 1 ? 0 : (Math.imul(document, 0x9e3779b1) >>> 8) % sections;
      const inventory = Math.floor(document / windowDocuments) * sections + section;
      const number =
        Math.imul(i + 1, 0x10000000) + inventory * size + Math.floor(size * random.fraction() ** skew);
      this.phrase(tokens, number, words.least, words.most);
      return;
    }
    tokens.push(this.#vocabulary.draw(random));
  }
}
