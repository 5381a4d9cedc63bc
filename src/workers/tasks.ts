/**
 * The units of work that a pool hands out: functions of plain data and shared columns, the same whether they
 * run in a worker or in the caller's thread. No result depends on how the work was cut.
 */
import { type CopyCandidates, findCopies } from "../candidates/copies.js";
import { ShardBuilder } from "../collection/builder.js";
import { type ColumnData, Columns } from "../collection/columns.js";
import type { Shard } from "../collection/shard.js";
import type { FieldMap } from "../ingest/fields.js";
import { JsonLinesParser } from "../ingest/json-lines.js";
import { readJsonLinesRange } from "../ingest/range.js";
import { createKernel, type Kernel } from "../kernel/index.js";
import { verifyCopies } from "../match/copies.js";
import type { Skipped } from "../model.js";
import type { SketchOptions } from "../options.js";

export interface SketchTask {
  readonly path: string;
  /** The lines that start in these bytes of the file. */
  readonly from: number;
  readonly to: number;
  readonly fields: FieldMap;
  readonly sketch: SketchOptions;
  readonly keepText: boolean;
}

export interface SketchResult {
  readonly shard: Shard;
  readonly skipped: readonly Skipped[];
  readonly lines: number;
}

export interface FindCopiesTask {
  readonly columns: ColumnData;
  readonly bands: readonly number[];
  readonly minAgreeing: number;
}

export interface VerifyCopiesTask {
  readonly columns: ColumnData;
  readonly pairs: Uint32Array;
  readonly threshold: number;
}

export interface Tasks {
  sketch(task: SketchTask): Promise<SketchResult>;
  findCopies(task: FindCopiesTask): Promise<CopyCandidates>;
  verifyCopies(task: VerifyCopiesTask): Promise<Float64Array>;
}

let kernel: Promise<Kernel> | undefined;

/** One kernel a thread: tasks run to their end before the next begins. */
export function threadKernel(): Promise<Kernel> {
  kernel ??= createKernel();
  return kernel;
}

export const tasks: Tasks = {
  async sketch(task) {
    const builder = await ShardBuilder.create(await threadKernel(), task);
    builder.startFile(task.path);
    const parser = new JsonLinesParser(await threadKernel(), task.fields, builder);
    const trouble = readJsonLinesRange(task.path, task.from, task.to, parser);
    if (trouble !== null) builder.skip(0, trouble);
    return { shard: builder.take(), skipped: builder.skipped, lines: parser.lines };
  },
  async findCopies({ columns, bands, minAgreeing }) {
    return findCopies(new Columns(columns), bands, minAgreeing);
  },
  async verifyCopies({ columns, pairs, threshold }) {
    return verifyCopies(new Columns(columns), pairs, threshold);
  },
};
