/**
 * Whether two words are the same to a reader: other proclitics, other hamza, a proper name spelt otherwise.
 */
import type { Word } from "../text/words.js";

/** A bare form shared after stripping proclitics is at least this long, lest ولد meet لد. */
const LEAST_LETTERS = 3;

/** Letters that transliterations write for the same foreign sound, or that the ear confuses. */
const ALIKE: readonly string[] = ["غجقك", "سصثزظ", "تط", "دضذظ", "فب", "هح", "شس", "اوي", "كخ", "اهع"];
const VOWELS = "اويه";

/** Half steps of the edit distance that one word of a length may be from another. */
const HALF_STEPS_PER_LETTERS = [0, 0, 0, 0, 2, 2, 2, 3] as const;
const MOST_HALF_STEPS = 4;

export function sameWord(x: Word, y: Word): boolean {
  if (x.folded === y.folded) return true;
  if (x.latin || y.latin) return x.latin && y.latin && sameLatin(x.folded, y.folded);
  for (const form of x.bareForms) {
    if (form.length >= LEAST_LETTERS && y.bareForms.includes(form)) return true;
  }
  return sameTransliteration(x.bareForms[0]!, y.bareForms[0]!);
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
    ) <= (Math.max(x.length, y.length) > 5 ? 2 : 0)
  );
}

function bareLatin(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Letter -> bits of the groups it is in. */
const GROUPS = new Map<string, number>();
ALIKE.forEach((letters, group) => {
  for (const letter of letters) GROUPS.set(letter, (GROUPS.get(letter) ?? 0) | (1 << group));
});

function alike(x: string, y: string): boolean {
  return x === y || ((GROUPS.get(x) ?? 0) & (GROUPS.get(y) ?? 0)) !== 0;
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
