/** The findings of the report, indexed as the views ask for them. Texts are parsed when one is first asked for. */
import type {
  ChangedFact,
  CreditCheck,
  Direction,
  Edit,
  Passage,
  Range,
  TrustedTime,
  Verdict,
} from "../../../model/index.js";
import {
  BLOCKS,
  EDIT_KINDS,
  FACT_KINDS,
  PASSAGE_KINDS,
  type PackedFact,
  type PackedPassage,
  type PackedQuotation,
  type ReportData,
  type ReportDocument,
  type ReportMatch,
  type ReportMethod,
  type ReportStory,
  type ReportTexts,
} from "../../../report/html/bundle-format.js";
import { turnedReason } from "../../../sentence.js";
import { type Part, roles } from "./roles.js";

export type Pieces = readonly (readonly [start: number, piece: string])[];

/** A pair, its `a` being the document that was asked for first. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly probability: number | null;
  readonly containment: { readonly a: number; readonly b: number };
  readonly explain: readonly string[];
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
}

export class Store {
  readonly method: ReportMethod;
  readonly documents: readonly ReportDocument[];
  readonly stories: readonly ReportStory[];
  readonly between: readonly Direction[];
  readonly betweenLeftOut: number;
  readonly #byId: ReadonlyMap<string, ReportDocument>;
  readonly #storyOf = new Map<string, number>();
  readonly #checks: ReadonlyMap<string, CreditCheck>;
  readonly #times: ReadonlyMap<string, TrustedTime>;
  readonly #matches: ReadonlyMap<string, ReportMatch>;
  readonly #matchesOf = new Map<string, ReportMatch[]>();
  readonly #parts = new Map<string, Part>();
  readonly #quotations: ReadonlyMap<string, readonly PackedQuotation[]>;
  #texts: ReadonlyMap<string, Pieces> | undefined;

  constructor() {
    this.method = parsed<ReportMethod>(BLOCKS.method);
    const data = parsed<ReportData>(BLOCKS.data);
    this.#quotations = new Map(data.quotations);
    this.documents = data.documents;
    this.stories = data.stories;
    this.between = data.between;
    this.betweenLeftOut = data.betweenLeftOut;
    this.#byId = new Map(data.documents.map((one) => [one.id, one]));
    this.#checks = new Map(data.creditChecks.map((one) => [one.document, one]));
    this.#times = new Map(data.times.map((one) => [one.document, one]));
    this.#matches = new Map(data.matches.map((one) => [pairKey(one.a, one.b), one]));
    for (const match of data.matches)
      for (const id of [match.a, match.b]) {
        const known = this.#matchesOf.get(id);
        if (known === undefined) this.#matchesOf.set(id, [match]);
        else known.push(match);
      }
    data.stories.forEach((story, at) => {
      for (const id of story.documents) this.#storyOf.set(id, at);
      for (const [id, part] of roles(story, (a, b) => this.#matches.get(pairKey(a, b))?.verdict))
        this.#parts.set(id, part);
    });
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Of an id that is not in the file: the id alone. */
  document(id: string): ReportDocument {
    return this.#byId.get(id) ?? { id, words: 0 };
  }

  storyOf(id: string): number | undefined {
    return this.#storyOf.get(id);
  }

  check(id: string): CreditCheck | undefined {
    return this.#checks.get(id);
  }

  time(id: string): TrustedTime | undefined {
    return this.#times.get(id);
  }

  /** What part a document has in its story; undefined outside of any. */
  part(id: string): Part | undefined {
    return this.#parts.get(id);
  }

  /** The verdict of the pair, if it is kept. */
  verdict(a: string, b: string): Verdict | undefined {
    return this.#matches.get(pairKey(a, b))?.verdict;
  }

  /** Every kept pair of a document, the others' ids in the order of the file. */
  partners(id: string): string[] {
    return (this.#matchesOf.get(id) ?? []).map((match) => (match.a === id ? match.b : match.a));
  }

  pair(first: string, second: string): Pair | undefined {
    const match = this.#matches.get(pairKey(first, second));
    if (match === undefined) return undefined;
    const turned = match.a !== first;
    const { a, b } = match.containment;
    return {
      ...match,
      ...{ a: first, b: second },
      containment: turned ? { a: b, b: a } : { a, b },
      passages: match.passages.map((one) => passage(one, turned)).sort(byPlace),
      facts: match.facts.map((one) => fact(one, turned)).sort(byPlace),
      explain: turned ? match.explain.map(turnedReason) : match.explain,
    };
  }

  /** Undefined where the file holds no text of it. */
  pieces(id: string): Pieces | undefined {
    this.#texts ??= new Map(Object.entries(parsed<ReportTexts>(BLOCKS.texts)));
    return this.#texts.get(id);
  }

  /** Who says what in it, in the order of its text. */
  quotations(id: string): readonly PackedQuotation[] {
    return this.#quotations.get(id) ?? [];
  }

  /** The words of a range; undefined where they are not all in the file. */
  words(id: string, { start, end }: Range): string | undefined {
    for (const [from, piece] of this.pieces(id) ?? [])
      if (from <= start && end <= from + piece.length) return piece.slice(start - from, end - from);
    return undefined;
  }
}

function parsed<Block>(id: string): Block {
  return JSON.parse(document.getElementById(id)!.textContent!) as Block;
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

function byPlace(x: { readonly a: Range }, y: { readonly a: Range }): number {
  return x.a.start - y.a.start;
}

const TURNED = { insert: "delete", delete: "insert", replace: "replace" } as const;

function passage(
  [aStart, aEnd, bStart, bEnd, kind, similarity, flat]: PackedPassage,
  turned: boolean,
): Passage {
  const edits: Edit[] = [];
  for (let at = 0; at + 5 < flat.length; at += 6) {
    const kind = EDIT_KINDS[flat[at]!]!;
    const a = { start: flat[at + 2]!, end: flat[at + 3]! };
    const b = { start: flat[at + 4]!, end: flat[at + 5]! };
    const equivalent = flat[at + 1] === 1;
    edits.push(turned ? { kind: TURNED[kind], a: b, b: a, equivalent } : { kind, a, b, equivalent });
  }
  const a = { start: aStart, end: aEnd };
  const b = { start: bStart, end: bEnd };
  const rest = { kind: PASSAGE_KINDS[kind]!, similarity, edits };
  return turned ? { a: b, b: a, ...rest } : { a, b, ...rest };
}

function fact([kind, aStart, aEnd, aText, bStart, bEnd, bText]: PackedFact, turned: boolean): ChangedFact {
  const a = { start: aStart, end: aEnd, text: aText };
  const b = { start: bStart, end: bEnd, text: bText };
  return turned ? { kind: FACT_KINDS[kind]!, a: b, b: a } : { kind: FACT_KINDS[kind]!, a, b };
}
