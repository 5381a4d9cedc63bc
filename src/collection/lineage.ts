/** The lineage of a whole collection: its verified pairs and its credits, given to `provenance/lineage`. */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { UsageError } from "../errors.js";
import type { Kernel } from "../kernel/kernel.js";
import { mirrorComparison } from "../match/compare.js";
import { ComparedPairs } from "../match/compared.js";
import type { Decisions, Passage, Verdict } from "../model.js";
import {
  AGENCIES,
  type Agencies,
  canonicalOutlet,
  canonicalSource,
  creditsOf,
} from "../provenance/credits/index.js";
import { type FullLineage, lineageOf, type Reuse } from "../provenance/lineage/index.js";
import { tokenise } from "../text/tokenise.js";
import { timeSpan } from "../times.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { alignIdentical } from "./align.js";
import { CollectionBackground } from "./background.js";
import { identicalTo } from "./clusters.js";
import type { Ranked } from "./collection.js";
import { documentAt } from "./document-at.js";
import { ordered } from "./matches.js";

/** Groups of identical texts of fewer others than this are compared all with all. */
const EXPANDED_GROUP = 8;
/** Of larger groups so many items of agencies are compared with all too. */
const MOST_AGENCY_ITEMS = 3;

export interface LineageEngine {
  readonly kernel: Kernel;
  readonly ranked: Ranked;
  readonly session: AlignSession;
  readonly pool: WorkPool;
  /** All reuse pairs of leaders. */
  readonly pairs: ComparedPairs;
}

export interface LineageAtOptions {
  readonly agencies?: Agencies;
  readonly decisions?: Decisions;
  /** ISO 8601: what is dated later is not trusted. */
  readonly now?: string;
  readonly signal?: AbortSignal;
}

export async function collectionLineage(
  engine: LineageEngine,
  options: LineageAtOptions,
): Promise<FullLineage> {
  const { kernel, ranked, session } = engine;
  const { agencies = AGENCIES, decisions, now } = options;
  checkIds(ranked, decisions);
  const isAgency = (index: number) =>
    canonicalSource(ranked.columns.meta(index, "source"), agencies) !== null;
  const matches = await reuseMatches(engine, isAgency, options.signal);
  options.signal?.throwIfAborted();
  const moment = now === undefined ? null : timeSpan(now);
  if (moment === null && now !== undefined)
    throw new UsageError(`now is ${JSON.stringify(now)}, expected a time such as 2015-08-10T12:56Z`);
  return lineageOf({
    documents: ranked.columns.count,
    matches,
    document: (id) => {
      const index = ranked.indexOf(id);
      return index === undefined ? undefined : documentAt(ranked, index);
    },
    creditsOf: (document) => creditsOf(kernel, document, agencies),
    names: { agency: (source) => canonicalSource(source, agencies), outlet: canonicalOutlet },
    ...(session.background === null ? {} : { documentsWith: frequencies(kernel, session) }),
    ...(decisions === undefined ? {} : { decisions }),
    ...(moment === null ? {} : { now: moment.until }),
  });
}

/** Every reuse pair; of large groups of identical texts stars. */
async function reuseMatches(
  { ranked, session, pool, pairs }: LineageEngine,
  isAgency: (index: number) => boolean,
  signal: AbortSignal | undefined,
): Promise<Reuse[]> {
  const identical = [...identicalTo(ranked.columns)];
  const small = new Map(identical.filter(([, others]) => others.length < EXPANDED_GROUP));
  const large = new Map(
    identical
      .filter(([, others]) => others.length >= EXPANDED_GROUP)
      .flatMap(([first, others]) => starsOf([first, ...others], isAgency)),
  );
  const none = new ComparedPairs([]);
  const expanded = await alignIdentical(session, small, pairs, true, pool, signal);
  const stars = await alignIdentical(session, large, none, false, pool, signal);
  return [pairs, expanded, stars].flatMap((list) =>
    Array.from({ length: list.length }, (_, number) => new ReusePair(ranked, list, number)),
  );
}

/** The first of a group with all others, and agencies' items with all that are left: what papers have is theirs. */
function starsOf(
  group: readonly number[],
  isAgency: (index: number) => boolean,
): [number, readonly number[]][] {
  const hubs = [group[0]!, ...group.slice(1).filter(isAgency).slice(0, MOST_AGENCY_ITEMS)];
  return hubs.map((hub, at) => [hub, group.filter((index) => !hubs.slice(0, at + 1).includes(index))]);
}

/** A pair as it rests in columns: its passages become objects when they are asked for, and are not held. */
class ReusePair implements Reuse {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly containment: { readonly a: number; readonly b: number };
  readonly #list: ComparedPairs;
  readonly #number: number;
  readonly #mirrored: boolean;

  constructor(ranked: Ranked, list: ComparedPairs, number: number) {
    const { i, j, verdict, containmentA, containmentB } = list.row(number);
    const { a, b } = ordered(ranked.id(i), ranked.id(j));
    this.a = a;
    this.b = b;
    this.verdict = verdict;
    this.#list = list;
    this.#number = number;
    this.#mirrored = a !== ranked.id(i);
    this.containment = this.#mirrored
      ? { a: containmentB, b: containmentA }
      : { a: containmentA, b: containmentB };
  }

  get passages(): readonly Passage[] {
    const comparison = this.#list.comparison(this.#number);
    return (this.#mirrored ? mirrorComparison(comparison) : comparison).passages;
  }
}

/** In how many documents a run of words stands: as many as its rarest four, or its rarest word where it is shorter. */
function frequencies(kernel: Kernel, { background }: AlignSession): (words: string) => number {
  const frequency = new CollectionBackground(background!);
  return (words) => {
    const { ids } = tokenise(kernel, words);
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++)
      least = Math.min(least, frequency.fingerprintFrequency(fingerprintAt(ids, at)));
    if (ids.length >= FINGERPRINT_TOKENS) return least;
    for (const id of ids) least = Math.min(least, frequency.wordFrequency(id));
    return least;
  };
}

function checkIds({ indexOf }: Ranked, decisions: Decisions | undefined): void {
  if (decisions === undefined) return;
  const { confirmed, rejected, times } = decisions;
  const named = [...confirmed, ...rejected].flatMap(({ from, to }) => [from, to]);
  for (const id of [...named, ...times.map(({ document }) => document)]) {
    if (indexOf(id) === undefined)
      throw new UsageError(
        `decisions name ${JSON.stringify(id)}, and no document among those read has that id`,
      );
  }
}
