/** One document of a collection, traced: its matches, the lineage around it, and what the stages say of both. */
import { UsageError } from "../errors.js";
import type { Document, Match, Trace } from "../model.js";
import { creditCheck } from "../provenance/credit-check.js";
import { AGENCIES, creditsOf } from "../provenance/credits/index.js";
import type { FullLineage } from "../provenance/lineage/index.js";
import { trustedTime } from "../provenance/time/trusted.js";
import type { Ranked } from "./collection.js";
import { checkIn } from "./credit-checks.js";
import { documentAt } from "./document-at.js";
import { collectionLineage, type LineageAtOptions, type LineageEngine } from "./lineage.js";
import { type PairLists, relatedCandidates } from "./related.js";
import { traceOf } from "./trace.js";
import { collectionWithout, heldAt, matchesWith, partnersOf, versionsOf } from "./trace-document.js";

/** What the traces of one collection have in common, worked out for the one before. */
interface Common {
  readonly options: LineageAtOptions;
  readonly full: FullLineage;
  readonly related: PairLists;
}

const known = new WeakMap<Ranked, Common>();

/** `of` is an id, or a document that is there. Throws UsageError for an unknown id. */
export async function trace(
  of: string | Document,
  engine: LineageEngine,
  options: LineageAtOptions,
): Promise<Trace> {
  const { kernel, ranked, session, pool, pairs } = engine;
  const { agencies = AGENCIES } = options;
  const index = typeof of === "string" ? ranked.indexOf(of) : heldAt(ranked, of, kernel);
  if (index === undefined) throw new UsageError(`no document ${JSON.stringify(of)} among those read`);
  const { full, related } = await commonOf(engine, options);
  // The one given may know links that the one held does not.
  const links = typeof of === "string" || of.links === undefined ? {} : { links: of.links };
  const document = { ...documentAt(ranked, index), ...links };
  const documentOf = (id: string): Document =>
    id === document.id ? document : documentAt(ranked, ranked.indexOf(id)!);
  const compare = (others: readonly number[]): Promise<Match[]> =>
    matchesWith(index, others, ranked, session, pool);
  const compared = await compare(partnersOf(index, ranked, pairs, related));
  const story = full.lineage.stories.find(({ documents }) => documents.includes(document.id)) ?? null;
  const credits = new Map([...full.credits, [document.id, creditsOf(kernel, document, agencies)]]);
  return traceOf({
    kernel,
    document,
    collection: collectionWithout(index, ranked),
    matches: compared.filter(({ verdict }) => verdict !== "none"),
    versions: await compare(versionsOf(index, ranked)),
    story,
    directions: full.directions,
    creditCheck:
      story === null
        ? creditCheck(document, credits.get(document.id)!, [], agencies)
        : checkIn(story, document.id, credits, documentOf, agencies),
    documentOf,
    timeOf: (one) => full.times.get(one.id) ?? trustedTime(one),
  });
}

async function commonOf(engine: LineageEngine, options: LineageAtOptions): Promise<Common> {
  const { ranked, pool } = engine;
  const before = known.get(ranked);
  const { agencies, decisions, now } = options;
  if (
    before !== undefined &&
    before.options.agencies === agencies &&
    before.options.decisions === decisions &&
    before.options.now === now
  )
    return before;
  const related = before?.related ?? (await relatedCandidates(ranked.columns, pool, options.signal));
  const common = { options, full: await collectionLineage(engine, options), related };
  known.set(ranked, common);
  return common;
}
