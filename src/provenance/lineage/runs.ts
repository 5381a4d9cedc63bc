/**
 * Runs of five words, folded, of what a document shares with others: whether two texts have the same words is asked of these,
 * and not of the graph, in which a chain of pairs joins texts that share nothing.
 */
import type { Range } from "../../model/index.js";
import { foldLetters } from "../../text/letters.js";

export const RUN_WORDS = 5;
/** Of writing without spaces every sign is a word. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}ـ]+/gu;
/** Two hashes of 32 and 21 bits make one number that is exact. */
const LOW_BITS = 21;

export interface Runs {
  /** In the order of the text. */
  readonly keys: readonly number[];
  readonly set: ReadonlySet<number>;
  /** By key in order: where its first word begins and its last word ends, in UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export class RunReader {
  readonly #words = new Map<string, number>();

  /** Runs that lie inside the ranges, which are sorted and apart. O(length). */
  runsOf(text: string, ranges: readonly Range[]): Runs {
    const keys: number[] = [];
    const [starts, ends]: [number[], number[]] = [[], []];
    for (const range of ranges) {
      const ids: number[] = [];
      const [from, to]: [number[], number[]] = [[], []];
      for (const match of text.slice(range.start, range.end).matchAll(WORD)) {
        ids.push(this.#idOf(match[0]));
        from.push(range.start + match.index);
        to.push(range.start + match.index + match[0].length);
      }
      for (let at = 0; at + RUN_WORDS <= ids.length; at++) {
        keys.push(keyOf(ids, at));
        starts.push(from[at]!);
        ends.push(to[at + RUN_WORDS - 1]!);
      }
    }
    return { keys, set: new Set(keys), starts, ends };
  }

  #idOf(word: string): number {
    const folded = foldLetters(word);
    const known = this.#words.get(folded);
    if (known !== undefined) return known;
    const id = this.#words.size + 1;
    this.#words.set(folded, id);
    return id;
  }
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
