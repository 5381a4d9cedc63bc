/**
 * Sentences told in other words: most content words of the one stand, as stems and roughly in order, in the
 * other. In: two texts and which of their tokens are in passages already. Out: pairs of token ranges, whole
 * sentences on both sides. The hard kind: it asks for many shared stems, and says nothing of single ones.
 */

import { NO_STEM, wordAt } from "../../language/words.js";
import { Kept } from "../../text/kept.js";
import { startsSentence } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Region } from "../align/edits.js";
import { MAX_SIDE_TOKENS } from "../align/gaps.js";
import { dice, distinct, sharedOf, union } from "./stem-sets.js";

/** Shared stems of a rewriting, at least. */
const LEAST_SHARED = 8;

/** 2 · shared / (stems of one + stems of the other), at least; and to grow from, for the first pair. */
const LEAST_DICE = 0.5;
const SEED_DICE = 0.35;

/** Words that a rewriting keeps as they are, in one pair of sentences. */
const LEAST_EQUAL = 6;

/** Share of the shared stems that come in the same order. */
const LEAST_ORDERED = 0.72;

/** Words of a sentence with more than this share of them in passages already are left out. */
const MOST_COVERED = 0.3;

/** Sentences of each text looked at; longer texts are not searched for rewritings. */
const MAX_SENTENCES = 120;

class Sentence {
  readonly from: number;
  readonly to: number;
  #inOrder: Int32Array | undefined;
  #stems: Int32Array | undefined;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  /** The stem of each token; worked out when first asked for. */
  stemsInOrder(text: TokenisedText): Int32Array {
    if (this.#inOrder === undefined) {
      this.#inOrder = new Int32Array(this.to - this.from);
      for (let k = this.from; k < this.to; k++) this.#inOrder[k - this.from] = wordAt(text, k).stem;
    }
    return this.#inOrder;
  }

  /** Its distinct stems, ascending. */
  stemsIn(text: TokenisedText): Int32Array {
    this.#stems ??= distinct(this.stemsInOrder(text).toSorted());
    return this.#stems;
  }
}

/** One of the texts, in sentences. */
interface Told {
  readonly text: TokenisedText;
  readonly sentences: readonly Sentence[];
  readonly covered: Uint8Array;
  /** Sentences that are in passages already, as far as it was asked (`isUsed`). */
  readonly used: (boolean | undefined)[];
}

function isUsed(told: Told, sentence: number): boolean {
  let used = told.used[sentence];
  if (used === undefined) {
    used = isCovered(told.sentences[sentence]!, told.covered);
    told.used[sentence] = used;
  }
  return used;
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
  const toldA = tell(a, coveredA);
  const toldB = tell(b, coveredB);
  if (toldA === null || toldB === null) return [];
  const found: Region[] = [];
  for (const seed of seeds(toldA, toldB, places)) {
    if (isUsed(toldA, seed.a0) || isUsed(toldB, seed.b0)) continue;
    const { span, stemsA, stemsB } = grown(toldA, toldB, seed);
    const shared = sharedOf(stemsA, stemsB);
    if (shared < LEAST_SHARED || dice(stemsA.length, stemsB.length, shared) < LEAST_DICE) continue;
    const region = {
      a0: toldA.sentences[span.a0]!.from,
      a1: toldA.sentences[span.a1]!.to,
      b0: toldB.sentences[span.b0]!.from,
      b1: toldB.sentences[span.b1]!.to,
    };
    if (region.a1 - region.a0 > MAX_SIDE_TOKENS || region.b1 - region.b0 > MAX_SIDE_TOKENS) continue;
    if (!inOrder(toldA, toldB, span)) continue;
    toldA.used.fill(true, span.a0, span.a1 + 1);
    toldB.used.fill(true, span.b0, span.b1 + 1);
    found.push(region);
  }
  return found;
}

function tell(text: TokenisedText, covered: Uint8Array): Told | null {
  const sentences = sentencesOf(text);
  if (sentences === null) return null;
  return { text, sentences, covered, used: new Array<undefined>(sentences.length).fill(undefined) };
}

