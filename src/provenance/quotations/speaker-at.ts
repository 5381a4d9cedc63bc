/** Whose words stand in a range of a text, as the quotations of the whole text resolve it. */
import type { Kernel } from "../../kernel/kernel.js";
import type { Range } from "../../model/index.js";
import type { Finding } from "../../model/match.js";
import type { Quotation } from "../../model/provenance.js";
import { quotationsOf } from "./quotations.js";

/** The speaker of the smallest quotation or report that has at least half of the range; null where none has one. */
export function speakerAt(kernel: Kernel, text: string, range: Range): Finding["speaker"] {
  return speakerIn(quotationsOf(kernel, { text }), range);
}

/** The same of quotations that were read before. */
export function speakerIn(quotations: readonly Quotation[], range: Range): Finding["speaker"] {
  let best: Finding["speaker"] = null;
  let least = Number.POSITIVE_INFINITY;
  for (const quotation of quotations) {
    const { start, end, speaker, via } = quotation;
    if (speaker === null || via === "unresolved" || !hasHalf(quotation, range)) continue;
    if (end - start < least) [best, least] = [{ ...speaker, via }, end - start];
  }
  return best;
}

/** Whether at least half of the range stands in quotation marks. */
export function isQuoted(quotations: readonly Quotation[], range: Range): boolean {
  return quotations.some((quotation) => quotation.kind === "direct" && hasHalf(quotation, range));
}

function hasHalf({ start, end }: Range, range: Range): boolean {
  const common = Math.min(end, range.end) - Math.max(start, range.start);
  return 2 * common >= range.end - range.start;
}
