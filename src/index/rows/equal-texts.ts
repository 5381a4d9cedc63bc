/** Which documents share an entry, and which of them leads: the first in rank. */
import { Links } from "./links.js";

const LEADERS_HELD = 1 << 16;

export class EqualTexts {
  /** Documents of an entry, itself among them, where there are several. */
  readonly #members = new Links();
  /** Of entries that were asked for. */
  readonly #leaders = new Map<number, number>();
  readonly #first: (members: readonly number[]) => number;

  /** `first` tells the first in rank. */
  constructor(first: (members: readonly number[]) => number) {
    this.#first = first;
  }

  /** Documents with an entry's text, ascending. */
  membersOf(entry: number): readonly number[] {
    return this.isShared(entry) ? this.#members.of(entry) : [entry];
  }

  isShared(entry: number): boolean {
    return this.#members.has(entry);
  }

  leaderOf(entry: number): number {
    if (!this.isShared(entry)) return entry;
    const held = this.#leaders.get(entry);
    if (held !== undefined) return held;
    const leader = this.#first(this.#members.of(entry));
    if (this.#leaders.size >= LEADERS_HELD) this.#leaders.clear();
    this.#leaders.set(entry, leader);
    return leader;
  }

  join(number: number, entry: number): void {
    const leader = this.isShared(entry) ? this.#leaders.get(entry) : entry;
    this.list(number, entry);
    if (leader !== undefined) this.#leaders.set(entry, this.#first([leader, number]));
  }

  /** Takes back that a document joined an entry that this one led before. */
  unjoin(number: number, entry: number, leader: number): void {
    this.leave(number, entry);
    if (this.isShared(entry)) this.#leaders.set(entry, leader);
  }

  /** Lists a document of another's entry, and with the first of them the entry itself. */
  list(number: number, entry: number): void {
    if (!this.isShared(entry)) this.relist(entry, entry);
    this.relist(number, entry);
  }

  /** Lists a document that has left, as it was. */
  relist(number: number, entry: number): void {
    this.#leaders.delete(entry);
    this.#members.add(entry, number);
  }

  /** Returns who of the entry's documents is not listed any more: the last one is not, where it is the entry itself. */
  leave(number: number, entry: number): number[] {
    this.#members.remove(entry, number);
    if (this.#leaders.get(entry) === number) this.#leaders.delete(entry);
    const [left, another] = this.#members.some(entry, 2);
    if (left === undefined) this.#leaders.delete(entry);
    if (left !== entry || another !== undefined) return [number];
    this.#members.remove(entry, entry);
    this.#leaders.delete(entry);
    return [number, entry];
  }
}
