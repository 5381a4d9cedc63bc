/** The standing index, as the public API and the stream filter see it. Loaded when first opened. */
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
  const { openStanding } = await import("./open.js");
  return openStanding(dir, options);
}
