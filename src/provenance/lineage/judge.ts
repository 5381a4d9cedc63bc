/**
 * Directions of all pairs of a graph. What the two texts say of one another comes first; then times, which say less
 * where a third document has the same words as early, or stands behind both.
 */
import type { Evidence } from "../../model/index.js";
import { creditClues, namedElsewhere } from "../direction/credit-rules.js";
import { type Bearing, held, type Stated, statedOdds } from "../direction/decide.js";
import { editClues } from "../direction/edit-rules.js";
import { furnitureClues } from "../direction/furniture-rules.js";
import { COMMON_SOURCE, MOST_OF_KIND, MOST_OF_NEARNESS, OWN_HOUSE } from "../direction/strengths.js";
import { areOfOneHouse, type Subject } from "../direction/subject.js";
import { againstClues, earlierClue, SHARE, type Standing } from "../direction/time-rules.js";
import { compareTimes } from "../time/trusted.js";
import { backgroundClues } from "./background.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { inheritedClue } from "./inherited.js";
import { lengthOf, sharedLength } from "./ranges.js";
import { takeClues } from "./takes.js";

/** Documents that are looked at to see who else has the words, the earliest first. */
const MOST_OTHERS = 64;
/** Share of the one text or the other that both have, from which edits and times are about the item itself. */
const COVERED = 0.25;
/** Share of a pair's words that a third document must have to stand beside it. */
const SHARED = 0.5;

export interface Judgement {
  /** Pairs with a document that decidedly stands behind both, by pair. */
  readonly thirds: ReadonlyMap<Pair, number>;
}

export function judgeTexts({ subjects, pairs }: Graph): void {
  for (const { a, b, ranges, match, forward, backward } of pairs) {
    const [x, y] = [subjects[a]!, subjects[b]!];
    const share = Math.max(match.containment.a, match.containment.b);
    const [there, here] = [
      { ranges: ranges.b, share },
      { ranges: ranges.a, share },
    ];
    forward.push(...creditClues(x, y, there), ...furnitureClues(x, y), ...againstClues(x, y));
    backward.push(...creditClues(y, x, here), ...furnitureClues(y, x), ...againstClues(y, x));
  }
}

/** What is stated of a pair, given its clues. */
export function statedOf({ subjects }: Graph, pair: Pair): Stated {
  const { a, b, match, forward, backward } = pair;
  const [x, y] = [subjects[a]!, subjects[b]!];
  const isOwn = areOfOneHouse(x, y);
  const share = Math.max(match.containment.a, match.containment.b);
  const bear = (one: Subject, other: Subject): Bearing => {
    if (share < COVERED) return null;
    if (isOwn) return "times";
    return one.agency !== null && other.agency === null ? "edits" : null;
  };
  const bearing = { a: bear(x, y), b: bear(y, x) };
  const prior = isOwn ? OWN_HOUSE : COMMON_SOURCE;
  const capped = (clues: readonly Evidence[], isItem: boolean) => {
    const kinds = held(clues, MOST_OF_KIND, ({ ofKind }) => ofKind === true);
    return isItem ? kinds : held(kinds, MOST_OF_NEARNESS, ({ edit }) => edit === true);
  };
  return {
    prior,
    bearing,
    forward: capped(forward, bearing.a === "edits"),
    backward: capped(backward, bearing.b === "edits"),
  };
}

