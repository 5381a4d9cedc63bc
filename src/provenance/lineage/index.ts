/**
 * Lineage over a collection, or over the neighbourhood of one document: who took from whom, what came from where, and
 * what must have been there. In: documents, verified matches, credits. Plain data in, plain data out; the same for any
 * order of input. No direction without evidence, no cycle.
 */

import type { Credit, Decisions, Direction, Lineage, Story, TrustedTime } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import type { Reuse } from "../direction/reuse.js";
import { saidBy } from "./said.js";
import { type Stories, storiesOf } from "./stories.js";
import type { ToldStory } from "./story.js";
import { Teller, type TellerInput } from "./teller.js";

export type { Reuse } from "../direction/reuse.js";
export { EVIDENCE_RULES, MISSING } from "../direction/rules.js";
export type { SourceNames } from "../direction/subject.js";
export { parseDecisions } from "./decisions.js";
export type { Stories } from "./stories.js";
export { type LineageDocument, Teller, type ToldWhole } from "./teller.js";

export interface LineageInput extends TellerInput {
  /** Documents of the whole collection: for the count alone. */
  readonly documents: number;
  /** Whole and partial matches, each pair once; others are passed over. */
  readonly matches: readonly Reuse[];
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
  const isHere = (id: string) => input.document(id) !== undefined;
  const plan = planOf(input.matches, input.decisions, isHere);
  const teller = new Teller(input);
  teller.keep(plan.between.flatMap(({ a, b }) => [a, b]));
  const told: ToldStory[] = [];
  const times = new Map<string, TrustedTime>();
  const credits = new Map<string, readonly Credit[]>();
  plan.members.forEach((members, at) => {
    const { story, directions, subjects } = teller.tell(members, plan.matches[at]!);
    told.push({ story, directions });
    for (const { id, time, credits: named } of subjects) {
      times.set(id, time);
      credits.set(id, named);
    }
  });
  const between = teller.judge(plan.between).sort(byPair);
  const stories = told.map(({ story }) => story).sort(byStory);
  const directions = [...told.flatMap((one) => one.directions), ...between].sort(byPair);
  return { lineage: { documents: input.documents, stories, between }, directions, times, credits };
}

/** Which documents make a story, and by which pairs. O(matches log matches). */
export function planOf(
  matches: readonly Reuse[],
  decisions: Decisions | undefined,
  isHere: (id: string) => boolean,
): Stories {
  const said = saidBy(decisions);
  const reuse = matches.filter(({ verdict }) => isReuse(verdict));
  const all = [...reuse, ...confirmedAlone(reuse, said.pairs, isHere)];
  return storiesOf(all, ({ a, b }) => said.confirmed(a, b) !== null);
}

/** Pairs that only a person binds. */
function confirmedAlone(
  reuse: readonly Reuse[],
  confirmed: readonly (readonly [string, string])[],
  isHere: (id: string) => boolean,
): Reuse[] {
  if (confirmed.length === 0) return [];
  const known = new Set(reuse.map(({ a, b }) => pairKey(a, b)));
  return confirmed
    .filter((pair) => !known.has(pairKey(...pair)) && pair.every(isHere))
    .map((pair) => bareMatch(...pair));
}

/** A pair that a person binds and that shares nothing. */
export function bareMatch(x: string, y: string): Reuse {
  const [a, b] = x < y ? [x, y] : [y, x];
  return { a, b, verdict: "excerpt", containment: { a: 0, b: 0 }, passages: [] };
}

function pairKey(x: string, y: string): string {
  return x < y ? JSON.stringify([x, y]) : JSON.stringify([y, x]);
}

/** The largest first, then by id. */
export function byStory(x: Story, y: Story): number {
  return y.documents.length - x.documents.length || order(x.id, y.id);
}

export function byPair(x: Direction, y: Direction): number {
  return order(x.a, y.a) || order(x.b, y.b);
}

function order(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
