/**
 * Files → collection. Large JSON-lines files are cut into byte ranges that workers read by themselves; all
 * else is streamed through this thread. Shards are appended in the order of files and bytes, whatever the
 * order in which they were done.
 */
import { availableParallelism } from "node:os";
import { checkEncoding } from "../ingest/charset.js";
import type { FieldMap } from "../ingest/fields.js";
import { expandInputs, type InputFile } from "../ingest/inputs.js";
import { readInput } from "../ingest/read.js";
import type { Format } from "../ingest/sniff.js";
import type { Skipped } from "../model.js";
import type { SketchOptions } from "../options.js";
import type { Progress } from "../progress.js";
import { threadKernel } from "../workers/kernel.js";
import { openPool, type ReadPool } from "../workers/pool.js";
import { ShardBuilder } from "./builder.js";
import type { Collection } from "./collection.js";
import type { Shard } from "./shard.js";

/** Bytes of a file that one task reads: small enough to share a file evenly, large enough to amortise. */
const TASK_BYTES = 8 << 20;
/** Below this a second thread costs more than it saves. */
const BYTES_WORTH_A_WORKER = 12 << 20;
/** A streamed shard is closed at this many documents. */
const SHARD_DOCUMENTS = 4096;

export interface ReadPlan {
  readonly inputs: readonly string[];
  readonly format: Format | undefined;
  readonly encoding: string | undefined;
  readonly fields: FieldMap;
  readonly workers: number | "auto";
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly sketch: SketchOptions;
  readonly keepText: boolean;
}

export interface ReadSummary {
  /** Documents read, repetitions included. */
  readonly documents: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  /** Files in folders that are of no known kind. */
  readonly leftAlone: number;
}

interface Part {
  readonly shards: readonly Shard[];
  readonly skipped: readonly Skipped[];
  readonly lines: number;
}

/** Reads all inputs into the collection. Rejects with the signal's reason when aborted, adding nothing. */
export async function readInto(
  collection: Collection,
  plan: ReadPlan,
): Promise<ReadSummary & { pool: ReadPool }> {
  if (plan.encoding !== undefined) checkEncoding(plan.encoding);
  const { files, leftAlone, skipped } = await expandInputs(plan.inputs, { format: plan.format });
  const total = files.reduce<number | null>(
    (sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
    0,
  );
  const pool = await openPool(threadsFor(files, plan.workers));
  const progress = new ProgressCount(total, plan.onProgress);
  try {
    const parts: Promise<Part[]>[] = [];
    for (const file of files) {
      plan.signal?.throwIfAborted();
      const parted = readFile(file, pool, plan, progress);
      // One thread: one file after another. Several: streams go through this thread, ranges through the pool.
      if (pool.threads === 1 || !isCut(file)) await parted;
      parts.push(parted);
    }
    const done = await Promise.all(parts);
    plan.signal?.throwIfAborted();
    const all: Skipped[] = [...skipped];
    files.forEach((file, i) => {
      let linesBefore = 0;
      for (const part of done[i]!) {
        for (const shard of part.shards) collection.append(shard, { file: file.path, linesBefore });
        for (const one of part.skipped) {
          // Trouble with a file comes from each of its parts.
          if (
            one.line === undefined &&
            all.some(({ file, reason }) => file === one.file && reason === one.reason)
          )
            continue;
          all.push(shifted(one, linesBefore));
        }
        linesBefore += part.lines;
      }
    });
    return { documents: progress.documents, bytes: progress.bytes, skipped: all, leftAlone, pool };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

function threadsFor(files: readonly InputFile[], workers: number | "auto"): number {
  const bytes = files.reduce((sum, file) => sum + (isCut(file) ? file.bytes! : 0), 0);
  const useful = Math.max(1, Math.floor(bytes / BYTES_WORTH_A_WORKER));
  return Math.min(workers === "auto" ? availableParallelism() : workers, useful);
}

/** Whether the file can be read in byte ranges: plain JSON lines on disk. */
function isCut(file: InputFile): boolean {
  return file.format === "jsonl" && !file.gzip && file.bytes !== null;
}

function shifted(skipped: Skipped, linesBefore: number): Skipped {
  return skipped.line === undefined ? skipped : { ...skipped, line: skipped.line + linesBefore };
}

async function readFile(
  file: InputFile,
  pool: ReadPool,
  plan: ReadPlan,
  progress: ProgressCount,
): Promise<Part[]> {
  return isCut(file) ? readRanges(file, pool, plan, progress) : [await readStream(file, plan, progress)];
}

async function readRanges(
  file: InputFile,
  pool: ReadPool,
  plan: ReadPlan,
  progress: ProgressCount,
): Promise<Part[]> {
  const { fields, sketch, keepText } = plan;
  const size = file.bytes!;
  const range = async (from: number): Promise<Part> => {
    plan.signal?.throwIfAborted();
    const to = Math.min(from + TASK_BYTES, size);
    const { shard, skipped, lines } = await pool.sketch({
      path: file.path,
      from,
      to,
      fields,
      sketch,
      keepText,
    });
    progress.add(shard.count, to - from);
    return { shards: [shard], skipped, lines };
  };
  const starts = Array.from({ length: Math.ceil(size / TASK_BYTES) }, (_, i) => i * TASK_BYTES);
  if (pool.threads > 1) return Promise.all(starts.map(range));
  const parts: Part[] = [];
  for (const from of starts) parts.push(await range(from));
  return parts;
}

async function readStream(file: InputFile, plan: ReadPlan, progress: ProgressCount): Promise<Part> {
  const kernel = await threadKernel();
  const builder = await ShardBuilder.create(kernel, plan);
  builder.startFile(file.path);
  const shards: Shard[] = [];
  let before = 0;
  let counted = 0;
  for await (const bytes of readInput(file, kernel, plan.fields, builder, { encoding: plan.encoding })) {
    plan.signal?.throwIfAborted();
    progress.add(builder.total - counted, bytes - before);
    before = bytes;
    counted = builder.total;
    if (builder.count >= SHARD_DOCUMENTS) shards.push(builder.take());
  }
  progress.add(builder.total - counted, 0);
  shards.push(builder.take());
  return { shards, skipped: builder.takeSkipped(), lines: 0 };
}

class ProgressCount {
  documents = 0;
  bytes = 0;
  readonly #total: number | null;
  readonly #report: ((progress: Progress) => void) | undefined;

  constructor(total: number | null, report: ((progress: Progress) => void) | undefined) {
    this.#total = total;
    this.#report = report;
  }

  add(documents: number, bytes: number): void {
    this.documents += documents;
    this.bytes += bytes;
    this.#report?.({ phase: "read", documents: this.documents, bytes: this.bytes, totalBytes: this.#total });
  }
}
