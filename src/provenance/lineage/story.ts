/** One story: directions of its pairs, what came from where, unseen sources, passage groups. */
import type { Direction, LineageEdge, Origin, Range, Story } from "../../model/index.js";
import { type Clues, certaintyOf, decide, logistic, withdrawn } from "../direction/decide.js";
import { MISSING } from "../direction/rules.js";
import { areOfOneHouse, type Subject } from "../direction/subject.js";
import { type Arrow, cyclic } from "./acyclic.js";
import { type Graph, type Pair, sideOf } from "./graph.js";
import { groupAsPlain, passageGroups } from "./groups.js";
import { judgeTexts, judgeTimes, statedOf } from "./judge.js";
import { depthsOf, type Given, nearestSources } from "./nearest.js";
import { sharedLength, union } from "./ranges.js";
import { isOpenSide, type UnseenGroup, unseenSources } from "./unseen.js";

export interface Said {
  /** The source that a person confirmed for the pair, or null; and those rejected. */
  confirmed(x: string, y: string): string | null;
  rejected(x: string, y: string): readonly string[];
}

export interface ToldStory {
  readonly story: Story;
  /** Of every pair. */
  readonly directions: readonly Direction[];
}

export function directionsOf(
  graph: Graph,
  said: Said,
  documentsWith: (words: string) => number | null,
): Map<Pair, Direction> {
  judgeTexts(graph);
  const { thirds } = judgeTimes(graph, documentsWith);
  const directions = new Map<Pair, Direction>();
  for (const pair of graph.pairs) {
    const [a, b] = [graph.subjects[pair.a]!, graph.subjects[pair.b]!];
    const clues: Clues = {
      ...statedOf(graph, pair),
      third: thirds.has(pair),
      confirmed: said.confirmed(a.id, b.id),
      rejected: said.rejected(a.id, b.id),
    };
    directions.set(pair, decide(a, b, clues));
  }
  return directions;
}

export function tellStory(
  graph: Graph,
  said: Said,
  documentsWith: (words: string) => number | null,
): ToldStory {
  const { subjects, pairs } = graph;
  const directions = directionsOf(graph, said, documentsWith);
  const arrows = decidedArrows(graph, directions);

  const arrowsTo: Arrow[][] = subjects.map(() => []);
  for (const arrow of arrows) arrowsTo[arrow.to]!.push(arrow);
  const depths = depthsOf(arrows, subjects.length);
  const givenTo = arrowsTo.map((list, to) =>
    list.length === 0 ? [] : nearestSources(graph, to, list, depths),
  );
  const takenBy = givenTo.map((given) => union(given.flatMap(({ ranges }) => ranges)));

  const undecided = pairs.filter((pair) => directions.get(pair)!.from === null);
  // What a house says again of its own goes back to itself.
  const foreign = undecided.filter(({ a, b }) => !areOfOneHouse(subjects[a]!, subjects[b]!));
  const open = foreign.filter((pair) =>
    [pair.a, pair.b].every((at) => {
      const side = pair.ranges[sideOf(pair, at)];
      return side.length > 0 && isOpenSide(pair, at, sharedLength(side, takenBy[at]!));
    }),
  );
  const isFrom = (at: number, name: string) =>
    givenTo[at]!.some(({ arrow }) => {
      const { agency, outlet } = subjects[arrow.from]!;
      return name === agency || name === outlet;
    });
  const unseen = unseenSources(graph, open, { isFrom, documentsWith });
  const unseenOf = new Map<number, UnseenGroup[]>();
  for (const group of unseen)
    for (const at of group.evidence.keys()) unseenOf.set(at, [...(unseenOf.get(at) ?? []), group]);

  const sourceOf = (at: number, range: Range): Origin | null => {
    let best: { given: Given; length: number } | null = null;
    for (const given of givenTo[at]!) {
      const length = sharedLength([range], given.ranges);
      if (length > (best?.length ?? 0)) best = { given, length };
    }
    if (best !== null) return { document: subjects[best.given.arrow.from]!.id };
    const [group] = unseenOf.get(at) ?? [];
    return group === undefined ? null : { unseen: group.source.id };
  };
  const edges = [
    ...givenTo.flatMap((given) => given.map((one) => documentEdge(subjects, one))),
    ...[...unseenOf].flatMap(([at, groups]) => groups.map((group) => unseenEdge(subjects[at]!, at, group))),
  ];
  const story: Story = {
    id: subjects[0]!.id,
    documents: subjects.map(({ id }) => id),
    outlets: new Set(subjects.map(({ publisher }) => publisher).filter(Boolean)).size,
    // Two groups that took from one another have at least one behind them.
    independentOrigins: Math.max(1, origins(graph, givenTo, unseen, undecided)),
    unseen: unseen.map(({ source }) => source),
    edges: edges.sort((x, y) => order(x.to, y.to) || order(originKey(x.from), originKey(y.from))),
    undecided: undecided.map((pair) => directions.get(pair)!),
    groups: passageGroups(graph).map((group) => groupAsPlain(graph, group, sourceOf)),
  };
  return { story, directions: [...directions.values()] };
}

/** The decided directions; those that would go round are withdrawn in `directions`. */
function decidedArrows({ subjects, pairs }: Graph, directions: Map<Pair, Direction>): Arrow[] {
  const pairBehind = new Map<Arrow, Pair>();
  for (const pair of pairs) {
    const direction = directions.get(pair)!;
    if (direction.from === null) continue;
    const [from, to] = direction.from === subjects[pair.a]!.id ? [pair.a, pair.b] : [pair.b, pair.a];
    pairBehind.set({ from, to, direction }, pair);
  }
  const all = [...pairBehind.keys()];
  const given = cyclic(all, subjects.length);
  for (const arrow of given)
    directions.set(pairBehind.get(arrow)!, withdrawn(arrow.direction, MISSING.cycle));
  return all.filter((arrow) => !given.has(arrow));
}

function documentEdge(subjects: readonly Subject[], { arrow, share }: Given): LineageEdge {
  const { confidence, certainty, by, evidence } = arrow.direction;
  const [from, to] = [subjects[arrow.from]!.id, subjects[arrow.to]!.id];
  return { from: { document: from }, to, confidence, certainty, by, share, evidence };
}

function unseenEdge({ id }: Subject, at: number, { source, evidence }: UnseenGroup): LineageEdge {
  const { clue, share } = evidence.get(at)!;
  return {
    from: { unseen: source.id },
    to: id,
    confidence: logistic(clue.weight),
    certainty: certaintyOf(clue.weight),
    by: "isnad",
    share,
    evidence: [clue],
  };
}

/**
 * Groups of documents bound by undecided pairs, or by a text that is not here, into which nothing leads from outside: who shares
 * words, undecided, with a document whose source is known has that source or that document.
 */
function origins(
  { subjects }: Graph,
  givenTo: readonly (readonly Given[])[],
  unseen: readonly UnseenGroup[],
  undecided: readonly Pair[],
): number {
  const parent = subjects.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const { a, b } of undecided) parent[find(a)] = find(b);
  for (const { evidence } of unseen) {
    const [first, ...others] = evidence.keys();
    for (const at of others) parent[find(at)] = find(first!);
  }
  const explained = new Set<number>();
  subjects.forEach((_, at) => {
    if (givenTo[at]!.some(({ arrow }) => find(arrow.from) !== find(at))) explained.add(find(at));
  });
  return new Set(subjects.map((_, at) => find(at)).filter((root) => !explained.has(root))).size;
}

function originKey(origin: Origin): string {
  return "document" in origin ? origin.document : origin.unseen;
}

function order(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
