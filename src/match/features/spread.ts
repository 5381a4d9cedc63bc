/**
 * What two texts share word for word, by how long it stays news: a formula recurs on many days, a story has its peak in
 * one or two. In: both texts' tiles and profiles. Out: how dense and how large the news among the shared words is, and
 * how much of them is formula. Every shared run counts that is no boilerplate, whether or not alignment made a passage
 * of it.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import type { TextProfile } from "./profile.js";
import type { Tiles } from "./tiles.js";

export interface Spread {
  /** News in the densest 30 tokens, 0..1, on the side where it is less dense. */
  readonly newsDensity: number;
  /** Share of the longer text's weighed words that is shared news, 0..1. */
  readonly newsCoverage: number;
  /** Log-odds of a shared 4-gram having been seen on eight days or more: -3 to 3, about -1 where none is shared. */
  readonly spread: number;
}

const WINDOW_TOKENS = 30;
/** Days that a story lasts; each day and a half beyond halves what is left of its novelty, as 1 / (1 + x). */
const STORY_DAYS = 2;
const FADING_DAYS = 1.5;
/** Novelty of a run of three and of two equal words, of which no days are known. */
const NOVELTY_OF_THREE = 0.4;
const NOVELTY_OF_TWO = 0.2;
/** Days from which a wording counts as formula. */
const FORMULA_DAYS = 8;
const LEAST_ODDS = 0.02;

/** Zeros, reused from pair to pair. */
class Scratch {
  #values = new Float64Array(512);

  reset(length: number): Float64Array {
    if (this.#values.length < length) this.#values = new Float64Array(2 * length);
    else this.#values.fill(0, 0, length);
    return this.#values;
  }
}

const noveltyA = new Scratch();
const noveltyB = new Scratch();

/** `a` is the shorter text; `formula` are the token ranges of boilerplate, which is no news. Not re-entrant. */
export function spreadOf(
  profileA: TextProfile,
  profileB: TextProfile,
  tiles: Tiles,
  formula: readonly { readonly a: readonly [number, number]; readonly b: readonly [number, number] }[],
): Spread {
  const a = noveltyA.reset(profileA.length);
  const b = noveltyB.reset(profileB.length);
  let grams = 0;
  let formulae = 0;
  for (let t = 0; t < tiles.count; t++) {
    const fromA = tiles.a[t]!;
    const fromB = tiles.b[t]!;
    const length = tiles.length[t]!;
    if (length < FINGERPRINT_TOKENS) {
      a.fill(length === 3 ? NOVELTY_OF_THREE : NOVELTY_OF_TWO, fromA, fromA + length);
    }
    for (let i = fromA; i + FINGERPRINT_TOKENS <= fromA + length; i++) {
      const days = profileA.daysAt(i);
      grams++;
      if (days >= FORMULA_DAYS) formulae++;
      const novelty = 1 / (1 + Math.max(0, days - STORY_DAYS) / FADING_DAYS);
      for (let k = i; k < i + FINGERPRINT_TOKENS; k++) if (novelty > a[k]!) a[k] = novelty;
    }
    for (let k = 0; k < length; k++) b[fromB + k] = a[fromA + k]!;
  }
  for (const range of formula) {
    a.fill(0, ...range.a);
    b.fill(0, ...range.b);
  }
  const share = (formulae + 0.5) / (grams + 2);
  return {
    newsDensity: Math.min(densest(profileA, a), densest(profileB, b)),
    newsCoverage: coverage(profileB, b),
    spread: Math.log(share / (1 - share + LEAST_ODDS) + LEAST_ODDS),
  };
}

/** Most novelty, by how much each word says, that a window holds, as a share of the window. */
function densest(profile: TextProfile, novelty: Float64Array): number {
  const worth = (i: number): number => (novelty[i] === 0 ? 0 : novelty[i]! * profile.gentleWeightAt(i));
  let sum = 0;
  let most = 0;
  for (let i = 0; i < profile.length; i++) {
    sum += worth(i);
    if (i >= WINDOW_TOKENS) sum -= worth(i - WINDOW_TOKENS);
    if (sum > most) most = sum;
  }
  return most / WINDOW_TOKENS;
}

function coverage(profile: TextProfile, novelty: Float64Array): number {
  let news = 0;
  for (let i = 0; i < profile.length; i++) if (novelty[i]! > 0) news += novelty[i]! * profile.weightAt(i);
  return news / (profile.weightSum + 1);
}
