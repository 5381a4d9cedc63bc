/** Hashes of words whose letters are replaced byte for byte, as they are loaded: L1 and lower case. */
import { absorb } from "./hash";

/** 16 bytes of ones, then 16 of zeros: loaded from `16 - n` on, it keeps n bytes. */
const keepers = memory.data(32, 16);
v128.store(keepers, i8x16.splat(-1));

/** Hash of bytes of Arabic and ASCII letters and ASCII digits. Loads up to 17 bytes beyond `end`. */
export function hashWord(start: usize, end: usize): u64 {
  let hash: u64 = 0;
  let at = start;
  while (end - at > 16) {
    const folded = fold(at);
    hash = absorb(hash, i64x2.extract_lane(folded, 0), i64x2.extract_lane(folded, 1));
    at += 16;
  }
  return absorbLast(hash, at, end);
}

/** Takes the last 1 to 16 bytes of a word into its hash. */
export function absorbLast(hash: u64, at: usize, end: usize): u64 {
  const folded = v128.and(fold(at), v128.load(keepers + 16 - (end - at)));
  return absorb(hash, i64x2.extract_lane(folded, 0), i64x2.extract_lane(folded, 1));
}

// V8 builds a vector constant with four instructions wherever it is used; loading it takes one.
const D8: usize = 0;
const A9: usize = 16;
const A0: usize = 32;
const X89: usize = 48;
const X20: usize = 64;
const DELTAS: usize = 80;
const constants = memory.data(96, 16);
v128.store(constants, i8x16.splat(0xd8 as i8), D8);
v128.store(constants, i8x16.splat(0xa9 as i8), A9);
v128.store(constants, i8x16.splat(0xa0 as i8), A0);
v128.store(constants, i8x16.splat(0x89 as i8), X89);
v128.store(constants, i8x16.splat(0x20), X20);
// What to add to second bytes 0xA0–0xAF: A2 A3 A5 become A7, A9 becomes 87.
v128.store(constants, i8x16(0, 0, 5, 4, 0, 2, 0, 0, 0, -34, 0, 0, 0, 0, 0, 0), DELTAS);

/** 16 bytes of letters: آ أ إ to ا, ة to ه, ى to ي, A–Z to a–z. */
function fold(at: usize): v128 {
  const bytes = v128.load(at);
  const isTehMarbuta = v128.and(
    i8x16.eq(bytes, v128.load(constants, D8)),
    i8x16.eq(v128.load(at, 1), v128.load(constants, A9)),
  );
  // Outside of 0xA0–0xAF the index is beyond 15, which gives 0.
  const delta = i8x16.swizzle(v128.load(constants, DELTAS), v128.xor(bytes, v128.load(constants, A0)));
  const isAlefMaksura = i8x16.eq(bytes, v128.load(constants, X89));
  const lowerCase = v128.and(i8x16.gt_s(bytes, i8x16.splat(-1)), v128.load(constants, X20));
  const replaced = i8x16.sub(i8x16.sub(i8x16.add(bytes, delta), isAlefMaksura), isTehMarbuta);
  return v128.or(replaced, lowerCase);
}
