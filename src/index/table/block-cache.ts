/**
 * Room for blocks as they were read, for all tables together. Nothing makes way: what a segment holds is let go with it,
 * and what finds no room is read from the store, which is the page cache.
 */
import type { StagedStore } from "../../store/index.js";

export class BlockCache {
  readonly store: StagedStore;
  #room: number;
  /** Buffers for blocks in hand. */
  readonly #buffers: Uint8Array[] = [];

  constructor(store: StagedStore, mostBytes: number) {
    this.store = store;
    this.#room = mostBytes;
  }

  /** Takes room; false where there is not as much. */
  take(bytes: number): boolean {
    if (bytes > this.#room) return false;
    this.#room -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#room += bytes;
  }

  /** Calls `use` with a copy, which stays valid while it runs. */
  withCopy<Result>(body: Uint8Array, use: (copy: Uint8Array) => Result): Result {
    let buffer = this.#buffers.pop();
    if (buffer === undefined || buffer.length < body.length) buffer = new Uint8Array(2 * body.length);
    buffer.set(body);
    try {
      return use(buffer);
    } finally {
      this.#buffers.push(buffer);
    }
  }
}
