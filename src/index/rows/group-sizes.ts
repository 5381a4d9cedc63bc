/** How many entries belong to the group of another entry, kept up as they change. */
import type { Rows } from "./rows.js";

export class GroupSizes {
  /** By the entry that seeds the group, itself not counted; of groups of several. */
  readonly #taken = new Map<number, number>();

  /** Counts anew from the rows. */
  read(rows: Rows): void {
    this.#taken.clear();
    rows.grouped((seed) => this.#change(seed, 1));
  }

  /** Entries that the group of a seed has taken. */
  taken(seed: number): number {
    return this.#taken.get(seed) ?? 0;
  }

  /** An entry goes from one group to another; 0 is none. */
  move(entry: number, from: number, to: number): void {
    if (from !== 0 && from !== entry) this.#change(from, -1);
    if (to !== 0 && to !== entry) this.#change(to, 1);
  }

  #change(seed: number, by: 1 | -1): void {
    const count = this.taken(seed) + by;
    if (count === 0) this.#taken.delete(seed);
    else this.#taken.set(seed, count);
  }
}
