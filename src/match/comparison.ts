/** What is said of a pair of texts. */
import type { ChangedFact, Passage, Verdict } from "../model/index.js";

export interface Comparison {
  readonly verdict: Verdict;
  readonly probability: number;
  /** Of the sets of word pairs. */
  readonly jaccard: number;
  /** Share of each text's tokens in passages that are no boilerplate. */
  readonly containmentA: number;
  readonly containmentB: number;
  /** Probability of the same news, 0..1. */
  readonly sameNews: number;
  /** Share of what each text says that the other accounts for. */
  readonly derivedA: number;
  readonly derivedB: number;
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
  readonly explain: readonly string[];
}
