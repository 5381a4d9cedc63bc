/** Edges that no calendar allows: from a text that was not there when the taker was published, or captured. */
import type { Document, LineageEdge, TrustedTime } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";

const HOUR_MS = 3_600_000;
/** The clock of the pages' zone: times that name it are read on it, as times of capture are, which name none. */
const LOCAL_MS = 3 * HOUR_MS;

export function impossibleEdges(full: FullLineage, documents: ReadonlyMap<string, Document>): LineageEdge[] {
  const local = ({ from, until, zoned }: TrustedTime) => {
    const shift = zoned ? LOCAL_MS : 0;
    return from === null || until === null ? null : { from: from + shift, until: until + shift };
  };
  return full.lineage.stories.flatMap(({ edges }) =>
    edges.filter(({ from, to }) => {
      if (!("document" in from)) return false;
      const source = local(full.times.get(from.document)!);
      if (source === null) return false;
      const captured = Date.parse(`${documents.get(to)!.captured?.replace(" ", "T") ?? ""}Z`);
      const own = local(full.times.get(to)!);
      return captured < source.from || (own !== null && own.until < source.from);
    }),
  );
}
