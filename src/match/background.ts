/**
 * How common words and word 4-grams are in the collection behind a pair: what tells a formula from a copy.
 * The document frequencies of a collection; a group of copies counts once in each.
 */
export interface Background {
  /** Number of documents, a group of copies counted once. */
  readonly documents: number;
  /** Number of documents holding a word 4-gram with this hash (`fingerprintsInto` of candidates/fingerprints). */
  fingerprintFrequency(hash: number): number;
  /**
   * Days on which this word 4-gram was published, at most 15 and at least 1: a formula recurs on many, a story has its
   * peak in one or two. Two undated documents count as a day.
   */
  fingerprintDays(hash: number): number;
  /** Number of documents holding a token with this id (low 32 bits of the token's hash). */
  wordFrequency(id: number): number;
}
