/**
 * Clusters of a collection, as users see them: the canonical is chosen after clustering, and similarities are
 * to it. In: verified pairs of leaders. Out: clusters with the identical texts of each leader.
 */
import { clusterBySeed, type IndexCluster } from "../candidates/cluster.js";
import type { Columns } from "../columns/columns.js";
import type { Ranked } from "../columns/ranked.js";
import { compareCodePoints } from "../document/order.js";
import type { ComparedPairs } from "../match/compared.js";
import { REPORTED_SHINGLE_TOKENS } from "../match/overlap/copies.js";
import { OverlapCounter } from "../match/overlap/overlap.js";
import type { Cluster, ClusterPartial } from "../model/index.js";
import type { Canonical } from "../options.js";

/**
 * `seeded` are the clusters of leaders; `aligned` the judged pairs that tell who took a part of them, or null where
 * nothing was aligned.
 */
export function clustersOf(
  ranked: Ranked,
  seeded: readonly IndexCluster[],
  aligned: ComparedPairs | null,
  canonical: Canonical,
): Cluster[] {
  const { columns } = ranked;
  const identical = identicalTo(columns);
  const clustered = new Set(seeded.flatMap(({ members }) => members));
  const groups: IndexGroup[] = [...seeded];
  for (const leader of identical.keys()) {
    if (!clustered.has(leader))
      groups.push({ seed: leader, members: [leader], similarities: [1], weakest: null });
  }
  groups.sort((x, y) => x.seed - y.seed);
  const partials = partialsOf(ranked, groups, aligned);
  const counter = new OverlapCounter();
  return groups.map((group) => {
    const { seed, members, similarities, weakest } = group;
    const all = members.flatMap((member) => [member, ...(identical.get(member) ?? [])]).sort((x, y) => x - y);
    const chosen = choose(columns, all, canonical);
    // Clustering has compared the members with the seed already.
    const toSeed = columns.data.leaderOf[chosen] === seed;
    const similarity = new Map(
      members.map((member, at) => [
        member,
        toSeed ? similarities[at]! : similarityTo(columns, counter, member, chosen),
      ]),
    );
    return {
      id: ranked.id(seed),
      canonical: ranked.id(chosen),
      earliest: earliestOf(ranked, seed),
      members: all.map((member) => ({
        id: ranked.id(member),
        similarity: similarity.get(columns.data.leaderOf[member]!)!,
        verdict: "copy",
      })),
      weakestLink: weakest === null ? null : { id: ranked.id(weakest.index), similarity: weakest.similarity },
      partials: partials.get(group) ?? [],
    };
  });
}

interface IndexGroup {
  readonly seed: number;
  readonly members: readonly number[];
  readonly similarities: readonly number[];
  readonly weakest: { readonly index: number; readonly similarity: number } | null;
}

function similarityTo(columns: Columns, counter: OverlapCounter, member: number, canonical: number): number {
  if (columns.data.leaderOf[canonical] === member) return 1;
  return counter.compare(columns.ids(member), columns.ids(canonical), REPORTED_SHINGLE_TOKENS).jaccard;
}

/** Clusters of the pairs that are judged to be whole copies. */
export function clusterWhole(aligned: ComparedPairs): IndexCluster[] {
  const whole = [...aligned.rows()].filter(({ verdict }) => verdict === "copy");
  return clusterBySeed(whole, ({ jaccard }) => jaccard);
}

/** For each group the documents outside it that share a part with a member, each with the member it shares most with. */
function partialsOf(
  ranked: Ranked,
  groups: readonly IndexGroup[],
  aligned: ComparedPairs | null,
): Map<IndexGroup, ClusterPartial[]> {
  const groupOf = new Map<number, IndexGroup>();
  for (const group of groups) for (const member of group.members) groupOf.set(member, group);
  const best = new Map<IndexGroup, Map<number, ClusterPartial>>();
  const note = (
    outside: number,
    member: number,
    ofOutside: number,
    ofMember: number,
    probability: number,
  ) => {
    const group = groupOf.get(member);
    if (group === undefined || groupOf.get(outside) === group) return;
    const found = best.get(group) ?? new Map<number, ClusterPartial>();
    best.set(group, found);
    const known = found.get(outside);
    if (known !== undefined && known.containment.id >= ofOutside) return;
    const containment = { id: ofOutside, of: ofMember };
    found.set(outside, { id: ranked.id(outside), of: ranked.id(member), probability, containment });
  };
  for (const { i, j, verdict, containmentA, containmentB, probability } of aligned?.rows() ?? []) {
    if (verdict !== "excerpt" && verdict !== "rewrite") continue;
    note(i, j, containmentA, containmentB, probability);
    note(j, i, containmentB, containmentA, probability);
  }
  return new Map(
    [...best].map(([group, found]) => [
      group,
      [...found.values()].sort((x, y) => compareCodePoints(x.id, y.id)),
    ]),
  );
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

/** The id of the first member by rank, if its time is known: undated ones come last, so that none has one else. */
export function earliestOf(ranked: Ranked, first: number): string | null {
  return Number.isNaN(ranked.columns.instant(first)) ? null : ranked.id(first);
}

/** The member that stands for all. */
export function choose(columns: Columns, members: readonly number[], canonical: Canonical): number {
  if (canonical === "earliest") return members[0]!;
  const better =
    canonical === "longest"
      ? (x: number, best: number) => columns.tokenCount(x) > columns.tokenCount(best)
      : (x: number, best: number) => columns.readOrder(x) < columns.readOrder(best);
  return members.reduce((best, x) => (better(x, best) ? x : best));
}
