/**
 * From clues to a direction: a prior and the clues' strengths are summed as log-odds, as if they were independent, for each
 * of the two directions by itself, since what speaks against the one does not speak for the other: both may have it from a
 * third text. Nothing is stated without evidence of passage, which lies in or beside the words that both have: what kind of
 * document one of them is, and which has changed less, only add to it.
 */
import type { Certainty, Direction, Evidence } from "../../model/index.js";
import { EVIDENCE_RULES, evidenceOf, MISSING, type RuleName } from "./rules.js";
import { LIKELY, PERSON, SURE } from "./strengths.js";
import type { Subject } from "./subject.js";

/** Evidence of passage of less does not carry a direction. */
const LEAST_PASSAGE = 1;
/** No word names the source: 9 to 1 at most. */
const MOST_UNNAMED = Math.log(9);

/** What else than a name bears a direction: of an agency's item edits and times, of a text of one house with the other times. */
export type Bearing = "edits" | "times" | null;

export interface Stated {
  /** Log-odds of either direction before anything is known. */
  readonly prior: number;
  /** Of the direction from a, and from b. */
  readonly bearing: { readonly a: Bearing; readonly b: Bearing };
  /** For a → b and for b → a. */
  readonly forward: readonly Evidence[];
  readonly backward: readonly Evidence[];
}

export interface Clues extends Stated {
  /** Whether a third document decidedly stands behind both. */
  readonly third: boolean;
  /** What a person says of this pair: the id of the source that is confirmed, and the sources that are rejected. */
  readonly confirmed: string | null;
  readonly rejected: readonly string[];
}

/** Log-odds of the direction that the clues speak for, `theirs` those of the other one. */
export function oddsOf(prior: number, mine: readonly Evidence[], theirs: readonly Evidence[]): number {
  const isPossible = (clue: Evidence) => !isImpossible(clue);
  return prior + sumOf(mine, isPossible) - Math.max(0, sumOf(theirs, isPossible));
}

export function isImpossible(clue: Evidence): boolean {
  return ruleOf(clue).impossible === true;
}

/**
 * Log-odds of what is stated: positive for a → b, negative for b → a, 0 where nothing is. What no word names, and only edits and
 * times bear, is never sure.
 */
export function statedOdds({ prior, bearing, forward, backward }: Stated): number {
  const [x, y] = [oddsOf(prior, forward, backward), oddsOf(prior, backward, forward)];
  if (x >= y) return borne(forward, x, bearing.a);
  return -borne(backward, y, bearing.b);
}

/** As much of the odds as evidence of passage bears; 0 below the bar, and where something says that it cannot be. */
function borne(clues: readonly Evidence[], odds: number, bearing: Bearing): number {
  if (odds < LIKELY || clues.some(isImpossible)) return 0;
  const passage = sumOf(clues, (clue) => clue.weight > 0 && ruleOf(clue).passage === true);
  if (passage >= LEAST_PASSAGE) return odds;
  if (bearing === null) return 0;
  const bears = (clue: Evidence) =>
    clue.kind === "time" || (bearing === "edits" && ruleOf(clue).edit === true);
  const borne = sumOf(clues, (clue) => clue.weight > 0 && bears(clue));
  return borne >= LEAST_PASSAGE ? Math.min(odds, MOST_UNNAMED) : 0;
}

export function certaintyOf(odds: number): Certainty {
  return odds >= SURE ? "sure" : odds >= LIKELY ? "likely" : "open";
}

function ruleOf({ rule }: Evidence) {
  return EVIDENCE_RULES[rule as RuleName];
}

function sumOf(clues: readonly Evidence[], counts: (clue: Evidence) => boolean): number {
  let weight = 0;
  for (const clue of clues) if (counts(clue)) weight += clue.weight;
  return weight;
}

/** Holds what `counts` down to `most` together. */
export function held(
  clues: readonly Evidence[],
  most: number,
  counts: (rule: (typeof EVIDENCE_RULES)[RuleName]) => boolean,
): readonly Evidence[] {
  const isHeld = (clue: Evidence) => clue.weight > 0 && counts(ruleOf(clue));
  const sum = sumOf(clues, isHeld);
  if (sum <= most) return clues;
  return clues.map((clue) => (isHeld(clue) ? { ...clue, weight: (most / sum) * clue.weight } : clue));
}

