/**
 * The tokeniser's fast path: words of the letters U+0620–063F, U+0641–064A and ASCII between plain separators,
 * found 64 bytes at a time by vector compares. Everything else (digits, marks, tatweel, other scripts, quotes of
 * three bytes, lone proclitics) is `special` and read by slow.ts, from the start of the word it touches.
 */
import { absorb } from "./hash";
import { readSlowly } from "./slow";
import { beginText, count, emit, isFull } from "./tokens";

const BLOCK: usize = 64;
/** The text's last bytes, followed by spaces. */
const tail = memory.data(80, 16);
/** 16 bytes of ones, then 16 of zeros: loaded from `16 - n` on, it keeps n bytes. */
const keepers = memory.data(32, 16);
v128.store(keepers, i8x16.splat(-1));

/** Tokens of bytes [start, end); -1 if there is no room for all of them. May load up to 16 bytes beyond. */
export function tokenise(start: usize, end: usize, offsets: bool): i32 {
  beginText(start, offsets);
  let at = start;
  let wordStart: usize = 0;
  /** Bit 0: a word is open at `at`, or a letter's or separator's second byte lies there. */
  let isOpen: u64 = 0;
  let isLetterCut: u64 = 0;
  let isSeparatorCut: u64 = 0;
  while (at < end) {
    let source = at;
    if (end - at <= BLOCK) {
      source = tail;
      for (let i: usize = 0; i < 80; i += 16) v128.store(tail + i, i8x16.splat(0x20));
      memory.copy(tail, at, end - at);
    }
    classify(source);
    let letters = asciiLetters | wideLetters | (wideLetters << 1) | isLetterCut;
    let special = ~(letters | asciiSeparators | wideSeparators | (wideSeparators << 1) | isSeparatorCut);
    isLetterCut = wideLetters >> 63;
    isSeparatorCut = wideSeparators >> 63;
    let next = at + BLOCK;
    for (;;) {
      const shifted = (letters << 1) | isOpen;
      // Bits below the first special one; all, where there is none.
      const plain = (special - 1) & ~special;
      let begins = letters & ~shifted & plain;
      let ends = ~letters & shifted & plain;
      let slowAt: usize = 0;
      while (ends !== 0) {
        if (isOpen === 0) {
          wordStart = at + <usize>ctz(begins);
          begins &= begins - 1;
        }
        isOpen = 0;
        const wordEnd = at + <usize>ctz(ends);
        ends &= ends - 1;
        if (wordEnd - wordStart === 2 && isProclitic(load<u16>(wordStart))) {
          slowAt = wordStart;
          break;
        }
        emit(hashWord(wordStart, wordEnd), wordStart, wordEnd);
      }
      if (slowAt === 0) {
        if (begins !== 0) {
          wordStart = at + <usize>ctz(begins);
          isOpen = 1;
        }
        if (special === 0) {
          break;
        }
        slowAt = isOpen !== 0 ? wordStart : at + <usize>ctz(special);
      }
      isOpen = 0;
      const resumeAt = readSlowly(slowAt, end);
      if (resumeAt >= next) {
        next = resumeAt;
        isLetterCut = 0;
        isSeparatorCut = 0;
        break;
      }
      const rest = ~(<u64>0) << (<u64>(resumeAt - at));
      letters &= rest;
      special &= rest;
    }
    at = next;
  }
  if (isOpen !== 0) emit(hashWord(wordStart, end), wordStart, end);
  return isFull ? -1 : count;
}

/** و ف ل ك ب as two bytes of UTF-8. */
function isProclitic(letter: u32): bool {
  return (
    letter === 0x88d9 || letter === 0x81d9 || letter === 0x84d9 || letter === 0x83d9 || letter === 0xa8d8
  );
}

let asciiLetters: u64 = 0;
let asciiSeparators: u64 = 0;
/** Bits at the first of two bytes. */
let wideLetters: u64 = 0;
let wideSeparators: u64 = 0;

