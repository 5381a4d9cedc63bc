/**
 * Sentences told in other words: most content words of the one stand, as stems and roughly in order, in the
 * other. In: two texts and which of their tokens are in passages already. Out: pairs of token ranges, whole
 * sentences on both sides. The hard kind: it asks for many shared stems, and says nothing of single ones.
 */
import { startsSentence } from "../text/sentences.js";
import type { TokenisedText } from "../text/tokenise.js";
import { NO_STEM, wordAt } from "../text/words.js";
import { MAX_SIDE_TOKENS } from "./align-gaps.js";
import type { Region } from "./passages-edits.js";

/** Shared stems of a rewriting, at least. */
const LEAST_SHARED = 8;

/** 2 · shared / (stems of one + stems of the other), at least; and to grow from, for the first pair. */
const LEAST_DICE = 0.5;
const SEED_DICE = 0.3;

/** Share of the shared stems that come in the same order. */
const LEAST_ORDERED = 0.72;

/** Words of a sentence with more than this share of them in passages already are left out. */
const MOST_COVERED = 0.3;

/** Sentences of each text looked at; longer texts are not searched for rewritings. */
const MAX_SENTENCES = 120;

interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Numbers of its distinct stems, ascending. */
  readonly stems: Int32Array;
}

/** Sentences [first, last] of each side. */
interface Span {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Looks around `places`, where a few words were found together. */
export function findRewritten(
  a: TokenisedText,
  b: TokenisedText,
  coveredA: Uint8Array,
  coveredB: Uint8Array,
  places: readonly Region[],
): Region[] {
  const sentencesA = sentences(a);
  const sentencesB = sentences(b);
  if (sentencesA === null || sentencesB === null) return [];
  const usedA = sentencesA.map((sentence) => isCovered(sentence, coveredA));
  const usedB = sentencesB.map((sentence) => isCovered(sentence, coveredB));
  const found: Region[] = [];
  for (const seed of seeds(sentencesA, sentencesB, usedA, usedB, places)) {
    if (usedA[seed.a0] || usedB[seed.b0]) continue;
    const span = grown(sentencesA, sentencesB, seed, usedA, usedB);
    const stemsA = union(sentencesA, span.a0, span.a1);
    const stemsB = union(sentencesB, span.b0, span.b1);
    const shared = sharedOf(stemsA, stemsB);
    if (shared < LEAST_SHARED || dice(stemsA.length, stemsB.length, shared) < LEAST_DICE) continue;
    const region = {
      a0: sentencesA[span.a0]!.from,
      a1: sentencesA[span.a1]!.to,
      b0: sentencesB[span.b0]!.from,
      b1: sentencesB[span.b1]!.to,
    };
    if (region.a1 - region.a0 > MAX_SIDE_TOKENS || region.b1 - region.b0 > MAX_SIDE_TOKENS) continue;
    if (!inOrder(a, b, region)) continue;
    usedA.fill(true, span.a0, span.a1 + 1);
    usedB.fill(true, span.b0, span.b1 + 1);
    found.push(region);
  }
  return found;
}

function isCovered(sentence: Sentence, covered: Uint8Array): boolean {
  let marked = 0;
  for (let k = sentence.from; k < sentence.to; k++) marked += covered[k]!;
  return marked > MOST_COVERED * (sentence.to - sentence.from);
}

const known = new WeakMap<TokenisedText, readonly Sentence[] | null>();

/** Worked out once for a text; null for one that is too long. */
function sentences(text: TokenisedText): readonly Sentence[] | null {
  let found = known.get(text);
  if (found === undefined) {
    found = split(text);
    known.set(text, found);
  }
  return found;
}

function split(text: TokenisedText): Sentence[] | null {
  const found: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= text.ids.length; at++) {
    if (at < text.ids.length && !startsSentence(text, at)) continue;
    if (found.length === MAX_SENTENCES) return null;
    const own = new Set<number>();
    for (let k = from; k < at; k++) own.add(wordAt(text, k).stem);
    own.delete(NO_STEM);
    found.push({ from, to: at, stems: Int32Array.from(own).sort() });
    from = at;
  }
  return found;
}

