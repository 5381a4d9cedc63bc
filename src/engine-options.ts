/** What an engine is asked with, and what it tells of clusters. */
import type { Cluster } from "./model/index.js";
import type { Canonical, MinVerdict } from "./options.js";
import type { Progress } from "./progress.js";
import type { LineageAtOptions } from "./provenance/options.js";

export interface EngineOptions {
  /** Whole copies only: texts are not kept, nothing is aligned, and `probability` is null. Much faster. */
  readonly copiesOnly?: boolean;
}

export interface WorkOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface MatchOptions extends WorkOptions {
  readonly minVerdict?: MinVerdict;
  /** All pairs of identical texts, instead of a star to the first of them. */
  readonly expand?: boolean;
  /** Least Jaccard of word pairs of a whole copy, 0..1; only with `copiesOnly`. */
  readonly threshold?: number;
}

export interface ClusterOptions extends WorkOptions {
  readonly canonical?: Canonical;
  readonly threshold?: number;
}

export interface NewsStoryOptions extends WorkOptions {
  readonly canonical?: Canonical;
}

export interface PhraseOptions extends WorkOptions {
  /** Least number of outlets that have a phrase, 2 or more; 2 by default. */
  readonly minOutlets?: number;
}

export interface LineageOptions extends WorkOptions, LineageAtOptions {}

export interface ClusterReport {
  /** In order of their earliest member. */
  readonly clusters: readonly Cluster[];
  readonly documents: number;
  /** Band buckets too large to pair all against all, and the size of the largest. */
  readonly giantBuckets: number;
  readonly largestBucket: number;
}