function classify(source: usize): void {
  asciiLetters = 0;
  asciiSeparators = 0;
  wideLetters = 0;
  wideSeparators = 0;
  for (let i: usize = 0; i < 64; i += 16) {
    const bytes = v128.load(source + i);
    const following = v128.load(source + i, 1);
    const isD8 = i8x16.eq(bytes, i8x16.splat(0xd8 as i8));
    const isD9 = i8x16.eq(bytes, i8x16.splat(0xd9 as i8));
    const isC2 = i8x16.eq(bytes, i8x16.splat(0xc2 as i8));
    // U+0620–063F, U+0641–064A
    const wide = v128.or(
      v128.and(isD8, i8x16.eq(v128.and(following, i8x16.splat(0xe0 as i8)), i8x16.splat(0xa0 as i8))),
      v128.and(isD9, i8x16.le_u(i8x16.sub(following, i8x16.splat(0x81 as i8)), i8x16.splat(9))),
    );
    // U+060C, U+061B, U+061F; U+00A0, U+00AB, U+00BB
    const wideSeparator = v128.or(
      v128.and(
        isD8,
        v128.or(
          i8x16.eq(following, i8x16.splat(0x8c as i8)),
          i8x16.eq(v128.and(following, i8x16.splat(0xfb as i8)), i8x16.splat(0x9b as i8)),
        ),
      ),
      v128.and(
        isC2,
        v128.or(
          i8x16.eq(following, i8x16.splat(0xa0 as i8)),
          i8x16.eq(v128.or(following, i8x16.splat(0x10)), i8x16.splat(0xbb as i8)),
        ),
      ),
    );
    const letter = i8x16.le_u(
      i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)),
      i8x16.splat(25),
    );
    const digitOrApostrophe = v128.or(
      i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9)),
      i8x16.eq(bytes, i8x16.splat(0x27)),
    );
    const separator = v128.andnot(i8x16.gt_s(bytes, i8x16.splat(-1)), v128.or(letter, digitOrApostrophe));
    asciiLetters |= (<u64>i8x16.bitmask(letter)) << i;
    asciiSeparators |= (<u64>i8x16.bitmask(separator)) << i;
    wideLetters |= (<u64>i8x16.bitmask(wide)) << i;
    wideSeparators |= (<u64>i8x16.bitmask(wideSeparator)) << i;
  }
}

/** Hash of a word of fast letters, which are replaced (L1, lower case) as they are loaded. */
function hashWord(start: usize, end: usize): u64 {
  let hash: u64 = 0;
  let at = start;
  while (end - at > 16) {
    const folded = fold(at);
    hash = absorb(hash, i64x2.extract_lane(folded, 0), i64x2.extract_lane(folded, 1));
    at += 16;
  }
  const folded = v128.and(fold(at), v128.load(keepers + 16 - (end - at)));
  return absorb(hash, i64x2.extract_lane(folded, 0), i64x2.extract_lane(folded, 1));
}

/** 16 bytes of letters: آ أ إ to ا, ة to ه, ى to ي, A–Z to a–z. */
function fold(at: usize): v128 {
  const bytes = v128.load(at);
  const following = v128.load(at, 1);
  const isTehMarbuta = v128.and(
    i8x16.eq(bytes, i8x16.splat(0xd8 as i8)),
    i8x16.eq(following, i8x16.splat(0xa9 as i8)),
  );
  // What to add to a second byte 0xA0–0xAF: A2 A3 A5 become A7, A9 becomes 87. Others get 0.
  const delta = i8x16.swizzle(
    i8x16(0, 0, 5, 4, 0, 2, 0, 0, 0, -34, 0, 0, 0, 0, 0, 0),
    v128.xor(bytes, i8x16.splat(0xa0 as i8)),
  );
  const isAlefMaksura = i8x16.eq(bytes, i8x16.splat(0x89 as i8));
  const lowerCase = v128.and(i8x16.gt_s(bytes, i8x16.splat(-1)), i8x16.splat(0x20));
  const replaced = i8x16.sub(i8x16.sub(i8x16.add(bytes, delta), isAlefMaksura), isTehMarbuta);
  return v128.or(replaced, lowerCase);
}
