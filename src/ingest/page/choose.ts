/** Which blocks are the article's. */
import type { Block } from "./blocks.js";
import { HINT } from "./hints.js";

export interface Cut {
  /** What was left out: `menu`, `related`, `comments`, `share`… */
  readonly what: string;
  readonly words: number;
}

const AWAY =
  HINT.nav |
  HINT.footer |
  HINT.aside |
  HINT.comments |
  HINT.related |
  HINT.share |
  HINT.sidebar |
  HINT.menu |
  HINT.overlay |
  HINT.legal;

export function chooseBlocks(blocks: readonly Block[], titleAt: number): boolean[] {
  return blocks.map(
    (block, at) =>
      at > titleAt &&
      (block.hints & AWAY) === 0 &&
      block.linkWords < block.words * 0.5 &&
      (block.words > 5 || block.kind === "heading" || block.kind === "item"),
  );
}
