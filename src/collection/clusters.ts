/**
 * Clusters of a collection, as users see them: the canonical is chosen after clustering, and similarities are
 * to it. In: verified pairs of leaders. Out: clusters with the identical texts of each leader.
 */
import { clusterBySeed, type VerifiedPair } from "../cluster/cluster.js";
import { REPORTED_SHINGLE_TOKENS } from "../match/copies.js";
import { OverlapCounter } from "../match/overlap.js";
import type { Cluster } from "../model.js";
import type { Canonical } from "../options.js";
import type { Ranked } from "./collection.js";
import type { Columns } from "./columns.js";

export function clustersOf(ranked: Ranked, pairs: readonly VerifiedPair[], canonical: Canonical): Cluster[] {
  const { columns } = ranked;
  const identical = identicalTo(columns);
  const counter = new OverlapCounter();
  const seeded = clusterBySeed(pairs);
  const inCluster = new Set(seeded.flatMap(({ members }) => members));
  const alone = [...identical.keys()]
    .filter((leader) => !inCluster.has(leader))
    .map((leader) => ({ seed: leader, members: [leader], weakest: null }));
  const clusters: Cluster[] = [];
  for (const { seed, members, weakest } of [...seeded, ...alone].sort((x, y) => x.seed - y.seed)) {
    const leaders = columns.data.leaderOf;
    const all = members.flatMap((member) => [member, ...(identical.get(member) ?? [])]).sort((x, y) => x - y);
    const chosen = choose(columns, all, canonical);
    const similarity = new Map(
      members.map((member) => [
        member,
        member === leaders[chosen]
          ? 1
          : counter.compare(columns.ids(member), columns.ids(chosen), REPORTED_SHINGLE_TOKENS).jaccard,
      ]),
    );
    clusters.push({
      id: ranked.id(seed),
      canonical: ranked.id(chosen),
      earliest: ranked.id(seed),
      members: all.map((member) => ({
        id: ranked.id(member),
        similarity: similarity.get(leaders[member]!)!,
        verdict: "whole",
      })),
      weakestLink: weakest === null ? null : { id: ranked.id(weakest.index), similarity: weakest.similarity },
    });
  }
  return clusters;
}

/** By leader: the later documents of the same text, without versions of the leader itself. */
export function identicalTo(columns: Columns): Map<number, number[]> {
  const { leaderOf, versionOf } = columns.data;
  const groups = new Map<number, number[]>();
  for (let index = 0; index < columns.count; index++) {
    const leader = leaderOf[index]!;
    if (leader === index || versionOf[leader] === versionOf[index]) continue;
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [index]);
    else group.push(index);
  }
  return groups;
}

function choose(columns: Columns, members: readonly number[], canonical: Canonical): number {
  if (canonical === "earliest") return members[0]!;
  const better =
    canonical === "longest"
      ? (x: number, best: number) => columns.tokenCount(x) > columns.tokenCount(best)
      : (x: number, best: number) => columns.readOrder(x) < columns.readOrder(best);
  return members.reduce((best, x) => (better(x, best) ? x : best));
}
