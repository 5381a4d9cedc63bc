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

const known = new WeakMap<TokenisedText, readonly Sentence[] | null>();

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
  let score = closeness(stemsA, stemsB);
  for (;;) {
    const beforeA = widened(toldA, stemsA, a0 - 1);
    const afterA = widened(toldA, stemsA, a1 + 1);
    const beforeB = widened(toldB, stemsB, b0 - 1);
    const afterB = widened(toldB, stemsB, b1 + 1);
    const steps = [
      closeness(beforeA, stemsB),
      closeness(afterA, stemsB),
      closeness(stemsA, beforeB),
      closeness(stemsA, afterB),
      closeness(beforeA, beforeB),
      closeness(afterA, afterB),
    ];
    let best = -1;
    for (let step = 0; step < steps.length; step++) {
      if (steps[step]! <= score) continue;
      score = steps[step]!;
      best = step;
    }
    if (best < 0) return { span: { a0, a1, b0, b1 }, stemsA, stemsB };
    if (best === 0 || best === 4) {
      a0--;
      stemsA = beforeA!;
    }
    if (best === 1 || best === 5) {
      a1++;
      stemsA = afterA!;
    }
    if (best === 2 || best === 4) {
      b0--;
      stemsB = beforeB!;
    }
    if (best === 3 || best === 5) {
      b1++;
      stemsB = afterB!;
    }
  }
}

/** The stems with those of sentence `at`; null where there is none to take. */
function widened(told: Told, stems: Int32Array, at: number): Int32Array | null {
  if (at < 0 || at >= told.sentences.length || isUsed(told, at)) return null;
  return union(stems, told.sentences[at]!.stemsIn(told.text));
}

/** Shared stems, less what the sides have of their own. */
function closeness(stemsA: Int32Array | null, stemsB: Int32Array | null): number {
  if (stemsA === null || stemsB === null) return Number.NEGATIVE_INFINITY;
  const shared = sharedOf(stemsA, stemsB);
  return shared - (LEAST_DICE / 2) * (stemsA.length + stemsB.length - shared);
}

let merged = new Int32Array(256);

/** Of two ascending lists without repetition, likewise. */
function union(x: Int32Array, y: Int32Array): Int32Array {
  const sizeX = x.length;
  const sizeY = y.length;
  if (merged.length < sizeX + sizeY) merged = new Int32Array(2 * (sizeX + sizeY));
  const all = merged;
  let size = 0;
  let i = 0;
  let k = 0;
  while (i < sizeX && k < sizeY) {
    const p = x[i]!;
    const q = y[k]!;
    if (p <= q) i++;
    if (q <= p) k++;
    all[size++] = p < q ? p : q;
  }
  while (i < sizeX) all[size++] = x[i++]!;
  while (k < sizeY) all[size++] = y[k++]!;
  return all.slice(0, size);
}

/** Of an ascending list; without `NO_STEM`. */
function distinct(sorted: Int32Array): Int32Array {
  let size = 0;
  for (const stem of sorted) {
    if (stem !== NO_STEM && (size === 0 || sorted[size - 1] !== stem)) sorted[size++] = stem;
  }
  return sorted.slice(0, size);
}

/** Both ascending, without repetition. */
function sharedOf(x: Int32Array, y: Int32Array): number {
  const sizeX = x.length;
  const sizeY = y.length;
  let shared = 0;
  let i = 0;
  let k = 0;
  while (i < sizeX && k < sizeY) {
    const p = x[i]!;
    const q = y[k]!;
    if (p === q) shared++;
    if (p <= q) i++;
    if (q <= p) k++;
  }
  return shared;
}

function dice(x: number, y: number, shared: number): number {
  return (2 * shared) / (x + y);
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
