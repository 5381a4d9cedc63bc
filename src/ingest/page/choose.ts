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
  const likely = Float64Array.from(blocks, (_, at) =>
    first[at]! > HOPELESS ? 1 / (1 + Math.exp(-evaluateForest(SECOND, wide, at * SECOND_FEATURES))) : 0,
  );
  const least = bestThreshold(blocks, likely);
  const keep = Array.from(likely, (probability) => probability >= least);
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

/**
 * The probability from which on blocks are kept so that the expected F1 of the words is greatest: about a half of
 * the F1 that can be reached (Lipton, Elkan and Naryanaswamy 2014), so that a page of which the model is sure of
 * nothing still gives what is likeliest.
 */
function bestThreshold(blocks: readonly Block[], likely: Float64Array): number {
  const order = Array.from(likely, (_, at) => at).filter((at) => likely[at]! > 0);
  order.sort((a, b) => likely[b]! - likely[a]!);
  let expected = 0;
  for (const at of order) expected += likely[at]! * blocks[at]!.words;
  let right = 0;
  let kept = 0;
  let best = 0;
  let threshold = 1;
  for (const at of order) {
    right += likely[at]! * blocks[at]!.words;
    kept += blocks[at]!.words;
    const f1 = (2 * right) / (kept + expected);
    if (f1 < best) continue;
    best = f1;
    threshold = likely[at]!;
  }
  return threshold;
}
