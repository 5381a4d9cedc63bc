/**
 * What is known of where a text comes from: who is named, who speaks, who took from whom and on what evidence.
 * Plain data. Every statement carries the places in the documents on which it rests. `undecided` is a value, never
 * an error.
 */
import type { Range } from "./document.js";
import type { ChangedFact, PassageKind, Verdict } from "./match.js";

/** A field of a document in which something stands. Offsets are UTF-16 code units of that field. */
export type DocumentField = "text" | "title" | "byline" | "source" | "url" | "links";

/** A place in a document: the words a statement rests on. */
export interface Place extends Range {
  readonly document: string;
  readonly field: DocumentField;
}

/** issuer: made the statement · carrier: the agency · relayer: an outlet that passed it on · channel: the issuer's own account, or a broadcast. */
export type CreditRole = "issuer" | "carrier" | "relayer" | "channel";

export type CreditForm = "byline" | "dateline" | "trailer" | "inline" | "label" | "link";

/** Someone named as source. */
export interface Credit extends Range {
  readonly role: CreditRole;
  readonly form: CreditForm;
  /** Canonical name ("SANA"); null where a carrier is credited without a name ("agencies"). */
  readonly name: string | null;
  /** The words as they stand in the field. */
  readonly alias: string;
  readonly field: DocumentField;
}

/** neutral: said · asserting: stressed, affirmed · doubting: claimed · denying: denied · admitting: admitted. */
export type Stance = "neutral" | "asserting" | "doubting" | "denying" | "admitting";

export type QuotationKind = "direct" | "reported" | "scare";

/** named: beside the quotation · carried: goes on from the speaker before · unresolved: nobody can be told. */
export type SpeakerVia = "named" | "carried" | "unresolved";

/** Words that somebody said, or that stand in quotation marks. Offsets of the text, marks not included. */
export interface Quotation extends Range {
  readonly kind: QuotationKind;
  /** The words that name the speaker; null for scare quotes and where `via` is unresolved. */
  readonly speaker: (Range & { readonly name: string }) | null;
  readonly via: SpeakerVia;
  /** The word of saying; null where there is none. */
  readonly verb: (Range & { readonly text: string }) | null;
  readonly stance: Stance;
  /** A reporter's words inside the quotation, brackets included. */
  readonly insertions: readonly Range[];
}

/** One quotation through the documents that have it. */
export interface QuotationTrace {
  /** The longest form, as it stands in `holders[0]`. */
  readonly text: string;
  /** The holder of the longest form first; the others by (instant, id). */
  readonly holders: readonly QuotationHolder[];
  /** Whether two holders give it to different speakers. */
  readonly speakersDiffer: boolean;
}

export interface QuotationHolder extends Range {
  readonly document: string;
  readonly form: "exact" | "cut" | "varied";
  /** Share of the longest form's words that stand here, in order. */
  readonly share: number;
  readonly speaker: string | null;
  readonly via: SpeakerVia;
}

export type EvidenceKind =
  | "decision"
  | "time"
  | "credit"
  | "containment"
  | "dateline"
  | "trailer"
  | "furniture"
  | "inherited-error"
  | "edit"
  | "version";

/** One clue for or against a direction. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The named rule that found it, as in src/provenance/README.md. */
  readonly rule: string;
  /** Natural log-odds; positive speaks for the stated direction, negative against it. */
  readonly weight: number;
  /** One English sentence with the words it rests on. */
  readonly detail: string;
  /** What the sentence was made of, for other languages. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly at: readonly Place[];
}

/** sure: 19 to 1 or more · likely: 3 to 1 or more, it may be so · open: it cannot be told. */
export type Certainty = "sure" | "likely" | "open";

/** Who took from whom, of one reuse pair. Nothing is decided where `from` is null. */
export interface Direction {
  readonly a: string;
  readonly b: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Probability of the stated direction; where undecided, of the likelier one: both may have it from a third text. */
  readonly confidence: number;
  readonly certainty: Certainty;
  readonly by: "isnad" | "person";
  /** Strongest first. Where undecided, positive weights speak for a → b. */
  readonly evidence: readonly Evidence[];
  /** What would decide it, in words; empty where decided. */
  readonly missing: readonly string[];
}

