/** The tokens of the last text, as they are found. */
import { ends, hashes, starts, tokenCapacity } from "./memory";

let textStart: usize = 0;
let withOffsets: bool = false;
export let count: u32 = 0;
/** A token was left out for lack of room. */
export let isFull: bool = false;

export function beginText(start: usize, offsets: bool): void {
  textStart = start;
  withOffsets = offsets;
  count = 0;
  isFull = false;
}

export function emit(hash: u64, start: usize, end: usize): void {
  if (count === tokenCapacity) {
    isFull = true;
    return;
  }
  store<u64>(hashes + 8 * count, hash);
  if (withOffsets) {
    store<u32>(starts + 4 * count, start - textStart);
    store<u32>(ends + 4 * count, end - textStart);
  }
  count++;
}
