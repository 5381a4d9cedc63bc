/**
 * What a report file holds, as its page reads it: three JSON blocks beside the script. `method` says how the file was
 * made, `data` what was found, `texts` the words. Offsets are UTF-16 code units of the original text.
 *
 * passage := [aStart, aEnd, bStart, bEnd, kind, similarity, edits]
 * edits   := [kind, equivalent, aStart, aEnd, bStart, bEnd] one after another, flat
 * fact    := [kind, aStart, aEnd, aText, bStart, bEnd, bText]
 * Kinds are indices into the lists below.
 */
import type {
  CreditCheck,
  Direction,
  FactKind,
  PassageKind,
  Skipped,
  Story,
  TrustedTime,
  Verdict,
} from "../../model/index.js";

import type { Label } from "../label.js";

export const REPORT_FORMAT = 4;

/** How a report is told from any other page. */
export const REPORT_GENERATOR = `isnad report ${REPORT_FORMAT}`;

export const BLOCKS = { method: "isnad-method", data: "isnad-data", texts: "isnad-texts" } as const;

export const PASSAGE_KINDS: readonly PassageKind[] = [
  "verbatim",
  "edited",
  "rewritten",
  "quotation",
  "boilerplate",
];
export const FACT_KINDS: readonly FactKind[] = ["number", "date", "negation", "hedge", "name"];
export const EDIT_KINDS = ["insert", "delete", "replace"] as const;

/** Language of the interface. */
export const UI_CHOICES = ["ar", "en"] as const;
export type Ui = (typeof UI_CHOICES)[number];

export interface ReportFile {
  readonly role: "input" | "decisions" | "agencies";
  /** As the user named it, or as found in a folder that the user named. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** How a report was made: enough to make it again, byte for byte. */
export interface ReportMethod {
  readonly format: typeof REPORT_FORMAT;
  /** Version of isnad. */
  readonly version: string;
  /** Version of the verdict model; null where no pair was judged. */
  readonly model: number | null;
  readonly options: {
    readonly ui: Ui;
    readonly excerptsOnly: boolean;
    readonly format?: string;
    readonly encoding?: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
  /** Sorted by role and path. */
  readonly files: readonly ReportFile[];
  /** SHA-256 of the UTF-8 bytes of each text, in the order of the documents. */
  readonly texts: readonly (readonly [id: string, sha256: string])[];
  readonly skipped: readonly Skipped[];
  /** Records left out because their id had come before with the same text. */
  readonly repeated: number;
  /** Most undecided pairs kept of one story. */
  readonly undecidedKept: number;
  /** Most pairs kept of articles of two stories, in all. */
  readonly betweenKept: number;
  /** Makes the same file again, and checks one, where the inputs stand as they stood. */
  readonly command: string;
  readonly checkCommand: string;
}

export interface ReportDocument extends Label {
  /** Tokens of the text. */
  readonly words: number;
}

/** Words that somebody says, in quotation marks or not; the name as it stands, null where nobody can be told. */
export type PackedQuotation = readonly [
  start: number,
  end: number,
  direct: 0 | 1,
  speaker: string | null,
  carried: 0 | 1,
  /** Who is said to have spoken the same words in another document; absent where nobody is. */
  elsewhere?: readonly [speaker: string, document: string],
];

export type PackedPassage = readonly [
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
  kind: number,
  similarity: number,
  edits: readonly number[],
];

export type PackedFact = readonly [
  kind: number,
  aStart: number,
  aEnd: number,
  aText: string,
  bStart: number,
  bEnd: number,
  bText: string,
];

export interface ReportMatch {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly probability: number | null;
  readonly containment: { readonly a: number; readonly b: number };
  readonly explain: readonly string[];
  readonly passages: readonly PackedPassage[];
  readonly facts: readonly PackedFact[];
}

export interface ReportStory extends Story {
  /** Undecided pairs that were left out of the file, the weakest ones. */
  readonly undecidedLeftOut: number;
}

export interface ReportData {
  /** By (instant, id), undated last. */
  readonly documents: readonly ReportDocument[];
  readonly stories: readonly ReportStory[];
  /** Pairs of articles of two stories, the best supported. */
  readonly between: readonly Direction[];
  /** Pairs of two stories that were left out of the file, the weakest ones. */
  readonly betweenLeftOut: number;
  readonly creditChecks: readonly CreditCheck[];
  readonly times: readonly TrustedTime[];
  readonly matches: readonly ReportMatch[];
  /** Of documents in a story that quote somebody: by id, in the order of the text. */
  readonly quotations: readonly (readonly [id: string, said: readonly PackedQuotation[]])[];
}

/** By id, of the documents in a story: pieces of the text with where they begin. A whole text is one piece. */
export type ReportTexts = Readonly<Record<string, readonly (readonly [start: number, piece: string])[]>>;
