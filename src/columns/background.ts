/** The document frequencies of a collection, as alignment and verdict ask for them. */
import { daysOfUse, type FrequencyData, frequencyOf, groupsOfUse } from "../candidates/frequency.js";
import type { Background } from "../match/background.js";

/**
 * More is not told of a fingerprint's frequency: it is a formula by then, and a standing index need not count all that
 * hold it.
 */
export const FINGERPRINT_FREQUENCY_MOST = 255;

/** More is not told of the days on which a fingerprint stands. */
export const FINGERPRINT_DAYS_MOST = 15;

export interface BackgroundData {
  /** Documents, a group of near-copies counted once. */
  readonly documents: number;
  readonly fingerprints: FrequencyData;
  readonly words: FrequencyData;
}

/** How common wording is behind what a session compares. */
export interface SessionBackground {
  /** Null where the collection is too small to tell a formula. */
  readonly background: BackgroundData | null;
  /**
   * Instead of it, where the collection is a part of something larger that knows; null where that is too small. Only in
   * the caller's own thread.
   */
  readonly whole?: Background | null;
}

export function backgroundOf({ background, whole }: SessionBackground): Background | null {
  if (whole !== undefined) return whole;
  return background === null ? null : new CollectionBackground(background);
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
    return Math.min(FINGERPRINT_FREQUENCY_MOST, groupsOfUse(frequencyOf(this.#fingerprints, hash)));
  }

  fingerprintDays(hash: number): number {
    return Math.min(FINGERPRINT_DAYS_MOST, Math.max(1, daysOfUse(frequencyOf(this.#fingerprints, hash))));
  }

  wordFrequency(id: number): number {
    return frequencyOf(this.#words, id);
  }
}
