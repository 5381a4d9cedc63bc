/**
 * Words and sentences of a text, by white space and full stops: deliberately not isnad's own tokeniser, so
 * that the test is independent of what it tests.
 */
import type { Range } from "../../src/model/index.js";

/** Runs between white space, punctuation included; offsets in UTF-16 code units. */
export function splitWords(text: string): Range[] {
  const words: Range[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** Does a sentence or paragraph end after word `index`? */
export function endsSentence(text: string, words: readonly Range[], index: number): boolean {
  const word = words[index]!;
  if (/[.!?؟…]["”»)]*$/u.test(text.slice(word.start, word.end))) return word.end - word.start > 2;
  const next = words[index + 1];
  return next === undefined || text.slice(word.end, next.start).includes("\n");
}

/** Letters and digits alone, with the letter variants of one Arabic word made equal. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKC")
    .replace(/[^\p{L}\p{Nd}]/gu, "")
    .replace(/ـ/gu, "")
    .replace(/[آأإٱ]/gu, "ا")
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ک/gu, "ك")
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}

const GRAM_WORDS = 5;

/** Distinct word 5-grams of a text, folded. */
export function wordGrams(text: string): Set<string> {
  const folded = splitWords(text)
    .map((word) => foldWord(text.slice(word.start, word.end)))
    .filter((word) => word !== "");
  const grams = new Set<string>();
  for (let i = 0; i + GRAM_WORDS <= folded.length; i++) {
    grams.add(folded.slice(i, i + GRAM_WORDS).join(" "));
  }
  return grams;
}
