/** Whether a replaced word or two is a name that became another: a place, a person, a body. */
import { isNameCue } from "../../language/name-cues.js";
import { wordAt } from "../../language/words.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Region } from "../align/edits.js";
import type { Background } from "../background.js";

/** A word in a larger share of the documents is no name. */
const RARE_SHARE = 0.004;

/** With fewer documents behind a pair, rarity says nothing. */
const LEAST_DOCUMENTS = 1000;

const MOST_NAME_TOKENS = 2;

export function isReplacedName(
  a: TokenisedText,
  b: TokenisedText,
  change: Region,
  background: Background | null,
): boolean {
  const { a0, a1, b0, b1 } = change;
  if (!mayBeName(a, a0, a1) || !mayBeName(b, b0, b1)) return false;
  const wordA = wordAt(a, a0);
  const wordB = wordAt(b, b0);
  if (wordA.hasCase || wordB.hasCase) {
    return isCapitalised(a, a0) && isCapitalised(b, b0) && insideSentence(a, a0);
  }
  if (cueBefore(a, a0) && cueBefore(b, b0)) return true;
  if (a1 - a0 === 1 && b1 - b0 === 1 && isMisheard(wordA.folded, wordB.folded)) return true;
  return (
    stands(a, a0, b) && stands(b, b0, a) && isRare(a, a0, a1, background) && isRare(b, b0, b1, background)
  );
}

/** A word or two of three letters or more. */
function mayBeName(text: TokenisedText, from: number, to: number): boolean {
  if (to <= from || to - from > MOST_NAME_TOKENS) return false;
  for (let at = from; at < to; at++) {
    const { folded } = wordAt(text, at);
    if (folded.length < 3 || isDigit(folded.charCodeAt(0))) return false;
  }
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
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

function isCapitalised(text: TokenisedText, at: number): boolean {
  return /^\p{Lu}/u.test(text.text.slice(text.starts[at]!, text.ends[at]!));
}

/** Whether the token before belongs to the same sentence, so that a capital letter means a name. */
function insideSentence(text: TokenisedText, at: number): boolean {
  return at > 0 && /^[^.!?؟\n]*$/u.test(text.text.slice(text.ends[at - 1]!, text.starts[at]!));
}
