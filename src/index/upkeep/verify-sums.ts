import type { Rows } from "../rows/rows.js";
import type { Find } from "./verify-leftovers.js";

/** How many entries a document has and what their hashes add up to: tells one set from another in eight bytes. */
export class Sums {
  readonly #rows: Rows;
  readonly #counts: Uint32Array;
  readonly #sums: Int32Array;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#counts = new Uint32Array(rows.room);
    this.#sums = new Int32Array(rows.room);
  }

  addAll(hashes: Uint32Array, number: number): void {
    for (const hash of hashes) this.add(hash, number);
  }

  add(hash: number, number: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    const at = this.#rows.at(number);
    this.#counts[at]!++;
    this.#sums[at]! += mixed ^ (mixed >>> 13);
  }

  compare(wanted: Sums, number: number, name: string, find: Find): void {
    const at = this.#rows.at(number);
    const [found, expected] = [this.#counts[at]!, wanted.#counts[at]!];
    if (found !== expected) find(`document ${number}`, `${found} entries in ${name}`, expected);
    else if (this.#sums[at] !== wanted.#sums[at])
      find(`document ${number}`, `other entries in ${name}`, "those of its text");
  }
}
