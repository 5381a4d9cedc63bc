/**
 * Canonical clustering: no transitive merging. Documents come in order of (published instant, id), undated
 * last; the first one not yet taken is a seed, and a document joins only the earliest seed it was itself
 * verified against. So a chain a–b–c in which a and c differ never becomes one cluster, and the result depends
 * on neither input order nor threads.
 */

/** A verified pair of indices, i < j, with the similarity that verified it. */
export interface VerifiedPair {
  readonly i: number;
  readonly j: number;
  readonly similarity: number;
}

export interface IndexCluster {
  readonly seed: number;
  /** Indices in ascending order, the seed first. */
  readonly members: readonly number[];
  /** The member least similar to the seed. */
  readonly weakest: { readonly index: number; readonly similarity: number };
}

/** `pairs` may come in any order. O(count + pairs log pairs). Documents without a pair are in no cluster. */
export function clusterBySeed(pairs: readonly VerifiedPair[]): IndexCluster[] {
  const later = new Map<number, VerifiedPair[]>();
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
    let weakest = { index: seed, similarity: Number.POSITIVE_INFINITY };
    for (const { j, similarity } of later.get(seed)!.sort((x, y) => x.j - y.j)) {
      if (taken.has(j)) continue;
      taken.add(j);
      members.push(j);
      if (similarity < weakest.similarity) weakest = { index: j, similarity };
    }
    if (members.length > 1) {
      taken.add(seed);
      clusters.push({ seed, members, weakest });
    }
  }
  return clusters;
}
