/** The changes of a passage in tokens: its edits, those that touch made one. */
import type { Passage } from "../model.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Region } from "./passages-edits.js";

/** A change, and the tokens [startA, endA), [startB, endB) of the passage around it. */
export interface Change extends Region {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/** Changes that are more than another form of the same. */
export function changesOf(a: TokenisedText, b: TokenisedText, passage: Passage): Change[] {
  const around = {
    startA: tokenFrom(a.starts, passage.a.start),
    endA: tokenFrom(a.starts, passage.a.end),
    startB: tokenFrom(b.starts, passage.b.start),
    endB: tokenFrom(b.starts, passage.b.end),
  };
  const changes: (Change & { changed: boolean })[] = [];
  for (const edit of passage.edits) {
    const a0 = tokenFrom(a.starts, edit.a.start);
    const a1 = edit.a.end > edit.a.start ? tokenFrom(a.starts, edit.a.end) : a0;
    const b0 = tokenFrom(b.starts, edit.b.start);
    const b1 = edit.b.end > edit.b.start ? tokenFrom(b.starts, edit.b.end) : b0;
    const changed = edit.equivalent !== true;
    const last = changes.at(-1);
    if (last !== undefined && last.a1 === a0 && last.b1 === b0) {
      changes[changes.length - 1] = { ...last, a1, b1, changed: last.changed || changed };
    } else changes.push({ a0, a1, b0, b1, ...around, changed });
  }
  return changes.filter(({ changed }) => changed);
}

/** Index of the first token that starts at `at` or later. */
export function tokenFrom(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
