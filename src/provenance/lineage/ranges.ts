/** Lengths that ranges have in common. Lists are sorted by start. */
import type { Passage, Range } from "../../model/index.js";
import type { Reuse } from "../direction/reuse.js";

export type Side = "a" | "b";

/** The ranges that a match covers on one side, standing wording left out; sorted, joined where they meet. */
export function coveredRanges(match: Reuse, side: Side): Range[] {
  return union(match.passages.filter(isReuse).map((passage) => passage[side]));
}

export function isReuse({ kind }: Passage): boolean {
  return kind !== "boilerplate";
}

export function union(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((x, y) => x.start - y.start || x.end - y.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

export function lengthOf(ranges: readonly Range[]): number {
  let length = 0;
  for (const { start, end } of ranges) length += end - start;
  return length;
}

/** Length of what two joined lists both cover. O(x + y). */
export function sharedLength(x: readonly Range[], y: readonly Range[]): number {
  let length = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const from = Math.max(x[i]!.start, y[j]!.start);
    const to = Math.min(x[i]!.end, y[j]!.end);
    if (to > from) length += to - from;
    if (x[i]!.end < y[j]!.end) i++;
    else j++;
  }
  return length;
}
