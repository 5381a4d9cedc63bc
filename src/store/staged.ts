/** A store with what was changed since its last commit laid over it: reads see changes before they are on disk. */
import { type Change, type Entry, hex, type Store } from "./store.js";

export class StagedStore {
  readonly store: Store;
  #staged = new Map<string, Change>();
  /** Handed to the store, not yet on disk; of commits under way, the oldest first. */
  readonly #underway: Map<string, Change>[] = [];

  constructor(store: Store) {
    this.store = store;
  }

  /** Valid until the next call. */
  get(key: Uint8Array): Uint8Array | undefined {
    if (this.#staged.size > 0 || this.#underway.length > 0) {
      const name = hex(key);
      const change =
        this.#staged.get(name) ?? this.#underway.findLast((changes) => changes.has(name))?.get(name);
      if (change !== undefined) return change.body ?? undefined;
    }
    return this.store.get(key);
  }

  /** Null deletes. */
  put(key: Uint8Array, body: Uint8Array | null): void {
    this.#staged.set(hex(key), { key, body });
  }

  /** Entries as committed; what is staged is not among them. */
  entries(prefix: Uint8Array): Iterable<Entry> {
    return this.store.entries(prefix);
  }

  /** Whether anything waits for a commit. */
  get isDirty(): boolean {
    return this.#staged.size > 0;
  }

  /** Forgets what no commit has taken yet. */
  discard(): void {
    this.#staged.clear();
  }

  async commit(): Promise<void> {
    if (this.#staged.size === 0) return;
    const changes = this.#staged;
    this.#staged = new Map();
    this.#underway.push(changes);
    await this.store.write([...changes.values()]);
    this.#underway.splice(this.#underway.indexOf(changes), 1);
  }
}
