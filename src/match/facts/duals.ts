/** The dual as a number: "بهدفين" against "بثلاثة أهداف" is two against three. */
import { withoutProclitics } from "../../text/letters.js";

const DUAL = /(?:تين|تان|ين|ان)$/u;
const PLURAL_ENDING = /(?:ات|ه|ا)$/u;
const LONG_VOWELS = /[اويئؤء]/gu;
/** Plurals whose skeleton is too short to compare. */
const BROKEN: Readonly<Record<string, string>> = { ايام: "يوم", اعوام: "عام" };

/** Index of the word among `words` that is the dual of a counted noun; -1 for none. Words are folded. */
export function dualOf(noun: string, words: readonly string[]): number {
  const singular = bareForms(BROKEN[noun] ?? noun).map((form) => form.replace(PLURAL_ENDING, ""));
  return words.findIndex((word) =>
    bareForms(word).some((form) => DUAL.test(form) && sameNoun(singular, form.replace(DUAL, ""))),
  );
}

function sameNoun(singular: readonly string[], stem: string): boolean {
  return singular.some(
    (form) => form === stem || (skeleton(form).length >= 2 && skeleton(form) === skeleton(stem)),
  );
}

function bareForms(word: string): string[] {
  return withoutProclitics(word).filter((form) => form.length >= 3);
}

function skeleton(word: string): string {
  return word.replace(LONG_VOWELS, "");
}
