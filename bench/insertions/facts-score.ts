/** Precision and recall of changed facts against the alterations that were made. */
import type { ChangedFact, FactKind, Range } from "../../src/model/index.js";

export interface FactPair {
  readonly kind: FactKind;
  readonly a: Range;
  readonly b: Range;
}

export interface FactsScore {
  readonly precision: number;
  readonly recall: number;
  readonly reported: number;
  readonly altered: number;
}

/** An insertion has an empty range, or the words around it: as far as this from the truth is the same place. */
const NEAR = 2;

/**
 * `pairs`: for each pair of documents with an altered passage what was altered and what was reported.
 * Every reported fact that is none of the alterations is wrong, of whatever kind it is. A figure in a date
 * may be called number or date.
 */
export function scoreFacts(
  pairs: readonly { readonly truth: readonly FactPair[]; readonly reported: readonly FactPair[] }[],
): FactsScore {
  let right = 0;
  let found = 0;
  let reportedCount = 0;
  let altered = 0;
  for (const { truth, reported } of pairs) {
    right += reported.filter((fact) => truth.some((one) => same(one, fact))).length;
    found += truth.filter((one) => reported.some((fact) => same(one, fact))).length;
    reportedCount += reported.length;
    altered += truth.length;
  }
  return {
    precision: reportedCount === 0 ? (altered === 0 ? 1 : 0) : right / reportedCount,
    recall: altered === 0 ? 1 : found / altered,
    reported: reportedCount,
    altered,
  };
}

export const factPair = ({ kind, a, b }: Pick<ChangedFact, "kind" | "a" | "b">): FactPair => ({ kind, a, b });

function same(truth: FactPair, fact: FactPair): boolean {
  return sameKind(truth.kind, fact.kind) && near(truth.a, fact.a) && near(truth.b, fact.b);
}

function sameKind(x: FactKind, y: FactKind): boolean {
  const figure = (kind: FactKind): boolean => kind === "number" || kind === "date";
  return x === y || (figure(x) && figure(y));
}

function near(x: Range, y: Range): boolean {
  return x.start <= y.end + NEAR && y.start <= x.end + NEAR;
}
