/**
 * Numbers that stand under one hash, by a second name: a short text may stand under thousands of titles, and an id may
 * come with thousands of texts. To look through all of them for every one that comes would take ever longer.
 */

/** Numbers held at most, but for those of the hash asked for last. */
const NUMBERS_HELD = 1 << 16;

type Parts = Map<string, number[]>;

export class Divided {
  readonly #held = new Map<number, Parts>();
  #count = 0;

  /** The numbers of a hash by second name, ascending; `read` gives all of them, where none are held. */
  of(
    hash: number,
    read: () => readonly (readonly [name: string, number: number])[],
  ): ReadonlyMap<string, readonly number[]> {
    const held = this.#held.get(hash);
    if (held !== undefined) return held;
    if (this.#count >= NUMBERS_HELD) this.clear();
    const parts: Parts = new Map();
    this.#held.set(hash, parts);
    for (const [name, number] of read()) this.#put(parts, name, number);
    return parts;
  }

  /** The number is the last to come. */
  add(hash: number, name: string, number: number): void {
    const parts = this.#held.get(hash);
    if (parts !== undefined) this.#put(parts, name, number);
  }

  remove(hash: number, name: string, number: number): void {
    const numbers = this.#held.get(hash)?.get(name);
    const at = numbers?.indexOf(number) ?? -1;
    if (at < 0) return;
    numbers!.splice(at, 1);
    this.#count--;
  }

  clear(): void {
    this.#held.clear();
    this.#count = 0;
  }

  #put(parts: Parts, name: string, number: number): void {
    this.#count++;
    const numbers = parts.get(name);
    if (numbers === undefined) parts.set(name, [number]);
    else numbers.push(number);
  }
}
