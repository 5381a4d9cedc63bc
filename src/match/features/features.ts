/**
 * The numbers a verdict is made from. In: two texts, their passages, the collection behind them. Out: a dozen
 * features with units, each the same whichever text comes first. `model.generated.ts` weighs them.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import type { ChangedFact, Passage } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { mirrored } from "../passages/passages.js";
import { type Cover, coverOf } from "./cover.js";
import { type PassageWorth, passageWorth } from "./passages.js";
import { profileOf, type TextProfile } from "./profile.js";
import { retold } from "./retold.js";
import { type Spread, spreadOf } from "./spread.js";
import { type Tiles, tile } from "./tiles.js";

export interface Features extends Spread, Cover {
  /** Word-for-word evidence in the densest 15 tokens, 0..1, on the side where it is less dense. */
  readonly densest: number;
  /** √ of the weighed words of the best passage that agree, less rare ones that stand against each other. */
  readonly bestPassage: number;
  /** The same for rewritten passages, formula left out, beyond what reports of one event have by chance. */
  readonly rewriting: number;
  /** Weighed stems that rewritten passages have in the same order, less those they have not: `retold.ts`. */
  readonly retold: number;
  /** Share of the weighed words of all passages where rare words stand against other rare ones, 0..1. */
  readonly replaced: number;
  /** Share of common words among the matched tokens, 0..1: a sentence is held together by them, a list is not. */
  readonly commonShare: number;
  /** Share of figures in the passages that differ, 0..1, where that tells of another event; else 0. */
  readonly changedFigures: number;
  /** Share of the distinctive words found in the other text, 0..1: of the text with the greater share, … */
  readonly distinctiveMore: number;
  /** … and of the other. A copy of another event keeps the wording and loses these. */
  readonly distinctiveLess: number;
  /** log₂(1 + matched tokens that are formula in the collection). */
  readonly formula: number;
  /** `formula` times the share of distinctive words that disagree: what marks a template. */
  readonly template: number;
  /** Equal tokens as a share of the text with the greater share, 0..1, and of the other: for the reasons only. */
  readonly equalMore: number;
  readonly equalLess: number;
  /** Weighed words that agree in all passages, less rare ones that stand against each other; 0 at least. */
  readonly shared: number;
  /** How little the collection tells of formulae, 0..1: 1 for a bare pair, one half for `HALF_MANY` documents. */
  readonly fewness: number;
}

/** Documents at which what is known of many counts half. */
export const HALF_MANY = 1000;
/** Edits that are no changed fact, from which the wording counts as edited too. */
const OTHER_EDITS = 2;
/** Share of distinctive words in common from which changed figures are an update or a distortion. */
const AGREEING_SHARE = 0.8;
/** Changed figures, in all and for each equal token, their share of all figures, and the equal share of either
    text, that make a bulletin: weather, prices, results. */
const BULLETIN_FIGURES = 3;
const BULLETIN_DENSITY = 0.1;
const BULLETIN_SHARE = 0.75;
const BULLETIN_EQUAL_SHARE = 0.25;
/** Tokens of the window in which evidence is sought: the least that a reader would call a sentence copied. */
const WINDOW_TOKENS = 15;
/** Runs of three and of two equal tokens, of which no collection frequency is known, as evidence. */
const EVIDENCE_OF_THREE = 0.5;
const EVIDENCE_OF_TWO = 0.25;
/** √ of six weighed words: what independent reports of one event share in the same order. */
const CHANCE_REWRITING = 2.5;
/** Share of a text's tokens that are equal from which a rewriting counts at all, and in full. */
const LEAST_REWRITTEN_SHARE = 0.12;
const FULL_REWRITTEN_SHARE = 0.22;

/** What few verdicts need is worked out when it is read: read it before anything is asked with another background. */
export function features(
  a: TokenisedText,
  b: TokenisedText,
  passages: readonly Passage[],
  facts: () => readonly ChangedFact[],
  background: Background | null,
): Features {
  return isFirst(a, b)
    ? new PairFeatures(a, b, passages, facts, background)
    : new PairFeatures(b, a, passages.map(mirrored), facts, background);
}

