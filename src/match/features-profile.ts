/**
 * What the verdict features need to know of one text, whatever it is compared with: how much each token says,
 * how common its word 4-grams are, and which words set the text apart. Kept for as long as the text object.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";

export interface TextProfile {
  /** How much a token says, 0..1: 0 for a word of every document, 1 for a word of one. */
  readonly weights: Float64Array;
  /** `weights` to a gentle power: a rare word is more evidence than a common one, but names come in runs. */
  readonly gentleWeights: Float64Array;
  /** Evidence that the 4-gram at each token is of no formula, 0..1; all 1 for a bare pair. */
  readonly gramEvidence: Float64Array;
  /** How far from formula the token stands, 0..1, by the rarest 4-gram it is part of. */
  readonly rarity: Float64Array;
  /** The text's distinct words, ascending, with how distinctive they are: weight² outside formulae. */
  readonly words: Uint32Array;
  readonly distinctiveness: Float64Array;
  /** Sum of `distinctiveness`. */
  readonly allDistinctive: number;
}

/** Document frequency at which a 4-gram counts half as evidence (a wire item has many excerpts), … */
const HALF_EVIDENCE_FREQUENCY = 30;
/** …, at which a token counts half as formula, and at which a word counts half as distinctive. */
const HALF_FORMULA_FREQUENCY = 10;
const HALF_DISTINCTIVE_FREQUENCY = 3;

const LEAST_WEIGHT = 0.02;

/** The two texts of the pair hold what they share: no evidence of a formula. */
const OF_THE_PAIR = 2;

/** From here on live the scripts without spaces, whose tokens are pairs of characters. */
const FIRST_UNSPACED = 0x2e80;
/** Weight of a token of 0, 1, 2, … UTF-16 units where no collection tells how common it is. */
const LETTER_WEIGHTS = [0.08, 0.08, 0.08, 0.2, 0.35, 0.45, 0.55];
const UNSPACED_WEIGHT = 0.5;
/** Documents of background that count as much as the number of letters does. */
const LETTERS_WORTH_DOCUMENTS = 300;

/** What no background changes. */
interface Standing {
  readonly letterWeights: Float64Array;
  /** Distinct words, ascending, and for each token the place of its word among them. */
  readonly words: Uint32Array;
  readonly places: Uint32Array;
  /** Hash of the 4-gram at each token that begins one. */
  readonly grams: Uint32Array;
}

interface Held {
  readonly standing: Standing;
  background: Background;
  profile: TextProfile;
}

const ofCollection = new WeakMap<TokenisedText, Held>();
const bare = new WeakMap<TokenisedText, TextProfile>();

/** Valid until the text's profile is asked for with another background, which takes its memory. */
export function profileOf(text: TokenisedText, background: Background | null): TextProfile {
  if (background === null) {
    let profile = bare.get(text);
    if (profile === undefined) {
      const standing = standingOf(text);
      profile = makeProfile(standing, null, roomFor(standing));
      bare.set(text, profile);
    }
    return profile;
  }
  const held = ofCollection.get(text);
  if (held === undefined) {
    const standing = standingOf(text);
    const profile = makeProfile(standing, background, roomFor(standing));
    ofCollection.set(text, { standing, background, profile });
    return profile;
  }
  if (held.background !== background) {
    held.profile = makeProfile(held.standing, background, held.profile);
    held.background = background;
  }
  return held.profile;
}

function standingOf(text: TokenisedText): Standing {
  const { ids } = text;
  const words = distinctWords(ids);
  const grams = new Uint32Array(Math.max(0, ids.length + 1 - FINGERPRINT_TOKENS));
  for (let i = 0; i < grams.length; i++) grams[i] = fingerprintAt(ids, i);
  const places = ids.map((id) => indexOfWord(words, id));
  return { letterWeights: letterWeights(text), words, places, grams };
}

/** The arrays of a profile, to be written. */
type Room = Pick<TextProfile, "weights" | "gentleWeights" | "gramEvidence" | "rarity" | "distinctiveness">;

function roomFor({ letterWeights: { length }, words }: Standing): Room {
  return {
    weights: new Float64Array(length),
    gentleWeights: new Float64Array(length),
    gramEvidence: new Float64Array(length),
    rarity: new Float64Array(length),
    distinctiveness: new Float64Array(words.length),
  };
}

