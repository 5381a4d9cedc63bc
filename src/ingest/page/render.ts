/**
 * Blocks → text: a blank line between paragraphs, list items and rows of one list or table on lines of their
 * own, an item behind a dash.
 */
import type { Block } from "./blocks.js";

export function renderText(blocks: readonly Block[]): string {
  let text = "";
  let before: Block | null = null;
  for (const block of blocks) {
    const line = block.kind === "item" ? `- ${block.text}` : block.text;
    if (before !== null) text += isClose(before, block) ? "\n" : "\n\n";
    text += line;
    before = block;
  }
  return text;
}

function isClose(before: Block, block: Block): boolean {
  return before.kind === block.kind && (block.kind === "item" || block.kind === "row");
}
