/**
 * Lineage over a collection, or over the neighbourhood of one document: who took from whom, what came from where, and
 * what must have been there. In: documents, verified matches, credits. Plain data in, plain data out; the same for any
 * order of input. No direction without evidence, no cycle.
 */
import { UsageError } from "../../errors.js";
import type { Credit, Decisions, Direction, Lineage, TrustedTime } from "../../model.js";
import type { Reuse } from "../direction/reuse.js";
import { type SourceDocument, type SourceNames, type Subject, subjectOf } from "../direction/subject.js";
import { trustedTime } from "../time/trusted.js";
import { graphOf } from "./graph.js";
import { saidBy } from "./said.js";
import { storiesOf } from "./stories.js";
import { directionsOf, type ToldStory, tellStory } from "./story.js";

export type { Reuse } from "../direction/reuse.js";
export { EVIDENCE_RULES, MISSING } from "../direction/rules.js";
export type { SourceNames } from "../direction/subject.js";
export { parseDecisions } from "./decisions.js";

export interface LineageDocument extends SourceDocument {
  readonly published?: string;
  readonly captured?: string;
}

export interface LineageInput {
  /** Documents of the whole collection: for the count alone. */
  readonly documents: number;
  /** Whole and partial matches, each pair once; others are passed over. */
  readonly matches: readonly Reuse[];
  /** A document that stands in a match or in a decision; undefined for one that is not here. */
  document(id: string): LineageDocument | undefined;
  /** Its credits; asked once for each. */
  creditsOf(document: LineageDocument): readonly Credit[];
  readonly names: SourceNames;
  /** In how many documents of the collection a few words stand, a group of copies counted once; null where unknown. */
  documentsWith?(words: string): number | null;
  readonly decisions?: Decisions;
  /** Milliseconds since 1970: what is dated later is not trusted. */
  readonly now?: number;
}

export interface FullLineage {
  readonly lineage: Omit<Lineage, "creditChecks" | "times">;
  /** Of every pair, those too that the stories leave out because a nearer source stands between; sorted by (a, b). */
  readonly directions: readonly Direction[];
  /** Of every document in a story, by id. */
  readonly times: ReadonlyMap<string, TrustedTime>;
  readonly credits: ReadonlyMap<string, readonly Credit[]>;
}

export function lineageOf(input: LineageInput): FullLineage {
  const said = saidBy(input.decisions);
  const reuse = input.matches.filter(({ verdict }) => verdict === "whole" || verdict === "partial");
  const matches = [...reuse, ...confirmedAlone(reuse, said.pairs, input)];
  const documentsWith = (words: string) => input.documentsWith?.(words) ?? null;
  const times = new Map<string, TrustedTime>();
  const credits = new Map<string, readonly Credit[]>();
  const found = storiesOf(matches, ({ a, b }) => said.confirmed(a, b) !== null);
  // Others are made for their story and forgotten with it, texts and all.
  const kept = new Map<string, Subject | null>(
    found.between.flatMap(({ a, b }) => [
      [a, null],
      [b, null],
    ]),
  );
  const subjectFor = (id: string): Subject => {
    const held = kept.get(id);
    if (held) return held;
    const document = input.document(id);
    if (document === undefined)
      throw new UsageError(`no document ${JSON.stringify(id)}, expected one for every match`);
    const decided = said.timeOf(id);
    const options = {
      ...(decided === undefined ? {} : { decided }),
      ...(input.now === undefined ? {} : { now: input.now }),
    };
    const time = trustedTime(document, options);
    const named = input.creditsOf(document);
    times.set(id, time);
    credits.set(id, named);
    const subject = subjectOf(document, time, named, input.names);
    if (held === null) kept.set(id, subject);
    return subject;
  };

  const told: ToldStory[] = found.members.map((members, at) =>
    tellStory(graphOf(members.map(subjectFor), found.matches[at]!), said, documentsWith),
  );
  const between: Direction[] = [];
  for (const match of found.between) {
    const pair = graphOf([match.a, match.b].map(subjectFor), [match]);
    between.push(...directionsOf(pair, said, documentsWith).values());
  }
  const stories = told
    .map(({ story }) => story)
    .sort((x, y) => y.documents.length - x.documents.length || order(x.id, y.id));
  const directions = [...told.flatMap((one) => one.directions), ...between].sort(byPair);
  return {
    lineage: { documents: input.documents, stories, between: between.sort(byPair) },
    directions,
    times,
    credits,
  };
}

/** Pairs that only a person binds. */
function confirmedAlone(
  reuse: readonly Reuse[],
  confirmed: readonly (readonly [string, string])[],
  { document }: LineageInput,
): Reuse[] {
  if (confirmed.length === 0) return [];
  const known = new Set(reuse.map(({ a, b }) => pairKey(a, b)));
  return confirmed
    .filter((pair) => !known.has(pairKey(...pair)) && pair.every((id) => document(id) !== undefined))
    .map((pair) => bareMatch(...pair));
}

function bareMatch(x: string, y: string): Reuse {
  const [a, b] = x < y ? [x, y] : [y, x];
  return { a, b, verdict: "partial", containment: { a: 0, b: 0 }, passages: [] };
}

function pairKey(x: string, y: string): string {
  return x < y ? JSON.stringify([x, y]) : JSON.stringify([y, x]);
}

function byPair(x: Direction, y: Direction): number {
  return order(x.a, y.a) || order(x.b, y.b);
}

function order(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
