/** The document frequencies of a collection, as alignment and verdict ask for them. */
import { type FrequencyData, frequencyOf } from "../candidates/frequency.js";
import type { Background } from "../match/background.js";

/**
 * More is not told of a fingerprint's frequency: it is a formula by then, and a standing index need not count all that
 * hold it.
 */
export const FINGERPRINT_FREQUENCY_MOST = 255;

export interface BackgroundData {
  /** Documents, a group of near-copies counted once. */
  readonly documents: number;
  readonly fingerprints: FrequencyData;
  readonly words: FrequencyData;
}

export class CollectionBackground implements Background {
  readonly documents: number;
  readonly #fingerprints: FrequencyData;
  readonly #words: FrequencyData;

  constructor({ documents, fingerprints, words }: BackgroundData) {
    this.documents = documents;
    this.#fingerprints = fingerprints;
    this.#words = words;
  }

  fingerprintFrequency(hash: number): number {
    return Math.min(FINGERPRINT_FREQUENCY_MOST, frequencyOf(this.#fingerprints, hash));
  }

  wordFrequency(id: number): number {
    return frequencyOf(this.#words, id);
  }
}
