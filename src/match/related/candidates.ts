/**
 * Candidate pairs for `related`: documents that share several rare words. In: for each document its distinct
 * words without proclitics as numbers, and how many documents hold each. Out: pairs i < j, each once, in order
 * of i. Words of too many documents propose nothing, so the work is bounded by
 * documents × words of a document × maxFrequency.
 */

export interface RelatedDocuments {
  readonly count: number;
  /** Distinct word numbers of a document, 0..wordCount - 1. */
  words(index: number): Uint32Array;
  /** Documents that hold each word. */
  readonly frequencies: Uint32Array;
}

export interface RelatedLimits {
  /** Words of more documents than this propose nothing. */
  readonly maxFrequency: number;
  /** Least sum of weights of the shared words; one of f among N documents weighs ln(N / f) / ln N, at most 1. */
  readonly minWeight: number;
  /** Least number of shared words. */
  readonly minWords: number;
}

/** Below this many documents no word is rare: every two that share some words are compared, at most 4,950 pairs. */
const FEW_DOCUMENTS = 100;
/** From so many documents on the limits are those of a large collection; between the two they are mixed. */
const MANY_DOCUMENTS = 30_000;
const LOW_BITS = 0xffff;
const LEAST_WEIGHTS = { few: 1.4, many: 3.1 };

/**
 * For a collection of `count` documents. Over title and first 130 words of 31 k articles these limits propose five
 * candidates a document, with 23 of 31 judged pairs of one event; frequencies up to 60 propose 12 of them, and whole
 * texts fifty candidates with no more found. Over 169 invented ones they propose eight, with 82 of 90 pairs.
 */
export function relatedLimits(count: number): RelatedLimits {
  if (count < FEW_DOCUMENTS) return { maxFrequency: count, minWeight: 0, minWords: 3 };
  const size = Math.min(1, Math.log(count / FEW_DOCUMENTS) / Math.log(MANY_DOCUMENTS / FEW_DOCUMENTS));
  return {
    maxFrequency: Math.min(300, Math.max(20, Math.round(count / 100))),
    minWeight: LEAST_WEIGHTS.few + size * (LEAST_WEIGHTS.many - LEAST_WEIGHTS.few),
    minWords: size < 0.5 ? 3 : 4,
  };
}

/** Calls `found` for each candidate pair. */
export function findRelatedCandidates(
  documents: RelatedDocuments,
  { maxFrequency, minWeight, minWords }: RelatedLimits,
  found: (i: number, j: number) => void,
): void {
  const { count, frequencies } = documents;
  const { starts, postings } = rarePostings(documents, maxFrequency);
  const weight = new Float64Array(count);
  const shared = new Uint32Array(count);
  const touched = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let size = 0;
    for (const word of documents.words(i)) {
      const worth = worthOf(frequencies[word]!, count);
      for (let at = starts[word]!; at < starts[word + 1]!; at++) {
        const j = postings[at]!;
        if (j <= i) continue;
        if (shared[j] === 0) touched[size++] = j;
        shared[j]!++;
        weight[j]! += worth;
      }
    }
    for (const j of touched.subarray(0, size).sort()) {
      if (shared[j]! >= minWords && weight[j]! >= minWeight) found(i, j);
      shared[j] = 0;
      weight[j] = 0;
    }
  }
}

/**
 * The partners that `findRelatedCandidates` finds for one document, ascending. `words` are the distinct words of each
 * document, under any numbers. O(words of all documents).
 */
export function relatedTo(
  words: readonly Uint32Array[],
  count: number,
  { maxFrequency, minWeight, minWords }: RelatedLimits,
  index: number,
): number[] {
  const frequencies = new Map<number, number>(Array.from(words[index]!, (word) => [word, 0]));
  // Nearly all words of the others are none of these: a table of their low bits says so at once.
  const perhaps = new Uint8Array(LOW_BITS + 1);
  for (const word of words[index]!) perhaps[word & LOW_BITS] = 1;
  const holding: number[] = [];
  for (let other = 0; other < count; other++) {
    let shared = 0;
    const theirs = words[other]!;
    for (let at = 0; at < theirs.length; at++) {
      const word = theirs[at]!;
      if (perhaps[word & LOW_BITS] === 0) continue;
      const known = frequencies.get(word);
      if (known === undefined) continue;
      frequencies.set(word, known + 1);
      shared++;
    }
    if (shared >= minWords && other !== index) holding.push(other);
  }
  // Weights are added in the order of the words of the earlier document, as for all pairs.
  return holding.filter((other) => {
    const [first, second] = [words[Math.min(index, other)]!, new Set(words[Math.max(index, other)]!)];
    let [shared, weight] = [0, 0];
    for (const word of first) {
      const frequency = frequencies.get(word) ?? 0;
      if (frequency < 2 || frequency > maxFrequency || !second.has(word)) continue;
      shared++;
      weight += worthOf(frequency, count);
    }
    return shared >= minWords && weight >= minWeight;
  });
}

function worthOf(frequency: number, count: number): number {
  return Math.log(count / frequency) / Math.log(Math.max(2, count));
}

/** postings[starts[w]] up to postings[starts[w + 1]] are the documents of word w; none for a common word. */
function rarePostings({ count, words, frequencies }: RelatedDocuments, maxFrequency: number) {
  const rare = (word: number): boolean => frequencies[word]! >= 2 && frequencies[word]! <= maxFrequency;
  const starts = new Uint32Array(frequencies.length + 1);
  for (let word = 0; word < frequencies.length; word++) {
    starts[word + 1] = starts[word]! + (rare(word) ? frequencies[word]! : 0);
  }
  const postings = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  for (let index = 0; index < count; index++) {
    for (const word of words(index)) if (rare(word)) postings[next[word]!++] = index;
  }
  return { starts, postings };
}
