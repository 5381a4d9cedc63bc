/**
 * JSON lines, scanned where they lie. The grammar is RFC 8259 for one flat object; every departure from it,
 * and whatever this scanner leaves to `JSON.parse`, is UNUSUAL. See `../scanner.ts`.
 *
 * A newline is written at the end of the chunk before scanning. It ends every loop here, because a newline
 * is neither white space inside a line nor allowed in a string: no other check of bounds is needed, and a
 * scan never passes the end of its line. Loads of 16 bytes may read, not use, up to 15 bytes beyond.
 */

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

/** Bytes of strings that will be unescaped: where the next goes, and where the room ends. */
let scratch: usize = 0;
let scratchLimit: usize = 0;
/** The end of the string that `readEscaped` or `skipString` read: at its closing quote. */
let stringEnd: usize = 0;

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
  scratch = limit + GAP;
  scratchLimit = scratchEnd;

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

    let valueStart = at;
    let valueEnd: usize;
    let kind: u32;
    byte = load<u8>(at);
    if (byte === 0x22) {
      kind = STRING;
      valueStart = at + 1;
      at = findSpecial(valueStart);
      valueEnd = at;
      byte = load<u8>(at);
      if (byte === 0x5c) {
        if (key >= 0) {
          const from = scratch;
          if (!readEscaped(valueStart, at)) return finish(UNUSUAL, at, base, limit);
          valueStart = from;
          valueEnd = scratch;
        } else if (!skipString(at)) {
          return finish(UNUSUAL, at, base, limit);
        }
        at = stringEnd;
      } else if (byte !== 0x22) {
        return finish(UNUSUAL, at, base, limit);
      }
      at += 1;
    } else {
      if (byte === 0x2d || byte - 0x30 < 10) {
        kind = NUMBER;
        at = numberEnd(at);
        if (!at) return finish(UNUSUAL, valueStart, base, limit);
      } else if (load<u32>(at) === 0x65757274) {
        kind = TRUE;
        at += 4;
      } else if (load<u32>(at) === 0x736c6166 && load<u8>(at, 4) === 0x65) {
        kind = FALSE;
        at += 5;
      } else if (load<u32>(at) === 0x6c6c756e) {
        kind = NULL;
        at += 4;
      } else {
        return finish(UNUSUAL, at, base, limit);
      }
      valueEnd = at;
    }
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

function skipSpace(at: usize): usize {
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return at;
    at++;
  }
}

/** The lanes that hold `"`, `\` or a control character, as bits. */
function specials(bytes: v128): i32 {
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
      i8x16.eq(i8x16.min_u(bytes, i8x16.splat(0x1f)), bytes),
    ),
  );
}

/** The first `"`, `\` or control character from `at` on. */
function findSpecial(at: usize): usize {
  let mask = specials(v128.load(at));
  while (!mask) {
    at += 16;
    mask = specials(v128.load(at));
  }
  return at + ctz(mask);
}

/** What `\` + byte stands for, or 0 where it is no escape of one character. */
function escaped(byte: u32): u32 {
  switch (byte) {
    case 0x22:
    case 0x5c:
    case 0x2f:
      return byte;
    case 0x62:
      return 0x08;
    case 0x66:
      return 0x0c;
    case 0x6e:
      return 0x0a;
    case 0x72:
      return 0x0d;
    case 0x74:
      return 0x09;
    default:
      return 0;
  }
}

/** Reads a string on from the backslash at `at` to its closing quote. False where it is not valid. */
function skipString(at: usize): bool {
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte === 0x22) {
      stringEnd = at;
      return true;
    }
    if (byte !== 0x5c) return false;
    if (load<u8>(at, 1) === 0x75) {
      if (hex4(at + 2) < 0) return false;
      at += 6;
    } else {
      if (!escaped(load<u8>(at, 1))) return false;
      at += 2;
    }
    at = findSpecial(at);
  }
}

