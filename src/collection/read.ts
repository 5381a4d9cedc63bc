/**
 * Files → collection. Large JSON-lines files are cut into byte ranges that workers read by themselves; all
 * else is streamed through this thread. Shards are appended in the order of files and bytes, whatever the
 * order in which they were done.
 */
import { availableParallelism } from "node:os";
import { ShardBuilder } from "../columns/builder.js";
import type { Shard } from "../columns/shard.js";
import { checkEncoding } from "../ingest/charset.js";
import type { FieldMap } from "../ingest/fields.js";
import { expandInputs, type InputFile } from "../ingest/inputs.js";
import { readInput } from "../ingest/read.js";
import { type Format, formatLabel } from "../ingest/registry.js";
import { type FormatCount, FormatTally } from "../ingest/tally.js";
import { checkTimezone } from "../ingest/timezone.js";
import { createKernel, type Kernel } from "../kernel/index.js";
import type { Skipped } from "../model/index.js";
import type { Progress } from "../progress.js";
import { openPool, type ReadPool } from "../workers/pool.js";
import type { Collection } from "./collection.js";
import { EventLoopPause, inLanes, lanesOf } from "./lanes.js";

/** Bytes of a file that one task reads: small enough to share a file evenly, large enough to amortise. */
const TASK_BYTES = 8 << 20;
/** Below this a second thread costs more than it saves. */
const BYTES_WORTH_A_WORKER = 12 << 20;

export interface ReadPlan {
  readonly inputs: readonly string[];
  readonly format: Format | undefined;
  readonly encoding: string | undefined;
  readonly maxRecordBytes?: number | undefined;
  readonly timezone?: string | undefined;
  readonly fromName?: string | undefined;
  readonly fields: FieldMap;
  readonly workers: number | "auto";
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly keepText: boolean;
}

export interface ReadSummary {
  /** Documents read, repetitions included. */
  readonly documents: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  /** Hidden files, and those that a browser saved beside a page. */
  readonly leftAlone: number;
  /** Documents whose text was mended on the way, as their `repairs` say. */
  readonly repaired: number;
  readonly formats: readonly FormatCount[];
}

interface Part {
  readonly shards: readonly Shard[];
  readonly skipped: readonly Skipped[];
  readonly lines: number;
  readonly repaired: number;
}

