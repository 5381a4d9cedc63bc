/**
 * Of what kind a passage is: boilerplate where it is formula, quotation where it stands between quotation
 * marks in both texts, else by how far the wording was kept.
 */

import { quotedRanges } from "../../language/quotation-marks.js";
import { stanceOf } from "../../language/stance.js";
import { wordAt } from "../../language/words.js";
import type { PassageKind, Range } from "../../model/index.js";
import { Kept } from "../../text/kept.js";
import { startsSentence } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { SegmentClass } from "./segments.js";
import type { TokenPassage } from "./token-passage.js";

/** Below this share of matched tokens the wording counts as changed. */
export const REWRITTEN_SIMILARITY = 0.75;

/** Share of a passage's tokens that stand in quotations. */
const QUOTED_SHARE = 0.9;

/** Tokens between a verb of saying and what is said, at most. */
const REPORTING_TOKENS = 12;

export function passageKind(
  a: TokenisedText,
  b: TokenisedText,
  passage: TokenPassage,
  segment: SegmentClass,
): PassageKind {
  if (segment === "formula") return "boilerplate";
  const quotedA = quotedShare(a, passage.a0, passage.a1) >= QUOTED_SHARE;
  const quotedB = quotedShare(b, passage.b0, passage.b1) >= QUOTED_SHARE;
  if (quotedA && (quotedB || isReported(b, passage.b0))) return "quotation";
  if (quotedB && isReported(a, passage.a0)) return "quotation";
  if (passage.edits.length === 0 && passage.pieces.length === 1) return "verbatim";
  return passage.similarity < REWRITTEN_SIMILARITY ? "rewritten" : "edited";
}

/** Whether a verb of saying stands before the token, not far and in the same sentence. */
function isReported(text: TokenisedText, at: number): boolean {
  for (let k = at; k > 0 && k > at - REPORTING_TOKENS; k--) {
    if (startsSentence(text, k)) return false;
    if (stanceOf(wordAt(text, k - 1).folded) !== undefined) return true;
  }
  return false;
}

const quotations = new Kept<readonly Range[]>();

/** Worked out once for a text. */
function quotationsOf(text: TokenisedText): readonly Range[] {
  let ranges = quotations.get(text);
  if (ranges === undefined) {
    ranges = quotedRanges(text.text);
    quotations.set(text, ranges);
  }
  return ranges;
}

/** Share of tokens [from, to) that lie in a quotation. */
function quotedShare(text: TokenisedText, from: number, to: number): number {
  const ranges = quotationsOf(text);
  let at = 0;
  while (at < ranges.length && ranges[at]!.end < text.ends[from]!) at++;
  if (at === ranges.length || ranges[at]!.start > text.starts[to - 1]!) return 0;
  let quoted = 0;
  for (let k = from; k < to && at < ranges.length; k++) {
    while (at < ranges.length && ranges[at]!.end < text.ends[k]!) at++;
    if (at < ranges.length && ranges[at]!.start <= text.starts[k]!) quoted++;
  }
  return quoted / (to - from);
}
