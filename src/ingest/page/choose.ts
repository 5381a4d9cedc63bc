/**
 * Which blocks are the article's: two looks of a learnt model, the second with what the first saw around each
 * block; then rules for lines that templates of the Arabic press write into the article itself.
 */
import type { Block } from "./blocks.js";
import { SECOND_FEATURES, withContext } from "./context.js";
import { FEATURES, featuresOf } from "./features.js";
import { decodeForest, evaluateForest } from "./forest.js";
import { mendChoice, withoutFurniture } from "./mend.js";
import { PAGE_MODEL } from "./model.generated.js";
import { PHRASE_KINDS } from "./phrases.js";

export interface Cut {
  /** What was left out: one of PHRASE_KINDS, or `template`. */
  readonly what: string;
  readonly words: number;
}

/** A block belongs to the article from these log odds on. */
const LEAST_ODDS = 0.2;

/** Menus need no second look. */
const HOPELESS = -5;

const FIRST = decodeForest(PAGE_MODEL.first);
const SECOND = decodeForest(PAGE_MODEL.second);

export function chooseBlocks(
  blocks: readonly Block[],
  titleAt: number,
  title: string | undefined,
): { readonly kept: readonly Block[]; readonly cut: readonly Cut[] } {
  const { rows, phrases } = featuresOf(blocks, titleAt, title);
  const first = Float32Array.from(blocks, (_, at) => evaluateForest(FIRST, rows, at * FEATURES));
  const wide = withContext(blocks, rows, first);
  const keep = blocks.map(
    (_, at) => first[at]! > HOPELESS && evaluateForest(SECOND, wide, at * SECOND_FEATURES) > LEAST_ODDS,
  );
  mendChoice({ blocks, keep, phrases, titleAt, title });
  const kept: Block[] = [];
  const cut = new Map<string, number>();
  for (const [at, block] of blocks.entries()) {
    if (keep[at]) kept.push(withoutFurniture(block));
    else {
      const what = PHRASE_KINDS.find((_, bit) => ((phrases[at]! >> bit) & 1) === 1) ?? "template";
      cut.set(what, (cut.get(what) ?? 0) + block.words);
    }
  }
  return { kept, cut: Array.from(cut, ([what, words]) => ({ what, words })) };
}
