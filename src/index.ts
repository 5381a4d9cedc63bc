/** The public API. */

export type { Archive } from "./archive.js";
export type { DocumentLabel } from "./document/label.js";
export { createEngine, Engine, type ReadOptions, type ReadSummary } from "./engine-node.js";
export type {
  ClusterOptions,
  ClusterReport,
  EngineOptions,
  LineageOptions,
  MatchOptions,
  PhraseOptions,
  WorkOptions,
} from "./engine-options.js";
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
export { openIndex } from "./index/index.js";
export type * from "./model/index.js";
export type { Progress } from "./progress.js";
