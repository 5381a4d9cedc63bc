/**
 * The store on disk: LMDB, one file. Commits are synchronous to disk before they resolve; readers in other processes
 * see whole commits only. LMDB trusts its own pages: what can be checked before it maps them is in `lmdb-meta.ts`.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RootDatabase } from "lmdb";
import { StoreError } from "../errors.js";
import { checkMeta } from "./lmdb-meta.js";
import { checkRoom, checkRoomToOpen } from "./room.js";
import { type Change, type Entry, type Expected, hex, type Store, seal, unseal } from "./store.js";

export const DATA_FILE = "data.mdb";

/** Opens the file in the folder; a writer makes it where there is none. */
export async function openLmdb(dir: string, mode: "write" | "read"): Promise<LmdbStore> {
  const path = join(dir, DATA_FILE);
  checkMeta(path, mode);
  checkRoomToOpen(path, mode);
  const { open } = await import("lmdb");
  const database = () => {
    try {
      return open<Uint8Array, Uint8Array>({
        path,
        noSubdir: true,
        encoding: "binary",
        keyEncoding: "binary",
        readOnly: mode === "read",
        overlappingSync: false,
        eventTurnBatching: false,
        useWritemap: false,
      });
    } catch (error) {
      throw new StoreError(`${path}: cannot be opened: ${reasonOf(error)}`);
    }
  };
  return new LmdbStore(path, database);
}

export class LmdbStore implements Store {
  readonly name: string;
  readonly keepsBodies = false;
  readonly #open: () => RootDatabase<Uint8Array, Uint8Array>;
  #database: RootDatabase<Uint8Array, Uint8Array>;

  constructor(name: string, open: () => RootDatabase<Uint8Array, Uint8Array>) {
    this.name = name;
    this.#open = open;
    this.#database = open();
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const value = this.#reading(key, () => this.#database.getBinaryFast(key));
    return value === undefined ? undefined : unseal(this.name, key, plain(value));
  }

  *entries(prefix: Uint8Array): Generator<Entry, void> {
    // Pages are read as the cursor comes to them, so every step can meet damage.
    const cursor = this.#reading(prefix, () =>
      this.#database.getRange({ start: prefix, end: after(prefix), snapshot: true })[Symbol.iterator](),
    );
    try {
      for (;;) {
        const { done, value: entry } = this.#reading(prefix, () => cursor.next());
        if (done === true) return;
        yield { key: entry.key, body: unseal(this.name, entry.key, plain(entry.value)).slice() };
      }
    } finally {
      cursor.return?.();
    }
  }

  async write(changes: readonly Change[], expected?: Expected): Promise<void> {
    const database = this.#database;
    try {
      // LMDB tells of a full disk as an input/output error, and prints it.
      checkRoom(this.name, changes);
      await database.transaction(() => {
        // Before the first change: what has changed already in a transaction is kept even if it throws.
        if (expected !== undefined) checkExpected(database, expected);
        for (const { key, body } of changes) {
          if (body === null) database.remove(key);
          else database.put(key, seal(key, body));
        }
      });
      await database.flushed;
    } catch (error) {
      throw new StoreError(
        `${this.name}: commit failed, nothing of it was kept: ${reasonOf(await causeOf(error))}`,
      );
    }
  }

  refresh(): void {
    this.#database.resetReadTxn();
  }

  size(): number {
    return statSync(this.name).size;
  }

  async shrink(): Promise<boolean> {
    // A reader of another process would stay with the old file, and never see a commit again.
    const pids = [...this.#database.readerList().matchAll(/^\s*(\d+)\s/gm)].map(([, pid]) => Number(pid));
    if (pids.some((pid) => pid !== process.pid)) return false;
    const copy = `${this.name}.compact`;
    rmSync(copy, { force: true });
    try {
      await this.#database.backup(copy, true);
      syncPath(copy);
    } catch (error) {
      rmSync(copy, { force: true });
      throw new StoreError(`${this.name}: no smaller copy could be made: ${reasonOf(error)}`);
    }
    await this.#database.close();
    renameSync(copy, this.name);
    syncPath(dirname(this.name));
    this.#database = this.#open();
    return true;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #reading<Result>(key: Uint8Array, read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw new StoreError(`${this.name}: key ${hex(key)} cannot be read: ${reasonOf(error)}`);
    }
  }
}

/** In a transaction of a writer, which sees what every other process has committed. */
function checkExpected(database: RootDatabase<Uint8Array, Uint8Array>, { key, body }: Expected): void {
  const found = database.getBinary(key);
  const isSame =
    body === null ? found === undefined : found !== undefined && Buffer.compare(found, seal(key, body)) === 0;
  if (!isSame)
    throw new Error("another process has written to the index meanwhile; nothing may write beside it");
}

/** A view that is no Buffer: `slice` of a Buffer copies nothing, and what it shows is LMDB's to write over. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

function syncPath(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The first key behind all that begin with these bytes. */
function after(prefix: Uint8Array): Uint8Array {
  const end = Uint8Array.from(prefix);
  end[end.length - 1]!++;
  return end;
}

/** What LMDB says failed hangs on its error as a promise, which nobody else waits for. */
async function causeOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<unknown> };
  return commitError === undefined ? error : commitError.then(() => error).catch((cause: unknown) => cause);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
