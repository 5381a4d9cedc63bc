/**
 * Stories as tasks: each is told by itself, so they are shared among threads by their size. What a task says does not
 * depend on what else it holds.
 */
import { itemOf } from "../columns/document-at.js";
import { ReusePair } from "../columns/reuse-pair.js";
import type { Reuse } from "../provenance/lineage/index.js";
import { NO_LIST, PAIR_FIELDS, type TellTask } from "../workers/tell-task.js";
import type { LineagePlan } from "./lineage-plan.js";

/** Documents and pairs that a task takes, unless a story has more: some tens of milliseconds. */
const TASK_SIZE = 512;
const BETWEEN_PER_TASK = 1024;

/** The largest stories first, so that no thread is left with one of them at the end. */
export function storyTasks(plan: LineagePlan): TellTask[] {
  const sizeOf = (story: number) => plan.members[story]!.length + plan.matches[story]!.length;
  const stories = Array.from(plan.members.keys()).sort((x, y) => sizeOf(y) - sizeOf(x) || x - y);
  const kept = keptOf(plan);
  const tasks: TellTask[] = [];
  for (let from = 0; from < stories.length; ) {
    let size = 0;
    let to = from;
    while (to < stories.length && (to === from || size + sizeOf(stories[to]!) <= TASK_SIZE))
      size += sizeOf(stories[to++]!);
    tasks.push(storyTask(plan, stories.slice(from, to), kept));
    from = to;
  }
  return tasks;
}

/** One task for some stories, by their number in the plan. */
export function storyTask(
  plan: LineagePlan,
  stories: readonly number[],
  kept: ReadonlySet<string>,
): TellTask {
  const ids: string[] = [];
  const pairs: number[] = [];
  const ends: number[] = [];
  for (const story of stories) {
    const placeOf = new Map(plan.members[story]!.map((id, at) => [id, ids.length + at]));
    for (const id of plan.members[story]!) ids.push(id);
    addPairs(plan, plan.matches[story]!, placeOf, pairs);
    ends.push(ids.length, pairs.length / PAIR_FIELDS);
  }
  return taskOf(
    plan,
    ids,
    ids.filter((id) => kept.has(id)),
    pairs,
    ends,
  );
}

/** Pairs of two stories. */
export function betweenTasks(plan: LineagePlan): TellTask[] {
  const tasks: TellTask[] = [];
  for (let at = 0; at < plan.between.length; at += BETWEEN_PER_TASK)
    tasks.push(betweenTask(plan, plan.between.slice(at, at + BETWEEN_PER_TASK)));
  return tasks;
}

export function betweenTask(plan: LineagePlan, matches: readonly Reuse[]): TellTask {
  const ids = [...new Set(matches.flatMap(({ a, b }) => [a, b]))];
  const pairs: number[] = [];
  addPairs(plan, matches, new Map(ids.map((id, at) => [id, at])), pairs);
  return taskOf(plan, ids, ids, pairs, []);
}

/** Documents that stand in pairs of two stories. */
function keptOf({ between }: LineagePlan): Set<string> {
  return new Set(between.flatMap(({ a, b }) => [a, b]));
}

function addPairs(
  { lists }: LineagePlan,
  matches: readonly Reuse[],
  placeOf: ReadonlyMap<string, number>,
  pairs: number[],
): void {
  for (const match of matches) {
    pairs.push(placeOf.get(match.a)!, placeOf.get(match.b)!);
    if (match instanceof ReusePair)
      pairs.push(lists.indexOf(match.resting.list), match.resting.number, Number(match.mirrored));
    else pairs.push(NO_LIST, 0, 0);
  }
}

function taskOf(
  { session, ranked }: LineagePlan,
  ids: readonly string[],
  kept: readonly string[],
  pairs: readonly number[],
  ends: readonly number[],
): TellTask {
  const documents = Uint32Array.from(ids, (id) => ranked.indexOf(id)!);
  return {
    session,
    documents,
    ids,
    items: Array.from(documents, (index) => itemOf(ranked, index)),
    kept,
    pairs: Uint32Array.from(pairs),
    ends: Uint32Array.from(ends),
  };
}
