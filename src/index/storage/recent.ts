/**
 * What was asked for last by number, and what was changed since the last commit. (A Map whose first entries go one by one
 * as others come would have to be searched for its first entry.)
 */
export class Recent<Value> {
  readonly #most: number;
  /** Every `most` new ones the recent become the older, and what was older goes. */
  #recent = new Map<number, Value>();
  #older = new Map<number, Value>();
  readonly #changed = new Map<number, Value>();

  /** Holds at least so many of those that were asked for last, and at most twice as many. */
  constructor(most: number) {
    this.#most = most;
  }

  get(at: number): Value | undefined {
    const recent = this.#recent.get(at) ?? this.#changed.get(at);
    if (recent !== undefined) return recent;
    const older = this.#older.get(at);
    if (older !== undefined) this.hold(at, older);
    return older;
  }

  hold(at: number, value: Value): void {
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(at, value);
  }

  /** Held until `settle`. */
  change(at: number, value: Value): void {
    if (this.#changed.get(at) === value) return;
    this.#changed.set(at, value);
  }

  /** The value if it was changed since the last `settle`. */
  changed(at: number): Value | undefined {
    return this.#changed.get(at);
  }

  /** Changed ones are among those asked for last from now on. */
  settle(): void {
    for (const [at, value] of this.#changed) this.hold(at, value);
    this.#changed.clear();
  }

  drop(at: number): void {
    this.#recent.delete(at);
    this.#older.delete(at);
    this.#changed.delete(at);
  }
}
