/**
 * What the verdict features need to know of one text, whatever it is compared with: how much each token says,
 * how common its word 4-grams are, and which words set the text apart. Kept for as long as the text object.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { Kept } from "../../text/kept.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import { frequenciesOf, type TextFrequencies, type Vocabulary, vocabularyOf } from "../frequencies.js";

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

/** Which words set a text apart: weight² outside formulae, by the place of the word in the vocabulary. */
export interface Distinctive {
  readonly words: Float64Array;
  readonly sum: number;
}

export class TextProfile {
  readonly vocabulary: Vocabulary;
  /** How much a token says, 0..1: 0 for a word of every document, 1 for a word of one. */
  readonly weights: Float64Array;
  /** `weights` to a gentle power: a rare word is more evidence than a common one, but names come in runs. */
  readonly gentleWeights: Float64Array;
  /** Evidence that the 4-gram at each token is of no formula, 0..1; all 1 for a bare pair. */
  readonly gramEvidence: Float64Array;
  /** How far from formula the token stands, 0..1, by the rarest 4-gram it is part of. */
  readonly rarity: Float64Array;
  readonly #text: TokenisedText;
  readonly #frequencies: TextFrequencies | null;
  /** 1 for the tokens whose numbers are made. */
  readonly #made: Uint8Array;
  #distinctive: Distinctive | null = null;
  #weightSum = -1;
  #share = 0;
  #scale = 0;

  constructor(text: TokenisedText, frequencies: TextFrequencies | null) {
    const count = text.ids.length;
    this.vocabulary = frequencies?.vocabulary ?? vocabularyOf(text.ids);
    this.weights = new Float64Array(count);
    this.gentleWeights = new Float64Array(count);
    this.gramEvidence = new Float64Array(count);
    this.rarity = new Float64Array(count);
    this.#text = text;
    this.#frequencies = frequencies;
    this.#made = new Uint8Array(count);
    this.renew();
  }

  /** To be called where the background is another one. */
  renew(): void {
    this.#made.fill(0);
    this.#distinctive = null;
    this.#weightSum = -1;
    if (this.#frequencies === null) return;
    const { documents } = this.#frequencies.background;
    // In a few dozen documents every word is rare: letters go on to count until there are some hundreds.
    this.#share = documents / (documents + LETTERS_WORTH_DOCUMENTS);
    this.#scale = 1 / Math.log(documents + 1);
  }

  /** Makes the numbers of tokens [from, to) where they are not made yet: a passage is a part of a text. */
  make(from: number, to: number): void {
    const { weights, gentleWeights, gramEvidence, rarity } = this;
    const made = this.#made;
    for (let i = Math.max(0, from); i < to; i++) {
      if (made[i] === 1) continue;
      made[i] = 1;
      const weight = this.#weight(i);
      weights[i] = weight;
      gentleWeights[i] = fourthRoot(Math.max(LEAST_WEIGHT, weight));
      rarity[i] = halved(this.#leastFrequency(i), HALF_FORMULA_FREQUENCY);
      gramEvidence[i] = halved(this.#gramFrequency(i), HALF_EVIDENCE_FREQUENCY);
    }
  }

  /** Tokens of the text. */
  get length(): number {
    return this.weights.length;
  }

  /** `weights` of one token, made or not. */
  weightAt(at: number): number {
    return this.#made[at] === 1 ? this.weights[at]! : this.#weight(at);
  }

  /** `gentleWeights` of one token, made or not. */
  gentleWeightAt(at: number): number {
    return this.#made[at] === 1
      ? this.gentleWeights[at]!
      : fourthRoot(Math.max(LEAST_WEIGHT, this.#weight(at)));
  }

  /** Days on which the 4-gram at this token was published; 1 for a bare pair. */
  daysAt(at: number): number {
    return this.#frequencies === null ? 1 : this.#frequencies.days(at);
  }

  /** Of all tokens; summed when first asked for. */
  get weightSum(): number {
    if (this.#weightSum < 0) {
      this.#weightSum = 0;
      for (let at = 0; at < this.length; at++) this.#weightSum += this.weightAt(at);
    }
    return this.#weightSum;
  }

  /** Made of all tokens when first asked for. */
  get distinctive(): Distinctive {
    this.#distinctive ??= this.#makeDistinctive();
    return this.#distinctive;
  }

  #makeDistinctive(): Distinctive {
    const { places, words } = this.vocabulary;
    const values = new Float64Array(words.length);
    let sum = 0;
    for (let i = 0; i < places.length; i++) {
      const weight = this.#made[i] === 1 ? this.weights[i]! : this.#weight(i);
      const value = weight * weight * halved(this.#leastFrequency(i), HALF_DISTINCTIVE_FREQUENCY);
      const at = places[i]!;
      if (value <= values[at]!) continue;
      sum += value - values[at]!;
      values[at] = value;
    }
    return { words: values, sum };
  }

  #weight(at: number): number {
    const byLetters = letterWeight(this.#text, at);
    if (this.#frequencies === null) return byLetters;
    const frequency = this.#frequencies.word(this.vocabulary.places[at]!);
    const byFrequency = Math.max(0, 1 - logarithm(frequency + 1) * this.#scale);
    return this.#share * byFrequency + (1 - this.#share) * byLetters;
  }

  #gramFrequency(at: number): number {
    return this.#frequencies === null || at + FINGERPRINT_TOKENS > this.weights.length
      ? 1
      : this.#frequencies.gram(at);
  }

  /** The least frequency of the 4-grams that the token is part of. */
  #leastFrequency(at: number): number {
    if (this.#frequencies === null) return 1;
    const last = Math.min(at, this.weights.length - FINGERPRINT_TOKENS);
    if (last < 0) return 1;
    let least = Number.POSITIVE_INFINITY;
    for (let gram = Math.max(0, at - FINGERPRINT_TOKENS + 1); gram <= last; gram++) {
      const frequency = this.#frequencies.gram(gram);
      if (frequency < least) least = frequency;
    }
    return least;
  }
}

interface Held {
  background: Background;
  readonly profile: TextProfile;
}

const ofCollection = new Kept<Held>();
const bare = new Kept<TextProfile>();

/** Good until the text's profile is asked for with another background, which takes its memory. */
export function profileOf(text: TokenisedText, background: Background | null): TextProfile {
  if (background === null) {
    let profile = bare.get(text);
    if (profile === undefined) {
      profile = new TextProfile(text, null);
      bare.set(text, profile);
    }
    return profile;
  }
  const frequencies = frequenciesOf(text, background);
  const held = ofCollection.get(text);
  if (held === undefined) {
    const profile = new TextProfile(text, frequencies);
    ofCollection.set(text, { background, profile });
    return profile;
  }
  if (held.background !== background) {
    held.background = background;
    held.profile.renew();
  }
  return held.profile;
}

function halved(frequency: number, half: number): number {
  return half / (half + Math.max(0, frequency - OF_THE_PAIR));
}

function fourthRoot(x: number): number {
  return Math.sqrt(Math.sqrt(x));
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

const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n));

function logarithm(n: number): number {
  return n < LOGARITHMS.length ? LOGARITHMS[n]! : Math.log(n);
}

function letterWeight({ text, starts, ends }: TokenisedText, at: number): number {
  const start = starts[at]!;
  if (text.charCodeAt(start) >= FIRST_UNSPACED) return UNSPACED_WEIGHT;
  return LETTER_WEIGHTS[Math.min(ends[at]! - start, LETTER_WEIGHTS.length - 1)]!;
}
