/**
 * The pairs that one document's story hangs on: its candidates compared, those of what it shares text with, and so on
 * until nothing new comes. Stories of other documents do not touch it, so its lineage comes out as that of the whole
 * collection says it. O(pairs of what hangs together), which in news is a few hundred.
 */
import type { PairLists } from "../columns/pair-lists.js";
import type { Ranked } from "../columns/ranked.js";
import { ComparedPairs, type ComparedPart } from "../match/compared.js";
import type { Decisions } from "../model/index.js";
import type { AlignSession } from "../workers/align-task.js";
import { alignPairs, candidatePairs } from "./align.js";
import { identicalTo } from "./clusters.js";
import type { CollectionEngine, LineageEngine } from "./lineage.js";
import { symmetric } from "./pair-order.js";
import { relatedForLineage } from "./related.js";

/** Of each document the candidates before and behind it, worked out once for a state of the collection. */
const graphs = new WeakMap<AlignSession, PairLists>();

/** What lineage needs of the collection to tell the story of a leader. A person's confirmed pairs hang together too. */
export async function engineAround(
  leader: number,
  engine: CollectionEngine,
  decisions: Decisions | undefined,
  signal: AbortSignal | undefined,
): Promise<LineageEngine> {
  const { ranked, session, pool } = engine;
  const { starts, others } = await graphOf(engine, signal);
  const identical = identicalTo(ranked.columns);
  const confirmed = confirmedOf(engine, decisions);
  const { leaderOf, versionOf } = ranked.columns.data;
  const versions = versionsOf(ranked);
  const reached = new Set([leader]);
  const parts: ComparedPart[] = [];
  const compared = new Set<string>();
  for (let frontier = [...reached]; frontier.length > 0; ) {
    const next = new Set<number>();
    const pairs: number[] = [];
    for (const at of frontier) {
      for (const one of [at, ...(identical.get(at) ?? [])])
        for (const other of [...(confirmed.get(one) ?? []), ...(versions.get(versionOf[one]!) ?? [])])
          next.add(leaderOf[other]!);
      for (let k = starts[at]!; k < starts[at + 1]!; k++) {
        const [i, j] = at < others[k]! ? [at, others[k]!] : [others[k]!, at];
        const key = `${i} ${j}`;
        if (compared.has(key)) continue;
        compared.add(key);
        pairs.push(i, j);
      }
    }
    const found = await alignPairs(session, Uint32Array.from(pairs), "excerpt", pool, signal);
    for (const { i, j } of new ComparedPairs(found).rows()) next.add(i).add(j);
    parts.push(...found);
    frontier = [...next].filter((at) => !reached.has(at));
    for (const at of frontier) reached.add(at);
  }
  return {
    ...engine,
    pairs: new ComparedPairs(parts),
    identical: new Map([...identical].filter(([leader]) => reached.has(leader))),
  };
}

async function graphOf(
  { ranked, session, pool }: CollectionEngine,
  signal: AbortSignal | undefined,
): Promise<PairLists> {
  const known = graphs.get(session);
  if (known !== undefined) return known;
  const related = await relatedForLineage(ranked.columns, pool, signal);
  const graph = symmetric(await candidatePairs(session, ranked.columns.count, related, pool, signal));
  graphs.set(session, graph);
  return graph;
}

/** By item the documents that are versions of it, where there is more than one. */
function versionsOf({ columns, versions }: Ranked): Map<number, number[]> {
  const { versionOf } = columns.data;
  const items = new Map<number, number[]>();
  for (const index of versions) {
    const item = versionOf[index]!;
    const known = items.get(item);
    if (known === undefined) items.set(item, [item, index]);
    else known.push(index);
  }
  return items;
}

function confirmedOf({ ranked }: CollectionEngine, decisions: Decisions | undefined): Map<number, number[]> {
  const confirmed = new Map<number, number[]>();
  for (const { from, to } of decisions?.confirmed ?? []) {
    const [x, y] = [ranked.indexOf(from), ranked.indexOf(to)];
    if (x === undefined || y === undefined) continue;
    confirmed.set(x, [...(confirmed.get(x) ?? []), y]);
    confirmed.set(y, [...(confirmed.get(y) ?? []), x]);
  }
  return confirmed;
}
