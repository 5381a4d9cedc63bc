/**
 * What can be said of an LMDB file before LMDB maps it, which would crash on some damage: both meta pages, and
 * whether the file is as long as the newer of them says.
 *
 * page := number:u64 | transaction:u64 | pad:u16 | flags:u16 (8: meta) | 4 bytes | content
 * meta := magic:u32 (BEEFC0DE) | version:u32 | address:u64 | mapSize:u64 | free tree:48 (page size:u32 first) |
 *         main tree:48 | lastPage:u64 | transaction:u64
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { StoreError } from "../errors.js";

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const META_FLAG = 8;
const META_BYTES = 160;
const FLAGS_AT = 18;
const MAGIC_AT = 24;
const VERSION_AT = 28;
const PAGE_SIZE_AT = 48;
const LAST_PAGE_AT = 144;
const TRANSACTION_AT = 152;

/** Throws StoreError for what cannot be an LMDB file of this version; a writer may find none. */
export function checkMeta(path: string, mode: "write" | "read"): void {
  if (!existsSync(path)) {
    if (mode === "write") return;
    throw new StoreError(`${path}: found no file, expected the data of an index`);
  }
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new StoreError(`${path}: cannot be read: ${(error as Error).message}`);
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
    const { lastPage } = first.transaction > second.transaction ? first : second;
    const expected = (lastPage + 1) * pageSize;
    if (length < expected)
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
  };
}
