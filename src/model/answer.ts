/** What a standing index answers. Plain data; the ledger and the library use the same words. */
import type { Range } from "./document.js";
import type { ChangedFact, Passage, Verdict } from "./match.js";

/** What each means stands in `verdicts.ts`. */
export type ItemVerdict = "new" | "duplicate" | "update" | "rewrite" | "excerpt" | "contains";

/** A kept document that stands against the item asked about. */
export interface KeptMatch {
  /** Id of the kept document. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Calibrated probability of reuse; null where no model has judged. */
  readonly probability: number | null;
  /** Probability that both tell the same news, 0..1; null where no model has judged. */
  readonly sameNews: number | null;
  /** Share of what each says that the other accounts for, 0..1; null where texts were not compared. */
  readonly derived: { readonly item: number; readonly kept: number } | null;
  readonly jaccard: number;
  /** `item`: share of the item's tokens that stand in the kept one too; `kept`: share of the kept one's. */
  readonly share: { readonly item: number; readonly kept: number };
  /** `a` is the item, `b` the kept document. */
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
  /** False where the kept text is not stored and the figures are estimates from signatures. */
  readonly verified: boolean;
}

/** What an update brings. */
export interface ItemChanges {
  /** Sentences of the item that do not stand in the kept one. */
  readonly sentences: readonly Range[];
  readonly facts: readonly ChangedFact[];
}

/** The answer given to one item; kept for ever and replayed when the item comes again. */
export interface ItemAnswer {
  /** The item's own id, or its content digest. */
  readonly id: string;
  /** Content digest: 32 hexadecimal digits. */
  readonly digest: string;
  /** 1-based; order of arrival in the index. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly arrived: string;
  readonly verdict: ItemVerdict;
  /** The kept document that decided; null for `new`. */
  readonly of: string | null;
  /** Strongest first. */
  readonly matches: readonly KeptMatch[];
  /** Null unless the verdict is `update`. */
  readonly changes: ItemChanges | null;
  /** This answer had been given before, to the same id and content. */
  readonly replayed: boolean;
}
