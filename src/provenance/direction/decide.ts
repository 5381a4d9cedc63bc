/**
 * From clues to a direction: their weights are summed as log-odds, as if they were independent, and what is less likely
 * than three in four stays undecided.
 */
import type { Direction, Evidence } from "../../model/index.js";
import { EVIDENCE_RULES, evidenceOf, MISSING, type RuleName } from "./rules.js";
import type { Subject } from "./subject.js";

/** Natural log-odds from which a direction is stated: 3 to 1. */
export const DECIDED = Math.log(3);
/** A clue below this is a weak one: less than 88 %. */
const WEAK = 2;
/** What a person says outweighs all clues together. */
const PERSON = 20;

/**
 * Log-odds of a → b. Clues against a direction take from those for it; they never speak for the opposite, which needs its
 * own. Times are often wrong (pages are dated anew, clocks lack zones): they decide where nothing else does, and weaken
 * what the words say, but do not overturn it. What only tells the kind of a document, an agency's item, comes to nothing
 * against them: agencies take from papers too, and send again what they sent before. `order` is negative where a certainly
 * came before b, positive where after.
 */
export function balance(forward: readonly Evidence[], backward: readonly Evidence[], order: number): number {
  const possible = (clues: readonly Evidence[]) => clues.filter(({ rule }) => rule !== "seen-before");
  const [x, y] = [possible(forward), possible(backward)];
  const weight = weighed(x, y, order);
  // What cannot be is not turned round by that: it is an open question.
  const cannotBe = weight > 0 ? x.length < forward.length : y.length < backward.length;
  return cannotBe ? 0 : weight;
}

function weighed(forward: readonly Evidence[], backward: readonly Evidence[], order: number): number {
  const [f, b] = [sumOf(forward, isOfText), sumOf(backward, isOfText)];
  const texts = Math.max(0, f) - Math.max(0, b);
  // What the texts say against a direction is said against its times too.
  const times =
    Math.max(0, sumOf(forward, isOfTime) + Math.min(0, f)) -
    Math.max(0, sumOf(backward, isOfTime) + Math.min(0, b));
  if (texts * order > 0) {
    const [later, earlier] = texts > 0 ? [forward, backward] : [backward, forward];
    const words = sumOf(later, isOfWords) - Math.max(0, sumOf(earlier, isOfWords));
    const least = Math.min(words, Math.abs(texts));
    if (least >= DECIDED) return Math.sign(texts) * Math.max(DECIDED, least - Math.abs(times));
    return texts * (texts + times) > 0 ? 0 : texts + times;
  }
  return texts + times;
}

function isOfWords({ kind, rule }: Evidence): boolean {
  return kind !== "time" && EVIDENCE_RULES[rule as RuleName].ofKind !== true;
}

function isOfTime({ kind }: Evidence): boolean {
  return kind === "time";
}

function isOfText(clue: Evidence): boolean {
  return !isOfTime(clue);
}

function sumOf(clues: readonly Evidence[], counts: (clue: Evidence) => boolean): number {
  let weight = 0;
  for (const clue of clues) if (counts(clue)) weight += clue.weight;
  return weight;
}

/** What tells which of two outlets stands nearer to a text that both may have tells no more together than this. */
const MOST_NEARNESS = 1;

/** Clues between two outlets that are no agencies: however many say that one changed less, both may have a third text. */
export function betweenOutlets(clues: readonly Evidence[]): readonly Evidence[] {
  const isNearness = ({ rule, weight }: Evidence) =>
    weight > 0 && EVIDENCE_RULES[rule as RuleName].ofNearness === true;
  const sum = clues.reduce((total, clue) => total + (isNearness(clue) ? clue.weight : 0), 0);
  if (sum <= MOST_NEARNESS) return clues;
  const share = MOST_NEARNESS / sum;
  return clues.map((clue) => (isNearness(clue) ? { ...clue, weight: share * clue.weight } : clue));
}