function halved(frequency: number, half: number): number {
  return half / (half + Math.max(0, frequency - OF_THE_PAIR));
}

function makeProfile(standing: Standing, background: Background | null, room: Room): TextProfile {
  const { words, places, grams } = standing;
  const { weights, gentleWeights, gramEvidence, rarity, distinctiveness } = room;
  const count = weights.length;
  weights.set(standing.letterWeights);
  if (background !== null) blendWordWeights(weights, words, places, background);
  gramEvidence.fill(1);
  if (background !== null) {
    for (let i = 0; i < grams.length; i++) gramEvidence[i] = background.fingerprintFrequency(grams[i]!);
  }
  leastFrequenciesInto(gramEvidence, rarity);
  distinctiveness.fill(0);
  let allDistinctive = 0;
  for (let i = 0; i < count; i++) {
    const least = rarity[i]!;
    const weight = weights[i]!;
    const value = weight * weight * halved(least, HALF_DISTINCTIVE_FREQUENCY);
    rarity[i] = halved(least, HALF_FORMULA_FREQUENCY);
    gentleWeights[i] = fourthRoot(Math.max(LEAST_WEIGHT, weight));
    gramEvidence[i] = halved(gramEvidence[i]!, HALF_EVIDENCE_FREQUENCY);
    const at = places[i]!;
    if (value <= distinctiveness[at]!) continue;
    allDistinctive += value - distinctiveness[at]!;
    distinctiveness[at] = value;
  }
  return { weights, gentleWeights, gramEvidence, rarity, words, distinctiveness, allDistinctive };
}

function fourthRoot(x: number): number {
  return Math.sqrt(Math.sqrt(x));
}

/** Each once, ascending. */
function distinctWords(ids: Uint32Array): Uint32Array {
  const words = ids.slice().sort();
  let distinct = 0;
  for (let i = 0; i < words.length; i++) {
    if (i === 0 || words[i] !== words[i - 1]) words[distinct++] = words[i]!;
  }
  return words.subarray(0, distinct);
}

/** Where a word stands among ascending words, or -1. O(log words). */
export function indexOfWord(words: Uint32Array, id: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return words[low] === id ? low : -1;
}

/** For each token the least frequency of the 4-grams that it is part of. */
function leastFrequenciesInto(gramFrequencies: Float64Array, least: Float64Array): void {
  const count = gramFrequencies.length;
  if (count < FINGERPRINT_TOKENS) {
    least.fill(1);
    return;
  }
  least.fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i + FINGERPRINT_TOKENS <= count; i++) {
    const frequency = gramFrequencies[i]!;
    for (let k = i; k < i + FINGERPRINT_TOKENS; k++) {
      if (frequency < least[k]!) least[k] = frequency;
    }
  }
}

/** In a few dozen documents every word is rare: letters go on to count until there are some hundreds. */
function blendWordWeights(
  weights: Float64Array,
  words: Uint32Array,
  places: Uint32Array,
  background: Background,
): void {
  const { documents } = background;
  const share = documents / (documents + LETTERS_WORTH_DOCUMENTS);
  const scale = 1 / Math.log(documents + 1);
  if (byWord.length < words.length) byWord = new Float64Array(2 * words.length);
  for (let at = 0; at < words.length; at++) {
    byWord[at] = Math.max(0, 1 - logarithm(background.wordFrequency(words[at]!) + 1) * scale);
  }
  for (let i = 0; i < weights.length; i++) {
    weights[i] = share * byWord[places[i]!]! + (1 - share) * weights[i]!;
  }
}

/** What words are worth by their frequency, for the text in hand. */
let byWord = new Float64Array(1 << 10);

const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n));

function logarithm(n: number): number {
  return n < LOGARITHMS.length ? LOGARITHMS[n]! : Math.log(n);
}

function letterWeights({ text, starts, ends }: TokenisedText): Float64Array {
  const weights = new Float64Array(starts.length);
  for (let i = 0; i < weights.length; i++) {
    const letters = Math.min(ends[i]! - starts[i]!, LETTER_WEIGHTS.length - 1);
    weights[i] = text.charCodeAt(starts[i]!) >= FIRST_UNSPACED ? UNSPACED_WEIGHT : LETTER_WEIGHTS[letters]!;
  }
  return weights;
}
