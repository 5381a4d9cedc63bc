/** Pairs of numbers, asked for by the first: a chain for each, in arrays. */

/** A value for each number of a span, 0 for none; what lies before the first value is let go of when room runs out. */
class Values {
  #base = 0;
  #values = new Uint32Array(0);

  get(number: number): number {
    return this.#values[number - this.#base] ?? 0;
  }

  set(number: number, value: number): void {
    if (number < this.#base || number >= this.#base + this.#values.length) this.#reserve(number);
    this.#values[number - this.#base] = value;
  }

  #reserve(number: number): void {
    const old = this.#values;
    let dead = 0;
    while (dead < old.length && old[dead] === 0) dead++;
    const isEmpty = dead === old.length;
    const [low, high] = isEmpty ? [number, number] : [this.#base + dead, this.#base + old.length];
    // Memory that was never written to is not resident.
    const spare = Math.ceil(0.25 * (Math.max(number, high) - Math.min(number, low))) + 1024;
    const first = number < low ? Math.max(0, number - spare) : low;
    this.#values = new Uint32Array(Math.max(number + 1 + spare, high) - first);
    if (!isEmpty) this.#values.set(old.subarray(dead), low - first);
    this.#base = first;
  }
}

export class Links {
  /** Where the chain of a number begins. */
  readonly #heads = new Values();
  /** By place, from 1: the other of the pair, and the next place of the chain, 0 at its end. */
  #to: Uint32Array;
  #next: Uint32Array;
  #end = 1;
  /** Chain of places that are free. */
  #free = 0;

  /** With room for so many pairs. */
  constructor(pairs = 0) {
    this.#to = new Uint32Array(pairs + 1);
    this.#next = new Uint32Array(pairs + 1);
  }

  /** The others of a number, ascending. */
  of(number: number): number[] {
    const others: number[] = [];
    for (let at = this.#heads.get(number); at !== 0; at = this.#next[at]!) others.push(this.#to[at]!);
    return others.length < 2 ? others : others.sort((x, y) => x - y);
  }

  /** So many of the others of a number at most, the last added first. */
  some(number: number, most: number): number[] {
    const others: number[] = [];
    for (let at = this.#heads.get(number); at !== 0 && others.length < most; at = this.#next[at]!)
      others.push(this.#to[at]!);
    return others;
  }

  has(number: number): boolean {
    return this.#heads.get(number) !== 0;
  }

  add(from: number, to: number): void {
    const at = this.#place();
    this.#to[at] = to;
    this.#next[at] = this.#heads.get(from);
    this.#heads.set(from, at);
  }

  /** Nothing where there is no such pair. */
  remove(from: number, to: number): void {
    let before = 0;
    for (let at = this.#heads.get(from); at !== 0; before = at, at = this.#next[at]!) {
      if (this.#to[at] !== to) continue;
      const after = this.#next[at]!;
      if (before === 0) this.#heads.set(from, after);
      else this.#next[before] = after;
      this.#next[at] = this.#free;
      this.#free = at;
      return;
    }
  }

  #place(): number {
    if (this.#free !== 0) {
      const at = this.#free;
      this.#free = this.#next[at]!;
      return at;
    }
    if (this.#end === this.#to.length) {
      const room = Math.ceil(1.25 * this.#end) + 1024;
      const [to, next] = [new Uint32Array(room), new Uint32Array(room)];
      to.set(this.#to);
      next.set(this.#next);
      [this.#to, this.#next] = [to, next];
    }
    return this.#end++;
  }
}
