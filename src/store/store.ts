/**
 * What an index is kept in: bytes under bytes, ordered by key, written in whole commits. Two backends, `memory.ts`
 * and `lmdb.ts`; one contract suite runs over both.
 *
 * value := crc32(key, body):u32 | body     (little-endian; CRC-32 as in zlib)
 */
import { crc32 } from "node:zlib";
import { StoreError } from "../errors.js";

/** Longest key that LMDB takes. */
export const KEY_BYTES_MAX = 1978;

export interface Change {
  readonly key: Uint8Array;
  /** Null deletes. */
  readonly body: Uint8Array | null;
}

export interface Entry {
  readonly key: Uint8Array;
  readonly body: Uint8Array;
}

/** What must stand under a key for a write to happen; null where nothing may. */
export interface Expected {
  readonly key: Uint8Array;
  readonly body: Uint8Array | null;
}

export interface Store {
  /** Where it is, for messages. */
  readonly name: string;
  /** Whether what `get` gives stays valid for as long as it stays in the store. */
  readonly keepsBodies: boolean;
  /**
   * The body under a key, its checksum verified; undefined where there is none. Valid until the next call on the
   * store. Throws StoreError for a damaged value.
   */
  get(key: Uint8Array): Uint8Array | undefined;
  /** Entries whose key begins with these bytes, ascending by key; bodies are copies. */
  entries(prefix: Uint8Array): Iterable<Entry>;
  /**
   * Takes over the bodies, and applies all changes or none; on disk when it resolves. Commits are applied in the order
   * of the calls. Throws StoreError, and applies nothing, where another process has written what is not expected.
   */
  write(changes: readonly Change[], expected?: Expected): Promise<void>;
  /** Lets reads see what other processes have committed meanwhile. */
  refresh(): void;
  /** Bytes taken on disk; in memory, those of keys and values. */
  size(): number;
  /**
   * Gives room that is not used back to the disk; no write may be under way. False where another process reads: then
   * nothing was done.
   */
  shrink(): Promise<boolean>;
  close(): Promise<void>;
}

const SEAL_BYTES = 4;

/** The value that stores a body under a key. */
export function seal(key: Uint8Array, body: Uint8Array): Uint8Array {
  const value = new Uint8Array(SEAL_BYTES + body.length);
  value.set(body, SEAL_BYTES);
  new DataView(value.buffer).setUint32(0, checksum(key, body), true);
  return value;
}

/** The body of a value, a view. Throws StoreError where the checksum does not hold. */
export function unseal(name: string, key: Uint8Array, value: Uint8Array): Uint8Array {
  // Never a Buffer, whose slice() is no copy.
  const body = new Uint8Array(
    value.buffer,
    value.byteOffset + SEAL_BYTES,
    Math.max(0, value.length - SEAL_BYTES),
  );
  const found = checksum(key, body);
  const expected =
    value.length < SEAL_BYTES
      ? Number.NaN
      : new DataView(value.buffer, value.byteOffset, SEAL_BYTES).getUint32(0, true);
  if (found === expected) return body;
  throw new StoreError(
    `${name}: value under key ${hex(key)} is damaged: found checksum ${found.toString(16)}, ` +
      `expected ${Number.isNaN(expected) ? "at least 4 bytes" : expected.toString(16)}`,
  );
}

/** zlib answers 0 for an empty buffer without memory, whatever went before. */
function checksum(key: Uint8Array, body: Uint8Array): number {
  const ofKey = crc32(key);
  return body.length === 0 ? ofKey : crc32(body, ofKey);
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
