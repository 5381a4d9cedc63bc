/**
 * Everything that is known of one document, put together. In: what the other stages found out about it. Out: a
 * `Trace`, with the finding, in an order that depends on nothing but the documents.
 */
import type {
  ChangedFact,
  CreditCheck,
  Direction,
  Document,
  LineageEdge,
  Match,
  Origin,
  Quotation,
  QuotationTrace,
  Story,
  Trace,
  TraceSource,
  TrustedTime,
} from "../../model.js";
import { findingOf, type Unopened } from "./finding.js";

export type Label = Pick<Document, "id" | "title" | "source" | "published" | "url" | "byline">;

export interface TraceParts {
  readonly document: Label;
  /** Tokens of the text. */
  readonly words: number;
  readonly collection: Trace["collection"];
  /** Matches in which the document is `a`, `related` ones too. */
  readonly matches: readonly Match[];
  /** The story that it is in; null where it shares text with nobody. */
  readonly story: Story | null;
  /** Undecided pairs of which one side is in another story. */
  readonly between: readonly Direction[];
  readonly creditCheck: CreditCheck;
  /** At least of every document named in the matches and of the document itself. */
  readonly times: readonly TrustedTime[];
  readonly quotations: readonly Quotation[];
  readonly quotationTraces: readonly QuotationTrace[];
  readonly versions: Trace["versions"];
  labelOf(id: string): Label;
}

export function assembleTrace(parts: TraceParts): Trace {
  const { document, matches, story, labelOf } = parts;
  const { id } = document;
  const sources = [
    ...matches.map((match) => documentSource(match, judged(id, match.b, parts), document, labelOf(match.b))),
    ...unseenSources(id, story),
  ].sort(byEvidence);
  const named = new Set([id, ...matches.map(({ b }) => b)]);
  const unopened: Unopened = {
    version: 1,
    document: { ...labelFields(document), words: parts.words },
    collection: parts.collection,
    sources,
    unseen: story === null ? [] : story.unseen.filter(({ documents }) => documents.includes(id)),
    independentOrigins: story?.independentOrigins ?? 0,
    timeline: parts.times.filter((time) => named.has(time.document)).sort(byTime),
    quotations: parts.quotations,
    quotationTraces: parts.quotationTraces,
    creditCheck: parts.creditCheck,
    versions: parts.versions,
  };
  return { ...unopened, finding: findingOf(unopened) };
}

interface Judged {
  readonly direction: TraceSource["direction"];
  readonly confidence: number;
  readonly weak: boolean;
  readonly evidence: TraceSource["evidence"];
  readonly missing: readonly string[];
}

function documentSource(match: Match, direction: Judged, here: Label, other: Label): TraceSource {
  return {
    origin: { document: match.b },
    ...labelOfSource(other),
    verdict: match.verdict,
    probability: match.probability,
    share: match.containment.a,
    ...direction,
    passages: match.passages.map(({ a, b, kind, similarity }) => ({ here: a, there: b, kind, similarity })),
    facts: match.facts,
    headline:
      here.title !== undefined && other.title !== undefined && here.title !== other.title
        ? { here: here.title, there: other.title }
        : null,
  };
}

/** An edge between the two; else the undecided direction; else nothing was there to decide on. */
function judged(id: string, other: string, { story, between }: TraceParts): Judged {
  const edge = story?.edges.find(({ from, to }) => "document" in from && joins(from.document, to, id, other));
  if (edge !== undefined) {
    const { confidence, weak, evidence } = edge;
    return { direction: edge.to === id ? "from" : "to", confidence, weak, evidence, missing: [] };
  }
  const open = [...(story?.undecided ?? []), ...between];
  const direction = open.find(({ a, b }) => joins(a, b, id, other));
  if (direction !== undefined) return undecided(direction, id);
  return { direction: "undecided", confidence: 0.5, weak: false, evidence: [], missing: [] };
}

const joins = (x: string, y: string, id: string, other: string): boolean =>
  (x === id && y === other) || (x === other && y === id);

/** Weights as they speak for "the other → here". */
function undecided({ b, confidence, evidence, missing }: Direction, id: string): Judged {
  const turned = b === id ? evidence : evidence.map((clue) => ({ ...clue, weight: -clue.weight }));
  return { direction: "undecided", confidence, weak: false, evidence: turned, missing };
}

function unseenSources(id: string, story: Story | null): TraceSource[] {
  const edges = story?.edges.filter(({ from, to }) => "unseen" in from && to === id) ?? [];
  return edges.map(({ from, confidence, weak, evidence, share }: LineageEdge) => ({
    origin: from,
    verdict: null,
    probability: null,
    share,
    direction: "from",
    confidence,
    weak,
    evidence,
    missing: [],
    passages: [],
    facts: [] as readonly ChangedFact[],
    headline: null,
  }));
}

function labelOfSource({ title, source, published, url }: Label) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
}

function labelFields(label: Label) {
  const { id, byline } = label;
  return { id, ...labelOfSource(label), ...(byline === undefined ? {} : { byline }) };
}

/** Where it was taken from, decided; who took it; reuse undecided; the same event. */
function rank({ direction, verdict }: TraceSource): number {
  if (direction === "from") return 0;
  if (direction === "to") return 1;
  return verdict === "whole" || verdict === "partial" ? 2 : 3;
}

function byEvidence(left: TraceSource, right: TraceSource): number {
  const decided = left.direction !== "undecided";
  return (
    rank(left) - rank(right) ||
    Number(left.weak) - Number(right.weak) ||
    (decided ? right.confidence - left.confidence : 0) ||
    right.share - left.share ||
    (nameOf(left.origin) < nameOf(right.origin) ? -1 : 1)
  );
}

function nameOf(origin: Origin): string {
  return "document" in origin ? origin.document : origin.unseen;
}

function byTime(left: TrustedTime, right: TrustedTime): number {
  const [x, y] = [left.from ?? Number.POSITIVE_INFINITY, right.from ?? Number.POSITIVE_INFINITY];
  if (x !== y) return x < y ? -1 : 1;
  return left.document < right.document ? -1 : left.document > right.document ? 1 : 0;
}
