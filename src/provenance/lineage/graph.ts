/**
 * Documents and reuse pairs as a graph, in an order that depends on nothing but them: documents by (instant, id), pairs
 * by their documents.
 */
import type { Evidence, Range } from "../../model/index.js";
import type { Reuse } from "../direction/reuse.js";
import type { Subject } from "../direction/subject.js";
import { coveredRanges, type Side } from "./ranges.js";

export interface Pair {
  readonly match: Reuse;
  /** Places in `subjects`: of the match's a and b. */
  readonly a: number;
  readonly b: number;
  /** What the match covers on each side, standing wording left out. */
  readonly ranges: { readonly a: readonly Range[]; readonly b: readonly Range[] };
  /** Clues for a → b and for b → a, weights positive for their own direction. */
  readonly forward: Evidence[];
  readonly backward: Evidence[];
}

export interface Graph {
  readonly subjects: readonly Subject[];
  readonly pairs: readonly Pair[];
  /** By subject: its pairs, the earliest partner first. */
  readonly pairsOf: readonly (readonly Pair[])[];
  /** The pair of two subjects. */
  pairOf(x: number, y: number): Pair | undefined;
}

export function graphOf(subjects: readonly Subject[], matches: readonly Reuse[]): Graph {
  const sorted = subjects.toSorted(byInstant);
  const placeOf = new Map(sorted.map(({ id }, at) => [id, at]));
  const byKey = new Map<number, Pair>();
  const pairsOf: Pair[][] = sorted.map(() => []);
  const keyOf = (x: number, y: number) => Math.min(x, y) * sorted.length + Math.max(x, y);
  const pairs: Pair[] = [];
  for (const each of matches) {
    // Passages that are made when asked for are made once.
    const { verdict, containment, passages } = each;
    const match = { a: each.a, b: each.b, verdict, containment, passages };
    const a = placeOf.get(match.a);
    const b = placeOf.get(match.b);
    if (a === undefined || b === undefined || a === b) continue;
    const ranges = { a: coveredRanges(match, "a"), b: coveredRanges(match, "b") };
    pairs.push({ match, a, b, ranges, forward: [], backward: [] });
  }
  pairs.sort((x, y) => Math.min(x.a, x.b) - Math.min(y.a, y.b) || Math.max(x.a, x.b) - Math.max(y.a, y.b));
  const once = pairs.filter((pair) => {
    const key = keyOf(pair.a, pair.b);
    if (byKey.has(key)) return false;
    byKey.set(key, pair);
    return true;
  });
  for (const pair of once) {
    pairsOf[pair.a]!.push(pair);
    pairsOf[pair.b]!.push(pair);
  }
  pairsOf.forEach((list, at) => {
    list.sort((x, y) => partnerOf(x, at) - partnerOf(y, at));
  });
  return { subjects: sorted, pairs: once, pairsOf, pairOf: (x, y) => byKey.get(keyOf(x, y)) };
}

export function partnerOf(pair: Pair, subject: number): number {
  return pair.a === subject ? pair.b : pair.a;
}

export function sideOf(pair: Pair, subject: number): Side {
  return pair.a === subject ? "a" : "b";
}

/** By the last moment of trusted time, undated last, then by id. */
export function byInstant(x: Subject, y: Subject): number {
  const [p, q] = [x.time.until ?? Number.POSITIVE_INFINITY, y.time.until ?? Number.POSITIVE_INFINITY];
  if (p !== q) return p < q ? -1 : 1;
  return x.id < y.id ? -1 : x.id > y.id ? 1 : 0;
}
