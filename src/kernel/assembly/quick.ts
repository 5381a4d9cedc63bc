/**
 * The most common tokens that text.ts does not take, without a stream of symbols: words with harakat or tatweel
 * or of other scripts, if they need no looking ahead, and whole numbers. What it is not sure of, it leaves to
 * slow.ts.
 */
import { absorb } from "./hash";
import { entries, pool } from "./memory";
import {
  DIGIT,
  EXPANSION_BASE,
  EXTEND,
  LAST_OF_SEQUENCE,
  LATIN,
  LETTER,
  MARK,
  QUOTE,
  SEPARATOR,
  SPACE,
  UNSPACED,
} from "./symbols";
import { emit } from "./tokens";
import { encode } from "./utf8";
import { hashWord } from "./word-hash";

const MOST_BYTES: usize = 44;
/** The normalised text of the word in UTF-8, and zeros behind it. */
const word = memory.data(48, 16);
let wordBytes: usize = 0;
/** Rank of the last mark, 0 after a letter. */
let lastRank: u32 = 0;

/** Reads one token at `at`, and returns where it ends; 0 if it is left to `readSlowly`. */
export function readQuickly(at: usize, end: usize): usize {
  return isDigit(load<u8>(at)) ? readWholeNumber(at, end) : readWord(at, end);
}

/** A word of letters and marks that are, or whose replacements are, in canonical order. */
function readWord(start: usize, end: usize): usize {
  let at = start;
  let wordEnd = start;
  let codePoints: u32 = 0;
  wordBytes = 0;
  lastRank = 0;
  v128.store(word, i64x2.splat(0));
  v128.store(word, i64x2.splat(0), 16);
  v128.store(word, i64x2.splat(0), 32);
  while (at < end) {
    const lead = <u32>load<u8>(at);
    let codePoint = lead;
    let next = at + 1;
    if (lead >= 0x80) {
      if (next >= end || load<i8>(next) >= -64) return 0;
      codePoint = (codePoint << 6) | (load<u8>(next++) & 0x3f);
      if (lead - 0xc2 <= 0xdf - 0xc2) {
        codePoint &= 0x7ff;
      } else {
        if (lead - 0xe1 > 0xef - 0xe1 || lead === 0xed || next >= end || load<i8>(next) >= -64) return 0;
        codePoint = ((codePoint << 6) | (load<u8>(next++) & 0x3f)) & 0xffff;
      }
    }
    const entry = <u32>load<u16>(entries + 2 * codePoint);
    if (entry >= EXPANSION_BASE) {
      if (!takeSequence(pool + 4 * (entry - EXPANSION_BASE))) return 0;
      codePoints++;
    } else {
      const kind = entry & 15;
      if (kind === SEPARATOR || kind === SPACE || kind === QUOTE || kind === DIGIT || kind >= UNSPACED) break;
      if (kind !== EXTEND) {
        if (!take(codePoint, entry)) return 0;
        codePoints++;
      } else if (codePoints === 0) return 0;
    }
    wordEnd = next;
    at = next;
  }
  // One letter may be a proclitic, and what begins no word is not for here.
  if (codePoints < 2) return 0;
  let hash: u64 = 0;
  for (let i: usize = 0; i < wordBytes; i += 16) {
    hash = absorb(hash, load<u64>(word + i), load<u64>(word + i, 8));
  }
  emit(hash, start, wordEnd);
  return at;
}

function takeSequence(sequence: usize): bool {
  let packed: u32 = 0;
  while (packed < LAST_OF_SEQUENCE) {
    packed = load<u32>(sequence);
    sequence += 4;
    const codePoint = packed & ~LAST_OF_SEQUENCE;
    if (!take(codePoint, load<u16>(entries + 2 * codePoint))) return false;
  }
  return true;
}

/** Takes a letter, or a mark that is in canonical order. */
function take(codePoint: u32, entry: u32): bool {
  const kind = entry & 15;
  let rank: u32 = 0;
  if (kind === MARK) {
    rank = entry >> 4;
    if (wordBytes === 0 || (rank !== 0 && rank < lastRank)) return false;
  } else if (kind - LETTER > LATIN - LETTER) return false;
  if (wordBytes > MOST_BYTES - 4) return false;
  lastRank = rank;
  wordBytes += encode(word + wordBytes, codePoint);
  return true;
}

function readWholeNumber(start: usize, end: usize): usize {
  let at = start + 1;
  while (at < end && isDigit(load<u8>(at))) at++;
  if (at < end) {
    const next = <u32>load<u8>(at);
    if (next >= 0x80 || next === 0x2e || next === 0x2c) return 0;
  }
  emit(hashWord(start, at), start, at);
  return at;
}

function isDigit(byte: u32): bool {
  return byte - 0x30 <= 9;
}
