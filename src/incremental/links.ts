/** Pairs of numbers, asked for by the first: what was there at the start in two arrays, what changed since in a map. */
import { RadixSorter } from "../candidates/radix.js";

/** Numbers with changes from which all is put into arrays again, and their share of the pairs. */
const CHANGES_MOST = 4096;
const CHANGED_SHARE = 0.25;

export class Links {
  readonly #sorter = new RadixSorter();
  /** Ascending. */
  #from: Uint32Array;
  #to: Uint32Array;
  readonly #changed = new Map<number, number[]>();

  /** Takes over both arrays, of one length, in any order. */
  constructor(from: Uint32Array, to: Uint32Array) {
    this.#from = from;
    this.#to = to;
    this.#sorter.sort(from, to, from.length);
  }

  /** A view for reading. */
  of(number: number): number[] {
    const changed = this.#changed.get(number);
    if (changed !== undefined) return changed;
    const from = this.#from;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from[middle]! < number) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; from[at] === number; at++) found.push(this.#to[at]!);
    return found;
  }

  add(from: number, to: number): void {
    this.#open(from).push(to);
  }

  /** Nothing where there is no such pair. */
  remove(from: number, to: number): void {
    const others = this.#open(from);
    const at = others.indexOf(to);
    if (at >= 0) others.splice(at, 1);
  }

  #open(number: number): number[] {
    if (this.#changed.size > CHANGES_MOST + CHANGED_SHARE * this.#from.length) this.#fold();
    const others = this.#changed.get(number) ?? this.of(number);
    this.#changed.set(number, others);
    return others;
  }

  #fold(): void {
    const changed = this.#changed;
    let length = 0;
    for (const number of this.#from) if (!changed.has(number)) length++;
    for (const others of changed.values()) length += others.length;
    const from = new Uint32Array(length);
    const to = new Uint32Array(length);
    let end = 0;
    for (let at = 0; at < this.#from.length; at++) {
      if (changed.has(this.#from[at]!)) continue;
      from[end] = this.#from[at]!;
      to[end++] = this.#to[at]!;
    }
    for (const [number, others] of changed) {
      for (const other of others) {
        from[end] = number;
        to[end++] = other;
      }
    }
    this.#sorter.sort(from, to, length);
    [this.#from, this.#to] = [from, to];
    changed.clear();
  }
}
