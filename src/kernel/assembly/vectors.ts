/** Vector tests of 16 bytes each, for text.ts: ones where a byte is what the name says, zeros elsewhere. */

/** One bit a byte, from four vectors of ones and zeros. */
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = i8x16.bitmask(a) | (i8x16.bitmask(b) << 16);
  const high = i8x16.bitmask(c) | (i8x16.bitmask(d) << 16);
  return <u64>(<u32>low) | ((<u64>high) << 32);
}

/** The first of two bytes of U+0620–063F, U+0641–064A. */
export function isWideLetter(bytes: v128, following: v128): v128 {
  return v128.or(
    v128.and(
      i8x16.eq(bytes, i8x16.splat(0xd8 as i8)),
      i8x16.eq(v128.and(following, i8x16.splat(0xe0 as i8)), i8x16.splat(0xa0 as i8)),
    ),
    v128.and(
      i8x16.eq(bytes, i8x16.splat(0xd9 as i8)),
      i8x16.le_u(i8x16.sub(following, i8x16.splat(0x81 as i8)), i8x16.splat(9)),
    ),
  );
}

/** The first of two bytes of U+060C, U+061B, U+061F; U+00A0, U+00AB, U+00BB. */
export function isWideSeparator(bytes: v128, following: v128): v128 {
  return v128.or(
    v128.and(
      i8x16.eq(bytes, i8x16.splat(0xd8 as i8)),
      v128.or(
        i8x16.eq(following, i8x16.splat(0x8c as i8)),
        i8x16.eq(v128.and(following, i8x16.splat(0xfb as i8)), i8x16.splat(0x9b as i8)),
      ),
    ),
    v128.and(
      i8x16.eq(bytes, i8x16.splat(0xc2 as i8)),
      v128.or(
        i8x16.eq(following, i8x16.splat(0xa0 as i8)),
        i8x16.eq(v128.or(following, i8x16.splat(0x10)), i8x16.splat(0xbb as i8)),
      ),
    ),
  );
}

export function isAsciiLetter(bytes: v128): v128 {
  return i8x16.le_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(25));
}

/** ASCII but for letters, digits and the apostrophe. */
export function isAsciiSeparator(bytes: v128): v128 {
  const isDigit = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9));
  const isApostrophe = i8x16.eq(bytes, i8x16.splat(0x27));
  const isOther = v128.or(v128.or(isDigit, isApostrophe), isAsciiLetter(bytes));
  return v128.andnot(i8x16.gt_s(bytes, i8x16.splat(-1)), isOther);
}

/** 0x80–0xBF. */
export function isContinuation(bytes: v128): v128 {
  return i8x16.lt_s(bytes, i8x16.splat(-64));
}

/** 0xC2–0xDF. */
export function isLeadOfTwo(bytes: v128): v128 {
  return i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0xc2 as i8)), i8x16.splat(29));
}

/** 0xE1–0xEF but for 0xED: those that any two continuation bytes can follow. */
export function isLeadOfThree(bytes: v128): v128 {
  return v128.andnot(
    i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0xe1 as i8)), i8x16.splat(14)),
    i8x16.eq(bytes, i8x16.splat(0xed as i8)),
  );
}
