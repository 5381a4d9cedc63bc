/** The stories of a collection, as users see them. In: judged pairs. Out: stories with their members and relations. */
import type { Ranked } from "../columns/ranked.js";
import type { ComparedPairs } from "../match/compared.js";
import { NEWS_MODEL } from "../match/news/model.generated.js";
import type { NewsStory, StoryMember, Verdict } from "../model/index.js";
import type { Canonical } from "../options.js";
import { groupStories, type StoryGroup, type UnitPair } from "../stories/groups.js";
import { beginningOf, clearestHeadline } from "../stories/headline.js";
import { choose, clusterWhole, earliestOf } from "./clusters.js";
import type { NewsPairs } from "./news.js";

/** Pairs of less are as good as none. */
const LEAST_CHANCE = 0.05;
/** Pairs as likely as this that are judged to be none all the same: one formula about two events, worth so much. */
const FORMULA = { from: 0.5, chance: 0.3 };
const STRENGTH: Readonly<Record<Verdict, number>> = {
  copy: 4,
  rewrite: 3,
  excerpt: 2,
  "same-news": 1,
  none: 0,
};

/** A pair of documents, seen from either. */
interface Known {
  readonly verdict: Verdict;
  /** Shares of the one with the lesser index, and of the other. */
  readonly shares: readonly [number, number];
  readonly chance: number;
}

export function storiesOf(
  ranked: Ranked,
  news: NewsPairs,
  aligned: ComparedPairs,
  canonical: Canonical,
): NewsStory[] {
  const { columns } = ranked;
  const { count } = columns;
  const known = knownPairs(count, news, aligned);
  // A unit is named by its seed: the first of a text and its copies.
  const unitOf = Uint32Array.from({ length: count }, (_, index) => columns.data.leaderOf[index]!);
  for (const { seed, members } of clusterWhole(aligned)) for (const member of members) unitOf[member] = seed;
  const membersOf = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const leader = columns.data.leaderOf[index]!;
    if (leader !== index && columns.data.versionOf[leader] === columns.data.versionOf[index]) continue;
    const unit = unitOf[leader]!;
    const held = membersOf.get(unit);
    if (held === undefined) membersOf.set(unit, [index]);
    else held.push(index);
  }
  const listed = new Set([...membersOf].filter(([, members]) => members.length > 1).map(([unit]) => unit));
  const { groups, also } = groupStories(
    { count, instant: (unit) => columns.instant(unit) },
    unitPairs(count, known, unitOf),
    listed,
  );
  const ids = groups.map((group) => ranked.id(indicesOf(group.units, membersOf)[0]!));
  return groups.map((group, at) =>
    tellStory(
      ranked,
      group,
      { membersOf, known, canonical },
      also[at]!.map((other) => ids[other]!),
    ),
  );
}

function knownPairs(
  count: number,
  { pairs, chances }: NewsPairs,
  aligned: ComparedPairs,
): Map<number, Known> {
  const known = new Map<number, Known>();
  for (let at = 0; at < chances.length; at++) {
    if (chances[at]! < LEAST_CHANCE) continue;
    const chance = chances[at]! > FORMULA.from ? FORMULA.chance : chances[at]!;
    known.set(pairs[2 * at]! * count + pairs[2 * at + 1]!, { verdict: "none", shares: [0, 0], chance });
  }
  for (const { i, j, verdict, containmentA, containmentB, sameNews } of aligned.rows()) {
    const shares = [containmentA, containmentB] as const;
    known.set(i * count + j, { verdict, shares, chance: sameNews });
  }
  return known;
}