function isCovered(sentence: Sentence, covered: Uint8Array): boolean {
  let marked = 0;
  for (let k = sentence.from; k < sentence.to; k++) marked += covered[k]!;
  return marked > MOST_COVERED * (sentence.to - sentence.from);
}

const known = new Kept<readonly Sentence[] | null>();

/** Worked out once for a text; null for one that is too long. */
function sentencesOf(text: TokenisedText): readonly Sentence[] | null {
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
    found.push(new Sentence(from, at));
    from = at;
  }
  return found;
}

/** Pairs of single sentences at the places that share much, best first. */
function seeds(toldA: Told, toldB: Told, places: readonly Region[]): Span[] {
  const scored: { span: Span; score: number }[] = [];
  for (const place of places) {
    for (let x = 0; x < toldA.sentences.length; x++) {
      const p = toldA.sentences[x]!;
      if (p.to <= place.a0 || p.from >= place.a1 || isUsed(toldA, x)) continue;
      for (let y = 0; y < toldB.sentences.length; y++) {
        const q = toldB.sentences[y]!;
        if (q.to <= place.b0 || q.from >= place.b1 || isUsed(toldB, y)) continue;
        if (!shareWords(toldA.text.ids, p, toldB.text.ids, q)) continue;
        const stemsA = p.stemsIn(toldA.text);
        const stemsB = q.stemsIn(toldB.text);
        const shared = sharedOf(stemsA, stemsB);
        if (shared < LEAST_SHARED - 2) continue;
        const score = dice(stemsA.length, stemsB.length, shared);
        // A long sentence may be told in several short ones.
        const contained = shared / Math.min(stemsA.length, stemsB.length);
        if (score < SEED_DICE && contained < 2 * SEED_DICE) continue;
        scored.push({ span: { a0: x, a1: x, b0: y, b1: y }, score: shared * score });
      }
    }
  }
  scored.sort((p, q) => q.score - p.score || p.span.a0 - q.span.a0 || p.span.b0 - q.span.b0);
  return scored.map(({ span }) => span);
}

interface Grown {
  readonly span: Span;
  readonly stemsA: Int32Array;
  readonly stemsB: Int32Array;
}

/** Whether two sentences share some words as they stand: cheaper to see than stems. */
function shareWords(idsA: Uint32Array, p: Sentence, idsB: Uint32Array, q: Sentence): boolean {
  let shared = 0;
  for (let k = p.from; k < p.to; k++) {
    if (shared + p.to - k < LEAST_EQUAL) return false;
    const id = idsA[k]!;
    let at = q.from;
    while (at < q.to && idsB[at] !== id) at++;
    if (at < q.to && ++shared >= LEAST_EQUAL) return true;
  }
  return false;
}

/** Takes neighbouring sentences in while they bring the two sides closer. */
function grown(toldA: Told, toldB: Told, seed: Span): Grown {
  let { a0, a1, b0, b1 } = seed;
  let stemsA = toldA.sentences[a0]!.stemsIn(toldA.text);
  let stemsB = toldB.sentences[b0]!.stemsIn(toldB.text);
  let shared = sharedOf(stemsA, stemsB);
  let score = closeness(stemsA.length, stemsB.length, shared);
  for (;;) {
    look(BEFORE_A, neighbour(toldA, a0 - 1), stemsA, stemsB);
    look(AFTER_A, neighbour(toldA, a1 + 1), stemsA, stemsB);
    look(BEFORE_B, neighbour(toldB, b0 - 1), stemsB, stemsA);
    look(AFTER_B, neighbour(toldB, b1 + 1), stemsB, stemsA);
    let best = -1;
    for (let step = 0; step < STEPS.length; step++) {
      const { ofA, ofB } = STEPS[step]!;
      if ((ofA !== null && ofA.stems === null) || (ofB !== null && ofB.stems === null)) continue;
      const both = ofA === null || ofB === null ? 0 : addedShared(ofA, ofB);
      const closer = closeness(
        stemsA.length + (ofA?.added ?? 0),
        stemsB.length + (ofB?.added ?? 0),
        shared + (ofA?.shared ?? 0) + (ofB?.shared ?? 0) + both,
      );
      if (closer <= score) continue;
      score = closer;
      best = step;
    }
    if (best < 0) return { span: { a0, a1, b0, b1 }, stemsA, stemsB };
    const { ofA, ofB } = STEPS[best]!;
    if (ofA === BEFORE_A) a0--;
    if (ofA === AFTER_A) a1++;
    if (ofB === BEFORE_B) b0--;
    if (ofB === AFTER_B) b1++;
    if (ofA !== null) stemsA = union(stemsA, ofA.stems!);
    if (ofB !== null) stemsB = union(stemsB, ofB.stems!);
    shared = sharedOf(stemsA, stemsB);
  }
}

