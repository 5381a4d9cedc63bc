import type { Columns } from "./columns.js";

export interface Ranked {
  readonly columns: Columns;
  /** Same id, same text: left out. */
  readonly repeated: number;
  /** Indices of the documents that are versions of another, ascending. */
  readonly versions: readonly number[];
  /** Document id by index, version suffix included. */
  id(index: number): string;
  indexOf(id: string): number | undefined;
}
