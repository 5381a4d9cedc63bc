/**
 * Scores of judged pairs. In: for each pair the label, the answer and the probability. Out: precision, recall,
 * F1, macro-F1 with bootstrap intervals, calibration.
 */
import type { Verdict } from "../../src/model/index.js";
import { isReuse } from "../../src/model/verdicts.js";
import { seededRandom } from "./folds.js";

export interface Scored {
  readonly label: Verdict;
  readonly answer: Verdict;
  readonly probability: number;
  readonly borderline: boolean;
  /** Pairs of one story stand or fall together: the bootstrap draws stories. */
  readonly story: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Score of a yes-no question put to labels and answers. A question that nobody answers yes scores 1. */
export function score(rows: readonly Scored[], asks: (verdict: Verdict) => boolean): Score {
  let both = 0;
  let labelled = 0;
  let answered = 0;
  for (const { label, answer } of rows) {
    if (asks(label)) labelled++;
    if (asks(answer)) answered++;
    if (asks(label) && asks(answer)) both++;
  }
  return {
    precision: answered === 0 ? 1 : both / answered,
    recall: labelled === 0 ? 1 : both / labelled,
    f1: labelled + answered === 0 ? 1 : (2 * both) / (labelled + answered),
  };
}

export const isCopy = (verdict: Verdict): boolean => verdict === "copy";
const isPart = (verdict: Verdict): boolean => isReuse(verdict) && !isCopy(verdict);
const isNeither = (verdict: Verdict): boolean => !isReuse(verdict);

/** Mean F1 of copy, other reuse and neither. */
export function macroF1(rows: readonly Scored[]): number {
  return (score(rows, isCopy).f1 + score(rows, isPart).f1 + score(rows, isNeither).f1) / 3;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % percentile interval of a measure over `draws` samples of stories with replacement. */
export function bootstrap(
  rows: readonly Scored[],
  measure: (rows: readonly Scored[]) => number,
  draws: number,
  seed: number,
): Interval {
  const byStory = new Map<number, Scored[]>();
  for (const row of rows) byStory.set(row.story, [...(byStory.get(row.story) ?? []), row]);
  const stories = [...byStory.values()];
  const random = seededRandom(seed);
  const values = Array.from({ length: draws }, () =>
    measure(stories.flatMap(() => stories[Math.floor(random() * stories.length)]!)),
  ).sort((x, y) => x - y);
  return {
    low: values[Math.floor(0.025 * draws)]!,
    high: values[Math.min(draws - 1, Math.floor(0.975 * draws))]!,
  };
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability said, and share of reuse found. */
  readonly said: number;
  readonly found: number;
}

const BINS = 10;

/** Reliability of the probability of reuse in ten bins of equal width; empty bins are left out. */
export function reliability(rows: readonly Scored[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = rows.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    const count = inside.length;
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count,
      said: inside.reduce((sum, { probability }) => sum + probability, 0) / count,
      found: inside.filter(({ label }) => isReuse(label)).length / count,
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: mean distance of said from found, weighed by the pairs of each bin. */
export function calibrationError(rows: readonly Scored[]): number {
  return reliability(rows).reduce(
    (sum, { count, said, found }) => sum + (count / rows.length) * Math.abs(said - found),
    0,
  );
}

/** Chance that one of `positives` is above one of `negatives`, ties counting half. O(positives × negatives). */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let above = 0;
  for (const x of positives) for (const y of negatives) above += x > y ? 1 : x === y ? 0.5 : 0;
  return above / (positives.length * negatives.length);
}
