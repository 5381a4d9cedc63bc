/**
 * Which documents make a story. In: units (a text with its copies), how likely pairs of them tell the same news, what
 * is known of reuse between them, their days. Out: groups of units, each verified against its core.
 *
 * Copies have collapsed already. The rest comes together by average linkage, so that no chain of neighbours becomes a
 * story. What comes back day after day in one formula (weather, cables, closes) holds together only where it is one
 * text. What holds two other reports that are not one story is a roundup: it binds neither, and belongs to both.
 */
import { type Edge, linkByAverage } from "./linkage.js";

/** Mean probability between two groups from which they are one story. */
const STORY_CUT = 0.45;
/** A member's mean to the story below which it does not stay. */
const LEAST_FIT = 0.38;
/** A pair of less says nothing but that two stories may concern the same matter. */
const LEAST_ALSO = 0.15;
const MOST_ALSO = 8;
/** Share of a report that a roundup holds. */
const HELD = 0.5;
const DAY_MS = 86_400_000;
/** Beyond this two reports are never one story, unless one is made from the other. */
const MOST_DAYS = 3;
/** A formula: neighbours on so many days, of which none holds more than this share. */
const SERIES_DAYS = 4;
const SERIES_PEAK = 0.5;
const SERIES_CHANCE = 0.4;

export interface UnitPair {
  readonly i: number;
  readonly j: number;
  /** Probability of the same news. */
  readonly chance: number;
  /** One is a rewrite of the other. */
  readonly rewritten: boolean;
  /** Shares of i's and of j's text in the other. */
  readonly shareI: number;
  readonly shareJ: number;
}

export interface Units {
  readonly count: number;
  /** Milliseconds since 1970; NaN where it is not known. */
  instant(unit: number): number;
}

export interface StoryGroup {
  /** Ascending. */
  readonly units: readonly number[];
  /** Units that belong to other stories too. */
  readonly roundups: readonly number[];
  /** The unit that fits least, with its mean; null for a group of one. */
  readonly weakest: { readonly unit: number; readonly chance: number } | null;
  /** The unit that fits the others best. */
  readonly core: number;
  readonly series: boolean;
}

export interface StoryGroups {
  /** In the order of their least unit; a unit alone is in none, unless `alone` names it. */
  readonly groups: readonly StoryGroup[];
  /** By group the groups that concern the same matter, the closest first. */
  readonly also: readonly (readonly number[])[];
}

/** `pairs` each once, in any order. `listed` are units that are a story even alone, as they have copies. */
export function groupStories(
  units: Units,
  pairs: readonly UnitPair[],
  listed: ReadonlySet<number>,
): StoryGroups {
  const sorted = [...pairs].sort((x, y) => x.i - y.i || x.j - y.j);
  const series = seriesOf(units, sorted);
  const values = new Map<number, number>();
  const edges: Edge[] = [];
  for (const pair of sorted) {
    const value = worthOf(units, pair, series);
    if (value <= 0) continue;
    values.set(pair.i * units.count + pair.j, value);
    edges.push({ i: pair.i, j: pair.j, value });
  }
  const between = (x: number, y: number) => values.get(Math.min(x, y) * units.count + Math.max(x, y)) ?? 0;
  const linked = (without: { has(unit: number): boolean }): number[][] => {
    const bound = edges.filter(({ i, j }) => !without.has(i) && !without.has(j));
    const found = linkByAverage(units.count, bound, STORY_CUT).flatMap((group) => verified(group, between));
    const placed = new Set(found.flat());
    for (const unit of listed) if (!placed.has(unit) && !without.has(unit)) found.push([unit]);
    return found.sort((x, y) => x[0]! - y[0]!);
  };
  const suspects = roundupSuspects(sorted);
  const roundups = storiesHeld(linked(suspects), suspects);
  const groups = linked(roundups);
  const groupOf = numbered(groups);
  for (const unit of roundups.keys()) if (listed.has(unit)) groups.push([unit]);
  const told = groups.map((members) => ({
    units: members,
    roundups: [...roundups]
      .filter(([, held]) => held.some((unit) => members.includes(unit)))
      .map(([unit]) => unit),
    weakest: weakestOf(members, between),
    core: coreOf(members, between),
    series: members.filter((unit) => series.has(unit)).length * 2 > members.length,
  }));
  return { groups: told, also: alsoOf(groupOf, groups.length, sorted) };
}

function worthOf(units: Units, { i, j, chance, rewritten }: UnitPair, series: ReadonlySet<number>): number {
  const apart = Math.abs(units.instant(i) - units.instant(j)) / DAY_MS;
  if (rewritten) return Math.max(chance, 0.5);
  if (apart > MOST_DAYS) return 0;
  if (series.has(i) && series.has(j)) return apart > 0.75 ? 0 : chance * chance;
  return chance;
}

