/**
 * Canonical clustering: no transitive merging. Documents come in order of (published instant, id), undated
 * last; the first one not yet taken is a seed, and a document joins only the earliest seed it was itself
 * verified against. So a chain a–b–c in which a and c differ never becomes one cluster, and the result depends
 * on neither input order nor threads.
 */

/** A pair of indices, i < j. */
export interface IndexPair {
  readonly i: number;
  readonly j: number;
}

export interface IndexCluster {
  readonly seed: number;
  /** Indices in ascending order, the seed first. */
  readonly members: readonly number[];
  /** How alike each member is to the seed; 1 for itself. */
  readonly similarities: readonly number[];
  /** The member least similar to the seed. */
  readonly weakest: { readonly index: number; readonly similarity: number };
}

/**
 * `pairs` may come in any order. `similarityOf` says how alike a pair is, or null where it does not hold; it is
 * asked only for seeds and documents still free, so verification may wait until then. O(pairs log pairs).
 * Documents without a pair that holds are in no cluster.
 */
export function clusterBySeed<Pair extends IndexPair>(
  pairs: readonly Pair[],
  similarityOf: (pair: Pair) => number | null,
): IndexCluster[] {
  const later = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const list = later.get(pair.i);
    if (list === undefined) later.set(pair.i, [pair]);
    else list.push(pair);
  }
  const taken = new Set<number>();
  const clusters: IndexCluster[] = [];
  for (const seed of [...later.keys()].sort((x, y) => x - y)) {
    if (taken.has(seed)) continue;
    const members = [seed];
    const similarities = [1];
    let weakest = { index: seed, similarity: Number.POSITIVE_INFINITY };
    for (const pair of later.get(seed)!.sort((x, y) => x.j - y.j)) {
      if (taken.has(pair.j)) continue;
      const similarity = similarityOf(pair);
      if (similarity === null) continue;
      taken.add(pair.j);
      members.push(pair.j);
      similarities.push(similarity);
      if (similarity < weakest.similarity) weakest = { index: pair.j, similarity };
    }
    if (members.length > 1) clusters.push({ seed, members, similarities, weakest });
  }
  return clusters;
}
