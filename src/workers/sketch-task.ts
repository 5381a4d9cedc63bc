/** The task that reads a part of a file of JSON lines into a shard. Node only. */
import { ShardBuilder } from "../columns/builder.js";
import type { Shard } from "../columns/shard.js";
import type { FieldMap } from "../ingest/fields.js";
import { JsonLinesParser } from "../ingest/formats/json-lines.js";
import { readJsonLinesRange } from "../ingest/formats/json-lines-range.js";
import type { Skipped } from "../model/index.js";
import { threadKernel } from "./kernel.js";

export interface SketchTask {
  readonly path: string;
  /** The lines that start in these bytes of the file. */
  readonly from: number;
  readonly to: number;
  readonly fields: FieldMap;
  readonly keepText: boolean;
  readonly maxRecordBytes: number | undefined;
  readonly timezone: string | undefined;
}

export interface SketchResult {
  readonly shard: Shard;
  readonly skipped: readonly Skipped[];
  readonly lines: number;
  readonly repaired: number;
  /** What the records lay in, where the lines hold them in objects around them. */
  readonly wrappedIn: string | null;
}

/** A thread's builder, with the memory it has grown to, serves all tasks that keep as much. */
let held: { readonly keepText: boolean; readonly builder: ShardBuilder } | undefined;

async function builderFor({ keepText }: SketchTask): Promise<ShardBuilder> {
  if (held?.keepText !== keepText)
    held = { keepText, builder: await ShardBuilder.create(await threadKernel(), { keepText }) };
  return held.builder;
}

export async function sketch(task: SketchTask): Promise<SketchResult> {
  const kernel = await threadKernel();
  const builder = await builderFor(task);
  builder.startFile(task.path);
  let wrappedIn: string | null = null;
  const parser = new JsonLinesParser(kernel, task.fields, builder, {
    ...(task.maxRecordBytes === undefined ? {} : { maxRecordBytes: task.maxRecordBytes }),
    timezone: task.timezone,
    found: (path) => {
      wrappedIn = path;
    },
  });
  const trouble = readJsonLinesRange(task.path, task.from, task.to, parser);
  if (trouble !== null) builder.skip(0, trouble);
  const shard = builder.take();
  const [skipped, repaired] = [builder.takeSkipped(), builder.takeRepaired()];
  return { shard, skipped, lines: parser.lines, repaired, wrappedIn };
}
