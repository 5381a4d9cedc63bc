/**
 * Boosted regression trees (Friedman 2001), as `npm run train:pages` learns them: the sum of one leaf of each
 * tree is the log odds that a block is of the article.
 */

/**
 * All trees in a row. Node i asks whether `row[feature[i]] <= threshold[i]` and goes to the next node if so,
 * else to node i + skip[i]. A leaf has skip 0 and its value in `threshold`.
 */
export interface Forest {
  readonly roots: Uint16Array;
  readonly feature: Uint8Array;
  readonly skip: Uint8Array;
  readonly threshold: Float32Array;
}

/** Log odds of the row that starts at `at`. */
export function evaluateForest(forest: Forest, rows: Float32Array, at: number): number {
  const { roots, feature, skip, threshold } = forest;
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    while (skip[node] !== 0) node += rows[at + feature[node]!]! <= threshold[node]! ? 1 : skip[node]!;
    sum += threshold[node]!;
  }
  return sum;
}

/** Base64 of `feature:u8[n] | skip:u8[n] | threshold:f32[n]`, little-endian; trees follow each other. */
export function decodeForest(text: string): Forest {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  const nodes = bytes.length / 6;
  const feature = bytes.slice(0, nodes);
  const skip = bytes.slice(nodes, 2 * nodes);
  const view = new DataView(bytes.buffer, 2 * nodes);
  const threshold = Float32Array.from({ length: nodes }, (_, node) => view.getFloat32(4 * node, true));
  const roots: number[] = [];
  for (let node = 0; node < nodes; node = endOfTree(skip, node)) roots.push(node);
  return { roots: Uint16Array.from(roots), feature, skip, threshold };
}

/** The tree's last node is the last leaf on its right. */
function endOfTree(skip: Uint8Array, root: number): number {
  let node = root;
  while (skip[node] !== 0) node += skip[node]!;
  return node + 1;
}

export function encodeForest({ feature, skip, threshold }: Forest): string {
  const nodes = feature.length;
  const bytes = new Uint8Array(6 * nodes);
  bytes.set(feature);
  bytes.set(skip, nodes);
  const view = new DataView(bytes.buffer, 2 * nodes);
  for (let node = 0; node < nodes; node++) view.setFloat32(4 * node, threshold[node]!, true);
  return Buffer.from(bytes).toString("base64");
}
