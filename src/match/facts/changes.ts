/** The changes of a passage in tokens: its edits, those that touch made one. */
import type { Passage } from "../../model/index.js";
import { startsSentence } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Region } from "../align/edits.js";

/** Tokens beside a passage that are looked at, and those that the passage has at least. */
const MOST_BESIDE = 2;
const LEAST_TOKENS = 8;

/** Tokens walked over before a search by halves. */
const NEAR_TOKENS = 32;

/** A change, and the tokens [startA, endA), [startB, endB) of the passage around it. */
export interface Change extends Region {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/** Changes that are more than another form of the same. */
export function changesOf(a: TokenisedText, b: TokenisedText, passage: Passage): Change[] {
  if (passage.edits.length === 0) return [];
  const around = {
    startA: tokenFrom(a.starts, passage.a.start),
    endA: tokenFrom(a.starts, passage.a.end),
    startB: tokenFrom(b.starts, passage.b.start),
    endB: tokenFrom(b.starts, passage.b.end),
  };
  const changes: Change[] = [];
  const { startA, endA, startB, endB } = around;
  // The change that the edits seen last make together.
  let begun = false;
  let changed = false;
  let beganA = 0;
  let beganB = 0;
  let lastA = startA;
  let lastB = startB;
  for (const edit of passage.edits) {
    const a0 = tokenNear(a.starts, edit.a.start, lastA);
    const a1 = edit.a.end > edit.a.start ? tokenNear(a.starts, edit.a.end, a0) : a0;
    const b0 = tokenNear(b.starts, edit.b.start, lastB);
    const b1 = edit.b.end > edit.b.start ? tokenNear(b.starts, edit.b.end, b0) : b0;
    if (!begun || lastA !== a0 || lastB !== b0) {
      if (changed) changes.push({ a0: beganA, a1: lastA, b0: beganB, b1: lastB, startA, endA, startB, endB });
      begun = true;
      changed = false;
      beganA = a0;
      beganB = b0;
    }
    changed ||= edit.equivalent !== true;
    lastA = a1;
    lastB = b1;
  }
  if (changed) changes.push({ a0: beganA, a1: lastA, b0: beganB, b1: lastB, startA, endA, startB, endB });
  return changes;
}

/**
 * What stands between the ends of a passage and those of the sentence it lies in, where that is a word or two
 * in both texts: the last word of a sentence is as often changed as any other.
 */
export function changesBeside(
  a: TokenisedText,
  b: TokenisedText,
  passage: Passage,
  others: readonly Passage[],
): Change[] {
  const startA = tokenFrom(a.starts, passage.a.start);
  const endA = tokenFrom(a.starts, passage.a.end);
  const startB = tokenFrom(b.starts, passage.b.start);
  const endB = tokenFrom(b.starts, passage.b.end);
  if (Math.min(endA - startA, endB - startB) < LEAST_TOKENS) return [];
  const [beforeA, beforeB] = both(tokensBefore(a, startA), tokensBefore(b, startB));
  const [afterA, afterB] = both(tokensAfter(a, endA), tokensAfter(b, endB));
  const around = {
    startA: startA - beforeA,
    endA: endA + afterA,
    startB: startB - beforeB,
    endB: endB + afterB,
  };
  if (beforeA === 0 && afterA === 0) return [];
  const changes = [
    { a0: startA - beforeA, a1: startA, b0: startB - beforeB, b1: startB, ...around },
    { a0: endA, a1: endA + afterA, b0: endB, b1: endB + afterB, ...around },
  ];
  return changes.filter(
    (change) => change.a1 > change.a0 && !others.some((other) => takes(a, b, other, change)),
  );
}

/** A side without a word left has nothing that could stand against the other. */
function both(inA: number, inB: number): [number, number] {
  return inA > 0 && inB > 0 ? [inA, inB] : [0, 0];
}

/** Tokens from the start of the sentence to `at`; 0 if they are too many. */
function tokensBefore(text: TokenisedText, at: number): number {
  for (let tokens = 0; tokens <= MOST_BESIDE && tokens <= at; tokens++) {
    if (startsSentence(text, at - tokens)) return tokens;
  }
  return 0;
}

function tokensAfter(text: TokenisedText, at: number): number {
  for (let tokens = 0; tokens <= MOST_BESIDE && at + tokens <= text.ids.length; tokens++) {
    if (at + tokens === text.ids.length || startsSentence(text, at + tokens)) return tokens;
  }
  return 0;
}

/** Whether another passage has tokens of the change. */
function takes(a: TokenisedText, b: TokenisedText, other: Passage, change: Change): boolean {
  const inA = other.a.start < a.ends[change.a1 - 1]! && a.starts[change.a0]! < other.a.end;
  return inA || (other.b.start < b.ends[change.b1 - 1]! && b.starts[change.b0]! < other.b.end);
}

/** The same as `tokenFrom`, found quickly where it is a few tokens after `near`. */
function tokenNear(starts: Uint32Array, at: number, near: number): number {
  if (near > 0 && starts[near - 1]! >= at) return tokenFrom(starts, at);
  const limit = Math.min(starts.length, near + NEAR_TOKENS);
  let token = near;
  while (token < limit && starts[token]! < at) token++;
  return token < limit || token === starts.length ? token : tokenFrom(starts, at);
}

/** Index of the first token that starts at `at` or later. */
function tokenFrom(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
