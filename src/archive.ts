/** What can be asked of any set of documents, whoever keeps them: an engine in memory, an index on disk. */
import type { DocumentLabel } from "./document/label.js";
import type { Document, Match, Story, Trace } from "./model/index.js";
import type { LineageAtOptions } from "./provenance/options.js";

export interface Archive {
  /** In an order that is fixed as long as nothing is added. */
  ids(): Iterable<string>;
  /** Undefined for an unknown id. */
  document(id: string): Document | undefined;
  /** The original text; undefined for an unknown id. */
  text(id: string): string | undefined;
  /** What a document is, for people; undefined for an unknown id. */
  describe(id: string): DocumentLabel | undefined;
  /** The reuse pairs of one document, sorted by (a, b): by its id, or of one that need not be kept. */
  matchesOf(of: string | Document, options?: ArchiveOptions): Promise<Match[]>;
  /** Everything that is known of one document. Throws UsageError for an unknown id. */
  trace(of: string | Document, options?: LineageAtOptions): Promise<Trace>;
  /** Who took from whom, over all documents. */
  stories(options?: LineageAtOptions): Promise<readonly Story[]>;
}

export interface ArchiveOptions {
  readonly signal?: AbortSignal;
}
