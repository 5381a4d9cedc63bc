/** Words of a document that stand elsewhere as somebody else's. */
import type { Trace } from "../../model/index.js";
import { shownId } from "../../sentence.js";
import { differ, nameKey } from "../quotations/names.js";
import type { Values } from "./templates.js";

/** The first quotation of it that somebody else is said to have spoken in another document. */
export function changedSpeaker({
  document,
  quotationTraces,
}: Pick<Trace, "document" | "quotationTraces">): Values | null {
  for (const { holders, speakersDiffer } of quotationTraces) {
    const own = holders.find((holder) => holder.document === document.id)?.speaker ?? null;
    if (!speakersDiffer || own === null) continue;
    const other = holders.find(({ speaker }) => speaker !== null && differ([own, speaker].map(nameKey)));
    if (other !== undefined)
      return { speaker: own, speakerThere: other.speaker!, speakerWhere: shownId(other.document) };
  }
  return null;
}
