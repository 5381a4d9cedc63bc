/** Opens the store of a folder, or one in memory: who may, and what must be there. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readTrouble, StoreError, writeTrouble } from "../errors.js";
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
  /** Removes a store that was made, and its folder if that was made too; it must be closed. */
  readonly unmake: () => void;
}

export interface OpenStoreOptions {
  readonly mode: "write" | "read";
  readonly mustExist: boolean;
}

/** Throws StoreError for a folder that holds no index, a damaged one, or one that another process writes. */
export async function openStore(dir: string | null, options: OpenStoreOptions): Promise<OpenedStore> {
  if (dir === null) return { store: new MemoryStore(), isNew: true, unlock: () => {}, unmake: () => {} };
  const exists = hasIndex(dir, options);
  const made = exists ? undefined : makeFolder(dir);
  const unmake = () => {
    for (const name of listed(dir)) if (name.startsWith(DATA_FILE)) rmSync(join(dir, name), { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
  };
  let unlock = () => {};
  try {
    if (options.mode === "write") unlock = lockWriter(dir);
    const { openLmdb } = await import("./lmdb.js");
    const store = await openLmdb(dir, options.mode);
    if (!exists) for (const folder of [dir, dirname(resolve(dir))]) syncFolder(folder);
    return { store, isNew: !exists, unlock, unmake };
  } catch (error) {
    unlock();
    if (made !== undefined) unmake();
    throw error;
  }
}

/** Returns the outermost folder that had to be made. */
function makeFolder(dir: string): string | undefined {
  try {
    return mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw new StoreError(
      `${dir}: found no folder, and none can be made (${writeTrouble(error as Error)}); expected an index, or a place for one`,
    );
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
  const known = statOf(dir);
  if (known === undefined && mayMake) return false;
  if (known === undefined) throw new StoreError(`${dir}: found no such folder, expected an index`);
  if (!known.isDirectory()) throw new StoreError(`${dir}: found a file, expected the folder of an index`);
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
    throw unreadable(dir, error);
  }
}

function statOf(dir: string): Stats | undefined {
  try {
    return statSync(dir, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(dir, error);
  }
}

function unreadable(dir: string, error: unknown): StoreError {
  return new StoreError(`${dir}: found ${readTrouble(error as Error)}, expected the folder of an index`);
}
