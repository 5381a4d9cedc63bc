/** How much of two texts stands in their passages, formulae apart. */
import type { Passage } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";

export interface Cover {
  /** Share of the tokens of the shorter text outside of boilerplate that stand in a passage, 0..1, … */
  readonly coverShorter: number;
  /** … and of the longer. */
  readonly coverLonger: number;
}

/** `a` is the shorter text. A token in two passages counts once, and one in boilerplate counts as boilerplate. */
export function coverOf(a: TokenisedText, b: TokenisedText, passages: readonly Passage[]): Cover {
  return { coverShorter: share(a, passages, "a"), coverLonger: share(b, passages, "b") };
}

const IN_PASSAGE = 1;
const BOILERPLATE = 2;

function share(text: TokenisedText, passages: readonly Passage[], side: "a" | "b"): number {
  const marks = new Uint8Array(text.ids.length);
  for (const passage of passages) {
    if (passage.kind !== "boilerplate") marks.fill(IN_PASSAGE, ...tokenRange(text, passage[side]));
  }
  for (const passage of passages) {
    if (passage.kind === "boilerplate") marks.fill(BOILERPLATE, ...tokenRange(text, passage[side]));
  }
  let covered = 0;
  let own = 0;
  for (const mark of marks) {
    if (mark !== BOILERPLATE) own++;
    if (mark === IN_PASSAGE) covered++;
  }
  return covered / Math.max(1, own);
}