/**
 * Writes the string that begins at `start`, whose first backslash is at `at`, to the scratch area. False
 * where it is not valid, holds half a surrogate pair (UTF-8 has no bytes for it), or there is no room.
 */
function readEscaped(start: usize, at: usize): bool {
  let out = scratch;
  const length = at - start;
  if (out + length + 16 > scratchLimit) return false;
  memory.copy(out, start, length);
  out += length;
  while (true) {
    // Here stands a quote, a backslash or a control character, and there is room for 16 bytes.
    const byte: u32 = load<u8>(at);
    if (byte === 0x22) break;
    if (byte !== 0x5c) return false;
    if (load<u8>(at, 1) === 0x75) {
      let code = hex4(at + 2);
      at += 6;
      if ((code & 0xfc00) === 0xd800) {
        if (load<u16>(at) !== 0x755c) return false;
        const low = hex4(at + 2);
        if ((low & 0xfc00) !== 0xdc00) return false;
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at += 6;
      }
      if (code < 0 || (code & 0xfffffc00) === 0xdc00) return false;
      out = writeCodePoint(out, code);
    } else {
      const value = escaped(load<u8>(at, 1));
      if (!value) return false;
      store<u8>(out, value);
      out += 1;
      at += 2;
    }
    while (true) {
      if (out + 32 > scratchLimit) return false;
      const bytes = v128.load(at);
      v128.store(out, bytes);
      const mask = specials(bytes);
      if (mask) {
        at += ctz(mask);
        out += ctz(mask);
        break;
      }
      at += 16;
      out += 16;
    }
  }
  scratch = out;
  stringEnd = at;
  return true;
}

function hexDigit(byte: u32): i32 {
  if (byte - 0x30 < 10) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : -1;
}

/** The value of four hexadecimal digits, or a negative number. */
function hex4(at: usize): i32 {
  const a = hexDigit(load<u8>(at));
  const b = hexDigit(load<u8>(at, 1));
  const c = hexDigit(load<u8>(at, 2));
  const d = hexDigit(load<u8>(at, 3));
  if ((a | b | c | d) < 0) return -1;
  return (a << 12) | (b << 8) | (c << 4) | d;
}

function writeCodePoint(out: usize, code: i32): usize {
  if (code < 0x80) {
    store<u8>(out, code);
    return out + 1;
  }
  if (code < 0x800) {
    store<u8>(out, 0xc0 | (code >> 6));
    store<u8>(out, 0x80 | (code & 0x3f), 1);
    return out + 2;
  }
  if (code < 0x10000) {
    store<u8>(out, 0xe0 | (code >> 12));
    store<u8>(out, 0x80 | ((code >> 6) & 0x3f), 1);
    store<u8>(out, 0x80 | (code & 0x3f), 2);
    return out + 3;
  }
  store<u8>(out, 0xf0 | (code >> 18));
  store<u8>(out, 0x80 | ((code >> 12) & 0x3f), 1);
  store<u8>(out, 0x80 | ((code >> 6) & 0x3f), 2);
  store<u8>(out, 0x80 | (code & 0x3f), 3);
  return out + 4;
}

function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 0x30 < 10;
}

/** Where the number at `at` ends, or 0 where it is none: -? (0 | [1-9] d*) (. d+)? ([eE] [+-]? d+)? */
function numberEnd(at: usize): usize {
  if (load<u8>(at) === 0x2d) at++;
  if (load<u8>(at) === 0x30) at++;
  else {
    if (!isDigit(at)) return 0;
    while (isDigit(at)) at++;
  }
  if (load<u8>(at) === 0x2e) {
    at++;
    if (!isDigit(at)) return 0;
    while (isDigit(at)) at++;
  }
  if ((load<u8>(at) | 0x20) === 0x65) {
    at++;
    const sign = load<u8>(at);
    if (sign === 0x2b || sign === 0x2d) at++;
    if (!isDigit(at)) return 0;
    while (isDigit(at)) at++;
  }
  return at;
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
