/** The sentences of one text that do not stand in another. */
import type { Passage, Range } from "../model/index.js";
import { startsSentence } from "../text/sentences.js";
import { tokenRange } from "../text/token-range.js";
import type { TokenisedText } from "../text/tokenise.js";

/** A sentence of which less than this share of tokens stands in the other text, unedited, is new. */
const KNOWN_SHARE = 0.5;

/** `passages` are seen from `item`; ranges are sentences, of its text. O(tokens). */
export function newSentences(item: TokenisedText, passages: readonly Passage[]): Range[] {
  const { starts, ends } = item;
  const known = new Uint8Array(starts.length);
  mark(
    item,
    known,
    passages.map(({ a }) => a),
    1,
  );
  mark(
    item,
    known,
    passages.flatMap(({ edits }) => edits).flatMap(({ a, equivalent }) => (equivalent ? [] : [a])),
    0,
  );
  const found: Range[] = [];
  for (let from = 0; from < starts.length; ) {
    let to = from + 1;
    while (to < starts.length && !startsSentence(item, to)) to++;
    let standing = 0;
    for (let at = from; at < to; at++) standing += known[at]!;
    if (standing < KNOWN_SHARE * (to - from)) found.push({ start: starts[from]!, end: ends[to - 1]! });
    from = to;
  }
  return found;
}

/** Sets the marks of the tokens that begin inside one of the ranges. */
function mark(text: TokenisedText, marks: Uint8Array, ranges: readonly Range[], value: 0 | 1): void {
  for (const range of ranges) marks.fill(value, ...tokenRange(text, range));
}
