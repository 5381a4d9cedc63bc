/**
 * The values of JSON, as RFC 8259 has them, read in bytes that a newline ends: none of these functions passes
 * it (see `json.ts`). Each returns where its value ends, or 0 where it is not valid.
 */

/** Strings that were unescaped: where the next goes, and where the room for them ends. */
let scratch: usize = 0;
let scratchLimit: usize = 0;
/** An escape gives up to 4 bytes, then 16 are stored at once. */
const ROOM: usize = 32;
/** Values nested deeper are left to `JSON.parse`: one bit is kept for each level. */
const MAX_DEPTH: u32 = 64;
/** A closing bracket's code less its opening one's. */
const CLOSING: u32 = 2;

export function openScratch(at: usize, limit: usize): void {
  scratch = at;
  scratchLimit = limit;
}

export function scratchAt(): usize {
  return scratch;
}

export function skipSpace(at: usize): usize {
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
export function findSpecial(at: usize): usize {
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

/** Where a string ends, after its closing quote, read on from the backslash at `at`; 0 where it is not valid. */
export function stringRest(at: usize): usize {
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte === 0x22) return at + 1;
    if (byte !== 0x5c) return 0;
    if (load<u8>(at, 1) === 0x75) {
      if (hex4(at + 2) < 0) return 0;
      at += 6;
    } else {
      if (!escaped(load<u8>(at, 1))) return 0;
      at += 2;
    }
    at = findSpecial(at);
  }
}

/**
 * Writes the string that begins at `start`, whose first backslash is at `at`, to the scratch area. Returns
 * where it ends, after its closing quote; 0 where it is not valid, holds half a surrogate pair (for which
 * UTF-8 has no bytes), or there is no room.
 */
export function readEscaped(start: usize, at: usize): usize {
  let out = scratch;
  const length = at - start;
  if (out + length + ROOM > scratchLimit) return 0;
  memory.copy(out, start, length);
  out += length;
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte === 0x22) break;
    if (byte !== 0x5c) return 0;
    if (load<u8>(at, 1) === 0x75) {
      let code = hex4(at + 2);
      at += 6;
      if ((code & 0xfc00) === 0xd800) {
        if (load<u16>(at) !== 0x755c) return 0;
        const low = hex4(at + 2);
        if ((low & 0xfffffc00) !== 0xdc00) return 0;
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at += 6;
      }
      if (code < 0 || (code & 0xfffffc00) === 0xdc00) return 0;
      out = writeCodePoint(out, code);
    } else {
      const value = escaped(load<u8>(at, 1));
      if (!value) return 0;
      store<u8>(out, value);
      out += 1;
      at += 2;
    }
    // Runs of escapes are common; between them 16 bytes at a time, the last of them with some too many.
    while (load<u8>(at) !== 0x5c) {
      if (out + ROOM > scratchLimit) return 0;
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
    if (out + ROOM > scratchLimit) return 0;
  }
  scratch = out;
  return at + 1;
}

/** The digit's value, or -1. Without branches: digits and letters come in no order that could be foretold. */
function hexDigit(byte: u32): i32 {
  const valid = i32(byte - 0x30 < 10) | i32((byte | 0x20) - 0x61 < 6);
  return ((byte & 15) + (byte >> 6) * 9) | (valid - 1);
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

/** A number, or true, false, null. */
export function scalarEnd(at: usize): usize {
  const word = load<u32>(at);
  if (word === 0x65757274 || word === 0x6c6c756e) return at + 4;
  if (word === 0x736c6166 && load<u8>(at, 4) === 0x65) return at + 5;
  return numberEnd(at);
}

/** An object or array that begins at `at`. */
export function nestedEnd(at: usize): usize {
  let depth: u32 = 0;
  let objects: u64 = 0;
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte === 0x7b || byte === 0x5b) {
      if (depth === MAX_DEPTH) return 0;
      depth++;
      objects = (objects << 1) | (byte === 0x7b ? 1 : 0);
      at = skipSpace(at + 1);
      if (load<u8>(at) !== byte + CLOSING) {
        if (byte === 0x7b) at = memberValue(at);
        if (!at) return 0;
        continue;
      }
    } else {
      at = byte === 0x22 ? stringRest(findSpecial(at + 1)) : scalarEnd(at);
      if (!at) return 0;
      at = skipSpace(at);
    }
    // A value has been read, or none was in the brackets: here stands what follows it.
    while (load<u8>(at) === (objects & 1 ? 0x7d : 0x5d)) {
      objects >>= 1;
      depth--;
      at++;
      if (!depth) return at;
      at = skipSpace(at);
    }
    if (load<u8>(at) !== 0x2c) return 0;
    at = skipSpace(at + 1);
    if (objects & 1) at = memberValue(at);
    if (!at) return 0;
  }
}

/** Where the value of the member begins whose key begins at `at`. */
function memberValue(at: usize): usize {
  if (load<u8>(at) !== 0x22) return 0;
  at = stringRest(findSpecial(at + 1));
  if (!at) return 0;
  at = skipSpace(at);
  return load<u8>(at) === 0x3a ? skipSpace(at + 1) : 0;
}
