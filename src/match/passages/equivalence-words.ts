/**
 * Whether two words are the same to a reader: other proclitics, other hamza, a proper name spelt otherwise.
 */
import type { Word } from "../../language/words.js";

/** A bare form shared after stripping proclitics is at least this long, lest ولد meet لد. */
const LEAST_LETTERS = 3;

/** Letters that transliterations write for the same foreign sound, or that the ear confuses. */
const ALIKE: readonly string[] = ["غجقك", "سصثزظ", "تط", "دضذظ", "فب", "هح", "شس", "اوي", "كخ", "اهع"];

/** Half steps of the edit distance that one word of a length may be from another. */
const HALF_STEPS_PER_LETTERS = [0, 0, 0, 0, 2, 2, 2, 3] as const;
const MOST_HALF_STEPS = 4;

export function sameWord(x: Word, y: Word): boolean {
  if (x === y || x.folded === y.folded) return true;
  if (x.latin || y.latin) return x.latin && y.latin && sameLatin(x.folded, y.folded);
  return sameBare(x, y) || sameTransliteration(x.base, y.base);
}

/** Forms of one word end in the same three letters, but for the alef of tanwin: that rules most pairs out. */
function sameBare(x: Word, y: Word): boolean {
  const p = x.base;
  const q = y.base;
  const lastX = p.charCodeAt(p.length - 1);
  const lastY = q.charCodeAt(q.length - 1);
  if (lastX !== ALEF && lastY !== ALEF) {
    if (lastX !== lastY || p.length < LEAST_LETTERS || q.length < LEAST_LETTERS) return false;
    if (p.charCodeAt(p.length - 2) !== q.charCodeAt(q.length - 2)) return false;
    if (p.charCodeAt(p.length - 3) !== q.charCodeAt(q.length - 3)) return false;
  }
  for (const form of x.bareForms) {
    if (form.length >= LEAST_LETTERS && y.bareForms.includes(form)) return true;
  }
  return false;
}

/** Only for names of four letters or more that begin with like letters; vowels and like letters cost a half. */
function sameTransliteration(x: string, y: string): boolean {
  const shorter = Math.min(x.length, y.length);
  if (shorter < 4 || Math.abs(x.length - y.length) > 2) return false;
  if (replaceSteps(x.charCodeAt(0), y.charCodeAt(0)) > 1) return false;
  const allowed = HALF_STEPS_PER_LETTERS[shorter] ?? MOST_HALF_STEPS;
  return halfSteps(x, y, allowed, replaceSteps, skipSteps) <= allowed;
}

/** One letter of six or more, the first of which is the same: "color" is "colour". */
function sameLatin(x: string, y: string): boolean {
  if (Math.min(x.length, y.length) < 5 || x[0] !== y[0] || Math.abs(x.length - y.length) > 1) return false;
  const allowed = Math.max(x.length, y.length) > 5 ? 2 : 0;
  return halfSteps(bareLatin(x), bareLatin(y), allowed, replaceLatin, skipLatin) <= allowed;
}

function bareLatin(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

const ALEF = 0x627;
const HEH = 0x647;
const WAW = 0x648;
const YEH = 0x64a;

/** Code unit below 0x700 -> bits of the groups of like letters it is in. */
const GROUPS = new Uint16Array(0x700);
ALIKE.forEach((letters, group) => {
  for (const letter of letters) GROUPS[letter.charCodeAt(0)]! |= 1 << group;
});

function replaceSteps(p: number, q: number): number {
  if (p === q) return 0;
  return ((GROUPS[p] ?? 0) & (GROUPS[q] ?? 0)) !== 0 ? 1 : 4;
}

function skipSteps(p: number): number {
  return p === ALEF || p === WAW || p === YEH || p === HEH ? 1 : 4;
}

const replaceLatin = (p: number, q: number): number => (p === q ? 0 : 2);
const skipLatin = (): number => 2;

/** Longer words are compared up to here. */
const MOST_LETTERS = 62;
const upper = new Int32Array(MOST_LETTERS + 2);

/** Weighted edit distance in half steps, or something above `enough` if it is more. O(|x| · |y|). */
function halfSteps(
  x: string,
  y: string,
  enough: number,
  replace: (p: number, q: number) => number,
  skip: (p: number) => number,
): number {
  const sizeX = Math.min(x.length, MOST_LETTERS);
  const sizeY = Math.min(y.length, MOST_LETTERS);
  upper[0] = 0;
  for (let k = 0; k < sizeY; k++) upper[k + 1] = upper[k]! + skip(y.charCodeAt(k));
  for (let i = 0; i < sizeX; i++) {
    const p = x.charCodeAt(i);
    const skipP = skip(p);
    let diagonal: number = upper[0]!;
    upper[0] = diagonal + skipP;
    let least = upper[0]!;
    for (let k = 0; k < sizeY; k++) {
      const q = y.charCodeAt(k);
      const above: number = upper[k + 1]!;
      const value: number = Math.min(diagonal + replace(p, q), above + skipP, upper[k]! + skip(q));
      diagonal = above;
      upper[k + 1] = value;
      if (value < least) least = value;
    }
    if (least > enough) return least;
  }
  return upper[sizeY]!;
}

/** Whether one word is the two others written together; all folded. */
export function isJoined(whole: string, first: string, second: string): boolean {
  if (whole.length === first.length + second.length) return whole.startsWith(first) && whole.endsWith(second);
  const merged = MERGED.get(whole);
  return merged !== undefined && merged[0] === first && merged[1] === second;
}

/** Two words whose letters between them fall together when they are written as one: أن لا is ألا. */
const MERGED: ReadonlyMap<string, readonly [string, string]> = new Map(
  ["الا ان لا", "الن ان لن", "عما عن ما", "مما من ما", "عمن عن من", "ممن من من", "لئلا لان لا"].map(
    (words) => {
      const [whole, first, second] = words.split(" ") as [string, string, string];
      return [whole, [first, second]];
    },
  ),
);