/** A sentence beside the grown ones, and what it would bring. */
class Neighbour {
  /** Null where there is none to take. */
  stems: Int32Array | null = null;
  /** Its stems that its own side has not: how many, which, and how many of them the other side has. */
  added = 0;
  shared = 0;
  which = new Int32Array(256);
}

const BEFORE_A = new Neighbour();
const AFTER_A = new Neighbour();
const BEFORE_B = new Neighbour();
const AFTER_B = new Neighbour();
const STEPS: readonly { readonly ofA: Neighbour | null; readonly ofB: Neighbour | null }[] = [
  { ofA: BEFORE_A, ofB: null },
  { ofA: AFTER_A, ofB: null },
  { ofA: null, ofB: BEFORE_B },
  { ofA: null, ofB: AFTER_B },
  { ofA: BEFORE_A, ofB: BEFORE_B },
  { ofA: AFTER_A, ofB: AFTER_B },
];

/** The stems of sentence `at`; null where there is none to take. */
function neighbour(told: Told, at: number): Int32Array | null {
  if (at < 0 || at >= told.sentences.length || isUsed(told, at)) return null;
  return told.sentences[at]!.stemsIn(told.text);
}

/** All ascending, without repetition. O(stems + own + other). */
function look(beside: Neighbour, stems: Int32Array | null, own: Int32Array, other: Int32Array): void {
  beside.stems = stems;
  if (stems === null) return;
  const size = stems.length;
  const sizeOwn = own.length;
  const sizeOther = other.length;
  if (beside.which.length < size) beside.which = new Int32Array(2 * size);
  const which = beside.which;
  let added = 0;
  let shared = 0;
  let i = 0;
  let k = 0;
  for (let at = 0; at < size; at++) {
    const stem = stems[at]!;
    while (i < sizeOwn && own[i]! < stem) i++;
    if (i < sizeOwn && own[i] === stem) continue;
    which[added++] = stem;
    while (k < sizeOther && other[k]! < stem) k++;
    if (k < sizeOther && other[k] === stem) shared++;
  }
  beside.added = added;
  beside.shared = shared;
}

/** Stems that both neighbours would add to their sides. */
function addedShared(x: Neighbour, y: Neighbour): number {
  let shared = 0;
  for (let i = 0, k = 0; i < x.added && k < y.added; ) {
    const p = x.which[i]!;
    const q = y.which[k]!;
    if (p === q) shared++;
    if (p <= q) i++;
    if (q <= p) k++;
  }
  return shared;
}

/** Shared stems, less what the sides have of their own. */
function closeness(sizeA: number, sizeB: number, shared: number): number {
  return shared - (LEAST_DICE / 2) * (sizeA + sizeB - shared);
}

/** Whether enough of the shared stems, each at its first place, come in the same order on both sides. */
function inOrder(toldA: Told, toldB: Told, span: Span): boolean {
  const placeInB = new Map<number, number>();
  let place = 0;
  for (let k = span.b0; k <= span.b1; k++) {
    for (const stem of toldB.sentences[k]!.stemsInOrder(toldB.text)) {
      if (stem !== NO_STEM && !placeInB.has(stem)) placeInB.set(stem, place);
      place++;
    }
  }
  const places: number[] = [];
  for (let k = span.a0; k <= span.a1; k++) {
    for (const stem of toldA.sentences[k]!.stemsInOrder(toldA.text)) {
      const found = placeInB.get(stem);
      if (found === undefined) continue;
      places.push(found);
      placeInB.delete(stem);
    }
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
