/**
 * Aligns two texts: which passages of the one stand in the other, word by word.
 * In: two texts as tokens, and how common words are in the collection behind them. Out: passages, ascending
 * in a, disjoint on both sides. Seeds (shared runs), chained, filled and extended token by token, merged to
 * what a reader would call one passage, and kept where their words are worth more than chance.
 * `alignTexts(b, a)` is the mirror of `alignTexts(a, b)`. Not re-entrant: scratch memory is shared.
 */
import type { Passage } from "../../model/index.js";
import type { TokenisedText } from "../../text/tokenise.js";
import { type Chain, ChainFinder, TokenMarks } from "../align/chains.js";
import { type Draft, mergeChains } from "../align/drafts.js";
import type { Region } from "../align/edits.js";
import { GapAligner } from "../align/gaps.js";
import { SeedFinder } from "../align/seeds.js";
import { weightsOf } from "../align/weights.js";
import type { Background } from "../background.js";
import { type Accepted, acceptEqual, acceptFormula, acceptSegments } from "./accept.js";
import { withRewritten } from "./add-rewritten.js";
import { apart } from "./apart.js";
import { passageKind } from "./kinds.js";
import { boundsOf, toMirrored, toPassage } from "./passages.js";

/** What the matched words of a passage are worth at least, in the unit of `weightsOf`. */
const MIN_PASSAGE_WORTH = 4.5;
const MIN_PASSAGE_TOKENS = 6;

/** From here on words that are no passage hint at one told in other words. */
const HINT_WORTH = 3;

/** With the runs of the pair that was aligned last. */
export const seeds = new SeedFinder();
const chains = new ChainFinder();
const marks = new TokenMarks();
const gaps = new GapAligner();

export function alignTexts(a: TokenisedText, b: TokenisedText, background: Background | null): Passage[] {
  if (isFirst(a, b)) return alignOrdered(a, b, background, toPassage);
  const passages = alignOrdered(b, a, background, toMirrored);
  return passages.length > 1 ? passages.sort((x, y) => x.a.start - y.a.start) : passages;
}

/** Cells of the token-level alignments since the start of the program: the work, independent of the machine. */
export function alignmentCells(): number {
  return gaps.cells;
}

/** An order of texts by their tokens, so that both directions of a pair do the same work. */
function isFirst(a: TokenisedText, b: TokenisedText): boolean {
  if (a.ids.length !== b.ids.length) return a.ids.length < b.ids.length;
  for (let i = 0; i < a.ids.length; i++) if (a.ids[i] !== b.ids[i]) return a.ids[i]! < b.ids[i]!;
  return true;
}

function alignOrdered(
  a: TokenisedText,
  b: TokenisedText,
  background: Background | null,
  seen: typeof toPassage,
): Passage[] {
  if (a.ids.length === 0 || b.ids.length === 0) return [];
  const passages = equalIds(a.ids, b.ids) ? acceptEqual(a, b, background) : accepted(a, b, background);
  if (passages.length === 0) return [];
  if (passages.length > 1) passages.sort((x, y) => x.passage.a0 - y.passage.a0);
  const told = passages.map(({ passage, class: wording }) =>
    seen(a, b, passage, passageKind(a, b, passage, wording)),
  );
  return told.length > 1 ? apart(told) : told;
}

function accepted(a: TokenisedText, b: TokenisedText, background: Background | null): Accepted[] {
  const { each: weights, before: worth } = weightsOf(a, background);
  const found = drafts(a, b, weights, worth);
  if (found.length === 0) return [];
  const kept: Accepted[] = [];
  const hints: Region[] = [];
  for (const draft of found) {
    const passage = isPassage(draft);
    if (!passage && draft.worth >= HINT_WORTH) hints.push(boundsOf(draft.pieces));
    const parts = passage
      ? acceptSegments(a, b, draft, weights, worth, background)
      : acceptFormula(a, b, draft);
    for (const part of parts) kept.push(part);
  }
  return withRewritten(a, b, kept, hints, weights, gaps);
}

function drafts(a: TokenisedText, b: TokenisedText, weights: Float32Array, worth: Float64Array): Draft[] {
  const runs = seeds.find(a, b);
  marks.reset(a.ids.length, b.ids.length);
  const found = chains.find(seeds, runs, worth, marks);
  if (found.length === 0) return [];
  const filled: Chain[] = found.map((chain) => gaps.fill(a.ids, b.ids, weights, chain, marks));
  return mergeChains(a, b, filled, worth);
}

function equalIds(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isPassage(draft: Draft): boolean {
  let tokens = 0;
  for (const piece of draft.pieces) for (const block of piece) tokens += block.length;
  return draft.worth >= MIN_PASSAGE_WORTH && tokens >= MIN_PASSAGE_TOKENS;
}
