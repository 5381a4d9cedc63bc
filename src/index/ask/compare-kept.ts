/**
 * The item in hand against the kept documents: which are worth comparing, and what the comparison says. The item is in
 * its place among them (`Contents.ask`), so that frequencies and groups are those of all together.
 */
import { GIANT_BUCKET } from "../../candidates/buckets.js";
import { leastAgreeing } from "../../candidates/copies.js";
import { leastDense } from "../../candidates/excerpts.js";
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { GROUP_CAP, MEMBER_CAP } from "../../collection/excerpts.js";
import { SKETCH_SLOTS } from "../../document/sketch.js";
import type { Background } from "../../match/background.js";
import { compareForVerdict, comparePair } from "../../match/compare.js";
import type { Comparison } from "../../match/comparison.js";
import { CopyVerifier } from "../../match/overlap/copies.js";
import { canBeWhole } from "../../match/overlap/whole.js";
import { BACKGROUND_MIN_DOCUMENTS, WHOLE_THRESHOLD_DEFAULT } from "../../options.js";
import { StandingBackground } from "../rows/background.js";
import type { Contents } from "../rows/contents.js";
import type { Graph } from "../rows/graph.js";

/** A kept document and how it compares; seen from the item. */
export interface Compared {
  readonly number: number;
  readonly comparison: Comparison | Estimate;
}

/** What signatures say where texts are not compared. */
export type Estimate = Pick<
  Comparison,
  "verdict" | "jaccard" | "containmentA" | "containmentB" | "passages" | "facts" | "explain"
> & {
  readonly probability: null;
  readonly sameNews: null;
  readonly derivedA: null;
  readonly derivedB: null;
  readonly verified: boolean;
};

const MIN_AGREEING = leastAgreeing(WHOLE_THRESHOLD_DEFAULT, SKETCH_SLOTS);
/** Share of either text's fingerprints that an excerpt holds at least, where only they are known. */
const EXCERPT_SHARE = 0.5;

export type IsEligible = (number: number) => boolean;

/**
 * Documents that share wording with the item, compared. `background` as in the batch engine. Of texts equal to an item
 * that comes before all of them in rank, and of near-copies of one another, the first `most`.
 */
export function compareKept(
  contents: Contents,
  number: number,
  isEligible: IsEligible,
  most = Number.POSITIVE_INFINITY,
): { found: Compared[]; background: Background | null } {
  const { graph } = contents;
  if (graph === null) return { found: estimates(contents, number, isEligible), background: null };
  const background = backgroundOf(contents, graph);
  const { named } = contents;
  const hasVersions = named.hasVersions(number);
  const mayMatch = (other: number) =>
    other !== number && isEligible(other) && !(hasVersions && named.areVersions(number, other));
  const entry = contents.rows.entryOf(number);
  const item = contents.texts.article(number);
  const found: Compared[] = [];
  const leader = graph.leaderOf(entry);
  if (leader !== number) {
    // Equal texts are a star to the first of them, which stands for all that they match.
    const first = mayMatch(leader) ? leader : firstOf(graph, graph.membersOf(entry).filter(mayMatch));
    if (first !== undefined)
      found.push({ number: first, comparison: comparePair(item, contents.texts.article(first), background) });
    return { found, background };
  }
  for (const other of graph.membersOf(entry).filter(mayMatch).slice(0, most)) {
    found.push({ number: other, comparison: comparePair(item, contents.texts.article(other), background) });
  }
  const candidates = new Set([...contents.search.candidates(entry), ...contents.edges.of(entry)]);
  for (const candidate of firstOfGroups(contents, graph, [...candidates], most)) {
    const leader = graph.leaderOf(candidate);
    const other = mayMatch(leader) ? leader : firstOf(graph, graph.membersOf(candidate).filter(mayMatch));
    if (other === undefined) continue;
    const comparison = compareForVerdict(item, contents.texts.article(other), background, "excerpt");
    if (comparison !== null) found.push({ number: other, comparison });
  }
  return { found, background };
}

/** Those entries that are among the first so many of their group in rank. */
function firstOfGroups(
  { rows }: Contents,
  graph: Graph,
  entries: readonly number[],
  most: number,
): readonly number[] {
  if (entries.length <= most) return entries;
  const ranked = [...entries].sort((x, y) => graph.compareRank(graph.leaderOf(x), graph.leaderOf(y)));
  const met = new Map<number, number>();
  return ranked.filter((entry) => {
    const group = rows.groupOf(entry);
    const before = met.get(group) ?? 0;
    met.set(group, before + 1);
    return before < most;
  });
}

