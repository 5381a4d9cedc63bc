/** Marked pages → the two forests that tell the article's blocks. */
import { type Block, blocksOf } from "../../src/ingest/page/blocks.js";
import { SECOND_FEATURES, withContext } from "../../src/ingest/page/context.js";
import { FEATURES, featuresOf } from "../../src/ingest/page/features.js";
import { readFields } from "../../src/ingest/page/fields.js";
import { evaluateForest, type Forest } from "../../src/ingest/page/forest.js";
import { parseTree } from "../../src/ingest/page/tree.js";
import { type BoostOptions, boost, type Examples } from "./boost.js";
import type { MarkedPage } from "./corpus.js";
import { labelBlocks } from "./label.js";
import { wordsOf } from "./score.js";

export interface LabelledPage {
  readonly page: MarkedPage;
  readonly blocks: readonly Block[];
  readonly rows: Float32Array;
  readonly labels: Float32Array;
  readonly weights: Float32Array;
  readonly titleAt: number;
}

export interface PageModel {
  readonly first: Forest;
  readonly second: Forest;
}

const FIRST: BoostOptions = { trees: 110, leaves: 12, rate: 0.12, ridge: 2, leafWeight: 0.2, seed: 1 };
const SECOND: BoostOptions = { trees: 90, leaves: 12, rate: 0.1, ridge: 2, leafWeight: 0.2, seed: 2 };
const INNER = 3;

export function labelPage(page: MarkedPage): LabelledPage | null {
  const tree = parseTree(page.html);
  if (tree === null) return null;
  const blocks = blocksOf(tree.root);
  const { fields, sources } = readFields(tree, blocks, page.url);
  const { rows } = featuresOf(blocks, sources.titleAt, fields.values.title);
  const labels = labelBlocks(blocks, page.text);
  const words = wordsOf(page.text).length;
  // A page weighs as much as another, a block as its words, so that the error is that of the page's F1.
  const weights = Float32Array.from(blocks, (block) => (20 * (block.words + 1)) / (words + 20));
  return { page, blocks, rows, labels, weights, titleAt: sources.titleAt };
}

export function learn(pages: readonly LabelledPage[]): PageModel {
  const odds = new Map<LabelledPage, Float32Array>();
  for (let fold = 0; fold < INNER; fold++) {
    const forest = boost(join(pages.filter((_, at) => at % INNER !== fold)), FIRST);
    for (const [at, page] of pages.entries())
      if (at % INNER === fold) odds.set(page, firstOdds(forest, page));
  }
  const wide = pages.map((page) => ({
    ...page,
    rows: withContext(page.blocks, page.rows, odds.get(page)!),
  }));
  return {
    first: boost(join(pages), FIRST),
    second: boost(join(wide, SECOND_FEATURES), SECOND),
  };
}

function firstOdds(forest: Forest, { blocks, rows }: LabelledPage): Float32Array {
  return Float32Array.from(blocks, (_, at) => evaluateForest(forest, rows, at * FEATURES));
}

export function blockOdds(model: PageModel, page: LabelledPage): Float32Array {
  const wide = withContext(page.blocks, page.rows, firstOdds(model.first, page));
  return Float32Array.from(page.blocks, (_, at) => evaluateForest(model.second, wide, at * SECOND_FEATURES));
}

/** Menus have most of the blocks and teach the least: one in so many of their links is enough. */
const MENU_PART = 5;

function join(pages: readonly LabelledPage[], features: number = FEATURES): Examples {
  const kept = pages.map(({ blocks, labels }) =>
    blocks.map((block, at) => labels[at]! > 0 || at % MENU_PART === 0 || !isMenu(block)),
  );
  const count = kept.reduce((sum, list) => sum + list.filter(Boolean).length, 0);
  const rows = new Float32Array(count * features);
  const labels = new Float32Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const [number, page] of pages.entries()) {
    for (const [i, block] of page.blocks.entries()) {
      if (!kept[number]![i]) continue;
      rows.set(page.rows.subarray(i * features, (i + 1) * features), at * features);
      labels[at] = page.labels[i]!;
      weights[at] = page.weights[i]! * (page.labels[i] === 0 && isMenu(block) ? MENU_PART : 1);
      at++;
    }
  }
  return { rows, features, labels, weights };
}

function isMenu(block: Block): boolean {
  return block.words < 12 && block.linkWords >= block.words * 0.8;
}
