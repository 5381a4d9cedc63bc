/**
 * Texts that must have been and are not here: behind documents that share one passage, of which nothing says that one is the
 * source, and that name somebody whose item is not here, or agree with one another against each of them.
 */
import type { Credit, Evidence, Place, UnseenSource } from "../../model/index.js";
import { canonicalOutlet } from "../credits/canonical.js";
import { isCarried, isSigned, isToldAgency, placeOf } from "../direction/credit-rules.js";
import { evidenceOf } from "../direction/rules.js";
import { AGREES, namedUnseenStrength, supposedStrength } from "../direction/strengths.js";
import { areOfOneHouse } from "../direction/subject.js";
import { type CommonText, commonTexts } from "./common-text.js";
import { digestOf } from "./digest.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { lengthOf, union } from "./ranges.js";
import { disagreements, type Witnesses } from "./witnesses.js";

const LEAST_WITNESSES = 3;
/** A name further off than this, in UTF-16 code units, is not beside the words that are shared. */
const BESIDE_LENGTH = 300;

export interface UnseenGroup {
  readonly source: UnseenSource;
  /** By subject: what says that it goes back to this, and the share of its text that it has in common with the others. */
  readonly evidence: ReadonlyMap<number, { readonly clue: Evidence; readonly share: number }>;
}

export interface UnseenContext {
  /** Whether something of a subject came from a document of that publisher. */
  isFrom(subject: number, name: string): boolean;
  documentsWith(words: string): number | null;
}

/** `open` are the undecided pairs of which neither side's words came from a document that is here. */
export function unseenSources(graph: Graph, open: readonly Pair[], context: UnseenContext): UnseenGroup[] {
  const bySource = new Map<string, UnseenGroup>();
  for (const text of commonTexts(graph, open)) {
    const group = behind(graph, text, context);
    if (group !== null && !bySource.has(group.source.id)) bySource.set(group.source.id, group);
  }
  return [...bySource.values()];
}

interface Named {
  readonly name: string;
  readonly type: "carrier" | "outlet" | "issuer";
  readonly credit: Credit;
  readonly strength: number;
}

function behind(graph: Graph, text: CommonText, context: UnseenContext): UnseenGroup | null {
  const shares = new Map(text.members.map((at) => [at, shareOf(graph, text, at)]));
  const named = new Map<number, Named>();
  for (const at of text.members) {
    const one = namedBy(graph, text, at, shares.get(at)!, context);
    if (one !== null) named.set(at, one);
  }
  // An outlet inside a text may be the source of a figure or a remark alone, unless several houses name it.
  for (const [at, one] of named) {
    const isAlone = (other: number, { name }: Named) =>
      other === at || name !== one.name || areOfOneHouse(graph.subjects[other]!, graph.subjects[at]!);
    const isMention = one.type === "outlet" && !isSigned(one.credit);
    if (isMention && [...named].every(([other, its]) => isAlone(other, its))) named.delete(at);
  }
  if (named.size > 0) return namedGroup(graph, text, shares, named);
  const witnesses = disagreements(graph, text.members, text.pairs, LEAST_WITNESSES, context.documentsWith);
  return witnesses === null ? null : unnamedGroup(graph, text, shares, witnesses);
}

/** Share of the document's own text that it has in common with the others of the group. */
function shareOf({ subjects }: Graph, { pairs }: CommonText, at: number): number {
  const ranges = union(
    pairs.flatMap((pair) => (pair.a === at || pair.b === at ? pair.ranges[sideOf(pair, at)] : [])),
  );
  return Math.min(1, lengthOf(ranges) / Math.max(1, subjects[at]!.document.text.trim().length));
}

/** Whom a document names for these words: by a sign if they are enough of it, or beside them. */
function namedBy(
  graph: Graph,
  text: CommonText,
  at: number,
  share: number,
  { isFrom }: UnseenContext,
): Named | null {
  const { credits, agency, outlet } = graph.subjects[at]!;
  const isOther = ({ name }: Credit) =>
    name !== null &&
    name !== agency &&
    name !== outlet &&
    !isFrom(at, name) &&
    !isHere(graph, text, at, name);
  const best = (type: Named["type"], fits: readonly Credit[]): Named | null => {
    let found: Named | null = null;
    for (const credit of fits.filter(isOther)) {
      const strength = namedUnseenStrength(isSigned(credit), share, isBeside(text, at, credit));
      if (strength > (found?.strength ?? 0)) found = { name: credit.name!, type, credit, strength };
    }
    return found;
  };
  return (
    best(
      "carrier",
      credits.filter((credit) => credit.role === "carrier" || isToldAgency(credit)),
    ) ??
    best(
      "outlet",
      credits.filter((credit) => credit.role === "relayer" || isBroadcast(credit)),
    ) ??
    (credits.some(isOwnChannel)
      ? best(
          "issuer",
          credits.filter(({ role }) => role === "issuer"),
        )
      : null)
  );
}

/** Somebody spoke there: what he said is in that outlet's own piece. */
function isBroadcast({ role, name }: Credit): boolean {
  return role === "channel" && name !== null && canonicalOutlet(name) !== null;
}

/** An issuer's own channel or account: who names it has the statement from there. */
function isOwnChannel(credit: Credit): boolean {
  return credit.role === "channel" && !isToldAgency(credit) && !isBroadcast(credit);
}

/** Whether an item of that name has the words and was there in time. */
function isHere({ subjects, pairOf }: Graph, { holders }: CommonText, at: number, name: string): boolean {
  return holders.some((other) => {
    const { agency, outlet } = subjects[other]!;
    if (other === at || (agency !== name && outlet !== name)) return false;
    const pair = pairOf(at, other);
    return pair === undefined || !cannotBeFrom(pair, other);
  });
}

