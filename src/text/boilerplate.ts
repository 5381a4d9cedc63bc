/**
 * Formulae that outlets put around their texts, whatever the text: trailers, datelines of wire takes, share
 * buttons, calls to read on, the greeting of a letter. Words folded as `foldLetters` does; a list of what no collection needs to teach.
 */
import { foldLetters } from "./letters.js";

const FORMULAE: readonly string[] = [
  "للمزيد من التفاصيل يمكن الرجوع الي المصدر",
  "يمكن الرجوع الي المصدر",
  "لمزيد من التفاصيل",
  "للمزيد من التفاصيل",
  "للمزيد من الاخبار",
  "انتهي",
  "يتبع",
  "رابط الخبر بصحيفه",
  "المصدر وكالات",
  "فريق التحرير",
  "اقرا ايضا",
  "اقرا المزيد",
  "شارك هذا",
  "شارك الخبر",
  "مواضيع ذات صله",
  "جميع الحقوق محفوظه",
  "حقوق النشر محفوظه",
  "تابعونا علي",
  "اشترك في نشرتنا",
  "تنظيم ارهابي محظور في روسيا",
  "السلام عليكم ورحمه الله وبركاته",
  "all rights reserved",
  "read more",
  "click here",
  "sign up for our newsletter",
  "subscribe to our newsletter",
  "follow us on",
  "share this article",
];

const SPLIT = FORMULAE.map((formula) => formula.split(" "));

const FIRST = new Set(SPLIT.map((words) => words[0]));

/** Code unit below 0x700 -> whether a word that begins with it cannot begin a formula, whatever its marks. */
const RULED_OUT = new Uint8Array(0x700);
const FIRST_LETTERS = new Set([...FIRST].map((word) => word![0]));
for (let unit = 0; unit < RULED_OUT.length; unit++) {
  const folded = foldLetters(String.fromCharCode(unit));
  if (folded !== "" && !FIRST_LETTERS.has(folded[0])) RULED_OUT[unit] = 1;
}

/** Whether a word may begin a formula, by the first code unit of its spelling: cheaper to see than the word. */
export function mayBeginFormula(unit: number): boolean {
  return RULED_OUT[unit] !== 1;
}

/** Tokens of the longest formula. */
export const FORMULA_TOKENS = Math.max(...SPLIT.map((words) => words.length));

export function beginsFormula(folded: string): boolean {
  return FIRST.has(folded);
}

/** Tokens that a formula takes from `at` on, the longest; 0 for none. */
export function formulaLength(folded: readonly string[], at: number): number {
  let longest = 0;
  for (const words of SPLIT) {
    if (words.length > longest && words.every((word, k) => folded[at + k] === word)) longest = words.length;
  }
  return longest;
}
