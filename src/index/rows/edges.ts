/**
 * Which entries are verified near-copies of which: an undirected graph in memory, edges on disk with the later of the
 * two numbers.
 * edges chunk c := (from:u32 | to:u32) for the edges from > to whose `from` is of rows chunk c
 */
import type { StagedStore } from "../../store/index.js";
import { keyOf } from "../storage/keys.js";
import { Links } from "./links.js";
import { ROWS_PER_CHUNK } from "./rows.js";

export class Edges {
  readonly #store: StagedStore;
  readonly #links: Links;
  readonly #changed = new Set<number>();

  constructor(store: StagedStore) {
    this.#store = store;
    const bodies = [...store.entries(keyOf("edges"))].map(({ body }) => body);
    this.#links = new Links(bodies.reduce((sum, { length }) => sum + length / 4, 0));
    for (const body of bodies) this.#read(body);
  }

  /** Reads chunks again that another process has changed. */
  follow(chunks: readonly number[]): void {
    for (const chunk of chunks) {
      for (let from = chunk * ROWS_PER_CHUNK; from < (chunk + 1) * ROWS_PER_CHUNK; from++) {
        for (const to of this.of(from)) if (to < from) this.#unlink(from, to);
      }
      const body = this.#store.get(keyOf("edges", chunk));
      if (body !== undefined) this.#read(body);
    }
  }

  of(entry: number): readonly number[] {
    return this.#links.of(entry);
  }

  add(x: number, y: number): void {
    this.#link(x, y);
    this.#changed.add(Math.floor(Math.max(x, y) / ROWS_PER_CHUNK));
  }

  remove(x: number, y: number): void {
    this.#unlink(x, y);
    this.#changed.add(Math.floor(Math.max(x, y) / ROWS_PER_CHUNK));
  }

  /** Hands changed chunks to the next commit, and returns them. */
  stage(): number[] {
    const staged = [...this.#changed];
    for (const chunk of this.#changed) {
      const words: number[] = [];
      for (let from = chunk * ROWS_PER_CHUNK; from < (chunk + 1) * ROWS_PER_CHUNK; from++) {
        for (const to of this.of(from)) if (to < from) words.push(from, to);
      }
      const body = new Uint8Array(Uint32Array.from(words).buffer);
      this.#store.put(keyOf("edges", chunk), words.length === 0 ? null : body);
    }
    this.#changed.clear();
    return staged;
  }

  #read(body: Uint8Array): void {
    const words = new Uint32Array(body.slice().buffer);
    for (let at = 0; at < words.length; at += 2) this.#link(words[at]!, words[at + 1]!);
  }

  #link(x: number, y: number): void {
    this.#links.add(x, y);
    this.#links.add(y, x);
  }

  #unlink(x: number, y: number): void {
    this.#links.remove(x, y);
    this.#links.remove(y, x);
  }
}