export interface Clues {
  /** Negative where a certainly came before b, positive where after; 0 where nobody can tell. */
  readonly order: number;
  /** For a → b and for b → a. */
  readonly forward: readonly Evidence[];
  readonly backward: readonly Evidence[];
  /** Whether a third document decidedly stands behind both. */
  readonly third: boolean;
  /** What a person says of this pair: the id of the source that is confirmed, and the sources that are rejected. */
  readonly confirmed: string | null;
  readonly rejected: readonly string[];
}

export function decide(a: Subject, b: Subject, clues: Clues): Direction {
  const { forward, backward, confirmed, rejected } = clues;
  const weight = balance(forward, backward, clues.order);
  const likelier = weight >= 0 ? a.id : b.id;
  if (confirmed !== null) {
    const to = confirmed === a.id ? b.id : a.id;
    const said = evidenceOf("confirmed", PERSON, { from: confirmed, to }, []);
    const [mine, theirs] = confirmed === a.id ? [forward, backward] : [backward, forward];
    const evidence = ordered([said, ...mine], theirs);
    return {
      a: a.id,
      b: b.id,
      from: confirmed,
      to,
      confidence: 1,
      weak: false,
      by: "person",
      evidence,
      missing: [],
    };
  }
  const decided = Math.abs(weight) >= DECIDED;
  if (!decided || rejected.includes(likelier)) {
    const person = rejected.map((from) =>
      evidenceOf("rejected", from === a.id ? -PERSON : PERSON, { from, to: from === a.id ? b.id : a.id }, []),
    );
    return {
      a: a.id,
      b: b.id,
      from: null,
      to: null,
      confidence: rejected.includes(likelier) ? 0.5 : logistic(Math.abs(weight)),
      weak: false,
      by: rejected.includes(likelier) ? "person" : "isnad",
      evidence: [...person, ...ordered(contested(forward), backward)],
      missing: rejected.includes(likelier) ? [MISSING.person] : missingOf(a, b, clues),
    };
  }
  const [from, to] = weight > 0 ? [a.id, b.id] : [b.id, a.id];
  const [mine, theirs] = weight > 0 ? [forward, backward] : [backward, forward];
  const supporting = mine.filter((clue) => clue.weight > 0);
  return {
    a: a.id,
    b: b.id,
    from,
    to,
    confidence: logistic(Math.abs(weight)),
    weak: supporting.length <= 1 && (supporting[0]?.weight ?? 0) < WEAK,
    by: "isnad",
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
    weak: false,
    evidence: turned ? direction.evidence.map(negated) : direction.evidence,
    missing: [missing],
  };
}

export function logistic(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
}

/**
 * Clues for a direction, and those for its opposite turned round, strongest first. Clues against the opposite are shown
 * only where something speaks for it.
 */
function ordered(mine: readonly Evidence[], theirs: readonly Evidence[]): Evidence[] {
  return [...mine, ...contested(theirs).map(negated)].sort(
    (x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.rule < y.rule ? -1 : x.rule > y.rule ? 1 : 0),
  );
}

/** Clues against a direction are shown with no more than they take from those for it. */
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

function missingOf(a: Subject, b: Subject, { order, forward, backward, third }: Clues): string[] {
  const missing: string[] = [];
  const strong = (clues: readonly Evidence[]) => sumOf(clues, ({ weight }) => weight > 0) >= DECIDED;
  const againstClock = (order < 0 && strong(backward)) || (order > 0 && strong(forward));
  if ((strong(forward) && strong(backward)) || againstClock) missing.push(MISSING.contradiction);
  if (third) missing.push(MISSING.third);
  if (a.time.from === null || b.time.from === null) missing.push(MISSING.time);
  const named = [...forward, ...backward].some(({ kind, weight }) => kind === "credit" && weight > 0);
  if (!named) missing.push(MISSING.credit);
  if (missing.length === 0) missing.push(MISSING.third);
  return missing;
}
