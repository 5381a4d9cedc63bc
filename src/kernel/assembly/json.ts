/**
 * JSON lines, scanned where they lie. The grammar is RFC 8259 for one object; every departure from it, and
 * whatever this scanner leaves to `JSON.parse`, is UNUSUAL. See `../scanner.ts`.
 *
 * A newline is written at the end of the chunk before scanning. It ends every loop here, because a newline
 * is neither white space inside a line nor allowed in a string: no other check of bounds is needed, and a
 * scan never passes the end of its line. Loads of 16 bytes may read, not use, up to 15 bytes beyond.
 */
import {
  findSpecial,
  nestedEnd,
  openScratch,
  readEscaped,
  scalarEnd,
  scratchAt,
  skipSpace,
  stringRest,
} from "./json-values";

const BLANK: i32 = 0;
const RECORD: i32 = 1;
const UNUSUAL: i32 = 2;

const ABSENT: u32 = 0;
const STRING: u32 = 1;
const NUMBER: u32 = 2;
const TRUE: u32 = 3;
const FALSE: u32 = 4;
const NULL: u32 = 5;

const MAX_KEYS: usize = 48;
/** Bytes between the chunk and the scratch area, so that loads near the chunk's end never meet scratch. */
const GAP: usize = 16;

// result := next:u32 pad:12 kinds:u32[48] starts:u32[48] ends:u32[48]
const result = memory.data(16 + 3 * 4 * 48, 16);
const KINDS: usize = 16;
const STARTS: usize = KINDS + 4 * 48;
const ENDS: usize = STARTS + 4 * 48;

// keyText := (length:u16 bytes)*, at most 4,096 bytes of keys
const keyText = memory.data(4096 + 2 * 48, 16);
// keyTable := (prefix:u64 length:u32 rest:u32)[48]; prefix is the first 8 bytes, zero beyond the key
const keyTable = memory.data(16 * 48, 16);
// buckets := u8[128], number of the key + 1, or 0; open addressing
const buckets = memory.data(128, 16);
let owner: u32 = 0;

export function scanKeysAt(): usize {
  return keyText;
}

export function scanResultAt(): usize {
  return result;
}

/** Whose keys are in the table: one kernel can serve several scanners in turn. */
export function scanOwner(): u32 {
  return owner;
}

/** Builds the table of keys from the text at `scanKeysAt()`. Keys differ, and are at most MAX_KEYS. */
export function scanKeys(count: u32, newOwner: u32): void {
  owner = newOwner;
  memory.fill(buckets, 0, 128);
  let at = keyText;
  for (let key: u32 = 0; key < count; key++) {
    const length: u32 = load<u16>(at);
    at += 2;
    const prefix = prefixOf(at, length);
    const entry = keyTable + ((<usize>key) << 4);
    store<u64>(entry, prefix);
    store<u32>(entry, length, 8);
    store<u32>(entry, <u32>at, 12);
    let bucket = bucketOf(prefix, length);
    while (load<u8>(buckets + bucket)) bucket = (bucket + 1) & 127;
    store<u8>(buckets + bucket, <u8>(key + 1));
    at += length;
  }
}

/**
 * Scans the line at base + start in a chunk that ends at base + end, and writes the result. Overwrites the
 * bytes from base + end on, up to `scratchEnd` (an address).
 */