/** Adds the clues that need the other documents. */
export function judgeTimes(graph: Graph, documentsWith: (words: string) => number | null): Judgement {
  const { subjects, pairs } = graph;
  const behind = decidedSources(graph);
  const thirds = new Map<Pair, number>();
  const added: [Evidence[], Evidence][] = [];
  const shares = new Map<Pair, number>();
  for (const pair of pairs) {
    const order = compareTimes(subjects[pair.a]!.time, subjects[pair.b]!.time);
    const [from, to] = order <= 0 ? [pair.a, pair.b] : [pair.b, pair.a];
    const { standing, other, third } = othersOf(graph, pair, from, to, behind);
    if (third !== null) thirds.set(pair, third);
    const inherited = third === null ? null : inheritedClue(graph, pair, third, documentsWith);
    if (inherited !== null)
      added.push([inherited.from === pair.a ? pair.forward : pair.backward, inherited.clue]);
    const place = inherited === null ? standing : "first";
    const [x, y] = [subjects[pair.a]!, subjects[pair.b]!];
    const elsewhere = namedElsewhere(x, y);
    const lowered = third === null || inherited !== null ? 1 : SHARE["not-first"];
    shares.set(pair, lowered);
    const edits = editClues(x, y, pair.match, pair.ranges, lowered);
    for (const clue of edits.forward) added.push([pair.forward, clue]);
    for (const clue of edits.backward) added.push([pair.backward, clue]);
    if (order === 0) continue;
    const beside = other === null ? null : { id: subjects[other]!.id, standing: place };
    const clue = earlierClue(subjects[from]!, subjects[to]!, beside, elsewhere);
    added.push([from === pair.a ? pair.forward : pair.backward, clue]);
  }
  subjects.forEach((_, copy) => {
    for (const { pair, from, clue } of takeClues(graph, copy))
      added.push([from === pair.a ? pair.forward : pair.backward, clue]);
  });
  for (const [list, clue] of added) list.push(clue);
  backgroundClues(graph, (pair) => shares.get(pair)!);
  return { thirds };
}

/** By subject: those that stand behind it by what is known of the two alone. */
function decidedSources(graph: Graph): readonly ReadonlySet<number>[] {
  const behind = graph.subjects.map(() => new Set<number>());
  for (const pair of graph.pairs) {
    const odds = statedOdds(withOrder(graph, pair));
    if (odds > 0) behind[pair.b]!.add(pair.a);
    else if (odds < 0) behind[pair.a]!.add(pair.b);
  }
  return behind;
}

/** With what the order of time says of an agency's item, whoever else has the words. */
function withOrder(graph: Graph, pair: Pair): Stated {
  const stated = statedOf(graph, pair);
  const [x, y] = [graph.subjects[pair.a]!, graph.subjects[pair.b]!];
  const order = compareTimes(x.time, y.time);
  if (order < 0 && stated.bearing.a === "edits")
    return { ...stated, forward: [...stated.forward, earlierClue(x, y, null, null)] };
  if (order > 0 && stated.bearing.b === "edits")
    return { ...stated, backward: [...stated.backward, earlierClue(y, x, null, null)] };
  return stated;
}

interface Others {
  readonly standing: Standing;
  readonly other: number | null;
  readonly third: number | null;
}

function othersOf(
  { subjects, pairsOf, pairOf }: Graph,
  pair: Pair,
  from: number,
  to: number,
  behind: readonly ReadonlySet<number>[],
): Others {
  const few = pairsOf[from]!.length <= pairsOf[to]!.length ? from : to;
  const many = few === from ? to : from;
  const mine = pair.ranges[sideOf(pair, few)];
  const least = SHARED * lengthOf(mine);
  const haveSources = behind[from]!.size > 0 && behind[to]!.size > 0;
  // Two texts of one paper that has the words of an agency's item have them from there, each by itself.
  const isOwn = areOfOneHouse(subjects[from]!, subjects[to]!) && subjects[from]!.agency === null;
  let standing: Standing = "first";
  let other: number | null = null;
  let looked = 0;
  for (const beside of pairsOf[few]!) {
    // Nothing that comes can change the answer.
    if (standing === "not-first" && !haveSources && !isOwn) break;
    const c = partnerOf(beside, few);
    // Takes of one house are told apart by what they have (`takes.ts`).
    if (c === many || behind[c]!.has(from) || areOfOneHouse(subjects[c]!, subjects[from]!)) continue;
    if (++looked > MOST_OTHERS) break;
    const isBehind =
      (haveSources && behind[from]!.has(c) && behind[to]!.has(c)) || (isOwn && subjects[c]!.agency !== null);
    const { time } = subjects[c]!;
    const mayStand: boolean = standing !== "not-first" && time.from !== null && !behind[c]!.has(to);
    const order: number = mayStand ? compareTimes(time, subjects[from]!.time) : 1;
    if (!isBehind && order > 0) continue;
    if (pairOf(c, many) === undefined) continue;
    if (sharedLength(mine, beside.ranges[sideOf(beside, few)]) < least) continue;
    if (isBehind) return { standing: "not-first", other: c, third: c };
    standing = order < 0 ? "not-first" : "perhaps-first";
    other = c;
  }
  return { standing, other, third: null };
}
