/** A reuse pair of a collection as lineage sees it. */

import { ordered } from "../document/order.js";
import { mirroredPassages } from "../match/compare.js";
import type { ComparedPairs } from "../match/compared.js";
import type { Passage, Verdict } from "../model/index.js";
import type { Reuse } from "../provenance/lineage/index.js";

/** A comparison as it rests in columns, seen from its i. */
export interface Resting {
  readonly list: ComparedPairs;
  readonly number: number;
}

/** A pair as it rests in columns: its passages become objects when they are asked for, and are not held. */
export class ReusePair implements Reuse {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly containment: { readonly a: number; readonly b: number };
  readonly resting: Resting;
  /** Whether the comparison is seen from b. */
  readonly mirrored: boolean;

  /** `turned`: the comparison is seen from the other than `x`. */
  constructor(x: string, y: string, resting: Resting, turned: boolean) {
    const { verdict, containmentA, containmentB } = resting.list.row(resting.number);
    const { a, b } = ordered(x, y);
    this.a = a;
    this.b = b;
    this.verdict = verdict;
    this.resting = resting;
    this.mirrored = (a !== x) !== turned;
    this.containment = this.mirrored
      ? { a: containmentB, b: containmentA }
      : { a: containmentA, b: containmentB };
  }

  get passages(): readonly Passage[] {
    const passages = this.resting.list.passages(this.resting.number);
    return this.mirrored ? mirroredPassages(passages) : passages;
  }
}
