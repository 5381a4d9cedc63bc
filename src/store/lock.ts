/**
 * One writer at a time: a file that names who writes. A lock left by a dead process locks nobody out, even after its
 * pid was given to another or the machine restarted (`holder.ts`).
 *
 * writer.lock := JSON { host, boot, namespace, pid, started, since }
 *
 * Of several that find the same dead lock one alone may remove it, the one whose claim on just that lock exists: else
 * the slower of two would remove the new lock of the faster. A claim is a lock itself, named after what it claims, so
 * that one whose process has died is removed in the same way.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { readTrouble, StoreError, writeTrouble } from "../errors.js";
import { holderName, lifeOf, ownHolder, parseHolder } from "./holder.js";

export const LOCK_FILE = "writer.lock";

/** Longer than any lock: what a file says beyond it is not read. */
const LOCK_BYTES_MAX = 1 << 16;
/** A claim is held for as long as it takes to remove a file; whoever waits longer is told of it. */
const CLAIM_WAIT_MS = 2000;
const CLAIM_LOOK_MS = 5;

/** Takes the lock, or throws StoreError that says who has it. The result gives it back. */
export function lockWriter(dir: string): () => void {
  const path = join(dir, LOCK_FILE);
  const text = `${JSON.stringify(ownHolder())}\n`;
  // The lock appears whole or not at all: written beside its name, then linked to it.
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    writeFileSync(draft, text, { flag: "wx" });
  } catch (error) {
    throw unwritable(dir, error);
  }
  try {
    const until = performance.now() + CLAIM_WAIT_MS;
    while (!hasLinked(draft, path)) clearDead(path, draft, until);
  } catch (error) {
    throw error instanceof StoreError ? error : unwritable(dir, error);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    // Where somebody removed the file by hand, another's lock may stand there by now.
    if (isWritten(path, text)) rmSync(path, { force: true });
  };
}

/** False where the name is taken already. */
function hasLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the lock of a process that is no more; throws StoreError for one that lives, may live, or is no lock. */
function clearDead(path: string, draft: string, until: number): void {
  const text = lockText(path);
  if (text === null || !isDead(path, text)) return;
  const claim = claimPath(path, text);
  if (!hasLinked(draft, claim)) {
    waitForClaim(claim, draft, until);
    return;
  }
  try {
    // Nobody else may remove this lock now; whether it is still there was not known before.
    if (lockText(path) === text) unlinkSync(path);
  } finally {
    rmSync(claim, { force: true });
  }
}

/** Where the claim on a lock stands that says this. */
export function claimPath(path: string, text: string): string {
  return `${path}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

/** Another is about to remove the same dead lock, or died while it was. */
function waitForClaim(claim: string, draft: string, until: number): void {
  const text = lockText(claim);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder !== null && lifeOf(holder) === "dead") {
    clearDead(claim, draft, until);
    return;
  }
  if (performance.now() > until) {
    throw new StoreError(
      `${claim}: a lock that a dead process left is being removed by ${holder === null ? "a process that it does not name" : holderName(holder)}, which does not go on; ` +
        "end it, or remove the file",
    );
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, CLAIM_LOOK_MS);
}

function isDead(path: string, text: string): boolean {
  const holder = parseHolder(text);
  if (holder === null) {
    throw new StoreError(
      `${path}: found a lock that names no process, expected JSON with host and pid; remove the file if nothing writes`,
    );
  }
  const life = lifeOf(holder);
  if (life === "dead") return true;
  const held = `${path}: the index is held by ${holderName(holder)}`;
  if (life === "alive") throw new StoreError(held);
  throw new StoreError(
    `${held}; whether that still runs cannot be seen from here: end it there, or remove the file`,
  );
}

/** Null where there is none. Throws StoreError for what is no file that can be read. */
function lockText(path: string): string | null {
  let file: number;
  try {
    // A link could lead anywhere, and a pipe would be waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw noLock(path, code === "ELOOP" ? "a symbolic link" : readTrouble(error as Error));
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw noLock(path, "a folder");
    if (!stat.isFile()) throw noLock(path, "no file, but a pipe or a device");
    if (stat.size > LOCK_BYTES_MAX) throw noLock(path, `${stat.size} bytes`);
    return readFileSync(file, "utf8");
  } catch (error) {
    throw error instanceof StoreError ? error : noLock(path, readTrouble(error as Error));
  } finally {
    closeSync(file);
  }
}

function isWritten(path: string, text: string): boolean {
  try {
    return lockText(path) === text;
  } catch {
    return false;
  }
}

function noLock(path: string, found: string): StoreError {
  return new StoreError(
    `${path}: found ${found}, expected the lock of a writer; remove it if nothing writes`,
  );
}

function unwritable(dir: string, error: unknown): StoreError {
  return new StoreError(
    `${dir}: found ${writeTrouble(error as Error)}, expected a folder that a writer can put its lock into`,
  );
}
