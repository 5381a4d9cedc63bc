/**
 * Is there room for a commit? LMDB writes new pages beside the old ones, and each changed value may cost it a page and
 * one above. Checked before, since afterwards it cannot be told from a broken disk.
 */
import { accessSync, constants, readFileSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../errors.js";
import type { Change } from "./store.js";

const PAGE_BYTES = 4096;
const PAGES_A_CHANGE = 2;
const SPARE_BYTES = 1 << 18;
/** Of which a file's blocks are counted. */
const BLOCK_BYTES = 512;

/**
 * Throws StoreError where the disk has no room for what LMDB writes when it opens a file. It maps the table of readers,
 * and a mapped page that finds no room ends the process with a signal. A reader that finds the table there needs none.
 */
export function checkRoomToOpen(file: string, mode: "write" | "read"): void {
  const dir = dirname(file);
  if (mode === "read" && (hasReaderTable(`${file}-lock`) || !isWritable(dir))) return;
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize >= SPARE_BYTES) return;
  throw new StoreError(
    `${file}: no space left: found ${bavail * bsize} bytes free, expected ${SPARE_BYTES} to open it with`,
  );
}

/** Whether its first page lies on the disk, which has the places of sixty readers: the others may never have been written. */
function hasReaderTable(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.blocks * BLOCK_BYTES >= PAGE_BYTES;
}

/** Where nothing can be written LMDB makes no table. */
function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Throws where the disk, or the limit on the size of files, has less room than the changes may take. */
export function checkRoom(file: string, changes: readonly Change[]): void {
  let needed = SPARE_BYTES;
  for (const { body } of changes) needed += PAGES_A_CHANGE * PAGE_BYTES + (body?.length ?? 0);
  const { bavail, bsize } = statfsSync(dirname(file));
  if (bavail * bsize < needed) {
    throw new Error(`no space left: found ${bavail * bsize} bytes free, expected ${needed}`);
  }
  const size = statSync(file).size;
  if (size + needed > FILE_BYTES_MAX) {
    throw new Error(
      `file too large: found ${size} bytes of ${FILE_BYTES_MAX} that a file may have, expected ${needed} more`,
    );
  }
}

/** The limit that the process was started with (`ulimit -f`); Infinity where there is none, or none is told. */
const FILE_BYTES_MAX = fileSizeLimit();

function fileSizeLimit(): number {
  try {
    const found = /^Max file size +(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
    return found === null ? Number.POSITIVE_INFINITY : Number(found[1]);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
