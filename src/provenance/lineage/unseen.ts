/**
 * Texts that must have been and are not here: documents that share words, of which nothing says that one is the source,
 * and that name somebody whose item is not here, or agree with one another against each of them.
 */
import type { Credit, Evidence, Place, UnseenSource } from "../../model/index.js";
import { isCarried, isSigned, isToldAgency, placeOf } from "../direction/credit-rules.js";
import { evidenceOf } from "../direction/rules.js";
import { digestOf } from "./digest.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { lengthOf } from "./ranges.js";
import { disagreements, type Witnesses } from "./witnesses.js";

/** Argued: who names a source has it from there (95 %); who shares the words with one that does, likely (77 %). */
const NAMES = 3;
const SHARES = 1.2;
/** Unnamed: documents that no other can be the source of. */
const AGREES = 1.2;
const LEAST_WITNESSES = 3;
/** Of all pairs of documents that go back to one text at least this share shares words: else a template chains them. */
const LEAST_DENSITY = 0.5;

export interface UnseenGroup {
  readonly source: UnseenSource;
  /** By subject: what says that it goes back to this. */
  readonly evidence: ReadonlyMap<number, Evidence>;
}

/**
 * `open` are the undecided pairs of which neither side's words came from a document that is here; `isFrom` says whether
 * something of a subject came from a document of that publisher.
 */
export function unseenSources(
  graph: Graph,
  open: readonly Pair[],
  isFrom: (subject: number, name: string) => boolean,
): UnseenGroup[] {
  return components(open, graph.subjects.length).flatMap(({ members, pairs }) => {
    const carriers = named(graph, members, pairs, "carrier", isFrom);
    const groups = carriers.length > 0 ? carriers : named(graph, members, pairs, "relayer", isFrom);
    const settled = new Set(groups.flatMap(({ evidence }) => [...evidence.keys()]));
    const rest = members.filter((at) => !settled.has(at));
    const among = pairs.filter(({ a, b }) => !settled.has(a) && !settled.has(b));
    const isDense = among.length >= (LEAST_DENSITY * rest.length * (rest.length - 1)) / 2;
    const witnesses = isDense ? disagreements(graph, rest, among, LEAST_WITNESSES) : null;
    return witnesses === null ? groups : [...groups, unnamed(graph, rest, witnesses)];
  });
}

interface Component {
  readonly members: readonly number[];
  readonly pairs: readonly Pair[];
}

function components(open: readonly Pair[], subjects: number): Component[] {
  const pairsOf = new Map<number, Pair[]>();
  const note = (subject: number, pair: Pair) => {
    const list = pairsOf.get(subject);
    if (list === undefined) pairsOf.set(subject, [pair]);
    else list.push(pair);
  };
  for (const pair of open) {
    note(pair.a, pair);
    note(pair.b, pair);
  }
  const seen = new Uint8Array(subjects);
  const found: Component[] = [];
  for (const start of [...pairsOf.keys()].sort((x, y) => x - y)) {
    if (seen[start] === 1) continue;
    const members = [start];
    const pairs = new Set<Pair>();
    seen[start] = 1;
    for (let at = 0; at < members.length; at++) {
      for (const pair of pairsOf.get(members[at]!)!) {
        pairs.add(pair);
        const other = partnerOf(pair, members[at]!);
        if (seen[other] === 0) members.push(other);
        seen[other] = 1;
      }
    }
    found.push({ members: members.sort((x, y) => x - y), pairs: [...pairs] });
  }
  return found;
}

/**
 * Each name that is credited, with the documents that credit it; those that credit nobody go with the one that they
 * share most with.
 */
