/** A store with what was changed since its last commit laid over it: reads see changes before they are on disk. */
import type { Change, Entry, Expected, Store } from "./store.js";

interface Staged extends Change {
  readonly finish?: () => Promise<Uint8Array>;
}

export class StagedStore {
  readonly store: Store;
  #staged = new Map<string, Staged>();
  /** Handed to the store, not yet on disk; of commits under way, the oldest first. */
  readonly #underway: Map<string, Staged>[] = [];
  /** Until the commits begun before are in the hands of the store. */
  #handedOver: Promise<unknown> = Promise.resolve();
  /** What every commit finds under one key, unless another process has written. */
  #expected: Expected | undefined;
  #nextCommit = 1;
  #landed = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /**
   * From now on a commit fails if another process has changed what stands under this key, which every commit of a
   * writer must change.
   */
  guard(key: Uint8Array): void {
    this.#expected = { key, body: this.store.get(key)?.slice() ?? null };
  }

  /** Number of the commit that will take what is put now. */
  get nextCommit(): number {
    return this.#nextCommit;
  }

  /** This commit and all before it are on disk: what they wrote may be read from the store itself. */
  get landed(): number {
    return this.#landed;
  }

  /** Valid until the next call. */
  get(key: Uint8Array): Uint8Array | undefined {
    if (this.#staged.size > 0 || this.#underway.length > 0) {
      const name = nameOf(key);
      const change =
        this.#staged.get(name) ?? this.#underway.findLast((changes) => changes.has(name))?.get(name);
      if (change !== undefined) return change.body ?? undefined;
    }
    return this.store.get(key);
  }

  /** Null deletes. With `finish` it gives what is written in the end; the body is what is read until then. */
  put(key: Uint8Array, body: Uint8Array | null, finish?: () => Promise<Uint8Array>): void {
    this.#staged.set(nameOf(key), finish === undefined ? { key, body } : { key, body, finish });
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
    const commit = this.#nextCommit++;
    this.#staged = new Map();
    this.#underway.push(changes);
    const finished = Promise.all(
      [...changes.values()].map(({ key, body, finish }) =>
        finish === undefined ? { key, body } : finish().then((whole) => ({ key, body: whole })),
      ),
    );
    const before = this.#handedOver;
    let handOver = () => {};
    this.#handedOver = new Promise<void>((resolve) => {
      handOver = resolve;
    });
    let written: Promise<void>;
    try {
      const whole = await finished;
      await before;
      written = this.store.write(whole, this.#expected);
      this.#expected = this.#next(whole);
    } finally {
      handOver();
    }
    await written;
    this.#underway.splice(this.#underway.indexOf(changes), 1);
    this.#landed = Math.max(this.#landed, commit);
  }

  /** What the next commit finds once these changes are made. */
  #next(changes: readonly Change[]): Expected | undefined {
    const expected = this.#expected;
    if (expected === undefined) return undefined;
    const change = changes.find(({ key }) => Buffer.compare(key, expected.key) === 0);
    return change === undefined ? expected : { key: expected.key, body: change.body };
  }
}

/** A key as a string, one unit a byte. Keys are short: half the time of their hexadecimal digits. */
function nameOf(key: Uint8Array): string {
  let name = "";
  for (const byte of key) name += String.fromCharCode(byte);
  return name;
}
