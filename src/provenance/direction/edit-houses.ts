/** What a house says of itself in the first person, and a copier by its name. */
import type { Range } from "../../model/index.js";
import type { Subject } from "./subject.js";

const FIRST_PERSON =
  /(?<!\p{L})[وفبلك]{0,2}(?:وكالتنا|مراسلنا|مراسلتنا|مراسلينا|مراسلونا|مندوبنا|مندوبتنا|موفدنا|موفدتنا|صحيفتنا|جريدتنا|مجلتنا|موقعنا|قناتنا)(?!\p{L})|(?<!\p{L})(?:our (?:own )?(?:correspondent|reporter|news agency|agency|newspaper|channel)|told us|notre (?:correspondante?|envoyée?|agence|journal)|nous a (?:dit|déclaré))(?!\p{L})/iu;
/** In every such phrase of other languages; most words that are asked about have no Latin letter at all. */
const LATIN = /[a-z]/i;
const OURS = /\b(?:our|us|notre|nous)\b/iu;
/** Around an edit, in UTF-16 code units: alignment may give the name to the words beside it. */
const BESIDE_LENGTH = 24;
const MOST_WORDS = 4;

/** Where the words say "our correspondent" and their like; null where they do not. */
export function firstPersonIn(words: string): Range | null {
  if (!words.includes("نا") && !(LATIN.test(words) && OURS.test(words))) return null;
  const match = FIRST_PERSON.exec(words);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** Where the house of a document is named in `text`, around a range of it. O(words beside it). */
export function nameOfHouse(house: Subject, text: string, { start, end }: Range): Range | null {
  const [first, last] = [Math.max(0, start - BESIDE_LENGTH), end + BESIDE_LENGTH];
  const words = [...text.slice(first, last).matchAll(/[\p{L}\p{M}\p{N}ـ.]+/gu)].map((match) => ({
    start: first + match.index,
    end: first + match.index + match[0].length,
  }));
  for (let length = MOST_WORDS; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const range = { start: words[at]!.start, end: words[at + length - 1]!.end };
      const name = text.slice(range.start, range.end);
      if (house.isOwnName(name) || house.isOwnName(name.replace(/^[ولب]/u, ""))) return range;
    }
  }
  return null;
}
