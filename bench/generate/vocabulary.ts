/**
 * Invented words of Arabic letters, with frequencies after Zipf and Mandelbrot: p(rank) ∝ (rank + shift)^-exponent.
 * A few mean something by chance; none is taken from a text.
 */
import { Random } from "../support/random.js";

/** Roughly how often each letter stands in Arabic news, per mille. */
const LETTERS: readonly (readonly [string, number])[] = [
  ["ا", 150],
  ["ل", 105],
  ["ي", 85],
  ["م", 65],
  ["و", 60],
  ["ن", 60],
  ["ر", 55],
  ["ت", 50],
  ["ب", 40],
  ["ع", 38],
  ["د", 35],
  ["س", 32],
  ["ف", 30],
  ["ه", 30],
  ["ك", 25],
  ["ق", 27],
  ["ح", 23],
  ["ج", 17],
  ["ش", 14],
  ["ص", 13],
  ["ط", 12],
  ["خ", 11],
  ["ض", 8],
  ["ز", 8],
  ["ذ", 8],
  ["ث", 7],
  ["غ", 6],
  ["ظ", 3],
  ["أ", 20],
  ["إ", 8],
];

export interface VocabularyShape {
  readonly words: number;
  readonly shift: number;
  readonly exponent: number;
}

/** Every thirtieth rank or so is a number of one to four digits. */
const NUMBER_EVERY = 30;
/** The most frequent ranks are short, as function words are. */
const SHORT_RANKS = 40;

export class Vocabulary {
  readonly size: number;
  /** UTF-8 of all words, one after the other; word w is bytes[starts[w], starts[w + 1]). */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly #keep: Float64Array;
  readonly #other: Uint32Array;

  constructor(shape: VocabularyShape, seed: number) {
    this.size = shape.words;
    const words = inventWords(shape.words, new Random(seed));
    const encoded = words.map((word) => Buffer.from(word));
    this.bytes = Buffer.concat(encoded);
    this.starts = new Uint32Array(words.length + 1);
    encoded.forEach((word, i) => {
      this.starts[i + 1] = this.starts[i]! + word.length;
    });
    const weights = Float64Array.from(words, (_, rank) => (rank + 1 + shape.shift) ** -shape.exponent);
    [this.#keep, this.#other] = aliasTable(weights);
  }

  /** A word by its frequency; O(1), Walker's alias method. */
  draw(random: Random): number {
    const column = random.below(this.size);
    return random.fraction() < this.#keep[column]! ? column : this.#other[column]!;
  }
}

function inventWords(count: number, random: Random): string[] {
  const bag = LETTERS.flatMap(([letter, weight]) => Array<string>(weight).fill(letter));
  const seen = new Set<string>();
  while (seen.size < count) {
    const rank = seen.size;
    if (rank >= SHORT_RANKS && rank % NUMBER_EVERY === 0) {
      seen.add(String(random.below(10 ** random.between(1, 4)) + rank));
      continue;
    }
    const letters = rank < SHORT_RANKS ? random.between(2, 3) : random.between(3, 6);
    let word = rank < SHORT_RANKS ? "" : random.chance(0.3) ? "ال" : random.chance(0.12) ? "و" : "";
    for (let i = 0; i < letters; i++) word += random.pick(bag);
    if (rank >= SHORT_RANKS && random.chance(0.14)) word += "ة";
    seen.add(word);
  }
  return [...seen];
}

function aliasTable(weights: Float64Array): [Float64Array, Uint32Array] {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = weights.map((weight) => (weight * n) / total);
  const other = new Uint32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, i) => {
    (share < 1 ? small : large).push(i);
  });
  while (small.length > 0 && large.length > 0) {
    const low = small.pop()!;
    const high = large.at(-1)!;
    other[low] = high;
    keep[high]! -= 1 - keep[low]!;
    if (keep[high]! < 1) small.push(large.pop()!);
  }
  for (const i of [...small, ...large]) keep[i] = 1;
  return [keep, other];
}
