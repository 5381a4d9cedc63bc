/**
 * What a report keeps of a collection: every document by name, and of the documents in a story the texts and the
 * pairs on which something rests.
 */
import type { ChangedFact, Direction, Lineage, Match, Passage, Quotation, Range } from "../../model/index.js";
import {
  EDIT_KINDS,
  FACT_KINDS,
  PASSAGE_KINDS,
  type PackedFact,
  type PackedPassage,
  type PackedQuotation,
  type ReportData,
  type ReportDocument,
  type ReportMatch,
  type ReportStory,
  type ReportTexts,
} from "./bundle-format.js";

/** Undecided pairs kept of one story. A story of 500 copies has 125,000 of them, which nobody reads. */
export const UNDECIDED_KEPT = 1000;
/** Pairs kept of articles of two stories. Each brings its passages, and all of them stand in one file. */
export const BETWEEN_KEPT = 1000;

export interface Findings {
  /** By (instant, id), undated last. */
  readonly documents: readonly ReportDocument[];
  readonly lineage: Lineage;
  /** Every pair that `pairsOf` names, as `reportMatch` keeps it. */
  readonly matches: readonly ReportMatch[];
  /** Of documents in a story. */
  readonly quotations: ReadonlyMap<string, readonly Quotation[]>;
  /** By document and start of a quotation: who else is said to have spoken the same words. */
  readonly otherSpeakers?: ReadonlyMap<
    string,
    ReadonlyMap<number, { readonly speaker: string; readonly document: string }>
  >;
  /** Texts of the documents in a story. */
  readonly text: (id: string) => string;
  readonly excerptsOnly: boolean;
}

/** The stories as a report keeps them: the undecided pairs best supported, and how many were left out. */
export function storiesOf(lineage: Lineage, kept = UNDECIDED_KEPT): ReportStory[] {
  return lineage.stories.map((story) => ({
    ...story,
    undecided: strongest(story.undecided, kept),
    undecidedLeftOut: Math.max(0, story.undecided.length - kept),
  }));
}

/** The pairs of two stories that a report keeps. */
export function betweenOf({ between }: Lineage): readonly Direction[] {
  return strongest(between, BETWEEN_KEPT);
}

function strongest(pairs: readonly Direction[], kept: number): readonly Direction[] {
  if (pairs.length <= kept) return pairs;
  return [...pairs]
    .sort((x, y) => y.confidence - x.confidence || compare(x.a, y.a) || compare(x.b, y.b))
    .slice(0, kept);
}

/** Ids of the pairs that a report shows, each once, `a` before `b` by code point. */
export function pairsOf(
  stories: readonly ReportStory[],
  between: readonly Direction[],
): (readonly [a: string, b: string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  const add = (x: string, y: string): void => {
    const pair = compare(x, y) < 0 ? ([x, y] as const) : ([y, x] as const);
    pairs.set(JSON.stringify(pair), pair);
  };
  for (const story of stories) {
    for (const { from, to } of story.edges) if ("document" in from) add(from.document, to);
    for (const { a, b } of story.undecided) add(a, b);
  }
  for (const { a, b } of between) add(a, b);
  return [...pairs.values()].sort((x, y) => compare(x[0], y[0]) || compare(x[1], y[1]));
}

export function reportData(findings: Findings, stories: readonly ReportStory[]): ReportData {
  const inStory = new Set(stories.flatMap((story) => story.documents));
  return {
    documents: findings.documents,
    stories,
    between: betweenOf(findings.lineage),
    betweenLeftOut: Math.max(0, findings.lineage.between.length - BETWEEN_KEPT),
    creditChecks: findings.lineage.creditChecks.filter((check) => inStory.has(check.document)),
    times: findings.lineage.times.filter((time) => inStory.has(time.document)),
    matches: [...findings.matches].sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b)),
    quotations: [...findings.quotations]
      .filter(([id]) => inStory.has(id))
      .map(
        ([id, said]) =>
          [
            id,
            said.flatMap((one) => packQuotation(one, findings.otherSpeakers?.get(id)?.get(one.start))),
          ] as const,
      )
      .filter(([, said]) => said.length > 0),
  };
}

/** Words in marks that nobody says, a ship's name, are none. */
function packQuotation(
  { start, end, kind, speaker, via }: Quotation,
  other?: { readonly speaker: string; readonly document: string },
): PackedQuotation[] {
  if (kind === "scare") return [];
  const isDirect = kind === "direct";
  const said = [start, end, isDirect ? 1 : 0, speaker?.name ?? null, via === "carried" ? 1 : 0] as const;
  return [isDirect && other !== undefined ? [...said, [other.speaker, other.document]] : said];
}

/** What a report keeps of a pair: a fraction of what it is made of. */
export function reportMatch(match: Match): ReportMatch {
  const { a, b, verdict, probability, containment, explain, passages, facts } = match;
  return {
    ...{ a, b, verdict, probability: probability === null ? null : rounded(probability) },
    containment: { a: rounded(containment.a), b: rounded(containment.b) },
    ...{ explain, passages: passages.map(packPassage), facts: facts.map(packFact) },
  };
}

/** Whole texts, or only what some passage covers: by id, in the order of an object's keys. Each is made when it is asked for. */
export function* reportTexts(
  findings: Findings,
  stories: readonly ReportStory[],
): Generator<readonly [id: string, pieces: ReportTexts[string]], void> {
  const covered = findings.excerptsOnly ? passageRanges(findings.matches, stories) : null;
  // An own property whatever the id is called, "__proto__" too.
  const ids = {};
  for (const { documents } of stories)
    for (const id of documents) Object.defineProperty(ids, id, { value: null, enumerable: true });
  for (const id of Object.keys(ids)) {
    const text = findings.text(id);
    const ranges = covered === null ? [{ start: 0, end: text.length }] : merged(covered.get(id) ?? [], text);
    yield [id, ranges.map(({ start, end }): [number, string] => [start, text.slice(start, end)])];
  }
}

function passageRanges(
  matches: readonly ReportMatch[],
  stories: readonly ReportStory[],
): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>();
  const add = (id: string, range: Range): void => {
    const known = ranges.get(id);
    if (known === undefined) ranges.set(id, [range]);
    else known.push(range);
  };
  for (const { a, b, passages } of matches)
    for (const [aStart, aEnd, bStart, bEnd] of passages) {
      add(a, { start: aStart, end: aEnd });
      add(b, { start: bStart, end: bEnd });
    }
  for (const { groups } of stories)
    for (const { holders } of groups) for (const holder of holders) add(holder.document, holder);
  return ranges;
}

/** Ranges that touch, or between which no word stands, are one. */
function merged(ranges: readonly Range[], text: string): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of [...ranges].sort((x, y) => x.start - y.start)) {
    const last = joined.at(-1);
    const apart = last === undefined || /[\p{L}\p{N}]/u.test(text.slice(last.end, start));
    if (apart) joined.push({ start, end });
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return joined;
}

function packPassage({ a, b, kind, similarity, edits }: Passage): PackedPassage {
  const flat = edits.flatMap((edit) => [
    ...[EDIT_KINDS.indexOf(edit.kind), edit.equivalent ? 1 : 0],
    ...[edit.a.start, edit.a.end, edit.b.start, edit.b.end],
  ]);
  return [a.start, a.end, b.start, b.end, PASSAGE_KINDS.indexOf(kind), rounded(similarity), flat];
}

function packFact({ kind, a, b }: ChangedFact): PackedFact {
  return [FACT_KINDS.indexOf(kind), a.start, a.end, a.text, b.start, b.end, b.text];
}

/** To a thousandth: more is not shown. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