/** Pairs of single sentences at the places that share much, best first. */
function seeds(
  sentencesA: readonly Sentence[],
  sentencesB: readonly Sentence[],
  usedA: readonly boolean[],
  usedB: readonly boolean[],
  places: readonly Region[],
): Span[] {
  const scored: { span: Span; score: number }[] = [];
  for (const place of places) {
    sentencesA.forEach((p, x) => {
      if (usedA[x] || p.to <= place.a0 || p.from >= place.a1) return;
      sentencesB.forEach((q, y) => {
        if (usedB[y] || q.to <= place.b0 || q.from >= place.b1) return;
        const shared = sharedOf(p.stems, q.stems);
        if (shared < LEAST_SHARED - 2) return;
        const score = dice(p.stems.length, q.stems.length, shared);
        // A long sentence may be told in several short ones.
        const contained = shared / Math.min(p.stems.length, q.stems.length);
        if (score < SEED_DICE && contained < 2 * SEED_DICE) return;
        scored.push({ span: { a0: x, a1: x, b0: y, b1: y }, score: shared * score });
      });
    });
  }
  scored.sort((p, q) => q.score - p.score || p.span.a0 - q.span.a0 || p.span.b0 - q.span.b0);
  return scored.map(({ span }) => span);
}

/** Takes neighbouring sentences in while they bring the two sides closer. */
function grown(
  sentencesA: readonly Sentence[],
  sentencesB: readonly Sentence[],
  seed: Span,
  usedA: readonly boolean[],
  usedB: readonly boolean[],
): Span {
  let span = seed;
  let score = spanScore(sentencesA, sentencesB, span);
  for (;;) {
    const { a0, a1, b0, b1 } = span;
    const wider: Span[] = [
      { a0: a0 - 1, a1, b0, b1 },
      { a0, a1: a1 + 1, b0, b1 },
      { a0, a1, b0: b0 - 1, b1 },
      { a0, a1, b0, b1: b1 + 1 },
      { a0: a0 - 1, a1, b0: b0 - 1, b1 },
      { a0, a1: a1 + 1, b0, b1: b1 + 1 },
    ].filter(
      (next) =>
        usedA[next.a0] === false &&
        usedA[next.a1] === false &&
        usedB[next.b0] === false &&
        usedB[next.b1] === false,
    );
    let better: Span | undefined;
    for (const next of wider) {
      const value = spanScore(sentencesA, sentencesB, next);
      if (value <= score) continue;
      score = value;
      better = next;
    }
    if (better === undefined) return span;
    span = better;
  }
}

/** Shared stems, less what the sides have of their own. */
function spanScore(sentencesA: readonly Sentence[], sentencesB: readonly Sentence[], span: Span): number {
  const stemsA = union(sentencesA, span.a0, span.a1);
  const stemsB = union(sentencesB, span.b0, span.b1);
  const shared = sharedOf(stemsA, stemsB);
  return shared - (LEAST_DICE / 2) * (stemsA.length + stemsB.length - shared);
}

function union(list: readonly Sentence[], first: number, last: number): Int32Array {
  if (first === last) return list[first]!.stems;
  const all = new Set<number>();
  for (let k = first; k <= last; k++) for (const stem of list[k]!.stems) all.add(stem);
  return Int32Array.from(all).sort();
}

/** Both ascending. */
function sharedOf(x: Int32Array, y: Int32Array): number {
  let shared = 0;
  let k = 0;
  for (const stem of x) {
    while (k < y.length && y[k]! < stem) k++;
    if (k < y.length && y[k] === stem) shared++;
  }
  return shared;
}

function dice(x: number, y: number, shared: number): number {
  return (2 * shared) / (x + y);
}

/** Whether enough of the shared stems, each at its first place, come in the same order on both sides. */
function inOrder(a: TokenisedText, b: TokenisedText, region: Region): boolean {
  const placeInB = new Map<number, number>();
  for (let k = region.b1 - 1; k >= region.b0; k--) placeInB.set(wordAt(b, k).stem, k);
  placeInB.delete(NO_STEM);
  const places: number[] = [];
  for (let k = region.a0; k < region.a1; k++) {
    const stem = wordAt(a, k).stem;
    const place = placeInB.get(stem);
    if (place === undefined) continue;
    places.push(place);
    placeInB.delete(stem);
  }
  return longestAscent(places) >= LEAST_ORDERED * places.length;
}

function longestAscent(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    const at = tails.findIndex((tail) => tail >= value);
    if (at < 0) tails.push(value);
    else tails[at] = value;
  }
  return tails.length;
}
