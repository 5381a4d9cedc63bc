/**
 * What the lineage graph draws of a story. A text that 300 papers took and nobody passed on would be 300 boxes in a
 * row: such leaves are folded into one box, and what is still too much is left to the table.
 */
import type { Direction, LineageEdge, Origin, Story } from "../../../model/index.js";

/** Leaves of one parent, and articles without a link, that are drawn each by itself. */
export const LEAVES_DRAWN = 8;
export const NODES_DRAWN = 120;
export const UNDECIDED_DRAWN = 40;

export type GraphNode =
  | { readonly key: string; readonly kind: "document"; readonly id: string }
  | { readonly key: string; readonly kind: "unseen"; readonly id: string }
  /** `parent` null: articles that no decided link touches. */
  | {
      readonly key: string;
      readonly kind: "fold";
      readonly parent: Origin | null;
      readonly documents: readonly string[];
    };

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** More than one where the target is a fold. */
  readonly edges: readonly LineageEdge[];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Pairs whose both articles are drawn. */
  readonly undecided: readonly Direction[];
  /** Nodes were left out because there are too many. */
  readonly cut: boolean;
}

export function originKey(origin: Origin): string {
  return "document" in origin ? documentKey(origin.document) : `u:${origin.unseen}`;
}

function documentKey(id: string): string {
  return `d:${id}`;
}

export function graphOf(story: Story): Graph {
  const incoming = new Map<string, LineageEdge[]>();
  const giving = new Set<string>();
  for (const edge of story.edges) {
    put(incoming, edge.to, edge);
    giving.add(originKey(edge.from));
  }
  const leaves = new Map<string, LineageEdge[]>();
  for (const [to, edges] of incoming)
    if (edges.length === 1 && !giving.has(documentKey(to))) put(leaves, originKey(edges[0]!.from), edges[0]!);

  const folded = new Set<string>();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const [parent, group] of leaves) {
    if (group.length <= LEAVES_DRAWN) continue;
    const key = `f:${parent}`;
    const documents = group.map((edge) => edge.to);
    nodes.push({ key, kind: "fold", parent: group[0]!.from, documents });
    edges.push({ from: parent, to: key, edges: group });
    for (const id of documents) folded.add(id);
  }
  const alone = story.documents.filter((id) => !incoming.has(id) && !giving.has(documentKey(id)));
  if (alone.length > LEAVES_DRAWN) {
    nodes.push({ key: "f:", kind: "fold", parent: null, documents: alone });
    for (const id of alone) folded.add(id);
  }
  for (const id of story.documents)
    if (!folded.has(id)) nodes.push({ key: documentKey(id), kind: "document", id });
  const present = new Set(story.edges.map((edge) => originKey(edge.from)));
  for (const { id } of story.unseen)
    if (present.has(`u:${id}`)) nodes.push({ key: `u:${id}`, kind: "unseen", id });
  for (const edge of story.edges)
    if (!folded.has(edge.to))
      edges.push({ from: originKey(edge.from), to: documentKey(edge.to), edges: [edge] });
  return cut(story, nodes, edges, folded);
}

/** Keeps the nodes with most links, the ones that come first where equal. */
function cut(
  story: Story,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  folded: ReadonlySet<string>,
): Graph {
  const links = new Map<string, number>();
  for (const { from, to, edges: own } of edges)
    for (const key of [from, to]) links.set(key, (links.get(key) ?? 0) + own.length);
  const isCut = nodes.length > NODES_DRAWN;
  const kept = isCut
    ? [...nodes].sort((x, y) => (links.get(y.key) ?? 0) - (links.get(x.key) ?? 0)).slice(0, NODES_DRAWN)
    : nodes;
  const keys = new Set(kept.map((node) => node.key));
  const drawn = (id: string): boolean => !folded.has(id) && keys.has(documentKey(id));
  return {
    nodes: nodes.filter((node) => keys.has(node.key)),
    edges: edges.filter((edge) => keys.has(edge.from) && keys.has(edge.to)),
    undecided: story.undecided.filter(({ a, b }) => drawn(a) && drawn(b)).slice(0, UNDECIDED_DRAWN),
    cut: isCut,
  };
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
