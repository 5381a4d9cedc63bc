/**
 * Changed facts: what a copier changed inside aligned passages. In: two texts and their passages. Out: each
 * fact with both readings, in the order of a. A number that was only left out or put in is no changed fact; a
 * negation that was, is one. Equal readings in other forms (digits and words, month names) are no change.
 */

import { isIdiom } from "../../language/stance.js";
import { foldedTokens, type Word, wordAt } from "../../language/words.js";
import type { ChangedFact, FactKind, Passage, Range } from "../../model/index.js";
import { sameDay } from "../../text/days.js";
import { sameFigure } from "../../text/figures.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { sameWord } from "../passages/equivalence-words.js";
import { type Change, changesBeside, changesOf } from "./changes.js";
import { dualOf } from "./duals.js";
import { isReplacedName } from "./names.js";
import { type Day, type FactReading, isPlain, readFacts } from "./readings.js";

/** Beyond this many tokens on a side a change is another wording, whose facts cannot be put side by side. */
const MAX_FIGURE_TOKENS = 8;
const MAX_WORD_TOKENS = 3;

export function changedFacts(
  a: TokenisedText,
  b: TokenisedText,
  passages: readonly Passage[],
  background: Background | null,
): ChangedFact[] {
  const facts: ChangedFact[] = [];
  for (const passage of passages) {
    if (passage.kind === "boilerplate") continue;
    const inside = changesOf(a, b, passage);
    const beside = changesBeside(a, b, passage, passages);
    const changes = beside.length === 0 ? inside : [...inside, ...beside];
    for (const change of changes) {
      const found = figures(a, b, change);
      for (const one of found) facts.push(one);
      if (found.length === 0) for (const one of words(a, b, change, changes, background)) facts.push(one);
    }
  }
  if (facts.length < 2) return facts;
  facts.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
  return withoutSwaps(facts);
}

/** Without the pairs of facts that only changed places: "between 30 and 32" against "between 32 and 30". */
function withoutSwaps(facts: readonly ChangedFact[]): ChangedFact[] {
  return facts.filter((fact, k) => {
    if (fact.a.text === "" || fact.b.text === "") return true;
    const near = facts.slice(Math.max(0, k - SWAP_NEIGHBOURS), k + SWAP_NEIGHBOURS + 1);
    return !near.some((other) => isSwapped(fact, other));
  });
}

function isSwapped(x: ChangedFact, y: ChangedFact): boolean {
  const apart = Math.max(Math.abs(x.a.start - y.a.start), Math.abs(x.b.start - y.b.start));
  return (
    x.kind === y.kind &&
    sameText(x.a.text, y.b.text) &&
    sameText(x.b.text, y.a.text) &&
    apart <= SWAP_CHARACTERS
  );
}

/** "30 million" is "30" of "between 30 and 32 million". */
function sameText(x: string, y: string): boolean {
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
}

const GROUPS = ["number", "month", "weekday"] as const;

/** Numbers, months and weekdays that stand against each other with different values. */
function figures(a: TokenisedText, b: TokenisedText, change: Change): ChangedFact[] {
  if (change.a1 - change.a0 > MAX_FIGURE_TOKENS || change.b1 - change.b0 > MAX_FIGURE_TOKENS) return [];
  if (isPlain(a, change.a0, change.a1) && isPlain(b, change.b0, change.b1)) return [];
  const facts: ChangedFact[] = [];
  const readA = readFacts(a, change.a0, change.a1, change.startA, change.endA);
  const readB = readFacts(b, change.b0, change.b1, change.startB, change.endB);
  if (readA.length === 0 && readB.length === 0) return [];
  let readingsA =
    change.a0 === change.a1 ? reachedFrom(readA, change.a0, readB, change.b0, change.b1) : readA;
  let readingsB =
    change.b0 === change.b1 ? reachedFrom(readB, change.b0, readA, change.a0, change.a1) : readB;
  for (const [p, q] of otherForms(readingsA, readingsB)) {
    readingsA = readingsA.filter(({ day }) => day !== p);
    readingsB = readingsB.filter(({ day }) => day !== q);
    if (sameDay(p, q) === false) facts.push(fact("date", a, p.from, p.to, b, q.from, q.to));
  }
  for (const group of GROUPS) {
    const [restA, restB] = unequal(
      readingsA.filter((reading) => reading.group === group),
      readingsB.filter((reading) => reading.group === group),
    );
    if (group === "number" && restA.length + restB.length === 1) {
      facts.push(...againstDual(a, b, change, restA[0], restB[0]));
    }
    if (restA.length !== restB.length) continue;
    restA.forEach((p, k) => {
      const q = restB[k]!;
      if (!inSameContext(a, p, b, q)) return;
      facts.push(fact(p.dated || q.dated ? "date" : "number", a, p.from, p.to, b, q.from, q.to));
    });
  }
  return facts;
}

