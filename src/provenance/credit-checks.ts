/** Whether documents name whom they took from, by the lineage of their story. */
import type {
  Credit,
  CreditCheck,
  CreditRole,
  Direction,
  Document,
  LineageEdge,
  Place,
  Story,
} from "../model/index.js";
import { type Copied, creditCheck } from "./credit-check.js";
import type { Agencies } from "./credits/index.js";
import type { ToldWhole } from "./lineage/index.js";

/** Of every document of a story, in their order. */
export function checksOf({ story, subjects }: ToldWhole, agencies: Agencies): CreditCheck[] {
  const credits = new Map(subjects.map(({ id, credits }) => [id, credits]));
  const documents = new Map(subjects.map(({ id, document }) => [id, document]));
  const edgesTo = new Map<string, LineageEdge[]>(story.documents.map((id) => [id, []]));
  for (const edge of story.edges) edgesTo.get(edge.to)!.push(edge);
  const undecidedOf = new Map<string, Direction[]>(story.documents.map((id) => [id, []]));
  for (const pair of story.undecided) for (const id of [pair.a, pair.b]) undecidedOf.get(id)!.push(pair);
  const { unseen } = story;
  return story.documents.map((id) => {
    const about = { edges: edgesTo.get(id)!, unseen, undecided: undecidedOf.get(id)! };
    return checkIn(about, id, credits, (one) => documents.get(one)!, agencies);
  });
}

/** Of the edges and undecided pairs those of the document are enough. */
export function checkIn(
  story: Pick<Story, "edges" | "unseen" | "undecided">,
  id: string,
  credits: ReadonlyMap<string, readonly Credit[]>,
  documentOf: (id: string) => Document,
  agencies: Agencies,
): CreditCheck {
  const itemOf = (one: string): string => documentOf(one).versionOf ?? one;
  const copies = story.edges
    // Another version of the item is nobody's text but its own.
    .filter(({ from, to }) => to === id && !("document" in from && itemOf(from.document) === itemOf(id)))
    .map(({ from, certainty }): Copied => {
      if ("document" in from) {
        const { document } = from;
        const { source, url } = documentOf(document);
        return { document, credits: credits.get(document) ?? [], source: source ?? url ?? null, certainty };
      }
      const unseen = story.unseen.find((one) => one.id === from.unseen);
      return { document: from.unseen, credits: [], source: unseen?.name ?? null, certainty };
    });
  const document = documentOf(id);
  const named = withNamed(document, credits.get(id) ?? [], story, documentOf);
  const elsewhere = story.undecided.some(({ a, b }) => {
    if (a !== id && b !== id) return false;
    const other = documentOf(a === id ? b : a);
    return other.source === undefined || other.source !== document.source;
  });
  return creditCheck(document, named, copies, elsewhere, agencies);
}

/** Rules that found the source of a document here named in the other, whether or not a lexicon knows it. */
const NAMING = new Set(["names-agency", "names-outlet", "names-elsewhere"]);

/** The credits, with those that only the collection shows to be names of a source. */
function withNamed(
  document: Document,
  credits: readonly Credit[],
  { edges }: Pick<Story, "edges">,
  documentOf: (id: string) => Document,
): readonly Credit[] {
  const found: Credit[] = [];
  for (const { from, to, evidence } of edges) {
    if (to !== document.id || !("document" in from)) continue;
    const name = documentOf(from.document).source;
    if (name === undefined) continue;
    for (const { rule, weight, at } of evidence) {
      if (weight <= 0 || !NAMING.has(rule)) continue;
      for (const place of at) {
        const credit = creditAt(document, place, name, rule === "names-agency" ? "carrier" : "relayer");
        if (credit !== null && ![...credits, ...found].some((one) => overlaps(one, credit)))
          found.push(credit);
      }
    }
  }
  return found.length === 0 ? credits : [...credits, ...found];
}

function creditAt(document: Document, place: Place, name: string, role: CreditRole): Credit | null {
  const { field, start, end } = place;
  if (place.document !== document.id || field === "links") return null;
  const alias = document[field]?.slice(start, end) ?? "";
  return { role, form: field === "byline" ? "byline" : "inline", name, alias, field, start, end };
}

function overlaps(x: Credit, y: Credit): boolean {
  return x.field === y.field && x.start < y.end && y.start < x.end;
}
