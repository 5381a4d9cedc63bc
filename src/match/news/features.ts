/**
 * What two texts have in common as pieces of news, as numbers for the model. Two who report one statement share its
 * names, figures and verbs, close together, and say in their openings what the other says somewhere; a follow-up shares
 * the background paragraph.
 */
import type { NewsProfile } from "./profile.js";
import { countFrom, onesOf } from "./sequences.js";

export interface NewsFeatures {
  /** Cosine of weighted stems, 0..1. */
  readonly cosine: number;
  /** Weight of the stems in common over that of all, 0..1. */
  readonly jaccard: number;
  /** Share of either text's weight that the other has too, the larger, 0..1. */
  readonly containment: number;
  /** The same of title and opening, anywhere in the other text. */
  readonly lead: number;
  /** The same of the title, or of the opening where a text has none: the larger of both. */
  readonly title: number;
  /** Of all windows of either text the largest share of its weight that one window of the other has. */
  readonly bestSupport: number;
  /** Of the sets of sequences of four letters, estimated: Jaccard, and the share of the smaller that the larger has. */
  readonly letters: number;
  readonly lettersContained: number;
  /** 1 where both openings have figures and none in common. */
  readonly otherFigures: number;
  /** 1 for the same time, -1 for three days apart and more, 0 for a day and a half and where times are not known. */
  readonly closeness: number;
}

const DAYS_FAR = 3;
const MOST_WINDOWS = 24;

const grid = new Float64Array(MOST_WINDOWS * MOST_WINDOWS);

/** Symmetric. Not re-entrant: scratch memory is shared. O(stems + sequences + windows²). */
export function newsFeatures(a: NewsProfile, b: NewsProfile, daysApart: number | null): NewsFeatures {
  const [rows, columns] = [a.windowWeights.length, b.windowWeights.length];
  grid.fill(0, 0, rows * columns);
  let [product, shared, leadA, leadB, titleA, titleB] = [0, 0, 0, 0, 0, 0];
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const order = a.keys[i]! - b.keys[j]!;
    if (order === 0) {
      const weight = Math.min(a.weights[i]!, b.weights[j]!);
      product += a.terms[i]! * b.terms[j]!;
      shared += weight;
      if (a.places[i]! > 0) leadA += weight;
      if (b.places[j]! > 0) leadB += weight;
      if (a.places[i] === 3) titleA += weight;
      if (b.places[j] === 3) titleB += weight;
      spread(a.windows[i]!, b.windows[j]!, weight ** 2, columns);
    }
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  const sequences = sequencesInCommon(a, b);
  const lead = Math.max(share(leadA, a.leadWeight), share(leadB, b.leadWeight));
  return {
    cosine: share(product, a.length * b.length),
    jaccard: share(shared, a.weight + b.weight - shared),
    containment: Math.max(share(shared, a.weight), share(shared, b.weight)),
    lead,
    title:
      a.titleWeight === 0 || b.titleWeight === 0
        ? lead
        : Math.max(share(titleA, a.titleWeight), share(titleB, b.titleWeight)),
    bestSupport: bestSupport(a.windowWeights, b.windowWeights),
    letters: share(sequences, a.sequenceCount + b.sequenceCount - sequences),
    lettersContained: share(sequences, Math.min(a.sequenceCount, b.sequenceCount)),
    otherFigures:
      a.figures.length > 0 && b.figures.length > 0 && inCommon(a.figures, b.figures) === 0 ? 1 : 0,
    closeness: daysApart === null ? 0 : 1 - (2 * Math.min(DAYS_FAR, daysApart)) / DAYS_FAR,
  };
}

/** Adds a shared stem to every pair of windows that hold it. */
function spread(windowsA: number, windowsB: number, worth: number, columns: number): void {
  for (let x = windowsA; x !== 0; x &= x - 1) {
    const row = (31 - Math.clz32(x & -x)) * columns;
    for (let y = windowsB; y !== 0; y &= y - 1) grid[row + 31 - Math.clz32(y & -y)]! += worth;
  }
}

function bestSupport(a: Float64Array, b: Float64Array): number {
  let best = 0;
  for (let x = 0, at = 0; x < a.length; x++) {
    for (let y = 0; y < b.length; y++, at++) {
      const worth = grid[at]!;
      if (worth > 0) best = Math.max(best, share(worth, Math.min(a[x]!, b[y]!)));
    }
  }
  return best;
}

/** By inclusion and exclusion of what the bits of either and of both tell. */
function sequencesInCommon(a: NewsProfile, b: NewsProfile): number {
  let ones = 0;
  for (let at = 0; at < a.sequences.length; at++) ones += onesOf(a.sequences[at]! | b.sequences[at]!);
  return Math.max(0, a.sequenceCount + b.sequenceCount - countFrom(ones));
}

/** Of two ascending lists without repetition. */
function inCommon(x: Float64Array, y: Float64Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const [p, q] = [x[i]!, y[j]!];
    if (p === q) common++;
    if (p <= q) i++;
    if (q <= p) j++;
  }
  return common;
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
