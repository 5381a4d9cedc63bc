/** Whether documents name whom they took from, by the lineage of their story. */
import type { Credit, CreditCheck, Document, Lineage, Story } from "../model.js";
import { type Copied, creditCheck } from "../provenance/credit-check.js";
import { AGENCIES, type Agencies } from "../provenance/credits/index.js";
import { documentAt } from "./document-at.js";
import { collectionLineage, type LineageAtOptions, type LineageEngine } from "./lineage.js";

/** The lineage of a collection, with credit check and time of every document in a story, by id. */
export async function lineageWithChecks(engine: LineageEngine, options: LineageAtOptions): Promise<Lineage> {
  const { ranked } = engine;
  const { agencies = AGENCIES } = options;
  const told = await collectionLineage(engine, options);
  const documentOf = (id: string): Document => documentAt(ranked, ranked.indexOf(id)!);
  const creditChecks = told.lineage.stories
    .flatMap((story) => story.documents.map((id) => checkIn(story, id, told.credits, documentOf, agencies)))
    .sort((x, y) => (x.document < y.document ? -1 : 1));
  const times = creditChecks.map(({ document }) => told.times.get(document)!);
  return { ...told.lineage, creditChecks, times };
}

export function checkIn(
  story: Story,
  id: string,
  credits: ReadonlyMap<string, readonly Credit[]>,
  documentOf: (id: string) => Document,
  agencies: Agencies,
): CreditCheck {
  const copies = story.edges
    .filter(({ to }) => to === id)
    .map(({ from }): Copied => {
      if ("document" in from) {
        const { document } = from;
        const { source, url } = documentOf(document);
        return { document, credits: credits.get(document) ?? [], source: source ?? url ?? null };
      }
      const unseen = story.unseen.find((one) => one.id === from.unseen);
      return { document: from.unseen, credits: [], source: unseen?.name ?? null };
    });
  return creditCheck(documentOf(id), credits.get(id) ?? [], copies, agencies);
}
