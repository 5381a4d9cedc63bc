/** Which reuse is a retelling: it runs over most of the shorter text, much of it in other words. */
import type { Passage } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";

/** Share of the shorter text in passages that are no boilerplate. */
const MOST_OF_SHORTER = 0.6;
/** Share of the passages' words that are kept, at most: beyond it the wording was taken, not retold. */
const MOST_KEPT = 0.8;

export function isRetelling(a: TokenisedText, b: TokenisedText, passages: readonly Passage[]): boolean {
  const [text, side] = a.ids.length <= b.ids.length ? [a, "a" as const] : [b, "b" as const];
  let covered = 0;
  let kept = 0;
  for (const passage of passages) {
    if (passage.kind === "boilerplate") continue;
    const [from, to] = tokenRange(text, passage[side]);
    covered += to - from;
    kept += (to - from) * passage.similarity;
  }
  return covered >= MOST_OF_SHORTER * text.ids.length && kept < MOST_KEPT * covered;
}

/** Share of the text that is less covered by passages that are no boilerplate, 0..1. */
export function coverBoth(a: TokenisedText, b: TokenisedText, passages: readonly Passage[]): number {
  return Math.min(coverOf(a, passages, "a"), coverOf(b, passages, "b"));
}

function coverOf(text: TokenisedText, passages: readonly Passage[], side: "a" | "b"): number {
  let covered = 0;
  for (const passage of passages) {
    if (passage.kind === "boilerplate") continue;
    const [from, to] = tokenRange(text, passage[side]);
    covered += to - from;
  }
  return covered / Math.max(1, text.ids.length);
}
