/** Byte offsets of tokens into UTF-16 offsets. */
import { ends, starts } from "./memory";
import { codePoint, decode, setLimit, to } from "./symbols";
import { bits, isContinuation, isLeadOfThree, isLeadOfTwo } from "./vectors";

const BLOCK: usize = 64;

/** Tokens whose starts, ends, are turned already. */
let startsDone: u32 = 0;
let endsDone: u32 = 0;

/**
 * In place, for the `count` tokens of the text at bytes [text, end). O(end - text), one pass: starts and ends
 * each never fall, and none lies inside a code point. Loads up to 64 bytes beyond the end.
 */
export function toUtf16(text: usize, end: usize, count: u32): void {
  setLimit(end);
  startsDone = 0;
  endsDone = 0;
  let at = text;
  let units: u32 = 0;
  while (endsDone < count) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const two = bits(isLeadOfTwo(a), isLeadOfTwo(b), isLeadOfTwo(c), isLeadOfTwo(d));
    const three = bits(isLeadOfThree(a), isLeadOfThree(b), isLeadOfThree(c), isLeadOfThree(d));
    const continuations = bits(isContinuation(a), isContinuation(b), isContinuation(c), isContinuation(d));
    const ascii = ~bits(a, b, c, d);
    let length = min(BLOCK, end - at);
    // A sequence that the block cuts is left to the next block.
    const cut = (two & ((<u64>1) << 63)) | (three & ((<u64>3) << 62));
    if (cut !== 0 && length === BLOCK) length = <usize>ctz(cut);
    const inside = below(length);
    const expected = ((two | three) << 1) | (three << 2);
    const isPlain =
      ((continuations ^ expected) & inside) === 0 && (~(ascii | two | three | continuations) & inside) === 0;
    if (isPlain) {
      turnBlock(<u32>(at - text), length, ~continuations, units, count);
      units += <u32>popcnt(~continuations & inside);
      at += length;
      continue;
    }
    const stop = at + length;
    while (at < stop) {
      turnBlock(<u32>(at - text), 0, 0, units, count);
      decode(at);
      at = to;
      units += codePoint > 0xffff ? 2 : 1;
    }
  }
}

/** Turns what lies up to `length` bytes after `offset`, where `units` are counted, and 1 for each bit in `leads`. */
function turnBlock(offset: u32, length: usize, leads: u64, units: u32, count: u32): void {
  const last = offset + <u32>length;
  while (startsDone < count) {
    const start = load<u32>(starts + 4 * startsDone);
    if (start > last) break;
    store<u32>(starts + 4 * startsDone++, units + <u32>popcnt(leads & below(start - offset)));
  }
  while (endsDone < count) {
    const end = load<u32>(ends + 4 * endsDone);
    if (end > last) break;
    store<u32>(ends + 4 * endsDone++, units + <u32>popcnt(leads & below(end - offset)));
  }
}

/** The lowest `length` bits, 0 to 64. */
function below(length: usize): u64 {
  return length === 64 ? ~(<u64>0) : ((<u64>1) << (<u64>length)) - 1;
}
