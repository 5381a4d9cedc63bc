/** One document of a collection, traced: its matches, the lineage around it, and what the stages say of both. */
import { documentAt } from "../columns/document-at.js";
import type { Ranked } from "../columns/ranked.js";
import { UsageError } from "../errors.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Document, Match, Trace } from "../model/index.js";
import { creditCheck } from "../provenance/credit-check.js";
import { checkIn } from "../provenance/credit-checks.js";
import { AGENCIES, creditsOf } from "../provenance/credits/index.js";
import type { LineageAtOptions } from "../provenance/options.js";
import type { LeadWords } from "../workers/lead-task.js";
import { commonRun } from "./common-run.js";
import { type CollectionEngine, planLineage } from "./lineage.js";
import { engineAround } from "./lineage-around.js";
import { PlannedStories } from "./planned-stories.js";
import { leadWordsOf, relatedPartners } from "./related.js";
import { traceOf } from "./trace.js";
import { collectionWithout, heldAt, matchesWith, partnersOf, versionsOf } from "./trace-document.js";

/** What the traces of one collection have in common, worked out for those before. */
interface Common {
  readonly options: LineageAtOptions;
  leads?: readonly LeadWords[];
  /** By leader: the stories around it, and the pairs they are told from. */
  readonly told: Map<number, Told>;
}

interface Told {
  readonly stories: PlannedStories;
  readonly pairs: ComparedPairs;
}

const known = new WeakMap<Ranked, Common>();

/** `of` is an id, or a document that is there. Throws UsageError for an unknown id. */
export async function trace(
  of: string | Document,
  engine: CollectionEngine,
  options: LineageAtOptions,
): Promise<Trace> {
  const { kernel, ranked, session, pool } = engine;
  const { agencies = AGENCIES } = options;
  const index = typeof of === "string" ? ranked.indexOf(of) : heldAt(ranked, of, kernel);
  if (index === undefined) throw new UsageError(`no document ${JSON.stringify(of)} among those read`);
  const common = commonOf(engine, options);
  const leader = ranked.columns.data.leaderOf[index]!;
  const { stories, pairs } = await toldOf(leader, engine, options, common);
  const related = await partnersAlike(leader, engine, options, common);
  // The one given may know links that the one held does not.
  const links = typeof of === "string" || of.links === undefined ? {} : { links: of.links };
  const document = { ...documentAt(ranked, index), ...links };
  const documentOf = (id: string): Document =>
    id === document.id ? document : documentAt(ranked, ranked.indexOf(id)!);
  const compare = (others: readonly number[]): Promise<Match[]> =>
    matchesWith(index, others, ranked, session, pool);
  const compared = await compare(partnersOf(index, ranked, pairs, related));
  const told = stories.storyOf(document.id);
  const story = told?.story ?? null;
  const credits = new Map(told?.subjects.map((one) => [one.id, one.credits]));
  credits.set(document.id, creditsOf(kernel, document, agencies));
  return traceOf({
    kernel,
    document,
    collection: collectionWithout(index, ranked),
    common: commonRun(session, ranked.columns.ids(index)),
    matches: compared.filter(({ verdict }) => verdict !== "none"),
    versions: await compare(versionsOf(index, ranked)),
    story,
    directions: stories.directionsOf(document.id),
    creditCheck:
      story === null
        ? creditCheck(document, credits.get(document.id)!, [], false, agencies)
        : checkIn(story, document.id, credits, documentOf, agencies),
    documentOf,
    timeOf: (one) => stories.timeOf(one),
  });
}

function commonOf({ ranked }: CollectionEngine, options: LineageAtOptions): Common {
  const before = known.get(ranked);
  const { agencies, decisions, now } = options;
  if (
    before !== undefined &&
    before.options.agencies === agencies &&
    before.options.decisions === decisions &&
    before.options.now === now
  )
    return before;
  const leads = before?.leads;
  const common: Common = { options, told: new Map(), ...(leads === undefined ? {} : { leads }) };
  known.set(ranked, common);
  return common;
}

/** The stories of what hangs together with a document; once for all documents of that. */
async function toldOf(
  leader: number,
  engine: CollectionEngine,
  options: LineageAtOptions,
  { told }: Common,
): Promise<Told> {
  const before = told.get(leader);
  if (before !== undefined) return before;
  const around = await engineAround(leader, engine, options.decisions, options.signal);
  const stories = new PlannedStories(await planLineage(around, options), engine.kernel);
  const made = { stories, pairs: around.pairs };
  told.set(leader, made);
  for (const { i, j } of around.pairs.rows()) for (const at of [i, j]) told.set(at, made);
  return made;
}

async function partnersAlike(
  leader: number,
  { ranked, pool }: CollectionEngine,
  { signal }: LineageAtOptions,
  common: Common,
): Promise<number[]> {
  common.leads ??= await leadWordsOf(ranked.columns, pool, signal);
  return relatedPartners(ranked.columns, common.leads, leader);
}