/** Reads all inputs into the collection. Rejects with the signal's reason when aborted, adding nothing. */
export async function readInto(
  collection: Collection,
  plan: ReadPlan,
): Promise<ReadSummary & { pool: ReadPool }> {
  if (plan.encoding !== undefined) checkEncoding(plan.encoding);
  if (plan.timezone !== undefined) checkTimezone(plan.timezone);
  const { files, leftAlone, skipped } = await expandInputs(plan.inputs, {
    format: plan.format,
    fromName: plan.fromName,
  });
  const total = files.reduce<number | null>(
    (sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
    0,
  );
  const cutBytes = files.reduce((sum, file) => sum + (isCut(file) ? file.bytes! : 0), 0);
  let pool = await openPool(threadsFor(cutBytes, plan.workers));
  const progress = new ProgressCount(total, plan.onProgress);
  try {
    const parts: Part[][] = files.map(() => []);
    const tally = new FormatTally();
    const ranges = files.flatMap((file, at) => (isCut(file) ? rangesOf(file, at) : []));
    const streams = files.flatMap((file, at) => (isCut(file) ? [] : [{ file, at }]));
    // Ranges go through the pool and streams through this thread, one after another, with a kernel of their own:
    // what a stream has not finished stays in its kernel's input area while others work.
    const reader = streams.length > 0 ? await streamReader(plan) : null;
    await Promise.all([
      inLanes(ranges, lanesOf(pool), plan.signal, async ({ file, at, part, from, to }) => {
        parts[at]![part] = await readRange(file, from, to, pool, plan, progress, tally);
      }),
      inLanes(streams, 1, plan.signal, async ({ file, at }) => {
        parts[at]!.push(await readStream(file, reader!, plan, progress, tally));
      }),
    ]);
    const all: Skipped[] = [...skipped];
    files.forEach((file, i) => {
      let linesBefore = 0;
      for (const part of parts[i]!) {
        for (const shard of part.shards) collection.append(shard, { file: file.id, linesBefore });
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
    // What came in streams has kept one thread busy; aligning it can use more.
    const threads = threadsFor(textBytes(parts), plan.workers);
    if (threads > pool.threads) {
      await pool.close();
      pool = await openPool(threads);
    }
    return {
      documents: progress.documents,
      bytes: progress.bytes,
      skipped: all,
      leftAlone,
      repaired: parts.flat().reduce((sum, part) => sum + part.repaired, 0),
      formats: tally.counts(),
      pool,
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

function threadsFor(bytes: number, workers: number | "auto"): number {
  const useful = Math.max(1, Math.floor(bytes / BYTES_WORTH_A_WORKER));
  return Math.min(workers === "auto" ? availableParallelism() : workers, useful);
}

/** Bytes of the texts that were kept. */
function textBytes(parts: readonly (readonly Part[])[]): number {
  let bytes = 0;
  for (const { shards } of parts.flat()) for (const { text } of shards) bytes += text.length;
  return bytes;
}

/** Whether the file can be read in byte ranges: plain JSON lines on disk. */
function isCut(file: InputFile): boolean {
  return file.format === "jsonl" && !file.isCoded && file.bytes !== null;
}

function shifted(skipped: Skipped, linesBefore: number): Skipped {
  return skipped.line === undefined ? skipped : { ...skipped, line: skipped.line + linesBefore };
}

interface FileRange {
  readonly file: InputFile;
  /** Number of the file, and of the range in it. */
  readonly at: number;
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

function rangesOf(file: InputFile, at: number): FileRange[] {
  const size = file.bytes!;
  return Array.from({ length: Math.ceil(size / TASK_BYTES) }, (_, part) => {
    const from = part * TASK_BYTES;
    return { file, at, part, from, to: Math.min(from + TASK_BYTES, size) };
  });
}

async function readRange(
  { path }: InputFile,
  from: number,
  to: number,
  pool: ReadPool,
  { fields, keepText, maxRecordBytes, timezone }: ReadPlan,
  progress: ProgressCount,
  tally: FormatTally,
): Promise<Part> {
  const task = { path, from, to, fields, keepText, maxRecordBytes, timezone };
  const { shard, skipped, lines, repaired, wrappedIn } = await pool.sketch(task);
  tally.add(path, wrappedIn === null ? formatLabel("jsonl") : `${formatLabel("jsonl")} (${wrappedIn})`);
  progress.add(shard.count, to - from);
  return { shards: [shard], skipped, lines, repaired };
}

/** What all streams of a call go through. */
interface StreamReader {
  readonly kernel: Kernel;
  readonly builder: ShardBuilder;
}

async function streamReader(plan: ReadPlan): Promise<StreamReader> {
  const kernel = await createKernel();
  return { kernel, builder: await ShardBuilder.create(kernel, plan) };
}

async function readStream(
  file: InputFile,
  { kernel, builder }: StreamReader,
  plan: ReadPlan,
  progress: ProgressCount,
  tally: FormatTally,
): Promise<Part> {
  builder.startFile(file.path);
  const shards: Shard[] = [];
  const pause = new EventLoopPause();
  let before = 0;
  let counted = builder.total;
  const { encoding, maxRecordBytes, timezone, signal } = plan;
  const onFormat = (path: string, label: string) => tally.add(path, label);
  const options = { encoding, maxRecordBytes, timezone, signal, onFormat };
  for await (const bytes of readInput(file, kernel, plan.fields, builder, options)) {
    plan.signal?.throwIfAborted();
    progress.add(builder.total - counted, bytes - before);
    before = bytes;
    counted = builder.total;
    if (builder.isFull) shards.push(builder.take());
    await pause.ifDue();
  }
  progress.add(builder.total - counted, 0);
  shards.push(builder.take());
  return { shards, skipped: builder.takeSkipped(), lines: 0, repaired: builder.takeRepaired() };
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
