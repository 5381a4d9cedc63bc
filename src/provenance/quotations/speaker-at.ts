/** Whose words stand in a range of a text, as the quotations of the whole text resolve it. */
import type { Kernel } from "../../kernel/kernel.js";
import type { Range } from "../../model/index.js";
import type { Finding } from "../../model/match.js";
import { quotationsOf } from "./quotations.js";

/** The speaker of the smallest quotation or report that has at least half of the range; null where none has one. */
export function speakerAt(kernel: Kernel, text: string, range: Range): Finding["speaker"] {
  let best: Finding["speaker"] = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end, speaker, via } of quotationsOf(kernel, { text })) {
    const common = Math.min(end, range.end) - Math.max(start, range.start);
    if (speaker === null || via === "unresolved" || 2 * common < range.end - range.start) continue;
    if (end - start < least) [best, least] = [{ ...speaker, via }, end - start];
  }
  return best;
}
