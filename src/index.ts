/** The public API. */
export type {
  ClusterOptions,
  ClusterReport,
  DocumentLabel,
  EngineOptions,
  LineageOptions,
  MatchOptions,
  WorkOptions,
} from "./engine.js";
export { createEngine, Engine, type ReadOptions, type ReadSummary } from "./engine-node.js";
export { StoreError, UsageError } from "./errors.js";
export type {
  CheckOptions,
  ExpireOptions,
  ExportRecord,
  Index,
  IndexFinding,
  IndexStats,
  Item,
  OpenIndexOptions,
  TakeOptions,
  VerifyOptions,
} from "./index/index.js";
export { openIndex, traceKept } from "./index/index.js";
export type * from "./model/index.js";
export type { Progress } from "./progress.js";