/** Between two units the mean of what is known of pairs of their texts. */
function unitPairs(count: number, known: ReadonlyMap<number, Known>, unitOf: Uint32Array): UnitPair[] {
  const sums = new Map<number, { pairs: number; chance: number; rewritten: boolean; i: number; j: number }>();
  for (const [key, { verdict, shares, chance }] of known) {
    let [x, y] = [unitOf[Math.floor(key / count)]!, unitOf[key % count]!];
    if (x === y) continue;
    let [shareX, shareY] = shares;
    if (x > y) {
      [x, y] = [y, x];
      [shareX, shareY] = [shareY, shareX];
    }
    const at = x * count + y;
    const sum = sums.get(at) ?? { pairs: 0, chance: 0, rewritten: false, i: 0, j: 0 };
    sums.set(at, sum);
    sum.pairs++;
    sum.chance += chance;
    sum.rewritten ||= verdict === "copy" || verdict === "rewrite";
    sum.i = Math.max(sum.i, shareX);
    sum.j = Math.max(sum.j, shareY);
  }
  return [...sums].map(([key, { pairs, chance, rewritten, i, j }]) => ({
    i: Math.floor(key / count),
    j: key % count,
    chance: chance / pairs,
    rewritten,
    shareI: i,
    shareJ: j,
  }));
}

interface Grounds {
  readonly membersOf: ReadonlyMap<number, readonly number[]>;
  readonly known: ReadonlyMap<number, Known>;
  readonly canonical: Canonical;
}

function tellStory(
  ranked: Ranked,
  { units, roundups, weakest, core, series }: StoryGroup,
  { membersOf, known, canonical }: Grounds,
  seeAlso: readonly string[],
): NewsStory {
  const { columns, id } = ranked;
  const all = indicesOf(units, membersOf);
  const more = indicesOf(roundups, membersOf);
  const chosen = choose(columns, indicesOf([core], membersOf), canonical);
  const relation = (x: number, y: number): Known & { readonly share: number } => {
    const [a, b] = [columns.data.leaderOf[x]!, columns.data.leaderOf[y]!];
    if (a === b) return { verdict: "copy", shares: [1, 1], chance: 1, share: 1 };
    const found = known.get(Math.min(a, b) * columns.count + Math.max(a, b));
    if (found === undefined) return { verdict: "none", shares: [0, 0], chance: 0, share: 0 };
    return { ...found, share: found.shares[a < b ? 0 : 1] };
  };
  const member = (index: number, roundup: boolean): StoryMember => {
    let best: { to: number; told: ReturnType<typeof relation> } | undefined;
    for (const to of [chosen, ...all]) {
      if (to === index) continue;
      const told = relation(index, to);
      const better =
        best === undefined ||
        STRENGTH[told.verdict] > STRENGTH[best.told.verdict] ||
        (told.verdict === best.told.verdict && told.share + told.chance > best.told.share + best.told.chance);
      if (better) best = { to, told };
    }
    const { to, told } = best!;
    return {
      id: id(index),
      relation: told.verdict === "none" ? "same-news" : told.verdict,
      to: id(to),
      share: told.share,
      sameNews: told.chance,
      roundup,
    };
  };
  const first = { id: id(chosen), relation: null, to: null, share: null, sameNews: null, roundup: false };
  const headlines = [chosen, ...all].map((index) => columns.meta(index, "title") ?? "");
  return {
    id: id(all[0]!),
    title: clearestHeadline(headlines) ?? beginningOf(columns.text(chosen)),
    canonical: id(chosen),
    earliest: earliestOf(ranked, all[0]!),
    members: [
      first,
      ...all.filter((index) => index !== chosen).map((index) => member(index, false)),
      ...more.map((index) => member(index, true)),
    ],
    weakestLink: weakest === null ? null : { id: id(weakest.unit), sameNews: weakest.chance },
    seeAlso,
    series,
    model: NEWS_MODEL.version,
  };
}

/** Ascending: in the order of (instant, id). */
function indicesOf(units: readonly number[], membersOf: ReadonlyMap<number, readonly number[]>): number[] {
  return units.flatMap((unit) => membersOf.get(unit) ?? [unit]).sort((x, y) => x - y);
}
