/** What is said of pairs and groups of documents, and of a quotation. */
import type { Range } from "./document.js";

/** What each means stands in `verdicts.ts`. */
export type Verdict = "copy" | "rewrite" | "excerpt" | "same-news" | "none";

export type PassageKind = "verbatim" | "edited" | "rewritten" | "quotation" | "boilerplate";

/**
 * One step of an alignment: what stands in `a` was replaced by, or is missing from or added in, what stands
 * in `b`. An insertion has an empty range in `a`, a deletion an empty range in `b`.
 */
export interface Edit {
  readonly kind: "insert" | "delete" | "replace";
  readonly a: Range;
  readonly b: Range;
  /** The two sides say the same in other letters or forms: digits and number words, month names, … */
  readonly equivalent?: boolean;
}

/** Text that stands in both documents. Ranges begin and end on tokens. */
export interface Passage {
  readonly a: Range;
  readonly b: Range;
  readonly kind: PassageKind;
  /** Share of the longer side's tokens that are matched by equal or equivalent tokens. */
  readonly similarity: number;
  readonly edits: readonly Edit[];
}

export type FactKind = "number" | "date" | "negation" | "hedge" | "name";

/** A reading that differs between the two texts. `context` tells facts inside passages from conflicting figures. */
export interface ChangedFact {
  readonly kind: FactKind;
  readonly a: Range & { readonly text: string };
  readonly b: Range & { readonly text: string };
}

export interface Match {
  /** Document ids; `a` sorts before `b` by code point. */
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  /** Calibrated probability that the pair is reuse (copy, rewrite or excerpt); null where no model has judged it. */
  readonly probability: number | null;
  /** Probability that both tell the same news, with or without reuse, 0..1; null where no model has judged it. */
  readonly sameNews: number | null;
  /**
   * `derived.a`: share of what a says that is accounted for by b, 0..1, whether or not wording is shared;
   * null where the texts were not compared.
   */
  readonly derived: { readonly a: number; readonly b: number } | null;
  /** Of the sets of token shingles. */
  readonly jaccard: number;
  /** `containment.a`: share of a's tokens covered by what stands in b too. */
  readonly containment: { readonly a: number; readonly b: number };
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
  /** The few things that decided, in words. */
  readonly explain: readonly string[];
  /** Version of the verdict model; null where no model has judged the pair. */
  readonly model: number | null;
  /** How many documents stood behind the document frequencies; null for a bare pair. */
  readonly background: number | null;
}

export interface ClusterMember {
  readonly id: string;
  /** Jaccard to the canonical. */
  readonly similarity: number;
  readonly verdict: Verdict;
}

/** A document outside a cluster that took a part of one of its members, or gave it. */
export interface ClusterPartial {
  readonly id: string;
  /** The member that shares most with it. */
  readonly of: string;
  readonly probability: number;
  /** `id`: share of this document's tokens that stand in the member too; `of`: share of the member's. */
  readonly containment: { readonly id: number; readonly of: number };
}

export interface Cluster {
  /** The id of its earliest member. */
  readonly id: string;
  readonly canonical: string;
  /** The member with the least (published instant, id); null where no member has a time that is known. */
  readonly earliest: string | null;
  readonly members: readonly ClusterMember[];
  /** The least similar member to the seed it was verified against; null for a cluster of identical texts. */
  readonly weakestLink: { readonly id: string; readonly similarity: number } | null;
  /** Sorted by id; empty where nothing was aligned. */
  readonly partials: readonly ClusterPartial[];
}

/** `exact`: equal after normalisation · `cut`: some of its words, unchanged · `varied`: other words among them. */
export type QuoteForm = "exact" | "cut" | "varied";

/** Where a quotation stands in a document. */
export interface Finding {
  readonly id: string;
  readonly form: QuoteForm;
  /** Share of the quotation's words that stand in the text, in order. */
  readonly share: number;
  /** In the quotation (`a`) and in the document's text (`b`). */
  readonly a: Range;
  readonly b: Range;
  readonly edits: readonly Edit[];
  /** The words of the same sentence, before or else after, among which a word of attribution stands. */
  readonly attribution: Range | null;
  /** The sentence or sentences around the words, in the document's text. */
  readonly sentence: Range;
  /** Who says the words, as a trace of the document resolves it: "and added" has an owner. Null where nobody can be told. */
  readonly speaker: (Range & { readonly name: string; readonly via: "named" | "carried" }) | null;
}
