/** The tokens of the last text, as they are found. */
import { ends, hashes, starts, tokenCapacity } from "./memory";

let textStart: usize = 0;
let withOffsets: bool = false;
export let count: u32 = 0;

export function beginText(start: usize, offsets: bool): void {
  textStart = start;
  withOffsets = offsets;
  count = 0;
}

export function setCount(value: u32): void {
  count = value;
}

/** Leaves the token out where there is no room; the caller sees it by the count. */
export function emit(hash: u64, start: usize, end: usize): void {
  if (count === tokenCapacity) return;
  store<u64>(hashes + 8 * count, hash);
  if (withOffsets) {
    store<u32>(starts + 4 * count, start - textStart);
    store<u32>(ends + 4 * count, end - textStart);
  }
  count++;
}
