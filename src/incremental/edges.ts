/**
 * Which entries are verified near-copies of which: an undirected graph in memory, edges on disk with the later of the
 * two numbers.
 * edges chunk c := (from:u32 | to:u32) for the edges from > to whose `from` is of rows chunk c
 */
import type { StagedStore } from "../store/index.js";
import { keyOf } from "./keys.js";
import { ROWS_PER_CHUNK } from "./rows.js";

export class Edges {
  readonly #store: StagedStore;
  readonly #others = new Map<number, number[]>();
  readonly #changed = new Set<number>();
  count = 0;

  constructor(store: StagedStore) {
    this.#store = store;
    for (const { body } of store.entries(keyOf("edges"))) {
      const words = new Uint32Array(body.slice().buffer);
      for (let at = 0; at < words.length; at += 2) this.#link(words[at]!, words[at + 1]!);
    }
  }

  of(entry: number): readonly number[] {
    return this.#others.get(entry) ?? [];
  }

  add(x: number, y: number): void {
    this.#link(x, y);
    this.#changed.add(Math.floor(Math.max(x, y) / ROWS_PER_CHUNK));
  }

  remove(x: number, y: number): void {
    this.#unlink(x, y);
    this.#unlink(y, x);
    this.count--;
    this.#changed.add(Math.floor(Math.max(x, y) / ROWS_PER_CHUNK));
  }

  stage(): void {
    for (const chunk of this.#changed) {
      const words: number[] = [];
      for (let from = chunk * ROWS_PER_CHUNK; from < (chunk + 1) * ROWS_PER_CHUNK; from++) {
        for (const to of this.of(from)) if (to < from) words.push(from, to);
      }
      const body = new Uint8Array(Uint32Array.from(words).buffer);
      this.#store.put(keyOf("edges", chunk), words.length === 0 ? null : body);
    }
    this.#changed.clear();
  }

  #link(x: number, y: number): void {
    for (const [from, to] of [
      [x, y],
      [y, x],
    ] as const) {
      const others = this.#others.get(from);
      if (others === undefined) this.#others.set(from, [to]);
      else others.push(to);
    }
    this.count++;
  }

  #unlink(from: number, to: number): void {
    const others = this.#others.get(from)!;
    if (others.length === 1) this.#others.delete(from);
    else others.splice(others.indexOf(to), 1);
  }
}
