import type { LineageEdge, Origin, Story } from "../../model/index.js";

export function originOf(origin: Origin): string {
  return "document" in origin ? origin.document : origin.unseen;
}

/** By document: the edges that lead to it. */
export type EdgesInto = ReadonlyMap<string, readonly LineageEdge[]>;

export function edgesInto(edges: readonly LineageEdge[]): EdgesInto {
  const into = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    const known = into.get(edge.to);
    if (known === undefined) into.set(edge.to, [edge]);
    else known.push(edge);
  }
  return into;
}

/** The shortest way from one document to another, its last step first; null where there is none. O(edges behind `to`). */
export function pathOf(into: EdgesInto, from: string, to: string): LineageEdge[] | null {
  const seen = new Set([to]);
  let ways: LineageEdge[][] = [[]];
  while (ways.length > 0) {
    const longer: LineageEdge[][] = [];
    for (const way of ways) {
      for (const edge of into.get(way.length === 0 ? to : originOf(way.at(-1)!.from)) ?? []) {
        const name = originOf(edge.from);
        if (seen.has(name)) continue;
        seen.add(name);
        if (name === from) return [...way, edge];
        longer.push([...way, edge]);
      }
    }
    ways = longer;
  }
  return null;
}

/**
 * How many origins stand behind these documents, by the edges among them: groups of documents bound by undecided pairs, or by
 * a text that is not here, into which nothing leads from outside. Who shares words, undecided, with a document whose source is
 * known has that source or that document.
 */
export function originsAmong(documents: ReadonlySet<string>, { edges, undecided }: Story): number {
  const leaderOf = new Map([...documents].map((id) => [id, id]));
  const find = (id: string): string => (leaderOf.get(id) === id ? id : find(leaderOf.get(id)!));
  for (const { a, b } of undecided) if (leaderOf.has(a) && leaderOf.has(b)) leaderOf.set(find(a), find(b));
  const behind = new Map<string, string>();
  for (const { from, to } of edges) {
    if (!documents.has(to) || !("unseen" in from)) continue;
    const first = behind.get(from.unseen);
    if (first === undefined) behind.set(from.unseen, to);
    else leaderOf.set(find(to), find(first));
  }
  const explained = new Set<string>();
  for (const { from, to } of edges)
    if (
      documents.has(to) &&
      "document" in from &&
      documents.has(from.document) &&
      find(from.document) !== find(to)
    )
      explained.add(find(to));
  const groups = new Set([...documents].map(find));
  // Two groups that took from one another have at least one behind them.
  return Math.max(1, [...groups].filter((leader) => !explained.has(leader)).length);
}
