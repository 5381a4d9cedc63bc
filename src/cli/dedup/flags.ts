import type { HeldBack } from "../../dedup/options.js";
import type { FilterFlags } from "../shared/filter-run.js";
import type { StoreFlags } from "../shared/open-index.js";

export interface DedupFlags extends FilterFlags, StoreFlags {
  readonly index?: string;
  readonly ledger?: string;
  readonly drop: readonly HeldBack[];
  readonly annotate?: boolean;
  readonly maxDocuments?: number;
}