/** Units of which neighbours stand on many days, none of them with most. */
function seriesOf(units: Units, pairs: readonly UnitPair[]): Set<number> {
  const days = new Map<number, Map<number, number>>();
  const note = (unit: number, other: number) => {
    const day = Math.floor(units.instant(other) / DAY_MS);
    if (Number.isNaN(day)) return;
    let held = days.get(unit);
    if (held === undefined) {
      held = new Map();
      days.set(unit, held);
    }
    held.set(day, (held.get(day) ?? 0) + 1);
  };
  for (const { i, j, chance, rewritten } of pairs) {
    if (chance < SERIES_CHANCE || rewritten) continue;
    note(i, j);
    note(j, i);
  }
  const series = new Set<number>();
  for (const [unit, held] of days) {
    const all = [...held.values()].reduce((sum, count) => sum + count, 0);
    if (held.size >= SERIES_DAYS && Math.max(...held.values()) <= SERIES_PEAK * all) series.add(unit);
  }
  return series;
}

/** Units that hold half of two others and more, these being less than half of them; with what they hold. */
function roundupSuspects(pairs: readonly UnitPair[]): Map<number, number[]> {
  const held = new Map<number, number[]>();
  const note = (unit: number, part: number) => {
    const known = held.get(unit);
    if (known === undefined) held.set(unit, [part]);
    else known.push(part);
  };
  for (const { i, j, shareI, shareJ } of pairs) {
    if (shareJ >= HELD && shareI < HELD && shareI > 0) note(i, j);
    if (shareI >= HELD && shareJ < HELD && shareJ > 0) note(j, i);
  }
  return new Map([...held].filter(([, parts]) => parts.length > 1));
}

/** Those suspects of which the parts are in two stories and more. */
function storiesHeld(
  groups: readonly (readonly number[])[],
  suspects: ReadonlyMap<number, number[]>,
): Map<number, number[]> {
  const groupOf = numbered(groups);
  return new Map(
    [...suspects].filter(
      ([, parts]) =>
        new Set(parts.map((unit) => groupOf.get(unit)).filter((at) => at !== undefined)).size > 1,
    ),
  );
}

function numbered(groups: readonly (readonly number[])[]): Map<number, number> {
  return new Map(groups.flatMap((members, at) => members.map((unit) => [unit, at] as const)));
}

/** The members whose mean to the others is enough, the least fitting taken out one by one. */
function verified(group: readonly number[], between: (x: number, y: number) => number): number[][] {
  let members = [...group];
  while (members.length > 2) {
    const weakest = weakestOf(members, between)!;
    if (weakest.chance >= LEAST_FIT) break;
    members = members.filter((unit) => unit !== weakest.unit);
  }
  return members.length > 1 ? [members] : [];
}

function weakestOf(members: readonly number[], between: (x: number, y: number) => number) {
  if (members.length < 2) return null;
  let weakest = { unit: members[0]!, chance: Number.POSITIVE_INFINITY };
  for (const unit of members) {
    const sum = members.reduce((total, other) => (other === unit ? total : total + between(unit, other)), 0);
    const chance = sum / (members.length - 1);
    if (chance < weakest.chance) weakest = { unit, chance };
  }
  return weakest;
}

/** The member that fits the others best, the first of equals. */
function coreOf(members: readonly number[], between: (x: number, y: number) => number): number {
  let best = { unit: members[0]!, sum: -1 };
  for (const unit of members) {
    const sum = members.reduce((total, other) => (other === unit ? total : total + between(unit, other)), 0);
    if (sum > best.sum) best = { unit, sum };
  }
  return best.unit;
}

function alsoOf(groupOf: ReadonlyMap<number, number>, count: number, pairs: readonly UnitPair[]): number[][] {
  const best = Array.from({ length: count }, () => new Map<number, number>());
  for (const { i, j, chance } of pairs) {
    const [x, y] = [groupOf.get(i), groupOf.get(j)];
    if (x === undefined || y === undefined || x === y || chance < LEAST_ALSO) continue;
    best[x]!.set(y, Math.max(best[x]!.get(y) ?? 0, chance));
    best[y]!.set(x, Math.max(best[y]!.get(x) ?? 0, chance));
  }
  return best.map((near) =>
    [...near]
      .sort(([x, p], [y, q]) => q - p || x - y)
      .slice(0, MOST_ALSO)
      .map(([other]) => other),
  );
}
