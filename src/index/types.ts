/** What a standing index is asked and what it tells. Plain data; answers are in `model/answer.ts`. */
import type { ItemVerdict } from "../model/answer.js";
import type { Document } from "../model/index.js";
import type { Progress } from "../progress.js";

/** An item as it arrives: a document that may lack an id; its content digest stands for one then. */
export type Item = Omit<Document, "id"> & { readonly id?: string };

export interface OpenIndexOptions {
  /** One process writes, any number read. "write" by default. */
  readonly mode?: "write" | "read";
  /** Refuse to make an index where there is none. Readers always do. */
  readonly mustExist?: boolean;
  /**
   * Keep texts; true by default, false with `copiesOnly`. Fixed when the index is made. Without texts, matches are
   * estimates and say `verified: false`.
   */
  readonly keepText?: boolean;
  /** Whole copies only: no excerpts, no alignment. Fixed when the index is made. */
  readonly copiesOnly?: boolean;
}

export interface CheckOptions {
  /** Only kept documents published, or else arrived, at most this many milliseconds before or after the item. */
  readonly withinMs?: number;
  /** Leave out documents of the item's source, or all others. */
  readonly sameSource?: "skip" | "only";
  /** An exact key (guid, url): a kept document of the same key is the same item. */
  readonly key?: { readonly field: string; readonly value: string };
  /** ISO 8601 time of arrival; now by default. */
  readonly arrived?: string;
}

export interface TakeOptions extends CheckOptions {
  /** Items of these verdicts are answered and remembered, but not kept. */
  readonly holdBack?: readonly ItemVerdict[];
  /**
   * The answer is passed on to somebody: until `sent` tells that it was, an item without an id that comes again after a
   * crash is given the answer it had, and is not taken for a copy of itself.
   */
  readonly passedOn?: boolean;
}

export interface ExpireOptions {
  /** Documents that arrived longer ago than this go. */
  readonly olderThanMs?: number;
  /** The oldest arrivals go until so many are left. */
  readonly maxDocuments?: number;
  /** Milliseconds since 1970 to count back from; the present by default. */
  readonly now?: number;
}

export interface VerifyOptions {
  /** Called now and then, with the share done. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface IndexStats {
  readonly documents: number;
  /** Different texts; equal texts share one entry. */
  readonly texts: number;
  /** Groups of near-copies, a text without copies counted as one: what document frequencies count. */
  readonly groups: number;
  readonly answers: number;
  readonly lastSequence: number;
  readonly keepText: boolean;
  readonly copiesOnly: boolean;
  /** Bytes of keys and values by part; `file` is what the folder takes on disk (0 in memory). */
  readonly bytes: Readonly<Record<string, number>>;
  readonly bytesPerDocument: Readonly<Record<string, number>>;
  /** Entries of the excerpt channel and of the bands. */
  readonly postings: number;
  readonly bandEntries: number;
  readonly bandBuckets: { readonly largest: number; readonly giants: number };
  /** Runs of four words that stand in most groups of copies, with an example of each. */
  readonly formulae: readonly { readonly text: string; readonly groups: number }[];
}

/** Something wrong with an index. */
export interface IndexFinding {
  /** What it concerns: "document 12", "postings", "words", … */
  readonly part: string;
  readonly found: string;
  readonly expected: string;
}

/** One line of an export: the index, then documents and answers in the order of arrival. */
export type ExportRecord =
  | { readonly kind: "index"; readonly format: 1; readonly keepText: boolean; readonly copiesOnly: boolean }
  | {
      readonly kind: "document";
      readonly sequence: number;
      readonly arrived: string;
      readonly key?: { readonly field: string; readonly value: string };
      readonly document: Document;
    }
  | { readonly kind: "answer"; readonly answer: import("../model/answer.js").ItemAnswer };