function cannotBeFrom({ a, forward, backward }: Pair, from: number): boolean {
  return (from === a ? forward : backward).some(
    ({ rule }) => rule === "seen-before" || rule === "dated-before",
  );
}

function isBeside({ pairs }: CommonText, at: number, { field, start, end }: Credit): boolean {
  if (field !== "text") return true;
  const near = (range: { start: number; end: number }) =>
    start - range.end <= BESIDE_LENGTH && range.start - end <= BESIDE_LENGTH;
  return pairs.some((pair) => (pair.a === at || pair.b === at) && pair.ranges[sideOf(pair, at)].some(near));
}

function namedGroup(
  graph: Graph,
  text: CommonText,
  shares: ReadonlyMap<number, number>,
  named: ReadonlyMap<number, Named>,
): UnseenGroup {
  const { subjects } = graph;
  const carriers = [...named].filter(([, { type }]) => type !== "issuer");
  const statements = [...named].filter(([, { type }]) => type === "issuer");
  // What as many have from the issuer's own channel as from an agency is the issuer's statement, by whatever way.
  const isStatement = statements.length > 0 && statements.length >= carriers.length;
  const telling = isStatement ? statements : carriers;
  const names = [...new Set(telling.map(([, { name }]) => name))].sort();
  const name = names.length === 1 ? names[0]! : null;
  const type = name === null ? "unknown" : telling[0]![1].type;
  const evidence = new Map<number, { clue: Evidence; share: number }>();
  for (const at of text.members) {
    const { id } = subjects[at]!;
    const [own, share] = [named.get(at), shares.get(at)!];
    if (own !== undefined) {
      const values = { to: id, name: own.name, alias: own.credit.alias };
      const clue = evidenceOf("names-unseen", own.strength, values, [placeOf(id, own.credit)]);
      evidence.set(at, { clue, share });
      continue;
    }
    const strength = supposedStrength(share);
    if (name === null || strength === 0 || !isNamingNobody(graph, at)) continue;
    const root = nearestNaming(text, at, new Set(telling.map(([one]) => one)));
    if (root === null) continue;
    const values = { to: id, other: subjects[root]!.id, name };
    const clue = evidenceOf("shares-with-naming", strength, values, [
      placeOf(subjects[root]!.id, named.get(root)!.credit),
    ]);
    evidence.set(at, { clue, share });
  }
  const basis = telling
    .filter(([, one]) => one.name === name)
    .map(([at, { credit }]) => placeOf(subjects[at]!.id, credit));
  const others = carriers.filter(([, one]) => one.name !== name);
  const byName = [...new Set(others.map(([, one]) => one.name))].sort().map((carrier) => ({
    name: carrier,
    documents: others.filter(([, one]) => one.name === carrier).map(([at]) => subjects[at]!.id),
  }));
  return { source: sourceOf(graph, text, { type, name, basis, carriers: byName }), evidence };
}

/** Of those that name a source the one that shares most with it. */
function nearestNaming({ pairs }: CommonText, at: number, naming: ReadonlySet<number>): number | null {
  const length = (pair: Pair) => lengthOf(pair.ranges[sideOf(pair, at)]);
  const [best] = pairs
    .filter((pair) => (pair.a === at || pair.b === at) && naming.has(partnerOf(pair, at)))
    .sort((x, y) => length(y) - length(x) || partnerOf(x, at) - partnerOf(y, at));
  return best === undefined ? null : partnerOf(best, at);
}

/** Whoever names an issuer's own channel, or signs another, has it from there. */
function isNamingNobody({ subjects }: Graph, at: number): boolean {
  return !subjects[at]!.credits.some(
    (credit) => credit.role === "channel" || (isCarried(credit) && isSigned(credit) && credit.name !== null),
  );
}

function unnamedGroup(
  graph: Graph,
  text: CommonText,
  shares: ReadonlyMap<number, number>,
  witnesses: Witnesses,
): UnseenGroup {
  const { subjects } = graph;
  const issuers = new Map<string, Place[]>();
  for (const at of text.members) {
    for (const credit of subjects[at]!.credits) {
      if (credit.role !== "issuer" || credit.name === null) continue;
      const places = issuers.get(credit.name) ?? [];
      if (places.some(({ document }) => document === subjects[at]!.id)) continue;
      places.push(placeOf(subjects[at]!.id, credit));
      issuers.set(credit.name, places);
    }
  }
  const [issuer] = [...issuers].sort(([x, p], [y, q]) => q.length - p.length || (x < y ? -1 : 1));
  const most = issuer !== undefined && 2 * issuer[1].length > text.members.length ? issuer : null;
  const named = { type: most === null ? "unknown" : "issuer", name: most?.[0] ?? null } as const;
  const evidence = new Map(
    text.members.map((at) => {
      const { rule, values, at: places } = witnesses.get(at)!;
      return [at, { clue: evidenceOf(rule, AGREES, values, places), share: shares.get(at)! }] as const;
    }),
  );
  return { source: sourceOf(graph, text, { ...named, basis: most?.[1] ?? [], carriers: [] }), evidence };
}

function sourceOf(
  { subjects }: Graph,
  { holders, at }: CommonText,
  named: Pick<UnseenSource, "type" | "name" | "basis" | "carriers">,
): UnseenSource {
  const documents = holders.map((holder) => subjects[holder]!.id);
  const id = `unseen:${digestOf([named.type, named.name ?? "", ...documents])}`;
  return { id, ...named, documents, words: at };
}

/** Whether the pair's words on the side of `subject` did not come from a document that is here. */
export function isOpenSide(pair: Pair, subject: number, takenLength: number): boolean {
  return takenLength < 0.5 * lengthOf(pair.ranges[sideOf(pair, subject)]);
}
