/** Gradient boosting of regression trees for log loss, on features in bins of equal counts. */
import type { Forest } from "../../src/ingest/page/forest.js";
import { Random } from "../support/random.js";

export interface Examples {
  readonly rows: Float32Array;
  readonly features: number;
  /** 0..1. */
  readonly labels: Float32Array;
  readonly weights: Float32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** L2 on the leaves' values. */
  readonly ridge: number;
  /** Least sum of weights in a leaf. */
  readonly leafWeight: number;
  readonly seed: number;
}

const BINS = 48;

export function boost(examples: Examples, options: BoostOptions): Forest {
  const { rows, features, labels, weights } = examples;
  const count = labels.length;
  const random = new Random(options.seed);
  const edges = binEdges(rows, features, count);
  const bins = Array.from({ length: features }, (_, feature) => {
    const column = new Uint8Array(count);
    for (let i = 0; i < count; i++) column[i] = binOf(edges[feature]!, rows[i * features + feature]!);
    return column;
  });
  const odds = new Float64Array(count);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  const nodes: Flat = { roots: [], feature: [], skip: [], threshold: [] };
  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < count; i++) {
      const share = 1 / (1 + Math.exp(-odds[i]!));
      gradient[i] = weights[i]! * (labels[i]! - share);
      hessian[i] = weights[i]! * Math.max(1e-4, share * (1 - share));
    }
    const allowed = Array.from({ length: features }, (_, feature) => feature).filter(() =>
      random.chance(0.3),
    );
    const sample = new Uint32Array(count);
    let size = 0;
    for (let i = 0; i < count; i++) if (random.chance(0.6)) sample[size++] = i;
    const root = grow(sample.subarray(0, size), bins, allowed, gradient, hessian, weights, options);
    nodes.roots.push(nodes.feature.length);
    flatten(root, edges, nodes, options.rate);
    for (let i = 0; i < count; i++) odds[i] = odds[i]! + options.rate * leafValue(root, bins, i);
  }
  return {
    roots: Uint16Array.from(nodes.roots),
    feature: Uint8Array.from(nodes.feature),
    skip: Uint8Array.from(nodes.skip),
    threshold: Float32Array.from(nodes.threshold),
  };
}

interface TreeNode {
  value: number;
  feature: number;
  bin: number;
  low: TreeNode | null;
  high: TreeNode | null;
}
interface Flat {
  roots: number[];
  feature: number[];
  skip: number[];
  threshold: number[];
}
interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}
interface Open {
  readonly node: TreeNode;
  readonly rows: Uint32Array;
  readonly split: Split;
}

/** The leaf with the most to gain is split first, until there are enough. */
function grow(
  all: Uint32Array,
  bins: readonly Uint8Array[],
  allowed: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  weights: Float32Array,
  options: BoostOptions,
): TreeNode {
  const leaf = (rows: Uint32Array): TreeNode => {
    let g = 0;
    let h = options.ridge;
    for (const i of rows) {
      g += gradient[i]!;
      h += hessian[i]!;
    }
    return { value: g / h, feature: -1, bin: 0, low: null, high: null };
  };
  const root = leaf(all);
  const look = (node: TreeNode, rows: Uint32Array): Open => ({
    node,
    rows,
    split: bestSplit(rows, bins, allowed, gradient, hessian, weights, options),
  });
  const open = [look(root, all)];
  for (let leaves = 1; leaves < options.leaves; leaves++) {
    let best = -1;
    for (let i = 0; i < open.length; i++)
      if (open[i]!.split.gain > (best < 0 ? 1e-6 : open[best]!.split.gain)) best = i;
    if (best < 0) break;
    const [{ node, rows, split }] = open.splice(best, 1) as [Open];
    const column = bins[split.feature]!;
    const low = rows.filter((i) => column[i]! <= split.bin);
    const high = rows.filter((i) => column[i]! > split.bin);
    node.feature = split.feature;
    node.bin = split.bin;
    node.low = leaf(low);
    node.high = leaf(high);
    open.push(look(node.low, low), look(node.high, high));
  }
  return root;
}

function bestSplit(
  rows: Uint32Array,
  bins: readonly Uint8Array[],
  allowed: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  weights: Float32Array,
  { ridge, leafWeight }: BoostOptions,
): Split {
  let best: Split = { gain: 0, feature: -1, bin: 0 };
  const g = new Float64Array(BINS);
  const h = new Float64Array(BINS);
  const w = new Float64Array(BINS);
  // Gathered once for all features: the rows of a leaf lie far apart.
  const gradients = Float64Array.from(rows, (i) => gradient[i]!);
  const hessians = Float64Array.from(rows, (i) => hessian[i]!);
  const shares = Float64Array.from(rows, (i) => weights[i]!);
  for (const feature of allowed) {
    const column = bins[feature]!;
    g.fill(0);
    h.fill(0);
    w.fill(0);
    for (let k = 0; k < rows.length; k++) {
      const bin = column[rows[k]!]!;
      g[bin]! += gradients[k]!;
      h[bin]! += hessians[k]!;
      w[bin]! += shares[k]!;
    }
    let gAll = 0;
    let hAll = 0;
    let wAll = 0;
    for (let bin = 0; bin < BINS; bin++) {
      gAll += g[bin]!;
      hAll += h[bin]!;
      wAll += w[bin]!;
    }
    const whole = (gAll * gAll) / (hAll + ridge);
    let gLow = 0;
    let hLow = 0;
    let wLow = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      gLow += g[bin]!;
      hLow += h[bin]!;
      wLow += w[bin]!;
      if (wLow < leafWeight || wAll - wLow < leafWeight) continue;
      const gain = (gLow * gLow) / (hLow + ridge) + (gAll - gLow) ** 2 / (hAll - hLow + ridge) - whole;
      if (gain > best.gain) best = { gain, feature, bin };
    }
  }
  return best;
}

function leafValue(root: TreeNode, bins: readonly Uint8Array[], i: number): number {
  let node = root;
  while (node.low !== null) node = bins[node.feature]![i]! <= node.bin ? node.low : node.high!;
  return node.value;
}

function flatten(node: TreeNode, edges: readonly Float32Array[], nodes: Flat, rate: number): void {
  const at = nodes.feature.length;
  if (node.low === null) {
    nodes.feature.push(0);
    nodes.skip.push(0);
    nodes.threshold.push(node.value * rate);
    return;
  }
  nodes.feature.push(node.feature);
  nodes.skip.push(0);
  nodes.threshold.push(edges[node.feature]![node.bin]!);
  flatten(node.low, edges, nodes, rate);
  nodes.skip[at] = nodes.feature.length - at;
  flatten(node.high!, edges, nodes, rate);
}

/** Upper edges of the bins: a value is in the first bin whose edge it does not exceed. */
function binEdges(rows: Float32Array, features: number, count: number): Float32Array[] {
  return Array.from({ length: features }, (_, feature) => {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = rows[i * features + feature]!;
    values.sort();
    const edges: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const edge = values[Math.floor((bin * (count - 1)) / BINS)]!;
      if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
    }
    // Most values of many features are one and the same; what is beyond the last edge needs splits too.
    const distinct = [...new Set(values)];
    if (distinct.length <= BINS)
      return Float32Array.from(distinct.slice(0, -1).length > 0 ? distinct.slice(0, -1) : [0]);
    return Float32Array.from(edges);
  });
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