export function decide(a: Subject, b: Subject, clues: Clues): Direction {
  const { prior, forward, backward, confirmed, rejected } = clues;
  const both = { a: a.id, b: b.id };
  if (confirmed !== null) {
    const to = confirmed === a.id ? b.id : a.id;
    const said = evidenceOf("confirmed", PERSON, { from: confirmed, to }, []);
    const [mine, theirs] = confirmed === a.id ? [forward, backward] : [backward, forward];
    const evidence = ordered([said, ...mine], theirs);
    const stated = { from: confirmed, to, confidence: 1, certainty: "sure", by: "person" } as const;
    return { ...both, ...stated, evidence, missing: [] };
  }
  const odds = statedOdds(clues);
  const [x, y] = [oddsOf(prior, forward, backward), oddsOf(prior, backward, forward)];
  const isRejected = rejected.includes(x >= y ? a.id : b.id);
  if (odds === 0 || isRejected) {
    const person = rejected.map((from) =>
      evidenceOf("rejected", from === a.id ? -PERSON : PERSON, { from, to: from === a.id ? b.id : a.id }, []),
    );
    return {
      ...both,
      ...{ from: null, to: null, certainty: "open", by: isRejected ? "person" : "isnad" },
      confidence: isRejected ? 0 : Math.min(logistic(LIKELY), logistic(Math.max(x, y))),
      evidence: [...person, ...ordered(contested(forward), backward)],
      missing: isRejected ? [MISSING.person] : missingOf(a, b, clues),
    };
  }
  const [from, to, mine, theirs] =
    odds > 0 ? [a.id, b.id, forward, backward] : [b.id, a.id, backward, forward];
  const strength = Math.abs(odds);
  return {
    ...both,
    ...{ from, to, confidence: logistic(strength), certainty: certaintyOf(strength), by: "isnad" },
    evidence: ordered(mine, theirs),
    missing: [],
  };
}

/** An undecided direction in place of a decided one that cannot be. */
export function withdrawn(direction: Direction, missing: string): Direction {
  const turned = direction.from !== direction.a;
  return {
    ...direction,
    from: null,
    to: null,
    certainty: "open",
    evidence: turned ? direction.evidence.map(negated) : direction.evidence,
    missing: [missing],
  };
}

export function logistic(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
}

/**
 * Clues for a direction, and those for its opposite turned round, strongest first. Clues against the opposite are shown
 * only where something speaks for it, and with no more than they take from that.
 */
function ordered(mine: readonly Evidence[], theirs: readonly Evidence[]): Evidence[] {
  return [...mine, ...contested(theirs).map(negated)].sort(
    (x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.rule < y.rule ? -1 : x.rule > y.rule ? 1 : 0),
  );
}

function contested(clues: readonly Evidence[]): readonly Evidence[] {
  const positive = sumOf(clues, ({ weight }) => weight > 0);
  const negative = -sumOf(clues, ({ weight }) => weight < 0);
  if (negative <= positive) return clues;
  const share = positive / negative;
  return clues.flatMap((clue) => {
    if (clue.weight > 0) return [clue];
    return share === 0 ? [] : [{ ...clue, weight: clue.weight * share }];
  });
}

function negated(clue: Evidence): Evidence {
  return { ...clue, weight: -clue.weight };
}

function missingOf(a: Subject, b: Subject, { prior, forward, backward, third }: Clues): string[] {
  const missing: string[] = [];
  const isContradicted = (mine: readonly Evidence[], theirs: readonly Evidence[]) =>
    mine.some(({ weight }) => weight > 0) &&
    (mine.some(isImpossible) || prior + sumOf(mine, ({ weight }) => weight > 0) >= LIKELY) &&
    (mine.some(isImpossible) || sumOf(theirs, ({ weight }) => weight > 0) >= LIKELY);
  if (isContradicted(forward, backward) || isContradicted(backward, forward))
    missing.push(MISSING.contradiction);
  if (third) missing.push(MISSING.third);
  if (a.time.from === null || b.time.from === null) missing.push(MISSING.time);
  const isNamed = ({ rule, weight }: Evidence) =>
    weight > 0 && (rule === "names-agency" || rule === "names-outlet");
  if (![...forward, ...backward].some(isNamed)) missing.push(MISSING.credit);
  if (missing.length === 0) missing.push(MISSING.third);
  return missing;
}
