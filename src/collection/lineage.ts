/** The lineage of a whole collection: its verified pairs and its credits, given to `provenance/lineage`. */

import type { Ranked } from "../columns/ranked.js";
import { UsageError } from "../errors.js";
import type { Kernel } from "../kernel/kernel.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Decisions, Lineage } from "../model/index.js";
import { AGENCIES, canonicalSource } from "../provenance/credits/index.js";
import { byPair, byStory, planOf } from "../provenance/lineage/index.js";
import type { LineageAtOptions } from "../provenance/options.js";
import { timeSpan } from "../times.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { inLanes, lanesOf } from "./lanes.js";
import { reuseMatches } from "./lineage-pairs.js";
import type { LineagePlan } from "./lineage-plan.js";
import { betweenTasks, storyTasks } from "./lineage-tasks.js";

/** A collection, ready to be compared. */
export interface CollectionEngine {
  readonly kernel: Kernel;
  readonly ranked: Ranked;
  readonly session: AlignSession;
  readonly pool: WorkPool;
}

export interface LineageEngine extends CollectionEngine {
  /** All reuse pairs of leaders. */
  readonly pairs: ComparedPairs;
  /** By leader the others of the same words. */
  readonly identical: ReadonlyMap<number, readonly number[]>;
}

export async function planLineage(engine: LineageEngine, options: LineageAtOptions): Promise<LineagePlan> {
  const { ranked, session } = engine;
  const { agencies, decisions, now, signal } = options;
  checkIds(ranked, decisions);
  const moment = now === undefined ? null : timeSpan(now);
  if (moment === null && now !== undefined)
    throw new UsageError(`now is ${JSON.stringify(now)}, expected a time such as 2015-08-10T12:56Z`);
  const isAgency = (index: number) =>
    canonicalSource(ranked.columns.meta(index, "source"), agencies ?? AGENCIES) !== null;
  const { matches, lists } = await reuseMatches(engine, isAgency, signal);
  signal?.throwIfAborted();
  const stories = planOf(matches, decisions, (id) => ranked.indexOf(id) !== undefined);
  sessions++;
  return {
    ...stories,
    ranked,
    lists,
    session: {
      number: sessions,
      collection: {
        columns: session.columns,
        background: session.background,
        ...(session.whole === undefined ? {} : { whole: session.whole }),
      },
      lists: lists.map(({ parts }) => parts),
      agencies: agencies ?? null,
      decisions: decisions ?? null,
      now: moment?.until ?? null,
    },
  };
}

let sessions = 0;

/** The lineage of a collection, with credit check and time of every document in a story, by id. */
export async function lineageWithChecks(engine: LineageEngine, options: LineageAtOptions): Promise<Lineage> {
  const { pool, ranked } = engine;
  const { signal } = options;
  const plan = await planLineage(engine, options);
  const parts = await inLanes(storyTasks(plan), lanesOf(pool), signal, (task) => pool.tellStories(task));
  const judged = await inLanes(betweenTasks(plan), lanesOf(pool), signal, (task) => pool.judgePairs(task));
  return {
    documents: ranked.columns.count,
    stories: parts.flatMap(({ stories }) => stories).sort(byStory),
    between: judged.flat().sort(byPair),
    creditChecks: parts.flatMap(({ creditChecks }) => creditChecks).sort(byDocument),
    times: parts.flatMap(({ times }) => times).sort(byDocument),
  };
}

function byDocument(x: { readonly document: string }, y: { readonly document: string }): number {
  return x.document < y.document ? -1 : 1;
}

function checkIds({ indexOf }: Ranked, decisions: Decisions | undefined): void {
  if (decisions === undefined) return;
  const { confirmed, rejected, times } = decisions;
  const named = [...confirmed, ...rejected].flatMap(({ from, to }) => [from, to]);
  for (const id of [...named, ...times.map(({ document }) => document)]) {
    if (indexOf(id) === undefined)
      throw new UsageError(
        `decisions name ${JSON.stringify(id)}, and no document among those read has that id`,
      );
  }
}
