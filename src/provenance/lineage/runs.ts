/**
 * Words of documents as numbers, and runs of five of them: whether two texts have the same words is asked of these, and not of
 * the graph, in which a chain of pairs joins texts that share nothing.
 */
import type { Range } from "../../model/index.js";
import { foldLetters } from "../../text/letters.js";

export const RUN_WORDS = 5;
/** Of writing without spaces every sign is a word. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}ـ]+/gu;
/** Two hashes of 32 and 21 bits make one number that is exact. */
const LOW_BITS = 21;

/** A text's words: equal numbers are the same word, whatever its letters. */
export interface NumberedText {
  readonly ids: readonly number[];
  /** Where each begins and ends, in UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Runs of a text in its order, each with the place of its first word. */
export interface Runs {
  readonly keys: readonly number[];
  readonly at: readonly number[];
  readonly set: ReadonlySet<number>;
}

export class WordNumbers {
  readonly #byLetters = new Map<string, number>();
  readonly #byFolded = new Map<string, number>();

  /** O(length). */
  numbered(text: string): NumberedText {
    const [ids, starts, ends]: [number[], number[], number[]] = [[], [], []];
    for (const match of text.matchAll(WORD)) {
      ids.push(this.#numberOf(match[0]));
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    return { ids, starts, ends };
  }

  #numberOf(word: string): number {
    const known = this.#byLetters.get(word);
    if (known !== undefined) return known;
    const folded = foldLetters(word);
    const number = this.#byFolded.get(folded) ?? this.#byFolded.size + 1;
    this.#byFolded.set(folded, number);
    this.#byLetters.set(word, number);
    return number;
  }
}

/** Runs that lie inside the ranges, which are sorted and apart. O(words). */
export function runsIn({ ids, starts, ends }: NumberedText, ranges: readonly Range[]): Runs {
  const [keys, at]: [number[], number[]] = [[], []];
  let first = 0;
  for (const range of ranges) {
    while (first < ids.length && starts[first]! < range.start) first++;
    let last = first;
    while (last < ids.length && ends[last]! <= range.end) last++;
    for (; first + RUN_WORDS <= last; first++) {
      keys.push(keyOf(ids, first));
      at.push(first);
    }
    first = last;
  }
  return { keys, at, set: new Set(keys) };
}

/** Whether the words stand in the text one after another. O(words). */
export function holds({ ids }: NumberedText, words: readonly number[]): boolean {
  for (let at = ids.indexOf(words[0]!); at >= 0; at = ids.indexOf(words[0]!, at + 1))
    if (words.every((word, k) => ids[at + k] === word)) return true;
  return false;
}

function keyOf(ids: readonly number[], at: number): number {
  let [low, high] = [0x9e37, 0x85eb];
  for (let k = at; k < at + RUN_WORDS; k++) {
    low = Math.imul(low ^ ids[k]!, 0xcc9e2d51);
    low ^= low >>> 15;
    high = Math.imul(high ^ ids[k]!, 0x1b873593);
    high ^= high >>> 13;
  }
  return (low >>> 0) * 2 ** LOW_BITS + (high >>> (32 - LOW_BITS));
}
