/**
 * From chains to what a reader would call one passage each.
 * Chains that run through each other's gaps are cut there, so that passages never overlap; pieces that are
 * neighbours on both sides in whatever order, inside one paragraph of either text, are one passage: a copied
 * paragraph whose sentences were moved.
 */
import type { TokenisedText } from "../../text/tokenise.js";
import { type Block, type Chain, chainWorth } from "./chains.js";

/** One passage to be: its pieces in the order of a, each ascending on both sides. */
export interface Draft {
  readonly pieces: Chain[];
  /** Sum of the weights of its matched tokens less what is skipped between them. */
  readonly worth: number;
}

/** Tokens between neighbouring pieces of one shuffled paragraph, on either side. */
const NEIGHBOUR_TOKENS = 8;

/** Tokens without a partner, on either side, that one passage may hold in one place. */
const MAX_INNER_GAP_TOKENS = 8;

/** A word worth less is no evidence where more than so many tokens on both sides of it differ. */
const LONE_WORTH = 0.5;
const LONE_GAP_TOKENS = 3;

/** A chain worth less does not cut another one. */
const MIN_CUTTING_WORTH = 3;

/** Merging looks at all runs of pieces, so their number is bounded; the rest stay as they are. */
const MAX_PIECES_MERGED = 200;

export function mergeChains(
  a: TokenisedText,
  b: TokenisedText,
  chains: Chain[],
  worth: Float64Array,
): Draft[] {
  const pieces = cutCrossings(chains, worth).flatMap((chain) => cutGaps(chain, worth));
  pieces.sort((x, y) => x[0]!.a - y[0]!.a);
  if (pieces.length < 2 || pieces.length > MAX_PIECES_MERGED) {
    return pieces.map((piece) => draft([piece], worth));
  }
  return joinInOrder(mergeNeighbours(a, b, pieces, worth), worth);
}

/** Drafts that follow each other closely in both texts are one, however their inside was moved. */
function joinInOrder(drafts: Draft[], worth: Float64Array): Draft[] {
  const joined: Draft[] = [];
  for (const next of drafts) {
    const last = joined.at(-1);
    if (last !== undefined && last.pieces.length + next.pieces.length > 2 && follows(last, next)) {
      joined[joined.length - 1] = draft([...last.pieces, ...next.pieces], worth);
    } else joined.push(next);
  }
  return joined;
}

function follows(last: Draft, next: Draft): boolean {
  const gapA = next.pieces[0]![0]!.a - endA(last.pieces.at(-1)!);
  const gapB = Math.min(...next.pieces.map(startB)) - Math.max(...last.pieces.map(endB));
  return gapA <= NEIGHBOUR_TOKENS && gapB >= 0 && gapB <= NEIGHBOUR_TOKENS;
}

function draft(pieces: Chain[], worth: Float64Array): Draft {
  let sum = 0;
  for (const piece of pieces) sum += chainWorth(piece, worth);
  return { pieces, worth: sum };
}

function startA(chain: Chain): number {
  return chain[0]!.a;
}

export function startB(chain: Chain): number {
  return chain[0]!.b;
}

export function endA(chain: Chain): number {
  const last = chain[chain.length - 1]!;
  return last.a + last.length;
}

export function endB(chain: Chain): number {
  const last = chain[chain.length - 1]!;
  return last.b + last.length;
}

/** Cuts every chain between two of its blocks where a block of another chain lies between them. */
function cutCrossings(chains: Chain[], worth: Float64Array): Chain[] {
  if (chains.length < 2) return chains;
  if (areApart(chains, startA, endA) && areApart(chains, startB, endB)) return chains;
  const kept = withoutWeakCrossings(chains, worth);
  const owned = kept.flatMap((chain, owner) => chain.map((block) => ({ block, owner })));
  const cutBefore = new Set<object>();
  for (const side of ["a", "b"] as const) {
    owned.sort((x, y) => x.block[side] - y.block[side]);
    for (let k = 1; k < owned.length; k++) {
      if (owned[k]!.owner !== owned[k - 1]!.owner) cutBefore.add(owned[k]!.block);
    }
  }
  return kept.flatMap((chain) => {
    const parts: Chain[] = [];
    for (const block of chain) {
      if (parts.length === 0 || cutBefore.has(block)) parts.push([block]);
      else parts.at(-1)!.push(block);
    }
    return parts;
  });
}

/** More than the tokens of any text. */
const TOKENS = 2 ** 26;

