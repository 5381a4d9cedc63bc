/** The store in memory: nothing is left when the process ends. */
import type { Change, Entry, Store } from "./store.js";

export class MemoryStore implements Store {
  readonly name = "memory";
  readonly keepsBodies = true;
  /** By key as a string of one character a byte, which sorts as the bytes do. */
  readonly #bodies = new Map<string, Uint8Array>();
  #size = 0;

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#bodies.get(nameOf(key));
  }

  *entries(prefix: Uint8Array): Generator<Entry, void> {
    const start = nameOf(prefix);
    const names = [...this.#bodies.keys()].filter((name) => name.startsWith(start)).sort();
    for (const name of names) {
      const body = this.#bodies.get(name);
      if (body !== undefined) yield { key: Buffer.from(name, "latin1"), body: body.slice() };
    }
  }

  async write(changes: readonly Change[]): Promise<void> {
    for (const { key, body } of changes) {
      const name = nameOf(key);
      const held = this.#bodies.get(name);
      if (held !== undefined) this.#size -= name.length + held.length;
      if (body === null) this.#bodies.delete(name);
      else {
        this.#bodies.set(name, body);
        this.#size += name.length + body.length;
      }
    }
  }

  refresh(): void {}

  size(): number {
    return this.#size;
  }

  async shrink(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {}
}

function nameOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString("latin1");
}
