import type { Range } from "../model/index.js";
import type { TokenisedText } from "./tokenise.js";

/** The tokens [from, to) that begin inside a range of characters. O(log tokens). */
export function tokenRange({ starts }: TokenisedText, { start, end }: Range): [number, number] {
  return [firstFrom(starts, start), firstFrom(starts, end)];
}

function firstFrom(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
