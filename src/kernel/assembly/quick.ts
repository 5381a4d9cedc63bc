/**
 * The two most common tokens that text.ts does not take, without a stream of symbols: words with harakat or
 * tatweel, and whole numbers. What it is not sure of, it leaves to slow.ts.
 */
import { emit } from "./tokens";
import { hashWord } from "./word-hash";

const MOST_LETTER_BYTES: usize = 32;
const letters = memory.data(64, 16);

/** Reads one token at `at`, and returns where it ends; 0 if it is left to `readSlowly`. */
export function readQuickly(at: usize, end: usize): usize {
  const first = <u32>load<u8>(at);
  if (first === 0xd8 || first === 0xd9) return markedWord(at, end);
  return isDigit(first) ? wholeNumber(at, end) : 0;
}

/** U+0620–063F and U+0641–064A with U+0640 and U+064B–0652 between them or after, before plain ASCII. */
function markedWord(start: usize, end: usize): usize {
  let at = start;
  let length: usize = 0;
  for (; at + 1 < end; at += 2) {
    const lead = <u32>load<u8>(at);
    const trail = <u32>load<u8>(at, 1);
    if (lead === 0xd9 && trail - 0x80 <= 0x92 - 0x80) {
      if (trail === 0x80 || trail > 0x8a) {
        if (length === 0) return 0;
        continue;
      }
    } else if (lead !== 0xd8 || (trail & 0xe0) !== 0xa0) break;
    if (length === MOST_LETTER_BYTES) return 0;
    store<u16>(letters + length, load<u16>(at));
    length += 2;
  }
  // A single letter may be a proclitic.
  if (length <= 2 || (at < end && !isPlain(load<u8>(at)))) return 0;
  emit(hashWord(letters, letters + length), start, at);
  return at;
}

function wholeNumber(start: usize, end: usize): usize {
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

/** ASCII but for letters, digits and the apostrophe. */
function isPlain(byte: u32): bool {
  return byte < 0x80 && !isDigit(byte) && (byte | 0x20) - 0x61 > 25 && byte !== 0x27;
}
