/** One document of a collection against all others: whom to compare it with, and what it stands against. */

import { backgroundOf } from "../columns/background.js";
import type { Ranked } from "../columns/ranked.js";
import { checkedDocument } from "../document/check.js";
import { compareElements } from "../document/order.js";
import type { Kernel } from "../kernel/kernel.js";
import { ComparedPairs } from "../match/compared.js";
import type { Document, Match, Trace } from "../model/index.js";
import { tokenise } from "../text/tokenise.js";
import { timeSpan } from "../times.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { matchFrom } from "./aligned-matches.js";
import { identicalTo } from "./clusters.js";

/**
 * The index under which a document is held: its id and tokens, whatever version number it was given. Throws UsageError
 * for what is no document.
 */
export function heldAt({ indexOf, columns }: Ranked, document: Document, kernel: Kernel): number | undefined {
  const ids = tokenise(kernel, checkedDocument(document).text).ids;
  for (let number = 1; ; number++) {
    const index = indexOf(number === 1 ? document.id : `${document.id}~${number}`);
    if (index === undefined) return undefined;
    if (compareElements(columns.ids(index), ids) === 0) return index;
  }
}

/**
 * Documents to compare with: reuse found, and leaders whose openings are alike (`related`); each text with all that is
 * identical to it.
 */
export function partnersOf(
  index: number,
  { columns }: Ranked,
  pairs: ComparedPairs,
  related: readonly number[],
): number[] {
  const { leaderOf, versionOf } = columns.data;
  const identical = identicalTo(columns);
  const leader = leaderOf[index]!;
  const leaders = new Set([leader, ...related]);
  const join = (i: number, j: number): void => {
    if (i === leader) leaders.add(j);
    else if (j === leader) leaders.add(i);
  };
  for (const { i, j } of pairs.rows()) join(i, j);
  const all = [...leaders].flatMap((one) => [one, ...(identical.get(one) ?? [])]);
  return all.filter((one) => versionOf[one] !== versionOf[index]).sort((x, y) => x - y);
}

/** Other texts of the same id or URL. */
export function versionsOf(index: number, { columns }: Ranked): number[] {
  const { versionOf } = columns.data;
  const others = Array.from(versionOf.keys());
  return others.filter((other) => other !== index && versionOf[other] === versionOf[index]);
}

/** Matches with these, whatever their verdict, seen from the document; `others` ascend. */
export async function matchesWith(
  index: number,
  others: readonly number[],
  ranked: Ranked,
  session: AlignSession,
  pool: WorkPool,
): Promise<Match[]> {
  if (others.length === 0) return [];
  const pairs = Uint32Array.from(others.flatMap((other) => [index, other]));
  const compared = new ComparedPairs([await pool.compare({ session, pairs })]);
  const background = backgroundOf(session)?.documents ?? null;
  const id = ranked.id(index);
  return others.map((other, number) =>
    matchFrom(id, ranked.id(other), compared.comparison(number), background),
  );
}

/** What it stands against, itself and its own versions not counted. */
export function collectionWithout(index: number, { columns }: Ranked): Trace["collection"] {
  const { versionOf } = columns.data;
  const sources = new Set<string>();
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let documents = 0;
  for (let other = 0; other < columns.count; other++) {
    if (versionOf[other] === versionOf[index]) continue;
    documents++;
    const source = columns.meta(other, "source");
    if (source !== undefined) sources.add(source);
    const span = timeSpan(columns.meta(other, "published") ?? "");
    if (span === null) continue;
    from = Math.min(from, span.from);
    until = Math.max(until, span.until);
  }
  const day = (instant: number): string | null =>
    Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, 10) : null;
  return { documents, sources: sources.size, from: day(from), until: day(until) };
}
