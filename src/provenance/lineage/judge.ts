/**
 * Directions of all pairs of a graph. What the two texts say of one another comes first; then times, which say less
 * where a third document has the same words as early, or stands behind both.
 */
import type { Evidence } from "../../model/index.js";
import { creditClues, namedElsewhere } from "../direction/credit-rules.js";
import { balance, betweenOutlets, DECIDED } from "../direction/decide.js";
import { editClues } from "../direction/edit-rules.js";
import { furnitureClues } from "../direction/furniture-rules.js";
import type { Subject } from "../direction/subject.js";
import { earlierClue, SHARE, type Standing, seenBeforeClue } from "../direction/time-rules.js";
import { compareTimes } from "../time/trusted.js";
import { backgroundClues } from "./background.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { inheritedClue } from "./inherited.js";
import { lengthOf, sharedLength } from "./ranges.js";
import { takeClues } from "./takes.js";

/** Documents that are looked at to see who else has the words, the earliest first. */
const MOST_OTHERS = 64;
const FROM_ELSEWHERE = 0.2;
const BETWEEN_OUTLETS = 0.25;
/** Share of a pair's words that a third document must have to stand beside it. */
const SHARED = 0.5;

export interface Judgement {
  /** Pairs with a document that decidedly stands behind both, by pair. */
  readonly thirds: ReadonlyMap<Pair, number>;
}

export function judgeTexts({ subjects, pairs }: Graph): void {
  for (const { a, b, ranges, forward, backward } of pairs) {
    const [x, y] = [subjects[a]!, subjects[b]!];
    forward.push(...creditClues(x, y, ranges.b), ...furnitureClues(x, y));
    backward.push(...creditClues(y, x, ranges.a), ...furnitureClues(y, x));
    const [against, turned] = [seenBeforeClue(x, y), seenBeforeClue(y, x)];
    if (against !== null) forward.push(against);
    if (turned !== null) backward.push(turned);
    capNearness(x, y, forward, backward);
  }
}

function capNearness(x: Subject, y: Subject, forward: Evidence[], backward: Evidence[]): void {
  if (!areOutlets(x, y)) return;
  for (const clues of [forward, backward]) clues.splice(0, clues.length, ...betweenOutlets(clues));
}

function areOutlets(x: Subject, y: Subject): boolean {
  return [x, y].every(({ publisher, agency }) => publisher !== "" && agency === null);
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
    const lowered =
      third === null || inherited !== null ? editShare(x, y, elsewhere !== null) : SHARE["not-first"];
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
  for (const { a, b, forward, backward } of pairs) capNearness(subjects[a]!, subjects[b]!, forward, backward);
  return { thirds };
}

/** How much the edits between two texts say of who had them first: of two outlets both may have them from a third. */
function editShare(x: Subject, y: Subject, elsewhere: boolean): number {
  if (elsewhere) return FROM_ELSEWHERE;
  return areOutlets(x, y) ? BETWEEN_OUTLETS : 1;
}

/** By subject: those that decidedly stand behind it by what the texts alone say. */
function decidedSources({ subjects, pairs }: Graph): readonly ReadonlySet<number>[] {
  const behind = subjects.map(() => new Set<number>());
  for (const { a, b, forward, backward } of pairs) {
    const order = compareTimes(subjects[a]!.time, subjects[b]!.time);
    const weight = balance(forward, backward, order);
    if (weight >= DECIDED) behind[b]!.add(a);
    else if (weight <= -DECIDED) behind[a]!.add(b);
  }
  return behind;
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
  let standing: Standing = "first";
  let other: number | null = null;
  let looked = 0;
  for (const beside of pairsOf[few]!) {
    // Nothing that comes can change the answer.
    if (standing === "not-first" && !haveSources) break;
    const c = partnerOf(beside, few);
    if (c === many || behind[c]!.has(from)) continue;
    if (++looked > MOST_OTHERS) break;
    const isBehind = haveSources && behind[from]!.has(c) && behind[to]!.has(c);
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
