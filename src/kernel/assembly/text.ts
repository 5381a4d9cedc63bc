/**
 * The tokeniser's fast path: words of the letters U+0620–063F, U+0641–064A and ASCII between plain separators,
 * found 64 bytes at a time by vector compares. Everything else (digits, marks, tatweel, other scripts, quotes of
 * three bytes, lone proclitics) is `special` and read by slow.ts, from the start of the word it touches.
 */
import { ends as endsAt, hashes, starts, tokenCapacity } from "./memory";
import { readQuickly } from "./quick";
import { readSlowly } from "./slow";
import { beginText, count, emit, setCount } from "./tokens";
import { bits, isAsciiLetter, isAsciiSeparator, isWideLetter, isWideSeparator } from "./vectors";
import { absorbLast, hashWord } from "./word-hash";

const BLOCK: usize = 64;
/** A block's words, each of a byte at least and parted by one. */
const MOST_TOKENS: u32 = 32;
/** The text's last bytes, followed by spaces. */
const tail = memory.data(80, 16);

/**
 * Tokens of bytes [start, end); -1 if there may be no room for all of them, of which MOST_TOKENS are to spare.
 * Loads up to 16 bytes beyond the end.
 */
export function tokenise(start: usize, end: usize, offsets: bool): i32 {
  beginText(start, offsets);
  let at = start;
  let wordStart: usize = 0;
  /** 1: the word that began at `wordStart` goes on at `at`. */
  let isOpen: u64 = 0;
  /** 1: the second byte of a letter, of a separator, lies at `at`. */
  let isLetterCut: u64 = 0;
  let isSeparatorCut: u64 = 0;
  while (at < end) {
    let token = count;
    if (token + MOST_TOKENS > tokenCapacity) return -1;
    let source = at;
    if (end - at <= BLOCK) {
      source = tail;
      for (let i: usize = 0; i < 80; i += 16) v128.store(tail + i, i8x16.splat(0x20));
      memory.copy(tail, at, end - at);
    }
    const a = v128.load(source);
    const b = v128.load(source, 16);
    const c = v128.load(source, 32);
    const d = v128.load(source, 48);
    const afterA = v128.load(source, 1);
    const afterB = v128.load(source, 17);
    const afterC = v128.load(source, 33);
    const afterD = v128.load(source, 49);
    const wideLetters = bits(
      isWideLetter(a, afterA),
      isWideLetter(b, afterB),
      isWideLetter(c, afterC),
      isWideLetter(d, afterD),
    );
    const wideSeparators = bits(
      isWideSeparator(a, afterA),
      isWideSeparator(b, afterB),
      isWideSeparator(c, afterC),
      isWideSeparator(d, afterD),
    );
    const asciiLetters = bits(isAsciiLetter(a), isAsciiLetter(b), isAsciiLetter(c), isAsciiLetter(d));
    const asciiSeparators = bits(
      isAsciiSeparator(a),
      isAsciiSeparator(b),
      isAsciiSeparator(c),
      isAsciiSeparator(d),
    );
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
      if (isOpen === 0) {
        wordStart = at + <usize>ctz(begins);
        begins &= begins - 1;
      }
      let isLone = false;
      while (ends !== 0) {
        const wordEnd = at + <usize>ctz(ends);
        ends &= ends - 1;
        if (wordEnd - wordStart === 2 && isProclitic(load<u16>(wordStart))) {
          isLone = true;
          break;
        }
        const hash =
          wordEnd - wordStart > 16 ? hashWord(wordStart, wordEnd) : absorbLast(0, wordStart, wordEnd);
        store<u64>(hashes + 8 * token, hash);
        if (offsets) {
          store<u32>(starts + 4 * token, wordStart - start);
          store<u32>(endsAt + 4 * token, wordEnd - start);
        }
        token++;
        wordStart = at + <usize>ctz(begins);
        begins &= begins - 1;
      }
      if (!isLone) {
        if (special === 0) {
          isOpen = letters >> 63;
          break;
        }
        // Where no word touches the special byte, reading begins with it.
        if ((shifted & special & -special) === 0) wordStart = at + <usize>ctz(special);
      }
      isOpen = 0;
      setCount(token);
      let resumeAt = readQuickly(wordStart, end);
      if (resumeAt === 0) resumeAt = readSlowly(wordStart, end);
      token = count;
      if (token + MOST_TOKENS > tokenCapacity) return -1;
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
    setCount(token);
    at = next;
  }
  if (isOpen !== 0) emit(hashWord(wordStart, end), wordStart, end);
  return count;
}

/** و ف ل ك ب as two bytes of UTF-8. */
function isProclitic(letter: u32): bool {
  return (
    letter === 0x88d9 || letter === 0x81d9 || letter === 0x84d9 || letter === 0x83d9 || letter === 0xa8d8
  );
}
