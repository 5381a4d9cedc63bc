/**
 * Whether two words are the same to a reader: other proclitics, other hamza, a proper name spelt otherwise.
 * Words are folded as `foldLetters` does.
 */
import { withoutProclitics } from "../text/letters.js";

/** A bare form shared after stripping proclitics is at least this long, lest ولد meet لد. */
const LEAST_LETTERS = 3;

/** Letters that transliterations write for the same foreign sound, or that the ear confuses. */
const ALIKE: readonly string[] = ["غجقك", "سصثزظ", "تط", "دضذظ", "فب", "هح", "شس", "اوي", "كخ", "اهع"];
const VOWELS = "اويه";

/** Half steps of the edit distance that one word of a length may be from another. */
const HALF_STEPS_PER_LETTERS = [0, 0, 0, 0, 1, 2, 2, 3] as const;
const MOST_HALF_STEPS = 4;

export function sameWord(x: string, y: string): boolean {
  if (x === y) return true;
  if (isLatin(x) || isLatin(y)) return isLatin(x) && isLatin(y) && sameLatin(x, y);
  const foldedX = withoutHamza(x);
  const foldedY = withoutHamza(y);
  if (foldedX === foldedY && foldedX.length >= LEAST_LETTERS) return true;
  if (sameBare(foldedX, foldedY)) return true;
  return sameTransliteration(foldedX, foldedY);
}

function isLatin(word: string): boolean {
  return /^[a-z\u00df-\u024f]/u.test(word);
}

function withoutHamza(word: string): string {
  return word.replace(/ؤ/gu, "و").replace(/ئ/gu, "ي").replace(/ء/gu, "");
}

function sameBare(x: string, y: string): boolean {
  const formsX = withoutProclitics(x).map(withoutTanwin);
  for (const form of withoutProclitics(y)) {
    const bare = withoutTanwin(form);
    if (bare.length >= LEAST_LETTERS && formsX.includes(bare)) return true;
  }
  return false;
}

function withoutTanwin(word: string): string {
  return word.length >= 4 && word.endsWith("ا") ? word.slice(0, -1) : word;
}

/** Only for names of four letters or more that begin with like letters; vowels and like letters cost a half. */
function sameTransliteration(x: string, y: string): boolean {
  const shorter = Math.min(x.length, y.length);
  if (shorter < 4 || Math.abs(x.length - y.length) > 2 || !alike(x[0]!, y[0]!)) return false;
  const allowed = HALF_STEPS_PER_LETTERS[shorter] ?? MOST_HALF_STEPS;
  return halfSteps(x, y, allowed, substitution, gap) <= allowed;
}

/** One letter of six or more, the first of which is the same: "color" is "colour". */
function sameLatin(x: string, y: string): boolean {
  if (Math.min(x.length, y.length) < 5 || x[0] !== y[0] || Math.abs(x.length - y.length) > 1) return false;
  return (
    halfSteps(
      bareLatin(x),
      bareLatin(y),
      2,
      (p, q) => (p === q ? 0 : 2),
      () => 2,
    ) <= (x.length > 5 ? 2 : 0)
  );
}

function bareLatin(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function alike(x: string, y: string): boolean {
  return x === y || ALIKE.some((letters) => letters.includes(x) && letters.includes(y));
}

function substitution(x: string, y: string): number {
  if (x === y) return 0;
  return alike(x, y) ? 1 : 4;
}

function gap(letter: string): number {
  return VOWELS.includes(letter) ? 1 : 4;
}

/** Weighted edit distance in half steps, or something above `enough` if it is more. O(|x| · |y|). */
function halfSteps(
  x: string,
  y: string,
  enough: number,
  replace: (p: string, q: string) => number,
  skip: (p: string) => number,
): number {
  let previous = [0];
  for (const letter of y) previous.push(previous.at(-1)! + skip(letter));
  for (const p of x) {
    const row = [previous[0]! + skip(p)];
    let least = row[0]!;
    for (let k = 0; k < y.length; k++) {
      const q = y[k]!;
      const value = Math.min(previous[k]! + replace(p, q), previous[k + 1]! + skip(p), row[k]! + skip(q));
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > enough) return least;
    previous = row;
  }
  return previous.at(-1)!;
}