/** A document, or a text that must have been and is not here. */
export type Origin = { readonly document: string } | { readonly unseen: string };

/** A text that several documents go back to and that is not in the collection. */
export interface UnseenSource {
  /** "unseen:" and a digest of its holders: the same for the same story. */
  readonly id: string;
  readonly type: "issuer" | "carrier" | "outlet" | "unknown";
  /** Null where no credit tells, and where credits name different ones. */
  readonly name: string | null;
  /** The credits that name it, in the documents that name it themselves; in the others the name is supposed. */
  readonly basis: readonly Place[];
  /** All of the story that have its words. */
  readonly documents: readonly string[];
  /** The longest run of words that all of them have, where it stands in one of them. */
  readonly words: Place;
  /** Agencies and outlets that some of them name, where these differ, or where the source is a statement. */
  readonly carriers: readonly { readonly name: string; readonly documents: readonly string[] }[];
}

export interface LineageEdge {
  readonly from: Origin;
  readonly to: string;
  readonly confidence: number;
  readonly certainty: Certainty;
  readonly by: "isnad" | "person";
  /** Share of `to`'s tokens that came this way. */
  readonly share: number;
  readonly evidence: readonly Evidence[];
}

/** One stretch of text through all its holders, with the most probable tree of who took it from whom. */
export interface PassageGroup {
  readonly id: string;
  readonly kind: PassageKind;
  readonly holders: readonly (Range & { readonly document: string })[];
  /** `from` null: the holder has it from nobody here, or that is undecided. */
  readonly tree: readonly { readonly from: Origin | null; readonly to: string }[];
  /** The holder of least trusted time; null where no time can be trusted, or several may be the earliest. */
  readonly earliest: string | null;
}

/** Documents bound by reuse, directly or through others. */
export interface Story {
  /** The id of its first document by (instant, id). */
  readonly id: string;
  readonly documents: readonly string[];
  /** Those known by name; documents that name none are of nobody knows how many. */
  readonly outlets: number;
  /**
   * Origins behind all of them: unseen sources, and documents nothing leads to. Of those that are bound by an
   * undecided pair only one is counted, since they share their words.
   */
  readonly independentOrigins: number;
  readonly unseen: readonly UnseenSource[];
  readonly edges: readonly LineageEdge[];
  readonly undecided: readonly Direction[];
  readonly groups: readonly PassageGroup[];
}

/**
 * matched: credits what it copies · source-absent: no text here is shown to be that of the credited source · uncredited:
 * surely taken from a document here, and no credit in the fields supplied · not-named: no credit, and words that stand
 * elsewhere too · contradictory: credits one, surely copies another · no-reuse: nothing to check.
 */
export type CreditStatus =
  | "matched"
  | "source-absent"
  | "uncredited"
  | "not-named"
  | "contradictory"
  | "no-reuse";

export interface CreditCheck {
  readonly document: string;
  readonly status: CreditStatus;
  readonly credits: readonly Credit[];
  /** Documents that it took from. */
  readonly copies: readonly string[];
  /** Fields in which a credit could stand and that were not supplied. */
  readonly absentFields: readonly DocumentField[];
  /** One sentence about what is on the page. */
  readonly detail: string;
}

/**
 * What a person decided, and what is kept of it on the next run. Of two decisions on one pair or one document the
 * later stands.
 */
export interface Decisions {
  readonly confirmed: readonly { readonly from: string; readonly to: string }[];
  readonly rejected: readonly { readonly from: string; readonly to: string }[];
  /** ISO 8601. */
  readonly times: readonly { readonly document: string; readonly published: string }[];
}

/** The lineage of a whole collection. */
export interface Lineage {
  readonly documents: number;
  /** Largest first, then by id. */
  readonly stories: readonly Story[];
  /** Pairs of documents of two stories: what they share is too little to make one story of them. */
  readonly between: readonly Direction[];
  /** Of every document in a story, by id. */
  readonly creditChecks: readonly CreditCheck[];
  /** Of every document in a story, by id. */
  readonly times: readonly TrustedTime[];
}