/** Days of both sides that only the calendar can hold against each other: of two calendars, or one in figures. */
function otherForms(readingsA: readonly FactReading[], readingsB: readonly FactReading[]): [Day, Day][] {
  const daysA = daysOf(readingsA);
  const daysB = daysOf(readingsB);
  if (daysA.length !== 1 || daysB.length !== 1) return [];
  const [p, q] = [daysA[0]!, daysB[0]!];
  return p.calendar !== q.calendar || p.inFigures !== q.inFigures ? [[p, q]] : [];
}

function daysOf(readings: readonly FactReading[]): Day[] {
  return [...new Set(readings.flatMap(({ day }) => (day === null ? [] : [day])))];
}

/** One number against a dual of what it counts. */
function againstDual(
  a: TokenisedText,
  b: TokenisedText,
  change: Change,
  p: FactReading | undefined,
  q: FactReading | undefined,
): ChangedFact[] {
  if (p !== undefined) {
    const at = dualOf(foldedAt(a, p.to), foldedTokens(b, change.b0, change.b1));
    if (at < 0 || p.value === 2) return [];
    return [fact("number", a, p.from, p.to + 1, b, change.b0 + at, change.b0 + at + 1)];
  }
  if (q === undefined) return [];
  const at = dualOf(foldedAt(b, q.to), foldedTokens(a, change.a0, change.a1));
  if (at < 0 || q.value === 2) return [];
  return [fact("number", a, change.a0 + at, change.a0 + at + 1, b, q.from, q.to + 1)];
}

/**
 * On a side where nothing stands, a reading that only borders on the place counts where the reading of the
 * other side reaches beyond the change in that direction: "three thousand" against "three".
 */
function reachedFrom(
  readings: readonly FactReading[],
  at: number,
  others: readonly FactReading[],
  from: number,
  to: number,
): FactReading[] {
  const left = others.some((other) => other.from < from);
  const right = others.some((other) => other.to > to);
  return readings.filter((reading) => {
    if (reading.to === at) return left;
    return reading.from === at ? right : true;
  });
}

/** Two figures can be held against each other where the word before or the word after them is the same. */
function inSameContext(a: TokenisedText, p: FactReading, b: TokenisedText, q: FactReading): boolean {
  return sameAt(a, p.to, b, q.to) || sameAt(a, p.from - 1, b, q.from - 1);
}

function sameAt(a: TokenisedText, atA: number, b: TokenisedText, atB: number): boolean {
  const inA = atA >= 0 && atA < a.ids.length;
  const inB = atB >= 0 && atB < b.ids.length;
  if (!inA || !inB) return inA === inB;
  if (a.ids[atA] === b.ids[atB]) return true;
  return sameWord(wordAt(a, atA), wordAt(b, atB));
}

/** Both lists without the readings of equal value that stand in both. */
function unequal(x: readonly FactReading[], y: readonly FactReading[]): [FactReading[], FactReading[]] {
  const restY = [...y];
  const restX = x.filter((reading) => {
    const at = restY.findIndex((other) =>
      reading.figure !== null && other.figure !== null
        ? sameFigure(reading.figure, other.figure)
        : reading.value === other.value,
    );
    if (at >= 0) restY.splice(at, 1);
    return at < 0;
  });
  return [restX, restY];
}

