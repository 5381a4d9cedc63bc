/**
 * What is left of a word without proclitics, endings and long vowels: قارب, وقاربا and القوارب share it. It joins
 * words that have nothing to do with each other, so it is good only where many stems of one sentence meet many
 * of another.
 */
import { withoutProclitics } from "./letters.js";
import { readNumber } from "./number-words.js";

const ENDING = /(?:هما|كما|تها|ها|هم|نا|ات|ون|ين|ان|وا|ته|ه|ا|ي)$/u;
const LONG_VOWELS = /[اويئؤء]/gu;
const LATIN = /^[a-z\u00df-\u024f]/u;
const LATIN_ENDING = /(?:ings?|ed|es|s|er|ers|ly)$/u;
const LEAST_LETTERS = 3;

/** The stem of a folded word; "" for words too short to tell anything. Numbers in words and digits are equal. */
export function stemOf(folded: string): string {
  if (folded.length < 2) return "";
  const number = readNumber([folded], 0);
  if (number !== null) return `#${number.value}`;
  if (LATIN.test(folded)) {
    const stem = folded.replace(LATIN_ENDING, "");
    return folded.length <= LEAST_LETTERS ? "" : stem;
  }
  const bare = withoutProclitics(folded).at(-1)!;
  if (bare.length < LEAST_LETTERS) return "";
  const stem = bare.length > LEAST_LETTERS ? bare.replace(ENDING, "") : bare;
  const skeleton = stem.replace(LONG_VOWELS, "");
  return skeleton.length >= 2 ? skeleton : stem;
}
