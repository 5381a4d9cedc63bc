/** A merge of neighbouring segments under way, some blocks of its output at a time. */
import type { RadixSorter } from "../../candidates/radix.js";
import { startOf } from "./block.js";
import { Entries, type Segment } from "./segment.js";

/** Blocks merged at once: of fewer the sorting costs more, of more a commit would do more than its share. */
const BLOCKS_PER_STEP = { least: 4, most: 48 };
/** Of a block that fills its page, about. */
const ENTRIES_PER_BLOCK = 600;

const merged = new Entries();

/** On disk its inputs stay until it is done; looks go to the output as far as it has come. */
export class Merge {
  readonly inputs: readonly Segment[];
  readonly output: Segment;
  /** Entries that may have died after they were merged. */
  dead = 0;
  #next = 0;
  #entries = 0;

  constructor(inputs: readonly Segment[], output: Segment) {
    this.inputs = inputs;
    this.output = output;
  }

  /** Blocks of the output that are written, or empty. */
  get blocks(): number {
    return this.#next;
  }

  /** Entries that the output has so far. */
  get entries(): number {
    return this.#entries;
  }

  /** Lower hashes are in the output, the others in the inputs. */
  get mergedBelow(): number {
    return startOf(this.#next, this.output.state);
  }

  get isDone(): boolean {
    return this.#next === this.output.state.blocks;
  }

  /** Merges the next blocks, with about so many entries if they are not too many for a step; returns how many it took. */
  step(entries: number, sorter: RadixSorter, isAlive: (number: number) => boolean): number {
    const from = this.mergedBelow;
    const { least, most } = BLOCKS_PER_STEP;
    const blocks = Math.min(most, Math.max(least, Math.ceil(entries / ENTRIES_PER_BLOCK)));
    this.#next = Math.min(this.output.state.blocks, this.#next + blocks);
    const below = this.mergedBelow;
    merged.count = 0;
    for (const segment of this.inputs) segment.readInto(merged, from, below, isAlive);
    // Stable: those of one hash stay in the order in which they were posted.
    sorter.sort(merged.hashes, merged.numbers, merged.count);
    this.output.put(merged);
    this.#entries += merged.count;
    if (!this.isDone) for (const segment of this.inputs) segment.letGoBelow(below);
    return merged.count + blocks;
  }
}
