/** The public API. */
export type {
  ClusterOptions,
  ClusterReport,
  DocumentLabel,
  EngineOptions,
  MatchOptions,
  ReadOptions,
  ReadSummary,
  WorkOptions,
} from "./engine.js";
export { createEngine, Engine } from "./engine.js";
export type { Progress } from "./collection/read.js";
export { StoreError, UsageError } from "./errors.js";
export type * from "./model.js";
