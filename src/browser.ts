/** The public API without files and threads, for browsers. */
import { Engine, engineParts } from "./engine.js";
import type { EngineOptions } from "./engine-options.js";

export type { Archive } from "./archive.js";
export type { DocumentLabel } from "./document/label.js";

export type {
  ClusterOptions,
  ClusterReport,
  EngineOptions,
  MatchOptions,
  WorkOptions,
} from "./engine-options.js";
export { StoreError, UsageError } from "./errors.js";
export type * from "./model/index.js";
export type { Progress } from "./progress.js";
export { Engine };

/** Loads the kernel. The engine holds its documents in memory. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return new Engine(await engineParts(options));
}
