/**
 * One writer at a time: a file that names who writes. A process is told by host, boot, pid and start time, so that a
 * lock left by a dead process locks nobody out, even after its pid was given to another or the machine restarted.
 *
 * writer.lock := JSON { host, boot, pid, started, since }
 */
import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { StoreError, writeTrouble } from "../errors.js";

export const LOCK_FILE = "writer.lock";

export interface LockHolder {
  readonly host: string;
  /** Of the running system: changes when the machine starts anew. Empty where the system tells none. */
  readonly boot: string;
  readonly pid: number;
  /** When the process began, in the system's own ticks. Empty where the system tells none. */
  readonly started: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Takes the lock, or throws StoreError that says who has it. The result gives it back. */
export function lockWriter(dir: string): () => void {
  const path = join(dir, LOCK_FILE);
  const own: LockHolder = {
    host: hostname(),
    boot: bootId(),
    pid: process.pid,
    started: startOf(process.pid) ?? "",
    since: new Date().toISOString(),
  };
  const text = `${JSON.stringify(own)}\n`;
  // The lock appears whole or not at all: written beside its name, then linked to it.
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    writeFileSync(draft, text);
  } catch (error) {
    throw unwritable(dir, error);
  }
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(dir, error);
      }
      clearDead(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (textOf(path) === text) rmSync(path, { force: true });
  };
}

function unwritable(dir: string, error: unknown): StoreError {
  return new StoreError(
    `${dir}: found ${writeTrouble(error as Error)}, expected a folder that a writer can put its lock into`,
  );
}

/** Removes the lock of a process that is no more; throws for one that lives, or may live. */
function clearDead(path: string): void {
  const text = textOf(path);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder === null) {
    throw new StoreError(
      `${path}: found a lock that names no process, expected JSON with host and pid; remove the file if nothing writes`,
    );
  }
  const { host, pid, since } = holder;
  if (host !== hostname()) {
    throw new StoreError(
      `${path}: the index is held by process ${pid} on host ${host} since ${since}; whether that still runs ` +
        `cannot be seen from ${hostname()}: end it there, or remove the file`,
    );
  }
  if (isAlive(holder)) {
    throw new StoreError(`${path}: the index is held by process ${pid} on host ${host} since ${since}`);
  }
  // Of two that clear at once, one may find the other's new lock: only the one just read is removed.
  if (textOf(path) === text) {
    try {
      unlinkSync(path);
    } catch {
      return;
    }
  }
}

function isAlive({ boot, pid, started }: LockHolder): boolean {
  if (boot !== bootId()) return false;
  const start = startOf(pid);
  if (start === null) return pid !== process.pid && processExists(pid);
  return started === "" || start === started;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const { host, boot, pid, started, since } = JSON.parse(text);
    const strings = [host, boot, started, since].every((one) => typeof one === "string");
    return strings && Number.isInteger(pid) ? { host, boot, pid, started, since } : null;
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function bootId(): string {
  return textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}

/** Field 22 of /proc/PID/stat; null where there is no such process, or no /proc. */
function startOf(pid: number): string | null {
  const text = textOf(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields === undefined || fields[0] === "Z" ? null : (fields[19] ?? null);
}
