/**
 * Whether a reading that two texts have in common tells that they have it from one another or from one text: nobody makes a
 * rare or a wrong change twice, but a function word, a name or a figure is put in anew by anyone who mends a sentence.
 */

import { isHonorific } from "../../language/honorifics.js";
import { isNameCue } from "../../language/name-cues.js";
import { isCommonWord } from "../../text/common-words.js";
import { foldLetters } from "../../text/letters.js";
import { stripProclitics } from "../../text/proclitics.js";

const WORD = /[\p{L}\p{M}\p{N}ـ]+/gu;
const LEAST_LETTERS = 4;
/** So many telling words make a reading that nobody makes twice. */
const LEAST_TELLING = 2;
/** A reading counts where it stands in no more than this many documents beside those that were compared. */
const MOST_ELSEWHERE = 2;

/**
 * `replaced` is what stands there in the third text; `documentsWith` says in how many documents of the collection, groups of
 * copies counted once, words stand.
 */
export function isTelling(
  words: string,
  replaced: string,
  holders: number,
  documentsWith: (words: string) => number | null,
): boolean {
  const theirs = new Set(foldedWords(replaced));
  const own = foldedWords(words).filter((word) => !theirs.has(word));
  if (own.filter(isContent).length < LEAST_TELLING) return false;
  return (documentsWith(words) ?? 0) <= holders + MOST_ELSEWHERE;
}

function foldedWords(words: string): string[] {
  return (words.match(WORD) ?? []).map((word) => stripProclitics(foldLetters(word)));
}

function isContent(word: string): boolean {
  return (
    word.length >= LEAST_LETTERS &&
    !/\p{N}/u.test(word) &&
    !isCommonWord(word) &&
    !isHonorific(word) &&
    !isNameCue(word)
  );
}
