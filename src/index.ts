/** The public API. */
export type {
  ClusterOptions,
  ClusterReport,
  DocumentLabel,
  EngineOptions,
  MatchOptions,
  WorkOptions,
} from "./engine.js";
export { createEngine, Engine, type ReadOptions, type ReadSummary } from "./engine-node.js";
export { StoreError, UsageError } from "./errors.js";
export type * from "./model.js";
export type { Progress } from "./progress.js";