/** A negation put in or left out, a verb of another stance, a name that became another. */
function words(
  a: TokenisedText,
  b: TokenisedText,
  change: Change,
  changes: readonly Change[],
  background: Background | null,
): ChangedFact[] {
  const { a0, a1, b0, b1 } = change;
  if (a1 - a0 > MAX_WORD_TOKENS || b1 - b0 > MAX_WORD_TOKENS) return [];
  const negationA = firstToken(a, a0, a1, isNegation);
  const negationB = firstToken(b, b0, b1, isNegation);
  if (negationA >= 0 !== negationB >= 0) {
    const inA = negationA >= 0;
    const word = inA ? foldedAt(a, negationA) : foldedAt(b, negationB);
    const next = inA ? foldedAt(a, negationA + 1) : foldedAt(b, negationB + 1);
    if (isIdiom(next)) return [];
    if (neighbours(changes, change).some((other) => takesUp(a, b, other, word, !inA))) {
      return [];
    }
    return inA
      ? [fact("negation", a, negationA, negationA + 1, b, b0, b0)]
      : [fact("negation", a, a0, a0, b, negationB, negationB + 1)];
  }
  const verbA = firstToken(a, a0, a1, hasStance);
  const verbB = firstToken(b, b0, b1, hasStance);
  if (verbA >= 0 && verbB >= 0) {
    const stanceA = wordAt(a, verbA).stance!;
    const stanceB = wordAt(b, verbB).stance!;
    if (stanceA === stanceB || (mild(stanceA) && mild(stanceB))) return [];
    return [fact("hedge", a, verbA, verbA + 1, b, verbB, verbB + 1)];
  }
  return isReplacedName(a, b, change, background) ? [fact("name", a, a0, a1, b, b0, b1)] : [];
}

const isNegation = (word: Word): boolean => word.negation;
const hasStance = (word: Word): boolean => word.stance !== undefined;

/** The first of tokens [from, to) with such a word; -1 for none. */
function firstToken(text: TokenisedText, from: number, to: number, is: (word: Word) => boolean): number {
  for (let at = from; at < to; at++) if (is(wordAt(text, at))) return at;
  return -1;
}

/** Reporters swap "said" and "affirmed" freely. */
function mild(stance: string): boolean {
  return stance === "neutral" || stance === "asserting";
}

/** Facts looked at on either side for one that changed places with another. */
const SWAP_NEIGHBOURS = 4;

/** Facts further apart than this, in UTF-16 code units, did not change places. */
const SWAP_CHARACTERS = 60;

const NEAR_TOKENS = 4;

/** Other changes that stand near in both texts. */
function neighbours(changes: readonly Change[], change: Change): Change[] {
  const at = changes.indexOf(change);
  return changes.slice(Math.max(0, at - NEAR_TOKENS), at + NEAR_TOKENS + 1).filter((other) => {
    const gapA = Math.max(other.a0 - change.a1, change.a0 - other.a1);
    const gapB = Math.max(other.b0 - change.b1, change.b0 - other.b1);
    return other !== change && Math.max(gapA, gapB) <= NEAR_TOKENS;
  });
}

function foldedAt(text: TokenisedText, at: number): string {
  return at < text.ids.length ? wordAt(text, at).folded : "";
}

/**
 * Whether a nearby change has on the given side the same negation, which was moved, or among reworded text any
 * negation, which was put otherwise.
 */
function takesUp(a: TokenisedText, b: TokenisedText, change: Change, word: string, inA: boolean): boolean {
  const { a0, a1, b0, b1 } = change;
  const [text, from, to] = inA ? [a, a0, a1] : [b, b0, b1];
  if (firstToken(text, from, to, ({ folded }) => folded === word) >= 0) return true;
  return a1 > a0 && b1 > b0 && firstToken(text, from, to, isNegation) >= 0;
}

function fact(
  kind: FactKind,
  a: TokenisedText,
  a0: number,
  a1: number,
  b: TokenisedText,
  b0: number,
  b1: number,
): ChangedFact {
  return { kind, a: shown(a, a0, a1), b: shown(b, b0, b1) };
}

/** An empty range stands where the word is missing: before the next token. */
function shown(text: TokenisedText, from: number, to: number): Range & { readonly text: string } {
  const start = text.starts[from] ?? text.text.length;
  const end = to > from ? text.ends[to - 1]! : start;
  return { start, end, text: text.text.slice(start, end) };
}
