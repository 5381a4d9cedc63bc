/**
 * Candidates for the same news, which need share no four words in a row: documents of a few days whose heaviest stems
 * agree. In: stems with weights by document, and times. Out: pairs i < j whose products of weights add up to enough,
 * each once, in order of (i, j). An inverted index that is walked in the order of time.
 */

export interface NewsDocuments {
  readonly count: number;
  /** Milliseconds since 1970, ascending, NaN where it is not known, and those last. */
  instant(index: number): number;
  /** `keys[starts[i]]` up to `keys[starts[i + 1]]` are the stems of document i, with their weights. */
  readonly starts: Uint32Array;
  readonly keys: Int32Array;
  readonly weights: Float32Array;
}

export interface NewsLimits {
  /** Least sum of products, 0..1. */
  readonly least: number;
  /** Documents further apart than this are no candidates, where both times are known. */
  readonly windowMs: number;
  /** Later documents of one stem that a document meets at most; of a stem in more it meets the next ones. */
  readonly mostOfStem: number;
  /** Later documents that a document is paired with at most, those of the largest sums. */
  readonly mostPartners: number;
}

const DAY_MS = 86_400_000;

export const NEWS_LIMITS: NewsLimits = {
  least: 0.2,
  windowMs: 3 * DAY_MS,
  mostOfStem: 400,
  mostPartners: 60,
};

/** `starts[i]` up to `starts[i + 1]` are the later partners of i, ascending. */
export function newsCandidates(documents: NewsDocuments, limits: NewsLimits) {
  const { count, starts, weights } = documents;
  const { stems, first, postings, posted } = postStems(documents);
  const reach = reachOf(documents, limits.windowMs);
  const undated = firstUndated(documents);
  // By stem the first posting that is later than the document at hand.
  const next = first.slice(0, -1);
  const sums = new Float64Array(count);
  const touched = new Uint32Array(count);
  const partnerStarts = new Uint32Array(count + 1);
  const partners: number[] = [];
  for (let i = 0; i < count; i++) {
    let size = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const stem = stems[k]!;
      const weight = weights[k]!;
      const end = first[stem + 1]!;
      // Near in time, then those without a time, which stand last and are met by all.
      const from = ++next[stem]!;
      const near = lowerBound(postings, from, end, reach[i]!);
      const far = reach[i]! >= undated ? end : lowerBound(postings, near, end, undated);
      for (const [begin, stop] of [
        [from, near],
        [far, end],
      ] as const) {
        const last = Math.min(stop, begin + limits.mostOfStem);
        for (let at = begin; at < last; at++) {
          const j = postings[at]!;
          if (sums[j] === 0) touched[size++] = j;
          sums[j]! += weight * posted[at]!;
        }
      }
    }
    const found: number[] = [];
    for (let at = 0; at < size; at++) if (sums[touched[at]!]! >= limits.least) found.push(touched[at]!);
    if (found.length > limits.mostPartners) {
      found.sort((x, y) => sums[y]! - sums[x]! || x - y);
      found.length = limits.mostPartners;
    }
    found.sort((x, y) => x - y);
    for (const j of found) partners.push(j);
    partnerStarts[i + 1] = partners.length;
    for (let at = 0; at < size; at++) sums[touched[at]!] = 0;
  }
  return { starts: partnerStarts, others: Uint32Array.from(partners) };
}

/** By document: the first later one that is too far in time; the number of documents where its time is not known. */
function reachOf({ count, instant }: NewsDocuments, windowMs: number): Uint32Array {
  const reach = new Uint32Array(count);
  for (let i = 0, j = 0; i < count; i++) {
    const last = instant(i) + windowMs;
    if (Number.isNaN(last)) {
      reach[i] = count;
      continue;
    }
    while (j < count && instant(j) <= last) j++;
    reach[i] = j;
  }
  return reach;
}

function firstUndated({ count, instant }: NewsDocuments): number {
  let first = count;
  while (first > 0 && Number.isNaN(instant(first - 1))) first--;
  return first;
}

function lowerBound(postings: Uint32Array, from: number, to: number, least: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (postings[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Stems numbered from 0; `postings[first[s]]` up to `postings[first[s + 1]]` are the documents of stem s, ascending,
 * with its weight in each.
 */
function postStems({ count, starts, keys, weights }: NewsDocuments) {
  const numbers = new Map<number, number>();
  const stems = new Uint32Array(keys.length);
  const sizes: number[] = [];
  for (let k = 0; k < keys.length; k++) {
    let number = numbers.get(keys[k]!);
    if (number === undefined) {
      number = sizes.length;
      numbers.set(keys[k]!, number);
      sizes.push(0);
    }
    stems[k] = number;
    sizes[number]!++;
  }
  const first = new Uint32Array(sizes.length + 1);
  for (let s = 0; s < sizes.length; s++) first[s + 1] = first[s]! + sizes[s]!;
  const cursor = first.slice();
  const postings = new Uint32Array(keys.length);
  const posted = new Float32Array(keys.length);
  for (let index = 0; index < count; index++) {
    for (let k = starts[index]!; k < starts[index + 1]!; k++) {
      const at = cursor[stems[k]!]!++;
      postings[at] = index;
      posted[at] = weights[k]!;
    }
  }
  return { stems, first, postings, posted };
}
