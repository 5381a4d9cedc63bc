/** The public API without files and threads, for browsers. */
import { Engine, type EngineOptions, engineParts } from "./engine.js";

export type {
  ClusterOptions,
  ClusterReport,
  DocumentLabel,
  EngineOptions,
  MatchOptions,
  WorkOptions,
} from "./engine.js";
export { StoreError, UsageError } from "./errors.js";
export type * from "./model/index.js";
export type { Progress } from "./progress.js";
export { Engine };

/** Loads the kernel. The engine holds its documents in memory. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return new Engine(await engineParts(options));
}
