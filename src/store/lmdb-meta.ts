/**
 * What can be said of an LMDB file before LMDB maps it, which would crash on some damage: both meta pages, and
 * whether the file is as long as the newer of them says.
 *
 * page := number:u64 | transaction:u64 | pad:u16 | flags:u16 (8: meta) | 4 bytes | content
 * meta := magic:u32 (BEEFC0DE) | version:u32 | address:u64 | mapSize:u64 | free tree:48 (page size:u32 first) |
 *         main tree:48 | lastPage:u64 | transaction:u64
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readTrouble, StoreError, writeTrouble } from "../errors.js";
import { ROOT_AT, reachesOnly } from "./lmdb-reach.js";

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const META_FLAG = 8;
const META_BYTES = 160;
const FLAGS_AT = 18;
const MAGIC_AT = 24;
const VERSION_AT = 28;
const PAGE_SIZE_AT = 48;
const FREE_TREE_AT = 48;
const MAIN_TREE_AT = 96;
const LAST_PAGE_AT = 144;
const TRANSACTION_AT = 152;

/** Throws StoreError for what cannot be an LMDB file of this version; a writer may find none. */
export function checkMeta(path: string, mode: "write" | "read"): void {
  let file: number;
  try {
    file = openSync(path, mode === "write" ? "r+" : "r");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && mode === "write") return;
    const trouble = mode === "write" ? writeTrouble(error as Error) : readTrouble(error as Error);
    const use = mode === "write" ? " and write" : "";
    throw new StoreError(
      `${path}: found ${isMissing ? "no file" : trouble}, expected the data of an index, to read${use}`,
    );
  }
  try {
    const length = fstatSync(file).size;
    if (length === 0 && mode === "write") return;
    const first = readMeta(file, 0);
    const pageSize = first?.pageSize ?? 4096;
    const second = readMeta(file, pageSize);
    if (first === null || second === null) {
      throw new StoreError(
        `${path}: meta page ${first === null ? 0 : 1} is damaged: found ${length} bytes without its mark, ` +
          "expected an LMDB file of data version 2",
      );
    }
    const { lastPage, roots } = first.transaction > second.transaction ? first : second;
    const expected = (lastPage + 1) * pageSize;
    if (length < expected && !reachesOnly(file, pageSize, Math.floor(length / pageSize), roots))
      throw new StoreError(`${path}: is cut short: found ${length} bytes, expected at least ${expected}`);
  } finally {
    closeSync(file);
  }
}

/**
 * Both meta pages, and the one of a first commit that holds the header alone: its writer may have died before it was
 * done. A longer file has held documents, whatever its meta pages say.
 */
const UNUSED_PAGES_MAX = 3;

/** Was the file made, and then nothing committed? A writer that was killed leaves that. */
export function isUnused(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    // What cannot be read is told of when it is opened.
    return false;
  }
  try {
    const { size } = fstatSync(file);
    if (size === 0) return true;
    const first = readMeta(file, 0);
    if (first === null || size > UNUSED_PAGES_MAX * first.pageSize) return false;
    return first.transaction === 0 && readMeta(file, first.pageSize)?.transaction === 0;
  } finally {
    closeSync(file);
  }
}

function readMeta(file: number, at: number) {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(file, bytes, 0, META_BYTES, at) < META_BYTES) return null;
  const pageSize = bytes.readUInt32LE(PAGE_SIZE_AT);
  const isMeta =
    (bytes.readUInt16LE(FLAGS_AT) & META_FLAG) !== 0 &&
    bytes.readUInt32LE(MAGIC_AT) === MAGIC &&
    bytes.readUInt32LE(VERSION_AT) === DATA_VERSION &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    (pageSize & (pageSize - 1)) === 0;
  if (!isMeta) return null;
  return {
    pageSize,
    lastPage: Number(bytes.readBigUInt64LE(LAST_PAGE_AT)),
    transaction: Number(bytes.readBigUInt64LE(TRANSACTION_AT)),
    roots: [FREE_TREE_AT, MAIN_TREE_AT].map((tree) => bytes.readBigUInt64LE(tree + ROOT_AT)),
  };
}
