/** Where the boxes and arrows of a graph stand, from left to right or mirrored; sizes in CSS pixels. */
import { Graph as Dagre, layout } from "@dagrejs/dagre";
import type { Graph } from "./model.js";

export const NODE_WIDTH = 176;
export const NODE_HEIGHT = 68;
const LABEL_WIDTH = 60;
const LABEL_HEIGHT = 28;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Laid {
  readonly width: number;
  readonly height: number;
  /** Centres, by key. */
  readonly nodes: ReadonlyMap<string, Point>;
  /** In the order of the graph's edges. */
  readonly edges: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}

/** O(nodes · edges) at worst; the graph is bounded by NODES_DRAWN. */
export function laidOut(graph: Graph, mirrored: boolean): Laid {
  const dagre = new Dagre();
  dagre.setGraph({ rankdir: "LR", nodesep: 14, edgesep: 8, ranksep: 34, marginx: 6, marginy: 6 });
  for (const { key } of graph.nodes) dagre.setNode(key, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { from, to } of graph.edges)
    dagre.setEdge(from, to, { width: LABEL_WIDTH, height: LABEL_HEIGHT, labelpos: "c" });
  layout(dagre);
  const { width = 0, height = 0 } = dagre.graph() as { width?: number; height?: number };
  const turned = ({ x, y }: Point): Point => ({ x: Math.round(mirrored ? width - x : x), y: Math.round(y) });
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: new Map(graph.nodes.map(({ key }) => [key, turned(dagre.node(key) as unknown as Point)])),
    edges: graph.edges.map(({ from, to }) => {
      const edge = dagre.edge(from, to) as unknown as Point & { points: Point[] };
      return { points: edge.points.map(turned), label: turned(edge) };
    }),
  };
}

/** A line through the points, rounded between them. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let path = `M${first.x},${first.y}`;
  for (let i = 0; i + 1 < rest.length; i++) {
    const { x, y } = rest[i]!;
    const next = rest[i + 1]!;
    const end = i + 2 === rest.length ? next : { x: (x + next.x) / 2, y: (y + next.y) / 2 };
    path += `Q${x},${y} ${end.x},${end.y}`;
  }
  if (rest.length === 1) path += `L${rest[0]!.x},${rest[0]!.y}`;
  return path;
}
