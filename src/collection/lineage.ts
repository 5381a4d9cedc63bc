/** The lineage of a whole collection: its verified pairs and its credits, given to `provenance/lineage`. */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import { UsageError } from "../errors.js";
import type { Kernel } from "../kernel/kernel.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Decisions } from "../model.js";
import {
  AGENCIES,
  type Agencies,
  canonicalOutlet,
  canonicalSource,
  creditsOf,
} from "../provenance/credits/index.js";
import { type FullLineage, lineageOf } from "../provenance/lineage/index.js";
import { ownWords } from "../text/own.js";
import { tokenise } from "../text/tokenise.js";
import { timeSpan } from "../times.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { CollectionBackground } from "./background.js";
import type { Ranked } from "./collection.js";
import { documentAt } from "./document-at.js";
import { reuseMatches } from "./lineage-pairs.js";

/** A collection, ready to be compared. */
export interface CollectionEngine {
  readonly kernel: Kernel;
  readonly ranked: Ranked;
  readonly session: AlignSession;
  readonly pool: WorkPool;
}

export interface LineageEngine extends CollectionEngine {
  /** All reuse pairs of leaders. */
  readonly pairs: ComparedPairs;
  /** By leader the others of the same words. */
  readonly identical: ReadonlyMap<number, readonly number[]>;
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
    creditsOf: (document) =>
      creditsOf(kernel, document, agencies).map((credit) => ({ ...credit, alias: ownWords(credit.alias) })),
    names: { agency: (source) => canonicalSource(source, agencies), outlet: canonicalOutlet },
    ...(session.background === null ? {} : { documentsWith: frequencies(kernel, session) }),
    ...(decisions === undefined ? {} : { decisions }),
    ...(moment === null ? {} : { now: moment.until }),
  });
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