/** The same with everything worked out, for one who reads it later. */
export function settled(values: Features): Features {
  const {
    densest,
    bestPassage,
    rewriting,
    retold,
    replaced,
    commonShare,
    changedFigures,
    distinctiveMore,
    distinctiveLess,
    formula,
    template,
    equalMore,
    equalLess,
    newsDensity,
    newsCoverage,
    spread,
    coverShorter,
    coverLonger,
    shared,
    fewness,
  } = values;
  return {
    densest,
    bestPassage,
    rewriting,
    retold,
    replaced,
    commonShare,
    changedFigures,
    distinctiveMore,
    distinctiveLess,
    formula,
    template,
    equalMore,
    equalLess,
    newsDensity,
    newsCoverage,
    spread,
    coverShorter,
    coverLonger,
    shared,
    fewness,
  };
}

/** Of two texts in the order of `isFirst`. */
class PairFeatures implements Features {
  readonly densest: number;
  readonly bestPassage: number;
  readonly rewriting: number;
  readonly retold: number;
  readonly replaced: number;
  readonly commonShare: number;
  readonly formula: number;
  readonly equalMore: number;
  readonly equalLess: number;
  readonly newsDensity: number;
  readonly newsCoverage: number;
  readonly spread: number;
  readonly coverShorter: number;
  readonly coverLonger: number;
  readonly shared: number;
  readonly fewness: number;
  readonly #profileA: TextProfile;
  readonly #profileB: TextProfile;
  readonly #worth: PassageWorth;
  readonly #facts: () => readonly ChangedFact[];
  #changedFigures = -1;
  /** Of the text with the greater share, and of the other. */
  #distinctive: readonly [number, number] | null = null;

  constructor(
    a: TokenisedText,
    b: TokenisedText,
    passages: readonly Passage[],
    facts: () => readonly ChangedFact[],
    background: Background | null,
  ) {
    const profileA = profileOf(a, background);
    const profileB = profileOf(b, background);
    const worth = passageWorth(a, b, profileA, profileB, passages);
    const tiles = tile(a.ids, b.ids);
    const equalA = worth.equalA / Math.max(1, a.ids.length);
    const equalB = worth.equalB / Math.max(1, b.ids.length);
    this.densest = Math.min(
      densestWindow(evidence(profileA, tiles, tiles.a, worth.inside.a), a.ids.length),
      densestWindow(evidence(profileB, tiles, tiles.b, worth.inside.b), b.ids.length),
    );
    this.bestPassage = Math.sqrt(Math.max(0, worth.best));
    this.rewriting = rewriting(worth, Math.max(equalA, equalB));
    this.retold = retold(a, b, profileA, profileB, passages);
    this.replaced = worth.replaced / (worth.matched + worth.replaced + 1);
    this.commonShare = worth.commonShare;
    this.formula = Math.log2(1 + worth.formula);
    this.equalMore = Math.max(equalA, equalB);
    this.equalLess = Math.min(equalA, equalB);
    const formula = passages
      .filter(({ kind }) => kind === "boilerplate")
      .map((passage) => ({ a: tokenRange(a, passage.a), b: tokenRange(b, passage.b) }));
    const { newsDensity, newsCoverage, spread } = spreadOf(profileA, profileB, tiles, formula);
    this.newsDensity = newsDensity;
    this.newsCoverage = newsCoverage;
    this.spread = spread;
    const { coverShorter, coverLonger } = coverOf(a, b, passages);
    this.coverShorter = coverShorter;
    this.coverLonger = coverLonger;
    this.shared = Math.max(0, worth.matched - worth.replaced);
    this.fewness = HALF_MANY / (HALF_MANY + (background?.documents ?? 0));
    this.#profileA = profileA;
    this.#profileB = profileB;
    this.#worth = worth;
    this.#facts = facts;
  }

