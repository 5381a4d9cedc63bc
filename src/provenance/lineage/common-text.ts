/**
 * Documents that really share one passage: a run of words that every one of them has. Each group is built around the document
 * that shares most, and takes others while at least half of what the first two share is left.
 */
import type { Place } from "../../model/index.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { lengthOf, union } from "./ranges.js";
import { holds, type NumberedText, RUN_WORDS, type Runs, runsIn, WordNumbers } from "./runs.js";

/** Least words in a row that all have. */
const LEAST_WORDS = 8;
const LEAST_RUNS = LEAST_WORDS - RUN_WORDS + 1;
/** Share of what the first two have in common that all must have. */
const KEPT_SHARE = 0.5;
/** News is taken within four days; where a third of those that have the words are further off, the words are a formula. */
const NEWS_MS = 4 * 86_400_000;
const FAR_SHARE = 1 / 3;

export interface CommonText {
  /** All of the story that have the words, in its order. */
  readonly holders: readonly number[];
  /** Of these, those that undecided pairs bind. */
  readonly members: readonly number[];
  readonly pairs: readonly Pair[];
  /** The longest run of words that all have, where it stands in the text that it was found by. */
  readonly at: Place;
}

/** `open` are undecided pairs. O(pairs × words). */
export function commonTexts(graph: Graph, open: readonly Pair[]): CommonText[] {
  const { subjects, pairsOf } = graph;
  const openOf = new Map<number, Pair[]>();
  for (const pair of open) {
    for (const at of [pair.a, pair.b]) {
      const list = openOf.get(at);
      if (list === undefined) openOf.set(at, [pair]);
      else list.push(pair);
    }
  }
  const numbers = new WordNumbers();
  const texts = new Map<number, NumberedText>();
  const textOf = (at: number) => kept(texts, at, () => numbers.numbered(subjects[at]!.document.text));
  const known = new Map<number, Runs>();
  const runsOf = (at: number) =>
    kept(known, at, () =>
      runsIn(textOf(at), union(pairsOf[at]!.flatMap((pair) => pair.ranges[sideOf(pair, at)]))),
    );
  const sharedOf = (at: number) =>
    openOf.get(at)!.reduce((sum, pair) => sum + lengthOf(pair.ranges[sideOf(pair, at)]), 0);
  const weights = new Map([...openOf.keys()].map((at) => [at, sharedOf(at)]));
  const hubs = [...openOf.keys()].sort((x, y) => weights.get(y)! - weights.get(x)! || x - y);
  const used = new Set<Pair>();
  const found: CommonText[] = [];
  for (const hub of hubs) {
    // Each round uses at least one pair of the hub, or ends.
    for (;;) {
      const pairs = openOf.get(hub)!.filter((pair) => !used.has(pair));
      if (pairs.length === 0) break;
      const group = around(hub, pairs, textOf, runsOf);
      if (group === null) {
        for (const pair of pairs) used.add(pair);
        break;
      }
      const run = longestRun(textOf(hub), runsOf(hub), group.core)!;
      const members = new Set(group.members.filter((at) => holds(textOf(at), run.words)));
      const among = group.members.flatMap((at) =>
        openOf.get(at)!.filter((pair) => pair.a === at && group.members.includes(pair.b)),
      );
      for (const pair of among) used.add(pair);
      const holders = subjects.flatMap((_, at) => (holds(textOf(at), run.words) ? [at] : []));
      if (members.size < 2 || isFormula(graph, hub, holders)) continue;
      const place: Place = { document: subjects[hub]!.id, field: "text", start: run.start, end: run.end };
      const inside = among.filter(({ a, b }) => members.has(a) && members.has(b));
      found.push({ holders, members: [...members].sort((x, y) => x - y), pairs: inside, at: place });
    }
  }
  return found;
}

function kept<Value>(held: Map<number, Value>, at: number, make: () => Value): Value {
  const known = held.get(at);
  if (known !== undefined) return known;
  const made = make();
  held.set(at, made);
  return made;
}

/** Whether the words are said again and again, day by day, of other things. */
function isFormula({ subjects }: Graph, hub: number, holders: readonly number[]): boolean {
  const dayOf = (at: number): number | null =>
    subjects[at]!.time.from ?? subjects[at]!.seen?.time.from ?? null;
  const day = dayOf(hub);
  if (day === null) return false;
  const far = holders.filter((at) => Math.abs((dayOf(at) ?? day) - day) > NEWS_MS);
  return far.length >= FAR_SHARE * holders.length;
}

interface Around {
  readonly members: readonly number[];
  /** Runs that all of them have. */
  readonly core: ReadonlySet<number>;
}

/** The hub with those of its partners, in order of what they share with it, that leave enough in common. */
function around(
  hub: number,
  pairs: readonly Pair[],
  textOf: (at: number) => NumberedText,
  runsOf: (at: number) => Runs,
): Around | null {
  const length = (pair: Pair) => lengthOf(pair.ranges[sideOf(pair, hub)]);
  const sorted = pairs
    .map((pair) => ({ at: partnerOf(pair, hub), length: length(pair) }))
    .sort((x, y) => y.length - x.length || x.at - y.at);
  let core: ReadonlySet<number> = runsOf(hub).set;
  let least = LEAST_RUNS;
  const members = [hub];
  for (const { at } of sorted) {
    const { set } = runsOf(at);
    const common = new Set([...core].filter((key) => set.has(key)));
    if (common.size < least || longestRun(textOf(hub), runsOf(hub), common) === null) continue;
    if (members.length === 1) least = Math.max(LEAST_RUNS, Math.ceil(KEPT_SHARE * common.size));
    core = common;
    members.push(at);
  }
  return members.length > 1 ? { members, core } : null;
}

interface LongestRun {
  readonly words: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The longest stretch of runs one after another that all are in the set; null where it is too short. */
function longestRun(text: NumberedText, { keys, at }: Runs, core: ReadonlySet<number>): LongestRun | null {
  let [best, length] = [0, 0];
  for (let from = 0; from < keys.length; ) {
    let to = from;
    // What lies on both sides of a gap between ranges is no run.
    while (to < keys.length && core.has(keys[to]!) && at[to] === at[from]! + to - from) to++;
    if (to - from > length) [best, length] = [from, to - from];
    from = Math.max(to, from + 1);
  }
  if (length < LEAST_RUNS) return null;
  const [first, last] = [at[best]!, at[best]! + length + RUN_WORDS - 2];
  return { words: text.ids.slice(first, last + 1), start: text.starts[first]!, end: text.ends[last]! };
}
