/**
 * Of what kind a passage is.
 */
import type { PassageKind } from "../model.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { TokenPassage } from "./passages.js";

/** Below this share of matched tokens the wording counts as changed. */
const REWRITTEN_SIMILARITY = 0.6;

export function passageKind(_a: TokenisedText, _b: TokenisedText, passage: TokenPassage): PassageKind {
  if (passage.edits.length === 0 && passage.pieces.length === 1) return "verbatim";
  return passage.similarity < REWRITTEN_SIMILARITY ? "rewritten" : "edited";
}
