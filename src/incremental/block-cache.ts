/** Blocks of segments as they were read, up to so many bytes; what was read first goes first. */
import type { StagedStore } from "../store/index.js";
import { keyOf } from "./keys.js";

export class BlockCache {
  readonly #store: StagedStore;
  readonly #mostBytes: number;
  /** By table and segment, by number of the block; null where the segment has none of it. */
  readonly #blocks = new Map<number, (Uint8Array | null | undefined)[]>();
  #queue: { place: number; block: number }[] = [];
  #first = 0;
  #bytes = 0;

  constructor(store: StagedStore, mostBytes: number) {
    this.#store = store;
    this.#mostBytes = mostBytes;
  }

  get(table: number, segment: number, block: number): Uint8Array | undefined {
    const place = table * SEGMENTS + segment;
    let held = this.#blocks.get(place);
    if (held === undefined) {
      held = [];
      this.#blocks.set(place, held);
    }
    const known = held[block];
    if (known !== undefined) return known ?? undefined;
    const found = this.#store.get(keyOf("blocks", table, segment, block)) ?? null;
    const body = this.#store.store.keepsBodies ? found : (found?.slice() ?? null);
    held[block] = body;
    this.#bytes += body?.length ?? 0;
    this.#queue.push({ place, block });
    while (this.#bytes > this.#mostBytes && this.#first < this.#queue.length - 1) this.#evict();
    return body ?? undefined;
  }

  drop(table: number, segment: number): void {
    const place = table * SEGMENTS + segment;
    for (const body of this.#blocks.get(place) ?? []) this.#bytes -= body?.length ?? 0;
    this.#blocks.delete(place);
    this.#queue = this.#queue.slice(this.#first).filter((one) => one.place !== place);
    this.#first = 0;
  }

  #evict(): void {
    const { place, block } = this.#queue[this.#first++]!;
    const held = this.#blocks.get(place);
    if (held?.[block] !== undefined) {
      this.#bytes -= held[block]?.length ?? 0;
      held[block] = undefined;
    }
    if (this.#first > 4096 && 2 * this.#first > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#first);
      this.#first = 0;
    }
  }
}

/** Segments of a table in an index's life: exact in a double for 2²¹ tables. */
const SEGMENTS = 2 ** 32;
