/**
 * plagdet: Potthast, Stein, Barrón-Cedeño, Rosso, "An Evaluation Framework for Plagiarism Detection"
 * (COLING 2010). A case and a detection are each one range of characters in each of two documents; a
 * detection detects a case when the two overlap in both documents. Macro-averaged over cases (recall) and
 * detections (precision), so that long passages weigh as much as short ones; granularity is the number of
 * detections that a detected case was reported in; plagdet = F1 / log2(1 + granularity).
 */
import type { Range } from "../../src/model/index.js";

/** One passage in two documents. The order of the two is that of their ids: `docA` < `docB`. */
export interface Reuse {
  readonly docA: string;
  readonly a: Range;
  readonly docB: string;
  readonly b: Range;
}

export interface Plagdet {
  readonly plagdet: number;
  readonly precision: number;
  readonly recall: number;
  /** At least 1; 1 where nothing was detected. */
  readonly granularity: number;
  readonly cases: number;
  readonly detections: number;
}

/** Puts the two sides in the order of their ids, by code point as `Match` does. */
export function orient(docA: string, a: Range, docB: string, b: Range): Reuse {
  return byCodePoint(docA, docB) <= 0 ? { docA, a, docB, b } : { docA: docB, a: b, docB: docA, b: a };
}

/** No cases and no detections score 1; one without the other scores 0, as in the framework's own program. */
export function plagdet(cases: readonly Reuse[], detections: readonly Reuse[]): Plagdet {
  const counts = { cases: cases.length, detections: detections.length };
  if (cases.length === 0 || detections.length === 0) {
    const score = cases.length === detections.length ? 1 : 0;
    return { plagdet: score, precision: score, recall: score, granularity: 1, ...counts };
  }
  const precision = meanCovered(detections, groupByPair(cases));
  const byPair = groupByPair(detections);
  const recall = meanCovered(cases, byPair);
  const reported = cases.map((one) => overlapping(one, byPair).length).filter((times) => times > 0);
  const granularity =
    reported.length === 0 ? 1 : reported.reduce((sum, times) => sum + times, 0) / reported.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { plagdet: f1 / Math.log2(1 + granularity), precision, recall, granularity, ...counts };
}

/** Mean over `items` of the share of their characters, both documents together, that `others` cover. */
function meanCovered(items: readonly Reuse[], others: ReadonlyMap<string, readonly Reuse[]>): number {
  let sum = 0;
  for (const item of items) {
    const found = overlapping(item, others);
    const covered =
      coveredLength(
        item.a,
        found.map(({ a }) => a),
      ) +
      coveredLength(
        item.b,
        found.map(({ b }) => b),
      );
    sum += covered / (length(item.a) + length(item.b));
  }
  return sum / items.length;
}

function overlapping(item: Reuse, others: ReadonlyMap<string, readonly Reuse[]>): readonly Reuse[] {
  const candidates = others.get(pairKey(item)) ?? [];
  return candidates.filter((other) => overlap(item.a, other.a) && overlap(item.b, other.b));
}

/** Characters of `range` that stand in at least one of `parts`. */
function coveredLength(range: Range, parts: readonly Range[]): number {
  let covered = 0;
  let reached = range.start;
  for (const part of [...parts].sort((x, y) => x.start - y.start)) {
    const start = Math.max(part.start, reached);
    const end = Math.min(part.end, range.end);
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered;
}

function groupByPair(items: readonly Reuse[]): Map<string, Reuse[]> {
  const groups = new Map<string, Reuse[]>();
  for (const item of items) {
    const group = groups.get(pairKey(item));
    if (group === undefined) groups.set(pairKey(item), [item]);
    else group.push(item);
  }
  return groups;
}

const pairKey = ({ docA, docB }: Reuse): string => JSON.stringify([docA, docB]);
const length = ({ start, end }: Range): number => end - start;
const overlap = (x: Range, y: Range): boolean => x.start < y.end && y.start < x.end;

function byCodePoint(x: string, y: string): number {
  return Buffer.compare(Buffer.from(x), Buffer.from(y));
}
