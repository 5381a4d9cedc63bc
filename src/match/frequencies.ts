/**
 * How common the words and word 4-grams of one text are in the collection behind it: each looked up once for a text and
 * background, when first asked for, as looking up costs more than what is made of it.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { Kept } from "../text/kept.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";

/** The distinct words of a text. */
export interface Vocabulary {
  /** Ascending token ids. */
  readonly words: Uint32Array;
  /** For each token the place of its word among them. */
  readonly places: Uint32Array;
}

let lookUps = 0;

/** Look-ups in a background since the start of the program: the work, independent of the machine. */
export function frequencyLookUps(): number {
  return lookUps;
}

export class TextFrequencies {
  readonly vocabulary: Vocabulary;
  readonly #ids: Uint32Array;
  #background: Background;
  // 0 where it was not asked yet: what is looked up stands in one document at least.
  readonly #ofWords: Uint32Array;
  readonly #ofGrams: Uint32Array;
  readonly #daysOfGrams: Uint8Array;

  constructor({ ids }: TokenisedText, background: Background) {
    this.vocabulary = vocabularyOf(ids);
    this.#ids = ids;
    this.#background = background;
    this.#ofWords = new Uint32Array(this.vocabulary.words.length);
    this.#ofGrams = new Uint32Array(Math.max(0, ids.length + 1 - FINGERPRINT_TOKENS));
    this.#daysOfGrams = new Uint8Array(this.#ofGrams.length);
  }

  get background(): Background {
    return this.#background;
  }

  /** Documents that hold the distinct word at this place. */
  word(place: number): number {
    let frequency = this.#ofWords[place]!;
    if (frequency === 0) {
      lookUps++;
      frequency = this.#background.wordFrequency(this.vocabulary.words[place]!);
      this.#ofWords[place] = frequency;
    }
    return frequency;
  }

  /** Documents that hold the 4-gram that begins at this token. */
  gram(at: number): number {
    let frequency = this.#ofGrams[at]!;
    if (frequency === 0) {
      lookUps++;
      frequency = this.#background.fingerprintFrequency(fingerprintAt(this.#ids, at));
      this.#ofGrams[at] = frequency;
    }
    return frequency;
  }

  /** Days on which the 4-gram that begins at this token was published; see `Background`. */
  days(at: number): number {
    let days = this.#daysOfGrams[at]!;
    if (days === 0) {
      lookUps++;
      days = this.#background.fingerprintDays(fingerprintAt(this.#ids, at));
      this.#daysOfGrams[at] = days;
    }
    return days;
  }

  /** Goes over to another background. */
  turnTo(background: Background): void {
    this.#background = background;
    this.#ofWords.fill(0);
    this.#ofGrams.fill(0);
    this.#daysOfGrams.fill(0);
  }
}

const known = new Kept<TextFrequencies>();

/** Kept with the text object; good until the text's frequencies are asked for with another background. */
export function frequenciesOf(text: TokenisedText, background: Background): TextFrequencies {
  const found = known.get(text);
  if (found === undefined) {
    const made = new TextFrequencies(text, background);
    known.set(text, made);
    return made;
  }
  if (found.background !== background) found.turnTo(background);
  return found;
}

// Open addressing; a slot holds 1 + the place of a word, 0 is free.
let slots = new Uint32Array(1024);

export function vocabularyOf(ids: Uint32Array): Vocabulary {
  const sorted = ids.slice().sort();
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!;
  }
  const words = sorted.slice(0, distinct);
  let size = 1024;
  while (size < 2 * distinct) size *= 2;
  if (slots.length < size) slots = new Uint32Array(size);
  else slots.fill(0, 0, size);
  const mask = size - 1;
  for (let place = 0; place < distinct; place++) {
    let slot = words[place]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }
  const places = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    let slot = id & mask;
    while (words[slots[slot]! - 1] !== id) slot = (slot + 1) & mask;
    places[i] = slots[slot]! - 1;
  }
  return { words, places };
}
