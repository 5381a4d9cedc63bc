/** The engine's stages run one by one over a file, for what they can be counted by. */
import { ExcerptFinder } from "../../src/candidates/excerpts.js";
import { alignCollection } from "../../src/collection/align.js";
import { Collection } from "../../src/collection/collection.js";
import {
  type CandidateCopies,
  candidateCopies,
  type VerifiedCopies,
  verifiedCopies,
} from "../../src/collection/copies.js";
import { alignSession, indexExcerpts } from "../../src/collection/excerpts.js";
import { readInto } from "../../src/collection/read.js";
import type { Ranked } from "../../src/columns/ranked.js";
import { SKETCH } from "../../src/document/sketch.js";
import { fieldMap } from "../../src/ingest/fields.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../src/options.js";
import type { AlignSession } from "../../src/workers/align-task.js";
import { openPool } from "../../src/workers/pool.js";
import type { WorkPool } from "../../src/workers/tasks.js";

export interface Work {
  readonly ranked: Ranked;
  readonly pool: WorkPool;
  readonly candidates: CandidateCopies;
  readonly copies: VerifiedCopies;
  readonly session: AlignSession;
}

/** In this thread, so that counters of the stages can be read afterwards. */
export async function prepare(file: string): Promise<Work> {
  const collection = new Collection(SKETCH.bands);
  await readInto(collection, {
    inputs: [file],
    format: undefined,
    encoding: undefined,
    fields: fieldMap(),
    workers: 1,
    signal: undefined,
    onProgress: undefined,
    keepText: true,
  });
  const pool = await openPool(1);
  const ranked = collection.ranked();
  const { columns } = ranked;
  const candidates = await candidateCopies(columns, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const copies = await verifiedCopies(columns, candidates, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
  const index = await indexExcerpts(ranked.columns, copies, pool);
  return { ranked, pool, candidates, copies, session: alignSession(ranked.columns, copies, index) };
}

/** Candidate pairs as "i j", i < j: those of the bands, and those of the fingerprint postings. */
export async function candidatePairs(
  work: Work,
): Promise<{ readonly copies: ReadonlySet<string>; readonly excerpts: ReadonlySet<string> }> {
  const { columns } = work.ranked;
  const found = work.candidates;
  const copies = new Set<string>();
  for (let at = 0; at < found.pairs.length; at += 2) copies.add(`${found.pairs[at]} ${found.pairs[at + 1]}`);
  const finder = new ExcerptFinder(work.session.postings, work.session.giantGroupOf);
  const excerpts = new Set<string>();
  for (let i = 0; i < columns.count; i++) for (const j of finder.candidates(i)) excerpts.add(`${i} ${j}`);
  return { copies, excerpts };
}

export const aligned = (work: Work) =>
  alignCollection(work.session, work.ranked.columns.count, "excerpt", null, work.pool, undefined, () => {});
