/** Which articles the generated test is made of: none of them may share text before we make them share some. */
import type { Article } from "../support/articles.js";
import type { Random } from "../support/random.js";
import { splitWords, wordGrams } from "./words.js";

/** Formulae of up to eight words are common to unrelated news; a copied sentence shares more 5-grams. */
const SHARED_GRAMS_AT_MOST = 4;
/** An article that says things twice makes two right answers for one passage. */
const REPEATED_GRAMS_AT_MOST = 2;
const WORDS_AT_LEAST = 60;
const WORDS_AT_MOST = 2_000;

/**
 * Up to `count` articles in random order, of which no two share more than a formula of word 5-grams.
 * O(words of the articles looked at).
 */
export function selectUnrelated(articles: readonly Article[], count: number, random: Random): Article[] {
  const selected: Article[] = [];
  const holders = new Map<string, number[]>();
  for (const article of random.shuffled(articles)) {
    if (selected.length === count) break;
    const words = splitWords(article.text).length;
    if (words < WORDS_AT_LEAST || words > WORDS_AT_MOST) continue;
    const grams = wordGrams(article.text);
    if (words - 4 - grams.size > REPEATED_GRAMS_AT_MOST + words * 0.02) continue;
    if (mostShared(grams, holders) > SHARED_GRAMS_AT_MOST) continue;
    for (const gram of grams) {
      const list = holders.get(gram);
      if (list === undefined) holders.set(gram, [selected.length]);
      else list.push(selected.length);
    }
    selected.push(article);
  }
  return selected;
}

function mostShared(grams: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): number {
  const shared = new Map<number, number>();
  let most = 0;
  for (const gram of grams) {
    for (const holder of holders.get(gram) ?? []) {
      const count = (shared.get(holder) ?? 0) + 1;
      shared.set(holder, count);
      if (count > most) most = count;
    }
  }
  return most;
}
