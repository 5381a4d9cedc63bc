/**
 * The engine with files and worker threads. In: files, folders, globs, standard input. Everything else is
 * `engine.ts`.
 */
import { type ReadSummary as PartSummary, readInto } from "./collection/read.js";
import { Engine as CoreEngine, engineParts } from "./engine.js";
import type { EngineOptions } from "./engine-options.js";
import { fieldMap } from "./ingest/fields.js";
import type { Format } from "./ingest/registry.js";
import { checkWorkers } from "./options.js";
import type { Progress } from "./progress.js";

export interface ReadOptions {
  /** How to read every input; by default its name and first bytes decide. */
  readonly format?: Format;
  /** Charset of text, pages, feeds and tables; detected by default. */
  readonly encoding?: string;
  /** Document field → key of the input records, as in `{ text: "content" }`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Threads; "auto" takes as many as there are cores and work for. Results do not depend on it. */
  readonly workers?: number | "auto";
  /** Most bytes of one record, which bounds the memory; 64 MiB by default. */
  readonly maxRecordBytes?: number;
  /** Zone of times that say none: a name such as Asia/Damascus, or an offset such as +03:00. */
  readonly timezone?: string;
  /** How names of files are made, as in `{source}_{date}_*`. */
  readonly fromName?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface ReadSummary extends PartSummary {
  /** Records left out because their id had come before with the same text. */
  readonly repeated: number;
  /** Ids given to other texts of an id or URL that had come before. */
  readonly versions: readonly string[];
}

/** Loads the kernel. The engine holds its documents in memory. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return new Engine(await engineParts(options));
}

export class Engine extends CoreEngine {
  /** Reads files, folders, globs or "-". Records that cannot be read are listed in the summary. Node only. */
  async read(inputs: readonly string[], options: ReadOptions = {}): Promise<ReadSummary> {
    checkWorkers(options.workers ?? "auto");
    const before = this.ranked();
    const knownVersions = new Set(before.versions.map(before.id));
    const { pool, ...summary } = await readInto(this.collection, {
      inputs,
      format: options.format,
      encoding: options.encoding,
      maxRecordBytes: options.maxRecordBytes,
      timezone: options.timezone,
      fromName: options.fromName,
      fields: fieldMap(Object.entries(options.fields ?? {}).map(([field, key]) => `${field}=${key}`)),
      workers: options.workers ?? "auto",
      signal: options.signal,
      onProgress: options.onProgress,
      keepText: this.keepText,
    });
    await this.adopt(pool, summary.documents, summary.bytes);
    const { repeated, versions, id } = this.ranked();
    const newVersions = versions.map(id).filter((version) => !knownVersions.has(version));
    return { ...summary, repeated: repeated - before.repeated, versions: newVersions };
  }
}
