/**
 * Everything that is known of one document, put together. In: what the other stages found out about it. Out: a
 * `Trace`, with the finding, in an order that depends on nothing but the documents.
 */

import { LEXICON_VERSION } from "../../language/lexicon/version.js";
import type {
  ChangedFact,
  CreditCheck,
  Direction,
  Document,
  LineageEdge,
  Match,
  Quotation,
  QuotationTrace,
  Story,
  Trace,
  TraceSource,
  TrustedTime,
} from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { findingOf, type Unopened } from "./finding.js";
import { type EdgesInto, edgesInto, originOf, originsAmong, pathOf } from "./path.js";

export type Label = Pick<Document, "id" | "title" | "source" | "published" | "url" | "byline">;

export interface TraceParts {
  readonly document: Label;
  /** Tokens of the text. */
  readonly words: number;
  readonly collection: Trace["collection"];
  /** Words in a row of it that stand in so many documents (at least) that they were not followed; null for none. */
  readonly common: { readonly words: number; readonly documents: number } | null;
  /** Ids of other documents whose text is the same to the letter. */
  readonly same: readonly string[];
  /** Matches in which the document is `a`, `related` ones too. */
  readonly matches: readonly Match[];
  /** The story that it is in; null where it shares text with nobody. */
  readonly story: Story | null;
  /** Of its pairs, those too that are no edge because a nearer source stands between. */
  readonly directions: readonly Direction[];
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
  const into = edgesInto(story?.edges ?? []);
  const pairs = new Map<string, Direction>();
  for (const pair of parts.directions) {
    if (pair.a === id) pairs.set(pair.b, pair);
    else if (pair.b === id) pairs.set(pair.a, pair);
  }
  const inStory = new Set(story?.documents ?? []);
  const judgedOf = (other: string) => judged(id, other, into, pairs.get(other), inStory.has(other));
  const sources = [
    ...matches.map((match) => documentSource(match, judgedOf(match.b), document, labelOf(match.b))),
    ...unseenSources(id, story),
  ].sort(byEvidence);
  const named = new Set([id, ...matches.map(({ b }) => b)]);
  const holders = new Set([id, ...matches.filter(({ verdict }) => isReuse(verdict)).map(({ b }) => b)]);
  const unopened: Unopened = {
    version: 2,
    lexicon: LEXICON_VERSION,
    document: { ...labelFields(document), words: parts.words },
    collection: parts.collection,
    sources,
    unseen: story === null ? [] : story.unseen.filter(({ documents }) => documents.includes(id)),
    story:
      story === null ? null : { id: story.id, documents: story.documents.length, outlets: story.outlets },
    independentOrigins: story === null ? 0 : originsAmong(holders, story),
    timeline: parts.times.filter((time) => named.has(time.document)).sort(byTime),
    quotations: parts.quotations,
    quotationTraces: parts.quotationTraces,
    creditCheck: parts.creditCheck,
    versions: parts.versions,
  };
  return { ...unopened, finding: findingOf(unopened, { common: parts.common, same: parts.same }) };
}

type Judged = Pick<
  TraceSource,
  "direction" | "through" | "confidence" | "certainty" | "evidence" | "missing"
>;

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

/**
 * By the edges of the lineage, with who stands between, and with what the pair itself says where both are known. A pair
 * that is decided and no edge is no way that the words went: a nearer source explains them. Between two stories there are
 * no edges, and the pair speaks for itself.
 */
function judged(
  id: string,
  other: string,
  into: EdgesInto,
  pair: Direction | undefined,
  isInStory: boolean,
): Judged {
  const from = pathOf(into, other, id);
  if (from !== null) return along(from, "from", pair);
  const to = pathOf(into, id, other);
  if (to !== null) return along(to.toReversed(), "to", pair);
  if (pair?.from != null && !isInStory) {
    const { from, confidence, certainty, evidence } = pair;
    return {
      direction: from === other ? "from" : "to",
      through: [],
      confidence,
      certainty,
      evidence,
      missing: [],
    };
  }
  if (pair !== undefined) return undecided(pair, id);
  return { direction: "undecided", through: [], confidence: 0, certainty: "open", evidence: [], missing: [] };
}

/**
 * `steps` begin at the traced one. As sure as the pair is by itself, or as all steps together.
 */
function along(steps: readonly LineageEdge[], direction: "from" | "to", pair: Direction | undefined): Judged {
  const reached = steps.map(({ from, to }) => (direction === "from" ? originOf(from) : to));
  const giver = direction === "from" ? reached.at(-1) : originOf(steps[0]!.from);
  const own = pair?.from === giver ? pair : undefined;
  return {
    direction,
    through: reached.slice(0, -1),
    confidence: own?.confidence ?? steps.reduce((product, { confidence }) => product * confidence, 1),
    certainty: own?.certainty ?? (steps.every(({ certainty }) => certainty === "sure") ? "sure" : "likely"),
    evidence: own?.evidence ?? steps.flatMap(({ evidence }) => evidence),
    missing: [],
  };
}

/** Weights as they speak for "the other → here"; of a pair that is decided they speak for its own direction. */
function undecided({ b, to, confidence, evidence, missing }: Direction, id: string): Judged {
  const here = (to ?? b) === id;
  const turned = here ? evidence : evidence.map((clue) => ({ ...clue, weight: -clue.weight }));
  return { direction: "undecided", through: [], confidence, certainty: "open", evidence: turned, missing };
}

function unseenSources(id: string, story: Story | null): TraceSource[] {
  const edges = story?.edges.filter(({ from, to }) => "unseen" in from && to === id) ?? [];
  return edges.map(({ from, confidence, certainty, evidence, share }: LineageEdge) => ({
    origin: from,
    verdict: null,
    probability: null,
    share,
    direction: "from",
    through: [],
    confidence,
    certainty,
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
  return isReuse(verdict) ? 2 : 3;
}

function byEvidence(left: TraceSource, right: TraceSource): number {
  const decided = left.direction !== "undecided";
  return (
    rank(left) - rank(right) ||
    left.through.length - right.through.length ||
    Number(left.certainty !== "sure") - Number(right.certainty !== "sure") ||
    (decided ? right.confidence - left.confidence : 0) ||
    right.share - left.share ||
    (originOf(left.origin) < originOf(right.origin) ? -1 : 1)
  );
}

function byTime(left: TrustedTime, right: TrustedTime): number {
  const [x, y] = [left.from ?? Number.POSITIVE_INFINITY, right.from ?? Number.POSITIVE_INFINITY];
  if (x !== y) return x < y ? -1 : 1;
  return left.document < right.document ? -1 : left.document > right.document ? 1 : 0;
}