/** How far a time can be trusted. A crawl time is no time of publication. */
export type TimePrecision = "second" | "minute" | "day" | "day-either-side" | "month" | "year" | "none";

/**
 * unreadable: no time that is known · impossible: before 1600 or after 2200 · future: after the moment of asking, or
 * after the page was captured · disputed: the text itself gives another day.
 */
export type TimeDoubt = "unreadable" | "impossible" | "future" | "disputed";

/** When a document was published, as far as can be told. */
export interface TrustedTime {
  readonly document: string;
  /** Milliseconds since 1970, the first and the last moment that it can be; null where nothing is known. */
  readonly from: number | null;
  readonly until: number | null;
  readonly precision: TimePrecision;
  /**
   * The metadata, the day in the address, words in the text, a person's decision; of a take that goes on with an item the
   * day of that item, or else of capture.
   */
  readonly basis: "published" | "url" | "text" | "series" | "capture" | "decision" | "none";
  readonly at: readonly Place[];
  /** Without a zone, times of different zones differ by up to 14 hours. */
  readonly zoned: boolean;
  /** Times that the document gives and that are not trusted. */
  readonly distrusted: readonly { readonly given: string; readonly reason: TimeDoubt }[];
}

/** One of a closed list of sentences, the first whose evidence is there. */
export interface TraceFinding {
  readonly template: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly sentence: string;
}

export interface TraceSource {
  /** The document, or the unseen source, that stands against the traced one. */
  readonly origin: Origin;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
  readonly url?: string;
  /** Null for an unseen source. */
  readonly verdict: Verdict | null;
  readonly probability: number | null;
  /** Share of the traced document's tokens that stand in it too. */
  readonly share: number;
  /** "from": the traced one took from it · "to": it took from the traced one. */
  readonly direction: "from" | "to" | "undecided";
  /** Documents that passed it on, the nearest to the traced one first; empty where nothing is known between. */
  readonly through: readonly string[];
  readonly confidence: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  readonly passages: readonly {
    readonly here: Range;
    readonly there: Range;
    readonly kind: PassageKind;
    readonly similarity: number;
  }[];
  /** `a` is the traced document. */
  readonly facts: readonly ChangedFact[];
  /** Both headlines, where both are known and differ. */
  readonly headline: { readonly here: string; readonly there: string } | null;
}

/** Everything that is known of one document. */
export interface Trace {
  /** Version of this format. */
  readonly version: 2;
  /** Version of the words by which credits, quotations and speakers were recognised. */
  readonly lexicon: number;
  readonly document: {
    readonly id: string;
    readonly title?: string;
    readonly source?: string;
    readonly published?: string;
    readonly url?: string;
    readonly byline?: string;
    readonly words: number;
  };
  /** What it was compared with, itself not counted. Sources (those named) and span are null where a neighbourhood was read. */
  readonly collection: {
    readonly documents: number;
    readonly sources: number | null;
    readonly from: string | null;
    readonly until: string | null;
    /**
     * Of an index too large to be read for one trace: how many of its documents were, which share text with the document
     * or with one another. Reports of the same event in other words were not looked for. Absent where all were read.
     */
    readonly neighbourhood?: number;
  };
  readonly finding: TraceFinding;
  /** Strongest evidence first. */
  readonly sources: readonly TraceSource[];
  readonly unseen: readonly UnseenSource[];
  /** The story that it is in, whose documents need not all share text with it; null where it shares with nobody. */
  readonly story: { readonly id: string; readonly documents: number; readonly outlets: number } | null;
  /** Behind it and the documents that share text with it; 0 where there are none. */
  readonly independentOrigins: number;
  readonly timeline: readonly TrustedTime[];
  readonly quotations: readonly Quotation[];
  readonly quotationTraces: readonly QuotationTrace[];
  readonly creditCheck: CreditCheck;
  /** Other texts of the same id or URL. `added` are sentences of the traced document that the other lacks. */
  readonly versions: readonly {
    readonly id: string;
    readonly published?: string;
    readonly added: readonly Range[];
    readonly facts: readonly ChangedFact[];
  }[];
}
