/** Byte offsets of tokens into UTF-16 offsets. */
import { ends, starts } from "./memory";
import { codePoint, decode, setLimit, to } from "./symbols";

/**
 * In place, for the `count` tokens of the text at bytes [text, end). O(end - text), one pass: starts and ends
 * each never fall, and none lies inside a code point.
 */
export function toUtf16(text: usize, end: usize, count: u32): void {
  setLimit(end);
  let at = text;
  let units: u32 = 0;
  let nextStart: u32 = 0;
  let nextEnd: u32 = 0;
  while (nextEnd < count) {
    const offset = <u32>(at - text);
    while (nextStart < count && load<u32>(starts + 4 * nextStart) === offset) {
      store<u32>(starts + 4 * nextStart++, units);
    }
    while (nextEnd < count && load<u32>(ends + 4 * nextEnd) === offset)
      store<u32>(ends + 4 * nextEnd++, units);
    decode(at);
    at = to;
    units += codePoint > 0xffff ? 2 : 1;
  }
}
