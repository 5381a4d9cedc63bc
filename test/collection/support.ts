/** Collections made of documents, without an engine around them. */
import { ExcerptFinder } from "../../src/candidates/excerpts.js";
import { alignCollection } from "../../src/collection/align.js";
import { Collection } from "../../src/collection/collection.js";
import { candidateCopies, verifiedCopies } from "../../src/collection/copies.js";
import { type ExcerptIndex, indexExcerpts } from "../../src/collection/excerpts.js";
import type { CollectionEngine } from "../../src/collection/lineage.js";
import { relatedForLineage } from "../../src/collection/related.js";
import { alignSession } from "../../src/collection/reuse.js";
import { ShardBuilder } from "../../src/columns/builder.js";
import type { Ranked } from "../../src/columns/ranked.js";
import { checkedDocument } from "../../src/document/check.js";
import { fieldStrings } from "../../src/document/fields.js";
import { SKETCH } from "../../src/document/sketch.js";
import { MutableView } from "../../src/ingest/record.js";
import { createKernel } from "../../src/kernel/index.js";
import type { ComparedPairs } from "../../src/match/compared.js";
import type { Document } from "../../src/model/index.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../src/options.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { inlinePool, type WorkPool } from "../../src/workers/tasks.js";

const kernel = await createKernel();

/** `shards` cuts the documents into that many shards. */
export async function collectionOf(documents: readonly Document[], shards = 1): Promise<Ranked> {
  const builder = await ShardBuilder.create(kernel, { keepText: true });
  const collection = new Collection(SKETCH.bands);
  documents.forEach((document, at) => {
    const view = new MutableView();
    view.place(fieldStrings(checkedDocument(document)), kernel, 0);
    builder.record(view);
    if (at % Math.ceil(documents.length / shards) === 0)
      collection.append(builder.take(), { file: "", linesBefore: 0 });
  });
  collection.append(builder.take(), { file: "", linesBefore: 0 });
  return collection.ranked();
}

/** A pool of this thread that cuts work as if it had more of them. */
export function poolOf(threads: number): WorkPool {
  return { ...inlinePool(), threads };
}

export async function excerptsOf({ columns }: Ranked, threads = 1): Promise<ExcerptIndex> {
  const pool = poolOf(threads);
  const candidates = await candidateCopies(columns, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const copies = await verifiedCopies(columns, candidates, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  return indexExcerpts(columns, copies, pool);
}

/** "a b" of the ids of every pair that shared fingerprints propose. */
export async function excerptPairs(ranked: Ranked, threads = 1): Promise<string[]> {
  const { postings, giantGroupOf } = await excerptsOf(ranked, threads);
  const finder = new ExcerptFinder(postings, giantGroupOf);
  return Array.from({ length: ranked.columns.count }, (_, i) =>
    [...finder.candidates(i)].map((j) => [ranked.id(i), ranked.id(j)].sort().join(" ")),
  )
    .flat()
    .sort();
}

/** A collection, ready to be compared. */
export async function engineOf(documents: readonly Document[]): Promise<CollectionEngine> {
  const ranked = await collectionOf(documents);
  const pool = poolOf(1);
  const { columns } = ranked;
  const found = await candidateCopies(columns, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const copies = await verifiedCopies(columns, found, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const session = alignSession(columns, copies, await excerptsOf(ranked));
  return { kernel: await threadKernel(), ranked, session, pool };
}

/** The pairs that `engine.lineage` is told from. */
export async function alignedForLineage({ ranked, session, pool }: CollectionEngine): Promise<ComparedPairs> {
  const { columns } = ranked;
  const related = await relatedForLineage(columns, pool, undefined);
  const found = await alignCollection(session, columns.count, "excerpt", related, pool, undefined, () => {});
  return found.pairs;
}
