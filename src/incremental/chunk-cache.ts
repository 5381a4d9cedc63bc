/** Chunks that were asked for last, and those that were changed since the last commit. */
export class ChunkCache<Chunk> {
  readonly #most: number;
  /** Every `most` new ones the recent become the older, and what was older goes. */
  #recent = new Map<number, Chunk>();
  #older = new Map<number, Chunk>();
  readonly #changed = new Map<number, Chunk>();

  /** Holds at least so many of those that were asked for last, and at most twice as many. */
  constructor(most: number) {
    this.#most = most;
  }

  get(at: number): Chunk | undefined {
    const recent = this.#recent.get(at) ?? this.#changed.get(at);
    if (recent !== undefined) return recent;
    const older = this.#older.get(at);
    if (older !== undefined) this.hold(at, older);
    return older;
  }

  hold(at: number, chunk: Chunk): void {
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(at, chunk);
  }

  /** Held until `settle`. */
  change(at: number, chunk: Chunk): void {
    if (this.#changed.get(at) === chunk) return;
    this.#changed.set(at, chunk);
  }

  /** The chunk if it was changed since the last `settle`. */
  changed(at: number): Chunk | undefined {
    return this.#changed.get(at);
  }

  /** Changed ones are among those asked for last from now on. */
  settle(): void {
    for (const [at, chunk] of this.#changed) this.hold(at, chunk);
    this.#changed.clear();
  }

  drop(at: number): void {
    this.#recent.delete(at);
    this.#older.delete(at);
    this.#changed.delete(at);
  }

  clear(): void {
    this.#recent.clear();
    this.#older.clear();
    this.#changed.clear();
  }
}
