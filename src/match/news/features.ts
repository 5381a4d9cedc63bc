/**
 * What two texts have in common as pieces of news, as numbers for the model. Two who report one statement share its
 * names, figures and verbs, close together, and say in their openings what the other says somewhere; a follow-up shares
 * the background paragraph.
 */
import type { NewsProfile } from "./profile.js";

export interface NewsFeatures {
  /** Cosine of weighted stems, 0..1. */
  readonly cosine: number;
  /** Weight of the stems in common over that of all, 0..1. */
  readonly jaccard: number;
  /** Share of either text's weight that the other has too, the larger, 0..1. */
  readonly containment: number;
  /** The same of title and opening, anywhere in the other text: the larger and the smaller. */
  readonly lead: number;
  readonly bothLeads: number;
  /** The same of the title, the larger; `NO_TITLE` where one has none. */
  readonly title: number;
  /** Cosine of the two windows of 40 stems that are most alike. */
  readonly window: number;
  /** Share of a window's weight that one window of the other text has: of the best window, and the mean of a text's, the larger. */
  readonly bestSupport: number;
  readonly support: number;
  /** Of the sets of sequences of four letters: Jaccard, and the share of the smaller that the larger has. */
  readonly letters: number;
  readonly lettersContained: number;
  /** 1 where both openings have figures and none in common. */
  readonly otherFigures: number;
  /** 1 for the same time, -1 for three days apart and more, 0 for a day and a half and where times are not known. */
  readonly closeness: number;
}

/** What pairs with titles have in the middle. */
export const NO_TITLE = 0.4;
const DAYS_FAR = 3;
const MOST_WINDOWS = 24;

const grid = new Float64Array(MOST_WINDOWS * MOST_WINDOWS);
const bestOfB = new Float64Array(MOST_WINDOWS);

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
  const leadShares = [share(leadA, a.leadWeight), share(leadB, b.leadWeight)] as const;
  const sequences = inCommon(a.sequences, b.sequences);
  return {
    cosine: share(product, a.length * b.length),
    jaccard: share(shared, a.weight + b.weight - shared),
    containment: Math.max(share(shared, a.weight), share(shared, b.weight)),
    lead: Math.max(...leadShares),
    bothLeads: Math.min(...leadShares),
    title:
      a.titleWeight === 0 || b.titleWeight === 0
        ? NO_TITLE
        : Math.max(share(titleA, a.titleWeight), share(titleB, b.titleWeight)),
    ...windowFeatures(a.windowWeights, b.windowWeights),
    letters: share(sequences, a.sequences.length + b.sequences.length - sequences),
    lettersContained: share(sequences, Math.min(a.sequences.length, b.sequences.length)),
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

function windowFeatures(a: Float64Array, b: Float64Array) {
  let [window, bestSupport, supportA, supportB] = [0, 0, 0, 0];
  bestOfB.fill(0, 0, b.length);
  for (let x = 0; x < a.length; x++) {
    let best = 0;
    for (let y = 0; y < b.length; y++) {
      const worth = grid[x * b.length + y]!;
      if (worth === 0) continue;
      if (worth > best) best = worth;
      const ofB = share(worth, b[y]!);
      if (ofB > bestOfB[y]!) bestOfB[y] = ofB;
      window = Math.max(window, share(worth, Math.sqrt(a[x]! * b[y]!)));
    }
    const ofA = share(best, a[x]!);
    bestSupport = Math.max(bestSupport, ofA);
    supportA += ofA;
  }
  for (let y = 0; y < b.length; y++) {
    bestSupport = Math.max(bestSupport, bestOfB[y]!);
    supportB += bestOfB[y]!;
  }
  return { window, bestSupport, support: Math.max(share(supportA, a.length), share(supportB, b.length)) };
}

/** Of two ascending lists without repetition. */
function inCommon(x: Uint32Array | Float64Array, y: Uint32Array | Float64Array): number {
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
