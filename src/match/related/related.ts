/**
 * Do two texts tell of the same event, without copying? In: two texts with titles, the collection behind them,
 * and how far apart in time they are. Out: numbers for the model, and the words that connect. Reports of one event
 * share names, places, figures and verbs, close together, and say in their first words what the other says
 * somewhere; words are compared as stems and weighed by how distinctive they are.
 */
import type { Passage } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import type { Circumstances } from "../circumstances.js";
import { type RelatedWords, relatedKey, relatedWords } from "./words.js";

export interface Relatedness {
  /** Share of the distinctive words of title and lead that stand in the other text, 0..1: geometric mean of both. */
  readonly leads: number;
  /** ln(1 + distinctive words in common in the two windows of 40 tokens that share most). */
  readonly together: number;
  /** Named places of either text that stand in the other, at most 3, times `leads`: a capital is named in anything. */
  readonly samePlaces: number;
  /** 1 where both name places and none of them is in the other, else 0. */
  readonly otherPlaces: number;
  /** 1 for the same time, -1 for three days apart and more, 0 for a day and a half and where times are not known. */
  readonly closeness: number;
  /** Distinctive words in common, summed: below `LEAST_SHARED` nothing makes a pair related. */
  readonly shared: number;
  /** 0..1: how much the model of large collections counts beside that of small ones. */
  readonly many: number;
}

/** Beyond three days reports of one event are no rarer or commoner the further apart they are. */
const DAYS_FAR = 3;
const MOST_PLACES = 3;
const WINDOWS = 20;

/** Share of a text's tokens in boilerplate from which it is a template. */
const TEMPLATE_SHARE = 0.5;

/** Documents at which the model of large collections counts half. */
const HALF_MANY = 1000;

/** About what one name that stands in two documents only says. */
export const LEAST_SHARED = 0.5;

// Scratch: words in common of each window of a and each of b.
const windows = new Float64Array(WINDOWS * WINDOWS);

/** Not re-entrant. */
export function relatedness(
  a: TokenisedText,
  b: TokenisedText,
  { titles, daysApart, furniture = [], boilerplate = [] }: Circumstances,
  background: Background | null,
): Relatedness {
  const frames = keysWhere(a, marked(a, furniture, "a"), 1);
  addTemplate(frames, a, b, boilerplate);
  const wordsA = relatedWords(a, titles.a, background);
  const wordsB = relatedWords(b, titles.b, background);
  windows.fill(0);
  let ofA = 0;
  let ofB = 0;
  let shared = 0;
  let places = 0;
  eachShared(wordsA, wordsB, (i, j) => {
    if (frames.has(wordsA.keys[i]!)) return;
    const worth = Math.min(wordsA.distinctiveness[i]!, wordsB.distinctiveness[j]!);
    const windowsA = wordsA.windows[i]!;
    const windowsB = wordsB.windows[j]!;
    shared += worth;
    if ((windowsA & 1) === 1) ofA += worth;
    if ((windowsB & 1) === 1) ofB += worth;
    if (wordsA.places[i] === 1 || wordsB.places[j] === 1) places++;
    addToWindows(windowsA, windowsB, worth);
  });
  let together = 0;
  for (const worth of windows) together = Math.max(together, worth);
  const bothName = wordsA.placeCount > 0 && wordsB.placeCount > 0;
  const leads = Math.sqrt(doubted(ofA, wordsA.lead) * doubted(ofB, wordsB.lead));
  return {
    leads,
    together: Math.log(1 + together),
    samePlaces: leads * Math.min(MOST_PLACES, places),
    otherPlaces: bothName && places === 0 ? 1 : 0,
    closeness: daysApart === null ? 0 : 1 - (2 * Math.min(DAYS_FAR, daysApart)) / DAYS_FAR,
    shared,
    many: background === null ? 0 : background.documents / (background.documents + HALF_MANY),
  };
}

/**
 * Adds the keys of words that one of the texts has in boilerplate only, where boilerplate is most of both: a template
 * filled in anew. A paragraph of background among news tells what the news is about.
 */
function addTemplate(
  frames: Set<number>,
  a: TokenisedText,
  b: TokenisedText,
  boilerplate: readonly Passage[],
): void {
  if (boilerplate.length === 0) return;
  const insideA = marked(a, boilerplate, "a");
  const insideB = marked(b, boilerplate, "b");
  if (Math.min(share(insideA), share(insideB)) < TEMPLATE_SHARE) return;
  const outsideA = keysWhere(a, insideA, 0);
  const outsideB = keysWhere(b, insideB, 0);
  for (const key of keysWhere(a, insideA, 1)) {
    if (!outsideA.has(key) || !outsideB.has(key)) frames.add(key);
  }
}

function marked(text: TokenisedText, passages: readonly Passage[], side: "a" | "b"): Uint8Array {
  const inside = new Uint8Array(text.ids.length);
  for (const passage of passages) inside.fill(1, ...tokenRange(text, passage[side]));
  return inside;
}

function share(inside: Uint8Array): number {
  return inside.reduce((sum, one) => sum + one, 0) / inside.length;
}

function keysWhere(text: TokenisedText, inside: Uint8Array, mark: 0 | 1): Set<number> {
  const keys = new Set<number>();
  for (let at = 0; at < inside.length; at++) if (inside[at] === mark) keys.add(relatedKey(text, at));
  return keys;
}

function addToWindows(ofA: number, ofB: number, worth: number): void {
  for (let restA = ofA; restA !== 0; restA &= restA - 1) {
    const row = WINDOWS * (31 - Math.clz32(restA & -restA));
    for (let restB = ofB; restB !== 0; restB &= restB - 1) {
      windows[row + 31 - Math.clz32(restB & -restB)]! += worth;
    }
  }
}

/** The most distinctive words that both texts have, as they stand in `a`, at most `limit`, in its order. */
export function connectingWords(
  a: TokenisedText,
  b: TokenisedText,
  titles: Circumstances["titles"],
  background: Background | null,
  limit: number,
): string[] {
  const wordsA = relatedWords(a, titles.a, background);
  const wordsB = relatedWords(b, titles.b, background);
  const shared: { worth: number; first: number }[] = [];
  eachShared(wordsA, wordsB, (i, j) => {
    const first = wordsA.first[i]!;
    const worth = Math.min(wordsA.distinctiveness[i]!, wordsB.distinctiveness[j]!);
    if (first >= 0) shared.push({ worth, first });
  });
  shared.sort((x, y) => y.worth - x.worth || x.first - y.first);
  return shared
    .slice(0, limit)
    .sort((x, y) => x.first - y.first)
    .map(({ first }) => a.text.slice(a.starts[first]!, a.ends[first]!));
}

function eachShared(a: RelatedWords, b: RelatedWords, found: (i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const order = a.keys[i]! - b.keys[j]!;
    if (order === 0) found(i, j);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

/** A share with a fraction of a word of doubt, which keeps leads that say little from extremes. */
function doubted(shared: number, all: number): number {
  return (shared + 0.05) / (all + 0.3);
}
