/**
 * How much of what a text says is accounted for by another, in that direction, whether or not they share wording.
 * In: two texts and the collection behind them. Out: for each the share of its words, as stems and weighed by what they
 * say, that the other has too.
 */
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { type RelatedWords, relatedWords } from "./words.js";

export interface Derived {
  readonly a: number;
  readonly b: number;
}

export function derivedShares(
  a: TokenisedText,
  b: TokenisedText,
  titles: { readonly a: string; readonly b: string },
  background: Background | null,
): Derived {
  const wordsA = relatedWords(a, titles.a, background);
  const wordsB = relatedWords(b, titles.b, background);
  return { a: shareIn(wordsA, wordsB), b: shareIn(wordsB, wordsA) };
}

function shareIn(words: RelatedWords, other: RelatedWords): number {
  let all = 0;
  let found = 0;
  for (let i = 0, k = 0; i < words.keys.length; i++) {
    const key = words.keys[i]!;
    while (k < other.keys.length && other.keys[k]! < key) k++;
    all += words.distinctiveness[i]!;
    if (k < other.keys.length && other.keys[k] === key) found += words.distinctiveness[i]!;
  }
  return all === 0 ? 0 : Math.min(1, found / all);
}