/** Whether no chain reaches into another, on the side that `start` and `end` tell. */
function areApart(chains: Chain[], start: (chain: Chain) => number, end: (chain: Chain) => number): boolean {
  // Numbers sort many times faster than chains do.
  const sorted = new Float64Array(chains.length);
  for (let k = 0; k < chains.length; k++) sorted[k] = start(chains[k]!) * TOKENS + end(chains[k]!);
  sorted.sort();
  for (let k = 1; k < sorted.length; k++) {
    if (Math.floor(sorted[k]! / TOKENS) < sorted[k - 1]! % TOKENS) return false;
  }
  return true;
}

/**
 * Cuts a chain where more than `MAX_INNER_GAP_TOKENS` of either text have no partner: a reader sees two
 * passages there. First drops lone common words amid changed text, which would hide such a gap.
 */
function cutGaps(chain: Chain, worth: Float64Array): Chain[] {
  const parts: Chain[] = [];
  const kept = chain.filter((block, k) => {
    if (worth[block.a + block.length]! - worth[block.a]! >= LONE_WORTH) return true;
    return !(isGap(chain[k - 1], block, LONE_GAP_TOKENS) && isGap(block, chain[k + 1], LONE_GAP_TOKENS));
  });
  kept.forEach((block, k) => {
    if (k === 0 || isGap(kept[k - 1], block, MAX_INNER_GAP_TOKENS)) parts.push([block]);
    else parts.at(-1)!.push(block);
  });
  return parts;
}

function isGap(block: Block | undefined, next: Block | undefined, tokens: number): boolean {
  if (block === undefined || next === undefined) return true;
  return next.a - block.a - block.length > tokens || next.b - block.b - block.length > tokens;
}

/** Leaves out weak chains that overlap a better one: chance matches in its gaps. */
function withoutWeakCrossings(chains: Chain[], worth: Float64Array): Chain[] {
  const kept: Chain[] = [];
  for (const chain of chains) {
    const weak = chainWorth(chain, worth) < MIN_CUTTING_WORTH;
    if (weak && kept.some((other) => overlaps(chain, other))) continue;
    kept.push(chain);
  }
  return kept;
}

function overlaps(x: Chain, y: Chain): boolean {
  const inA = x[0]!.a < endA(y) && y[0]!.a < endA(x);
  return inA || (startB(x) < endB(y) && startB(y) < endB(x));
}

/** The longest runs of pieces that are neighbours in a and, as a set, neighbours in b. */
function mergeNeighbours(a: TokenisedText, b: TokenisedText, pieces: Chain[], worth: Float64Array): Draft[] {
  const byB = pieces.map((_, k) => k).sort((x, y) => startB(pieces[x]!) - startB(pieces[y]!));
  const rank = new Int32Array(pieces.length);
  byB.forEach((piece, at) => {
    rank[piece] = at;
  });
  // gapsB[r]: tokens of b between the pieces of rank r - 1 and r.
  const gapsB = byB.map((piece, at) => (at === 0 ? 0 : startB(pieces[piece]!) - endB(pieces[byB[at - 1]!]!)));
  const drafts: Draft[] = [];
  let from = 0;
  while (from < pieces.length) {
    let to = from;
    let least = rank[from]!;
    let most = least;
    for (let next = from + 1; next < pieces.length; next++) {
      if (pieces[next]![0]!.a - endA(pieces[next - 1]!) > NEIGHBOUR_TOKENS) break;
      least = Math.min(least, rank[next]!);
      most = Math.max(most, rank[next]!);
      if (most - least !== next - from) continue;
      let near = true;
      for (let r = least + 1; r <= most; r++) near &&= gapsB[r]! <= NEIGHBOUR_TOKENS;
      if (near && inOneParagraph(a, b, pieces, from, next, byB[least]!, byB[most]!)) to = next;
    }
    drafts.push(draft(pieces.slice(from, to + 1), worth));
    from = to + 1;
  }
  return drafts;
}

/** Whether the pieces stand without a line break between first and last, in one of the texts. */
function inOneParagraph(
  a: TokenisedText,
  b: TokenisedText,
  pieces: Chain[],
  from: number,
  to: number,
  firstInB: number,
  lastInB: number,
): boolean {
  const breakA = a.text.indexOf("\n", a.starts[pieces[from]![0]!.a]!);
  if (breakA < 0 || breakA >= a.starts[endA(pieces[to]!) - 1]!) return true;
  const breakB = b.text.indexOf("\n", b.starts[startB(pieces[firstInB]!)]!);
  return breakB < 0 || breakB >= b.starts[endB(pieces[lastInB]!) - 1]!;
}