  get changedFigures(): number {
    if (this.#changedFigures < 0) this.#changedFigures = changedFigures(this.#facts(), this.#worth, this);
    return this.#changedFigures;
  }

  get distinctiveMore(): number {
    return this.#distinctiveShares()[0];
  }

  get distinctiveLess(): number {
    return this.#distinctiveShares()[1];
  }

  get template(): number {
    return this.formula * (1 - this.distinctiveMore);
  }

  #distinctiveShares(): readonly [number, number] {
    if (this.#distinctive === null) {
      const [ofA, ofB] = distinctiveShares(this.#profileA, this.#profileB);
      this.#distinctive = [Math.max(ofA, ofB), Math.min(ofA, ofB)];
    }
    return this.#distinctive;
  }
}

/** Only of a text that is mostly such passages: lists of names and market reports have long ones too. */
function rewriting({ bestRewritten, formula }: PassageWorth, equalShare: number): number {
  const beyond = Math.sqrt(Math.max(0, bestRewritten - formula)) - CHANCE_REWRITING;
  const counts = (equalShare - LEAST_REWRITTEN_SHARE) / (FULL_REWRITTEN_SHARE - LEAST_REWRITTEN_SHARE);
  return Math.max(0, beyond) * Math.min(1, Math.max(0, counts));
}

/**
 * Numbers and dates that differ, of all that stand in the passages, where they tell of another event: the wording
 * was edited too and the distinctive words are others, or both texts are little else than the same words around
 * other figures. A copier who changes a figure leaves the rest alone, and an update keeps most of them.
 */
function changedFigures(
  facts: readonly ChangedFact[],
  { equalFigures, equalA, edits }: PassageWorth,
  features: Pick<Features, "distinctiveMore" | "equalLess">,
): number {
  let changed = 0;
  for (const { kind } of facts) if (kind === "number" || kind === "date") changed++;
  if (changed < 2) return 0;
  const share = changed / (changed + equalFigures);
  const editedToo = edits >= facts.length + OTHER_EDITS && features.distinctiveMore < AGREEING_SHARE;
  const dense = changed >= BULLETIN_FIGURES && changed >= BULLETIN_DENSITY * equalA;
  const bulletin = dense && share >= BULLETIN_SHARE && features.equalLess >= BULLETIN_EQUAL_SHARE;
  return editedToo || bulletin ? share : 0;
}

/** An order of texts by their tokens, so that both directions of a pair give the same numbers. */
function isFirst(a: TokenisedText, b: TokenisedText): boolean {
  if (a.ids.length !== b.ids.length) return a.ids.length < b.ids.length;
  for (let i = 0; i < a.ids.length; i++) if (a.ids[i] !== b.ids[i]) return a.ids[i]! < b.ids[i]!;
  return true;
}

/** Distinctive words that the other text has too; half a word of doubt keeps short texts from extremes. */
function distinctiveShares(a: TextProfile, b: TextProfile): [number, number] {
  const wordsA = a.vocabulary.words;
  const wordsB = b.vocabulary.words;
  const ofA = a.distinctive;
  const ofB = b.distinctive;
  let sharedA = 0;
  let sharedB = 0;
  for (let i = 0, j = 0; i < wordsA.length && j < wordsB.length; ) {
    const x = wordsA[i]!;
    const y = wordsB[j]!;
    if (x === y) {
      sharedA += ofA.words[i]!;
      sharedB += ofB.words[j]!;
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return [(sharedA + 0.25) / (ofA.sum + 0.5), (sharedB + 0.25) / (ofB.sum + 0.5)];
}

let values = new Float64Array(512);

/**
 * Evidence of each token of one side, 0..1: how rare the shared run is here, by how much the word says. Runs
 * outside of passages, and those in boilerplate, are none. Valid until the next call.
 */
function evidence(
  profile: TextProfile,
  tiles: Tiles,
  starts: readonly number[],
  inside: Uint8Array,
): Float64Array {
  const tokens = profile.weights.length;
  if (values.length < tokens) values = new Float64Array(2 * tokens);
  else values.fill(0, 0, tokens);
  for (let t = 0; t < tiles.count; t++) {
    const from = starts[t]!;
    const to = from + tiles.length[t]!;
    const length = to - from;
    if (length < FINGERPRINT_TOKENS)
      values.fill(length === 3 ? EVIDENCE_OF_THREE : EVIDENCE_OF_TWO, from, to);
    for (let i = from; i + FINGERPRINT_TOKENS <= to; i++) {
      const value = profile.gramEvidence[i]!;
      for (let k = i; k < i + FINGERPRINT_TOKENS; k++) if (value > values[k]!) values[k] = value;
    }
    for (let i = from; i < to; i++) {
      values[i] = inside[i] === 1 ? values[i]! * profile.gentleWeights[i]! : 0;
    }
  }
  return values;
}

function densestWindow(values: Float64Array, tokens: number): number {
  let sum = 0;
  let most = 0;
  for (let i = 0; i < tokens; i++) {
    sum += values[i]!;
    if (i >= WINDOW_TOKENS) sum -= values[i - WINDOW_TOKENS]!;
    if (sum > most) most = sum;
  }
  return most / WINDOW_TOKENS;
}
