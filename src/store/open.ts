/** Opens the store of a folder, or one in memory: who may, and what must be there. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StoreError } from "../errors.js";
import { isUnused } from "./lmdb-meta.js";
import { LOCK_FILE, lockWriter } from "./lock.js";
import { MemoryStore } from "./memory.js";
import type { Store } from "./store.js";

/** The name of LMDB's file, which is loaded only when there is a folder. */
const DATA_FILE = "data.mdb";

export interface OpenedStore {
  readonly store: Store;
  /** There was nothing yet. */
  readonly isNew: boolean;
  /** Gives the writer's lock back. */
  readonly unlock: () => void;
}

export interface OpenStoreOptions {
  readonly mode: "write" | "read";
  readonly mustExist: boolean;
}

/** Throws StoreError for a folder that holds no index, a damaged one, or one that another process writes. */
export async function openStore(dir: string | null, options: OpenStoreOptions): Promise<OpenedStore> {
  if (dir === null) return { store: new MemoryStore(), isNew: true, unlock: () => {} };
  const exists = hasIndex(dir, options);
  if (!exists) makeFolder(dir);
  const unlock = options.mode === "write" ? lockWriter(dir) : () => {};
  try {
    const { openLmdb } = await import("./lmdb.js");
    const store = await openLmdb(dir, options.mode);
    if (!exists) for (const folder of [dir, dirname(resolve(dir))]) syncFolder(folder);
    return { store, isNew: !exists, unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw new StoreError(`${dir}: cannot be made: ${(error as Error).message}`);
  }
}

/** A new file survives a power cut only if its folder's entry for it does. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Some systems do not let a folder be opened; a parent that may not be read was not changed.
  }
}

/** False for a missing or empty folder that a writer may fill. */
function hasIndex(dir: string, { mode, mustExist }: OpenStoreOptions): boolean {
  const mayMake = mode === "write" && !mustExist;
  const isMissing = !existsSync(dir);
  if (isMissing && mayMake) return false;
  if (isMissing) throw new StoreError(`${dir}: found no such folder, expected an index`);
  if (!statSync(dir).isDirectory())
    throw new StoreError(`${dir}: found a file, expected the folder of an index`);
  const names = listed(dir);
  if (names.includes(DATA_FILE) && !isUnused(join(dir, DATA_FILE))) return true;
  // A writer that died before its first commit leaves a lock, and LMDB's empty files.
  const strange = names.filter((name) => !name.startsWith(LOCK_FILE) && !name.startsWith(DATA_FILE));
  if (strange.length > 0 || !mayMake) {
    throw new StoreError(
      `${dir}: found ${strange.length > 0 ? JSON.stringify(strange[0]) : names.length > 0 ? "one to which nothing was written yet" : "an empty folder"}, expected an index`,
    );
  }
  return false;
}

function listed(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    throw new StoreError(`${dir}: cannot be read: ${(error as Error).message}`);
  }
}
