/** What the engine does to 5,000 generated articles, in exact counts: the same on every machine. */
import { closeSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Shard } from "../../src/columns/shard.js";
import { embeddedWasm } from "../../src/kernel/wasm.js";
import { frequencyLookUps } from "../../src/match/frequencies.js";
import { alignmentCells } from "../../src/match/passages/align.js";
import { generateNews } from "../generate/news.js";
import { DEFAULT_COPIES } from "../generate/shape.js";
import { aligned, prepare } from "../support/work.js";

/** Named so that a reader of the committed file knows what rose. */
export type Counters = Readonly<Record<string, number>>;

const DOCUMENTS = 5_000;

export function writeCorpus(folder: string = tmpdir()): string {
  const file = join(folder, "isnad-guard.jsonl");
  const descriptor = openSync(file, "w");
  for (const chunk of generateNews({ documents: DOCUMENTS, seed: 1, copies: DEFAULT_COPIES })) {
    writeSync(descriptor, chunk);
  }
  closeSync(descriptor);
  return file;
}

export async function countWork(file: string): Promise<Counters> {
  const work = await prepare(file);
  const { columns } = work.ranked;
  const cellsBefore = alignmentCells();
  const lookUpsBefore = frequencyLookUps();
  const { pairs, candidates } = await aligned(work);
  const perDocument = (count: number): number => Math.round((count / columns.count) * 1000) / 1000;
  return {
    documents: columns.count,
    wasmBytes: embeddedWasm().length,
    bytesPerDocumentWithoutText: perDocument(
      columns.data.shards.reduce((sum, shard) => sum + shardBytes(shard), 0),
    ),
    bandCollisionsPerDocument: perDocument(work.candidates.collisions),
    copyCandidatesPerDocument: perDocument(work.candidates.pairs.length / 2),
    verifiedCopyPairs: work.copies.count,
    postingsPerDocument: perDocument(work.session.postings.documentRuns.length),
    alignedCandidatesPerDocument: perDocument(candidates),
    alignmentCellsPerCandidate: Math.round((alignmentCells() - cellsBefore) / candidates),
    frequencyLookUpsPerCandidate: Math.round((frequencyLookUps() - lookUpsBefore) / candidates),
    reusePairs: pairs.length,
    passages: Array.from(
      { length: pairs.length },
      (_, pair) => pairs.comparison(pair).passages.length,
    ).reduce((sum, passages) => sum + passages, 0),
  };
}

function shardBytes(shard: Shard): number {
  return Object.entries(shard).reduce(
    (sum, [name, column]) => sum + (ArrayBuffer.isView(column) && name !== "text" ? column.byteLength : 0),
    0,
  );
}
