/**
 * Passage groups: one stretch of text through all its holders. Ranges of a document that are nearly the same are one
 * holder; passages join holders of two documents.
 */
import type { Passage, PassageGroup, PassageKind, Range, TrustedTime } from "../../model/index.js";
import { compareTimes } from "../time/trusted.js";
import { digestOf } from "./digest.js";
import type { Graph } from "./graph.js";
import { isReuse } from "./ranges.js";

/** Two ranges are one holder from this Jaccard on. */
const SAME_RANGE = 0.6;
/** Holders of one document that a range is compared with, the latest first: what begins far before does not fit. */
const MOST_COMPARED = 32;

interface Holder {
  readonly subject: number;
  readonly start: number;
  end: number;
}

export interface Grouped {
  readonly kind: PassageKind;
  readonly holders: readonly (Range & { readonly subject: number })[];
}

/** A stretch of text that stands in two documents, which are named by their numbers. */
export interface SharedStretch extends Pick<Passage, "a" | "b" | "kind"> {
  readonly of: readonly [a: number, b: number];
}

export function passageGroups({ subjects, pairs }: Graph): Grouped[] {
  const reused = pairs.flatMap(({ a, b, match }) =>
    match.passages
      .filter(isReuse)
      .map(({ kind, ...at }) => ({ of: [a, b] as const, a: at.a, b: at.b, kind })),
  );
  return joinedStretches(subjects.length, reused);
}

/** O(stretches log stretches). */
export function joinedStretches(documents: number, stretches: readonly SharedStretch[]): Grouped[] {
  const rangesOf: { range: Range; passage: number }[][] = Array.from({ length: documents }, () => []);
  const kinds = stretches.map(({ kind }) => kind);
  stretches.forEach(({ of: [a, b], ...ranges }, passage) => {
    rangesOf[a]!.push({ range: ranges.a, passage });
    rangesOf[b]!.push({ range: ranges.b, passage });
  });
  const holders: Holder[] = [];
  const parent: number[] = [];
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const firstHolder = new Int32Array(kinds.length).fill(-1);
  const votes: Map<PassageKind, number>[] = [];
  rangesOf.forEach((list, subject) => {
    const first = holders.length;
    list.sort((x, y) => x.range.start - y.range.start || x.range.end - y.range.end || x.passage - y.passage);
    for (const { range, passage } of list) {
      let at = holders.length - 1;
      const last = Math.max(first, holders.length - MOST_COMPARED);
      while (at >= last && !sameRange(holders[at]!, range)) at--;
      if (at < last) {
        at = holders.length;
        holders.push({ subject, start: range.start, end: range.end });
        parent.push(at);
        votes.push(new Map());
      }
      if (firstHolder[passage] === -1) firstHolder[passage] = at;
      else parent[find(at)] = find(firstHolder[passage]!);
      const kind = kinds[passage]!;
      votes[at]!.set(kind, (votes[at]!.get(kind) ?? 0) + 1);
    }
  });
  const groups = new Map<number, { holders: Holder[]; votes: Map<PassageKind, number> }>();
  holders.forEach((holder, at) => {
    const root = find(at);
    const group = groups.get(root) ?? { holders: [] as Holder[], votes: new Map<PassageKind, number>() };
    group.holders.push(holder);
    for (const [kind, count] of votes[at]!) group.votes.set(kind, (group.votes.get(kind) ?? 0) + count);
    groups.set(root, group);
  });
  return [...groups.values()].map(({ holders: held, votes: counted }) => ({
    kind: [...counted].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]![0],
    holders: held,
  }));
}

function sameRange(holder: Holder, range: Range): boolean {
  const shared = Math.min(holder.end, range.end) - Math.max(holder.start, range.start);
  const together = Math.max(holder.end, range.end) - Math.min(holder.start, range.start);
  return shared >= SAME_RANGE * together;
}

/** `sourceOf` tells where a range of a subject came from. */
export function groupAsPlain(
  { subjects }: Graph,
  { kind, holders }: Grouped,
  sourceOf: (subject: number, range: Range) => PassageGroup["tree"][number]["from"],
): PassageGroup {
  const plain = holders.map(({ subject, start, end }) => ({ document: subjects[subject]!.id, start, end }));
  const once = [...new Map(holders.map((holder) => [holder.subject, holder])).values()];
  const timed = once.map(({ subject }) => subjects[subject]!).filter(({ time }) => time.from !== null);
  return {
    id: `passage:${digestOf(plain.map(({ document, start, end }) => `${document} ${start} ${end}`))}`,
    kind,
    holders: plain,
    tree: once.map((holder) => ({
      from: sourceOf(holder.subject, holder),
      to: subjects[holder.subject]!.id,
    })),
    earliest: earliestOf(timed)?.id ?? null,
  };
}

/** The one that certainly came before all others; null where nobody can tell. */
export function earliestOf<Timed extends { readonly time: TrustedTime }>(
  timed: readonly Timed[],
): Timed | null {
  const first = timed.reduce<Timed | null>(
    (x, y) => (x === null || compareTimes(y.time, x.time) < 0 ? y : x),
    null,
  );
  const alone = first !== null && timed.every((x) => x === first || compareTimes(first.time, x.time) < 0);
  return alone ? first : null;
}
