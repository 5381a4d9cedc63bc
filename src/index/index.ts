/** The standing index, as the public API and the stream filter see it. Loaded when first opened. */
import type { LineageAtOptions } from "../collection/lineage.js";
import type { Document, Trace } from "../model/index.js";
import type { Index } from "./standing.js";
import type { OpenIndexOptions } from "./types.js";

export type { Index } from "./standing.js";
export type {
  CheckOptions,
  ExpireOptions,
  ExportRecord,
  IndexFinding,
  IndexStats,
  Item,
  OpenIndexOptions,
  TakeOptions,
  VerifyOptions,
} from "./types.js";

/**
 * Opens the index in a folder, or one in memory for null. A writer makes one in a missing or empty folder; a reader
 * refuses that. Throws StoreError where the folder holds no index, a damaged or newer one, one of other
 * parameters, or one that another process writes.
 */
export async function openIndex(dir: string | null, options: OpenIndexOptions = {}): Promise<Index> {
  const { openStanding } = await import("./standing.js");
  return openStanding(dir, options);
}

/**
 * Everything that is known of one document by what an index keeps: of its id, or of a document that need not be kept.
 * The lineage is that of its neighbourhood. Throws UsageError for an unknown id, and of an index without texts.
 */
export async function traceKept(
  index: Index,
  of: string | Document,
  options: LineageAtOptions = {},
): Promise<Trace> {
  const { traceThrough } = await import("./ask/trace.js");
  return traceThrough(index, of, options);
}
