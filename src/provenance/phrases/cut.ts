/**
 * A passage cut into what reads as a sentence or a clause: at the sentence boundaries of both sides, each carried to the
 * other side along the alignment.
 */
import type { Passage, Range } from "../../model/index.js";
import { startsSentence } from "../../text/sentences.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";

/** Fewer words are no phrase. */
export const PHRASE_LEAST_TOKENS = 6;
/** A piece that has so much of a sentence stands for all of it. */
const WHOLE_SENTENCE = 0.7;
/** Sentences are not followed further than this from the piece. */
const REACH_TOKENS = 40;

export interface CutPiece {
  readonly a: Range;
  readonly b: Range;
}

/** Places of tokens that stand beside one another. */
type Anchor = readonly [a: number, b: number];

/** In the order in which they stand. O(tokens of the passage). */
export function cutAtSentences(
  a: TokenisedText,
  b: TokenisedText,
  passage: Pick<Passage, "a" | "b" | "edits">,
): CutPiece[] {
  const anchors = anchorsOf(a, b, passage);
  const [first, last] = [anchors[0]!, anchors.at(-1)!];
  const cuts: Anchor[] = [];
  for (let x = first[0] + 1; x < last[0]; x++)
    if (startsSentence(a, x)) cuts.push([x, carried(anchors, x, 0, 1)]);
  for (let y = first[1] + 1; y < last[1]; y++)
    if (startsSentence(b, y)) cuts.push([carried(anchors, y, 1, 0), y]);
  cuts.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const pieces: CutPiece[] = [];
  let from = first;
  for (const to of [...cuts, last]) {
    if (isApart(from, to)) pieces.push({ a: rounded(a, from[0], to[0]), b: rounded(b, from[1], to[1]) });
    else if (!isOneSided(from, to)) continue;
    from = to;
  }
  return pieces;
}

/** A sentence that the other side has not. */
function isOneSided(from: Anchor, to: Anchor): boolean {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  return Math.max(x, y) >= PHRASE_LEAST_TOKENS && Math.max(x, y) >= 3 * Math.min(x, y);
}

function isApart(from: Anchor, to: Anchor): boolean {
  return to[0] - from[0] >= PHRASE_LEAST_TOKENS && to[1] - from[1] >= PHRASE_LEAST_TOKENS;
}

/** The two ends of the passage and of each edit. */
function anchorsOf(
  a: TokenisedText,
  b: TokenisedText,
  passage: Pick<Passage, "a" | "b" | "edits">,
): Anchor[] {
  const [aFrom, aTo] = tokenRange(a, passage.a);
  const [bFrom, bTo] = tokenRange(b, passage.b);
  const anchors: Anchor[] = [[aFrom, bFrom]];
  for (const edit of passage.edits) {
    const [x, xEnd] = tokenRange(a, edit.a);
    const [y, yEnd] = tokenRange(b, edit.b);
    anchors.push([x, y], [xEnd, yEnd]);
  }
  anchors.push([aTo, bTo]);
  return anchors;
}

/** Where a token of one side stands on the other; inside an edit in the same proportion. */
function carried(anchors: readonly Anchor[], at: number, from: 0 | 1, to: 0 | 1): number {
  const next = Math.max(
    1,
    anchors.findIndex((anchor) => anchor[from] >= at),
  );
  const [left, right] = [anchors[next - 1]!, anchors[next]!];
  const length = right[from] - left[from];
  if (length <= 0) return right[to];
  return left[to] + Math.round(((at - left[from]) * (right[to] - left[to])) / length);
}

/** The range of the tokens [from, to), or of the whole sentences around where it has most of them. */
function rounded(text: TokenisedText, from: number, to: number): Range {
  const size = text.ids.length;
  let first = from;
  while (first > 0 && from - first < REACH_TOKENS && !startsSentence(text, first)) first--;
  let end = to;
  while (end < size && end - to < REACH_TOKENS && !startsSentence(text, end)) end++;
  const isWhole = to - from >= WHOLE_SENTENCE * (end - first);
  const [begin, stop] = isWhole ? [first, end] : [from, to];
  return { start: text.starts[begin]!, end: text.ends[stop - 1]! };
}