export function scanLine(base: usize, start: usize, end: usize, scratchEnd: usize): i32 {
  const limit = base + end;
  store<u8>(limit, 0x0a);
  openScratch(limit + GAP, scratchEnd);

  let at = skipSpace(base + start);
  let byte: u32 = load<u8>(at);
  if (byte === 0x0a) return finish(BLANK, at, base, limit);
  if (byte !== 0x7b) return finish(UNUSUAL, at, base, limit);
  clearKinds();
  at = skipSpace(at + 1);
  if (load<u8>(at) === 0x7d) {
    at = skipSpace(at + 1);
    return finish(load<u8>(at) === 0x0a ? RECORD : UNUSUAL, at, base, limit);
  }

  while (true) {
    if (load<u8>(at) !== 0x22) return finish(UNUSUAL, at, base, limit);
    const keyStart = at + 1;
    at = findSpecial(keyStart);
    if (load<u8>(at) !== 0x22) return finish(UNUSUAL, at, base, limit);
    const key = findKey(keyStart, <u32>(at - keyStart));
    const slot = result + ((<usize>key) << 2);
    if (key >= 0 && load<u32>(slot, KINDS) !== ABSENT) return finish(UNUSUAL, at, base, limit);
    at = skipSpace(at + 1);
    if (load<u8>(at) !== 0x3a) return finish(UNUSUAL, at, base, limit);
    at = skipSpace(at + 1);

    const valueAt = at;
    let valueStart = at;
    let valueEnd: usize = 0;
    let kind = STRING;
    byte = load<u8>(at);
    if (byte === 0x22) {
      valueStart = at + 1;
      valueEnd = findSpecial(valueStart);
      at = valueEnd;
      if (load<u8>(at) === 0x22) at += 1;
      else if (key < 0) at = stringRest(at);
      else {
        const from = scratchAt();
        at = readEscaped(valueStart, at);
        valueStart = from;
        valueEnd = scratchAt();
      }
    } else if (byte === 0x7b || byte === 0x5b) {
      at = key < 0 ? nestedEnd(at) : 0;
    } else {
      kind = byte === 0x74 ? TRUE : byte === 0x66 ? FALSE : byte === 0x6e ? NULL : NUMBER;
      at = scalarEnd(at);
      valueEnd = at;
    }
    if (!at) return finish(UNUSUAL, valueAt, base, limit);
    if (key >= 0) {
      store<u32>(slot, kind, KINDS);
      store<u32>(slot, <u32>(valueStart - base), STARTS);
      store<u32>(slot, <u32>(valueEnd - base), ENDS);
    }

    at = skipSpace(at);
    byte = load<u8>(at);
    if (byte === 0x2c) {
      at = skipSpace(at + 1);
      continue;
    }
    if (byte !== 0x7d) return finish(UNUSUAL, at, base, limit);
    at = skipSpace(at + 1);
    return finish(load<u8>(at) === 0x0a ? RECORD : UNUSUAL, at, base, limit);
  }
}

/** Stores where the next line begins; `at` is in the line, or at its newline. */
function finish(status: i32, at: usize, base: usize, limit: usize): i32 {
  const newline = i8x16.splat(0x0a);
  let mask = i8x16.bitmask(i8x16.eq(v128.load(at), newline));
  while (!mask) {
    at += 16;
    mask = i8x16.bitmask(i8x16.eq(v128.load(at), newline));
  }
  at += ctz(mask);
  store<u32>(result, <u32>((at < limit ? at + 1 : limit) - base));
  return status;
}

function clearKinds(): void {
  const zero = i64x2.splat(0);
  for (let i: usize = 0; i < 4 * MAX_KEYS; i += 16) v128.store(result + i, zero, KINDS);
}

function prefixOf(at: usize, length: u32): u64 {
  const bytes = load<u64>(at);
  return length < 8 ? bytes & (((<u64>1) << ((<u64>length) << 3)) - 1) : bytes;
}

function bucketOf(prefix: u64, length: u32): usize {
  return <usize>(((prefix ^ length) * 0x19e3779b97f4a7) >> 57);
}

/** The number of the known key with these bytes, or -1. */
function findKey(at: usize, length: u32): i32 {
  const prefix = prefixOf(at, length);
  let bucket = bucketOf(prefix, length);
  while (true) {
    const key: u32 = load<u8>(buckets + bucket);
    if (!key) return -1;
    const entry = keyTable + ((<usize>(key - 1)) << 4);
    if (load<u64>(entry) === prefix && load<u32>(entry, 8) === length) {
      if (length <= 8 || memory.compare(at, load<u32>(entry, 12), length) === 0) return key - 1;
    }
    bucket = (bucket + 1) & 127;
  }
}
