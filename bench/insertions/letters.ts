/**
 * The letter variants that real Arabic copies differ in: the same words to a reader, other code points to a
 * program.
 */
import type { Random } from "../support/random.js";

const HARAKAT = ["\u064E", "\u064F", "\u0650", "\u0652", "\u0651\u064E"];
const ARABIC_LETTER = /[\u0621-\u063A\u0641-\u064A]/u;
/** Letters that join to the one that follows: only these may carry a tatweel. */
const JOINING = /[بتثجحخسشصضطظعغفقكلمنهي](?=[\u0621-\u063A\u0641-\u064A])/gu;

type Variant = (text: string, random: Random) => string;

const eachLetter = (text: string, probability: number, random: Random, pick: () => string): string => {
  let result = "";
  for (const letter of text) {
    result += letter;
    if (ARABIC_LETTER.test(letter) && random.chance(probability)) result += pick();
  }
  return result;
};

const LAM_ALEF: ReadonlyMap<string, string> = new Map([
  ["لا", "\uFEFB"],
  ["لأ", "\uFEF7"],
  ["لإ", "\uFEF9"],
  ["لآ", "\uFEF5"],
]);

export const LETTER_VARIANTS: Readonly<Record<string, Variant>> = {
  hamza: (text) => text.replace(/[أإآ]/gu, "ا"),
  taMarbuta: (text) => text.replace(/ة(?!\p{L})/gu, "ه"),
  alefMaksura: (text) => text.replace(/ي(?!\p{L})/gu, "ى"),
  dottedYeh: (text) => text.replace(/ى(?!\p{L})/gu, "ي"),
  harakat: (text, random) => eachLetter(text, 0.7, random, () => random.pick(HARAKAT)),
  tatweel: (text, random) =>
    text.replace(JOINING, (letter) =>
      random.chance(0.15) ? `${letter}${"ـ".repeat(random.between(1, 3))}` : letter,
    ),
  persian: (text) => text.replace(/ي/gu, "ی").replace(/ك/gu, "ک"),
  digits: (text) =>
    /[0-9]/u.test(text)
      ? text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)))
      : text.replace(/[\u0660-\u0669]/gu, (digit) => String(digit.codePointAt(0)! - 0x660)),
  noBreakSpace: (text) => text.replace(/ /gu, "\u00A0"),
  rightToLeftMark: (text, random) =>
    text.replace(/ /gu, (space) => (random.chance(0.2) ? `\u200F${space}\u200F` : space)),
  decomposed: (text) => text.normalize("NFD"),
  lamAlef: (text) => text.replace(/ل[اأإآ]/gu, (pair) => LAM_ALEF.get(pair)!),
};

/** One to four kinds of variant, each over the whole passage. */
export function varyLetters(text: string, random: Random): string {
  const names = random.shuffled(Object.keys(LETTER_VARIANTS)).slice(0, random.between(1, 4));
  return names.reduce((varied, name) => LETTER_VARIANTS[name]!(varied, random), text);
}