function named(
  graph: Graph,
  members: readonly number[],
  pairs: readonly Pair[],
  role: "carrier" | "relayer",
  isFrom: (subject: number, name: string) => boolean,
): UnseenGroup[] {
  const { subjects, pairOf } = graph;
  const here = new Set(members.flatMap((at) => [subjects[at]!.agency, subjects[at]!.outlet]));
  // An item that was not there yet when the page was captured is not the one that it names.
  const mayBeHere = (at: number, name: string) =>
    members.some((other) => {
      const { agency, outlet } = subjects[other]!;
      if (agency !== name && outlet !== name) return false;
      const pair = pairOf(at, other);
      return pair === undefined || !cannotBeFrom(pair, other);
    });
  const creditOf = new Map<number, Credit>();
  for (const at of members) {
    const { credits, agency, outlet } = subjects[at]!;
    const fits = credits.filter(
      (credit) =>
        (credit.role === role || (role === "carrier" && isToldAgency(credit))) &&
        credit.name !== null &&
        credit.name !== agency &&
        credit.name !== outlet &&
        !isFrom(at, credit.name),
    );
    // A sign says where the text is from; words inside it only where there is no sign.
    const credit = fits.find(isSigned) ?? (role === "carrier" ? fits[0] : undefined);
    if (credit === undefined) continue;
    if (!here.has(credit.name) || !mayBeHere(at, credit.name!)) creditOf.set(at, credit);
  }
  if (creditOf.size === 0) return [];
  const via = spread(creditOf.keys(), pairs, (at) => isNamingNobody(graph, at));
  const groups = new Map<string, number[]>();
  for (const at of members) {
    const root = via.get(at);
    if (root === undefined) continue;
    const { name } = creditOf.get(root)!;
    const list = groups.get(name!);
    if (list === undefined) groups.set(name!, [at]);
    else list.push(at);
  }
  return [...groups]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, list]) => {
      const basis: Place[] = [];
      const evidence = new Map<number, Evidence>();
      for (const at of list) {
        const { id } = subjects[at]!;
        const credit = creditOf.get(at);
        if (credit !== undefined) {
          basis.push(placeOf(id, credit));
          const values = { to: id, name, alias: credit.alias };
          evidence.set(at, evidenceOf("names-unseen", NAMES, values, [placeOf(id, credit)]));
          continue;
        }
        const root = via.get(at)!;
        const shown = creditOf.get(root)!;
        const values = { to: id, other: subjects[root]!.id, name };
        evidence.set(
          at,
          evidenceOf("shares-with-naming", SHARES, values, [placeOf(subjects[root]!.id, shown)]),
        );
      }
      const documents = list.map((at) => subjects[at]!.id);
      const type = role === "carrier" ? "carrier" : "outlet";
      const id = `unseen:${digestOf([type, name, ...documents])}`;
      return { source: { id, type, name, basis, documents }, evidence };
    });
}

function cannotBeFrom({ a, forward, backward }: Pair, from: number): boolean {
  return (from === a ? forward : backward).some(({ rule }) => rule === "seen-before");
}

/** Whoever names an issuer's own channel has it from there rather than from an agency that another names. */
function isNamingNobody({ subjects }: Graph, at: number): boolean {
  return !subjects[at]!.credits.some(
    (credit) => credit.role === "channel" || (isCarried(credit) && isSigned(credit) && credit.name !== null),
  );
}

/** From each document the one of `roots` that it hangs together with most strongly, step by step. */
function spread(
  roots: Iterable<number>,
  pairs: readonly Pair[],
  passes: (at: number) => boolean,
): Map<number, number> {
  const via = new Map<number, number>();
  for (const root of roots) via.set(root, root);
  const strongest = pairs.toSorted((x, y) => weight(y) - weight(x) || x.a - y.a || x.b - y.b);
  // A few rounds in order of strength: what is further away hangs by a thread.
  for (let round = 0; round < 3; round++) {
    const before = via.size;
    for (const { a, b } of strongest) {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const root = via.get(from);
        if (root !== undefined && !via.has(to) && passes(to)) via.set(to, root);
      }
    }
    if (via.size === before) break;
  }
  return via;
}

function weight({ match }: Pair): number {
  return Math.max(match.containment.a, match.containment.b);
}

function unnamed({ subjects }: Graph, members: readonly number[], witnesses: Witnesses): UnseenGroup {
  const documents = members.map((at) => subjects[at]!.id);
  const issuers = new Map<string, Place[]>();
  for (const at of members) {
    for (const credit of subjects[at]!.credits) {
      if (credit.role !== "issuer" || credit.name === null) continue;
      const places = issuers.get(credit.name) ?? [];
      if (places.some(({ document }) => document === subjects[at]!.id)) continue;
      places.push(placeOf(subjects[at]!.id, credit));
      issuers.set(credit.name, places);
    }
  }
  const [issuer] = [...issuers].sort(([x, p], [y, q]) => q.length - p.length || (x < y ? -1 : 1));
  const most = issuer !== undefined && 2 * issuer[1].length > members.length ? issuer : null;
  const type = most === null ? "unknown" : "issuer";
  const name = most?.[0] ?? null;
  const evidence = new Map(
    members.map((at) => {
      const { rule, values, at: places } = witnesses.get(at)!;
      return [at, evidenceOf(rule, AGREES, values, places)] as const;
    }),
  );
  const id = `unseen:${digestOf([type, name ?? "", ...documents])}`;
  return { source: { id, type, name, basis: most?.[1] ?? [], documents }, evidence };
}

/** Whether the pair's words on the side of `subject` did not come from a document that is here. */
export function isOpenSide(pair: Pair, subject: number, takenLength: number): boolean {
  return takenLength < 0.5 * lengthOf(pair.ranges[sideOf(pair, subject)]);
}
