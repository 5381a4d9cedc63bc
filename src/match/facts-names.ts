/** Whether a replaced word or two is a name that became another: a place, a person, a body. */

import { isNameCue } from "../text/name-cues.js";
import type { TokenisedText } from "../text/tokenise.js";
import { wordAt } from "../text/words.js";
import type { Background } from "./background.js";
import type { Region } from "./passages-edits.js";

/** A word in a larger share of the documents is no name. */
const RARE_SHARE = 0.004;

/** With fewer documents behind a pair, rarity says nothing. */
const LEAST_DOCUMENTS = 1000;

const MOST_NAME_TOKENS = 2;

export function isReplacedName(
  a: TokenisedText,
  b: TokenisedText,
  change: Region,
  wordsA: readonly string[],
  wordsB: readonly string[],
  background: Background | null,
): boolean {
  if (wordsA.length === 0 || wordsB.length === 0) return false;
  if (wordsA.length > MOST_NAME_TOKENS || wordsB.length > MOST_NAME_TOKENS) return false;
  if (!wordsA.concat(wordsB).every((word) => word.length >= 3 && !/^\d/u.test(word))) return false;
  if (hasCase(wordsA[0]!) || hasCase(wordsB[0]!)) {
    return isCapitalised(a, change.a0) && isCapitalised(b, change.b0) && insideSentence(a, change.a0);
  }
  if (cueBefore(a, change.a0) && cueBefore(b, change.b0)) return true;
  if (change.a1 - change.a0 === 1 && change.b1 - change.b0 === 1 && isMisheard(wordsA[0]!, wordsB[0]!)) {
    return true;
  }
  return (
    stands(a, change.a0, b) &&
    stands(b, change.b0, a) &&
    isRare(a, change.a0, change.a1, background) &&
    isRare(b, change.b0, change.b1, background)
  );
}

/** Prefixes that conjugate a verb. */
const PERSONS = "يتناس";
/** Endings that no name has: objects and subjects of verbs. */
const SUFFIXED = /(?:ها|هم|هن|وا|نا)$/u;

/** Names of one length that differ in one consonant: حسان against غسان. Endings and verb prefixes are grammar. */
function isMisheard(x: string, y: string): boolean {
  if (x.length !== y.length || x.length < 4 || SUFFIXED.test(x)) return false;
  const at = [...x].findIndex((letter, k) => letter !== y[k]);
  if (at < 0 || at === x.length - 1 || x.slice(at + 1) !== y.slice(at + 1)) return false;
  return at > 0 || !(PERSONS.includes(x[0]!) && PERSONS.includes(y[0]!));
}

/** Whether a word recurs in its own text and is missing from the other: names recur, synonyms do not. */
function stands(text: TokenisedText, at: number, other: TokenisedText): boolean {
  const id = text.ids[at]!;
  return !other.ids.includes(id) && text.ids.indexOf(id) !== text.ids.lastIndexOf(id);
}

function cueBefore(text: TokenisedText, at: number): boolean {
  if (at === 0) return false;
  return isNameCue(wordAt(text, at - 1).folded);
}

function isRare(text: TokenisedText, from: number, to: number, background: Background | null): boolean {
  if (background === null || background.documents < LEAST_DOCUMENTS) return false;
  for (let k = from; k < to; k++) {
    if (background.wordFrequency(text.ids[k]!) > RARE_SHARE * background.documents) return false;
  }
  return true;
}

function hasCase(word: string): boolean {
  return word.toUpperCase() !== word;
}

function isCapitalised(text: TokenisedText, at: number): boolean {
  return /^\p{Lu}/u.test(text.text.slice(text.starts[at]!, text.ends[at]!));
}

/** Whether the token before belongs to the same sentence, so that a capital letter means a name. */
function insideSentence(text: TokenisedText, at: number): boolean {
  return at > 0 && /^[^.!?؟\n]*$/u.test(text.text.slice(text.ends[at - 1]!, text.starts[at]!));
}
