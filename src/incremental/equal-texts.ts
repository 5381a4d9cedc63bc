/** Which documents share an entry: those that the index was opened with, and what changed since. */
import type { Links } from "./links.js";

export interface Equal {
  members: number[];
  /** The first in rank; 0 until somebody asks. */
  leader: number;
}

export class EqualTexts {
  /** Documents under an entry beside its own, as they were at the start. */
  readonly #first: Links;
  /** By entry, of those that were asked for and have several documents, or had. */
  readonly #held = new Map<number, Equal | null>();

  constructor(first: Links) {
    this.#first = first;
  }

  /** Undefined for an entry of one document. */
  get(entry: number): Equal | undefined {
    const held = this.#held.get(entry);
    if (held !== undefined) return held ?? undefined;
    const others = this.#first.of(entry);
    if (others.length === 0) return undefined;
    const equal = { members: [entry, ...others], leader: 0 };
    this.#held.set(entry, equal);
    return equal;
  }

  set(entry: number, equal: Equal): void {
    this.#held.set(entry, equal);
  }

  delete(entry: number): void {
    if (this.#first.of(entry).length > 0) this.#held.set(entry, null);
    else this.#held.delete(entry);
  }
}