/** One kept document, whatever comes of it. */
export function compareOne(contents: Contents, number: number, other: number): Compared {
  const { graph, texts } = contents;
  if (graph === null) return { number: other, comparison: estimate(contents, number, other) };
  const comparison = comparePair(texts.article(number), texts.article(other), backgroundOf(contents, graph));
  return { number: other, comparison };
}

/** Null where too few documents are kept to tell a formula. */
export function backgroundOf(contents: Contents, graph: Graph): Background | null {
  if (graph.groups < BACKGROUND_MIN_DOCUMENTS) return null;
  return new StandingBackground(graph.groups, contents.counter, contents.words);
}

function firstOf(graph: Graph, numbers: readonly number[]): number | undefined {
  let first: number | undefined;
  for (const number of numbers) {
    if (first === undefined || graph.compareRank(number, first) < 0) first = number;
  }
  return first;
}

function estimates(contents: Contents, number: number, isEligible: IsEligible): Compared[] {
  const { rows, tables, header, search } = contents;
  const { named } = contents;
  const hasVersions = named.hasVersions(number);
  const mayMatch = (other: number) => isEligible(other) && !(hasVersions && named.areVersions(number, other));
  const tokens = rows.tokensOf(number);
  const others = new Set<number>();
  if (tokens > 0) {
    named.equalTo(number, (other) => {
      if (mayMatch(other)) others.add(other);
      return others.size < MEMBER_CAP;
    });
  }
  const tried = new Set<number>([number]);
  let met = 0;
  const visit = (other: number) => {
    if (other === number || !rows.isKept(other)) return true;
    if (!tried.has(other)) {
      tried.add(other);
      if (rows.agreeingSlots(number, other) >= MIN_AGREEING) others.add(other);
    }
    return ++met < GIANT_BUCKET;
  };
  const bands = contents.askedBands;
  tables.bands.beginLooks(bands);
  for (let place = 0; place < bands.length; place++) {
    met = 0;
    tables.bands.lookAt(place, visit);
  }
  const found: Compared[] = [];
  for (const other of others) {
    if (!mayMatch(other)) continue;
    const comparison = estimate(contents, number, other);
    if (comparison.verdict === "copy") found.push({ number: other, comparison });
  }
  if (header.copiesOnly) return found;
  const documents = contents.state.documents;
  if (documents === 0) return found;
  const whole = new Set(found.map((one) => one.number));
  const least = leastDense(documents, GROUP_CAP);
  for (const { other, places, total } of search.shared(number, least)) {
    if (whole.has(other) || !mayMatch(other)) continue;
    if (total < least) continue;
    const of = (count: number) => Math.min(1, places.length / Math.max(1, count - FINGERPRINT_TOKENS + 1));
    const ofItem = of(tokens);
    const ofKept = of(rows.tokensOf(other));
    if (Math.max(ofItem, ofKept) < EXCERPT_SHARE) continue;
    const jaccard = jaccardEstimate(rows.agreeingSlots(number, other));
    found.push({ number: other, comparison: figures("excerpt", jaccard, ofItem, ofKept, false) });
  }
  return found;
}

/** Exact where the text is kept. */
function estimate(contents: Contents, number: number, other: number): Estimate {
  const { rows, texts, header, named } = contents;
  if (named.hasSameDigest(number, other)) return figures("copy", 1, 1, 1, header.keepText);
  if (header.keepText) {
    const verifier = new CopyVerifier({ ids: (one) => texts.article(one).ids }, WHOLE_THRESHOLD_DEFAULT);
    const overlap = verifier.verify(number, other);
    if (overlap === null) return figures("none", 0, 0, 0, true);
    return figures("copy", overlap.jaccard, overlap.containmentA, overlap.containmentB, true);
  }
  const [a, b] = [rows.tokensOf(number), rows.tokensOf(other)];
  const jaccard = jaccardEstimate(rows.agreeingSlots(number, other));
  const shared = (jaccard / (1 + jaccard)) * (a + b);
  const isWhole = jaccard >= WHOLE_THRESHOLD_DEFAULT && canBeWhole(a, b);
  return figures(
    isWhole ? "copy" : "none",
    jaccard,
    Math.min(1, shared / Math.max(1, a)),
    Math.min(1, shared / Math.max(1, b)),
    false,
  );
}

function figures(
  verdict: Estimate["verdict"],
  jaccard: number,
  containmentA: number,
  containmentB: number,
  verified: boolean,
): Estimate {
  return {
    verdict,
    probability: null,
    sameNews: null,
    derivedA: null,
    derivedB: null,
    jaccard,
    containmentA,
    containmentB,
    passages: [],
    facts: [],
    explain: [],
    verified,
  };
}

/** Low bytes agree by chance once in 256. */
function jaccardEstimate(agreeing: number): number {
  return Math.max(0, (agreeing / SKETCH_SLOTS - 1 / 256) / (1 - 1 / 256));
}
