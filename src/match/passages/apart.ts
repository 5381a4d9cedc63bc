/**
 * Passages that have no sign in common. Tokens of scripts without spaces are pairs of signs, so the last token of one
 * passage and the first of the next share one; it goes to the next, whose token begins with it.
 */
import type { Edit, Passage, Range } from "../../model/index.js";

type Side = "a" | "b";

/** Sorted by a, as they came. */
export function apart(passages: readonly Passage[]): Passage[] {
  return clipped(clipped([...passages], "a"), "b");
}

function clipped(passages: Passage[], side: Side): Passage[] {
  const order = passages
    .map((_, at) => at)
    .sort((x, y) => startOf(passages[x]!, side) - startOf(passages[y]!, side));
  for (let k = 1; k < order.length; k++) {
    const [before, next] = [order[k - 1]!, startOf(passages[order[k]!]!, side)];
    const passage = passages[before]!;
    if (passage[side].end > next && next > passage[side].start) passages[before] = cut(passage, side, next);
  }
  return passages;
}

function startOf(passage: Passage, side: Side): number {
  return passage[side].start;
}

function cut(passage: Passage, side: Side, end: number): Passage {
  const within = ({ start, end: last }: Range): Range => ({
    start: Math.min(start, end),
    end: Math.min(last, end),
  });
  const edits = passage.edits.map((edit): Edit => ({ ...edit, [side]: within(edit[side]) }));
  return { ...passage, [side]: within(passage[side]), edits };
}
