/** Segments of a table that are none any more: their blocks are deleted a share with every commit. */
import type { StagedStore } from "../../store/index.js";
import { keyOf } from "../storage/keys.js";

/** What is left of a segment: its blocks below this one. */
export interface LeavingSegment {
  readonly id: number;
  readonly blocks: number;
}

/** Deleting a block takes as long as merging so many entries. */
const ENTRIES_PER_DELETED = 64;

export class Leaving {
  readonly #store: StagedStore;
  readonly #table: number;
  readonly #segments: LeavingSegment[];

  constructor(store: StagedStore, table: number, segments: readonly LeavingSegment[]) {
    this.#store = store;
    this.#table = table;
    this.#segments = [...segments];
  }

  get segments(): readonly LeavingSegment[] {
    return this.#segments;
  }

  add(segment: LeavingSegment): void {
    this.#segments.push(segment);
  }

  /** Deletes blocks, as many as take the time of merging so many entries; returns what is left of these. */
  delete(entries: number): number {
    let left = entries;
    while (left > 0) {
      const leaving = this.#segments.shift();
      if (leaving === undefined) break;
      let { id, blocks } = leaving;
      for (; blocks > 0 && left > 0; left -= ENTRIES_PER_DELETED)
        this.#store.put(keyOf("blocks", this.#table, id, --blocks), null);
      if (blocks > 0) this.#segments.unshift({ id, blocks });
    }
    return left;
  }
}
