import type { Index } from "../index.js";
import type { Metrics } from "./metrics.js";
import type { ItemWriter } from "./writer.js";

/** What the routes work on. */
export interface Parts {
  readonly index: Index;
  readonly writer: ItemWriter;
  readonly metrics: Metrics;
  /** Aborted when the server drains: what waits for news ends then. */
  readonly draining: AbortSignal;
  readonly version: string;
}
