/**
 * Chains of seeds: colinear runs whose worth outweighs the tokens skipped between them.
 * In: runs from `SeedFinder`. Out: chains, best first, each token used at most once per side.
 * Local colinear chaining with a bounded look-back: O(runs · LOOK_BACK).
 */
import type { SeedFinder } from "./seeds.js";

/** `length` equal tokens from `a` in the one text and `b` in the other. */
export interface Block {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Blocks ascending and disjoint on both sides. */
export type Chain = Block[];

/** Preceding runs that are looked at as predecessors. */
const LOOK_BACK = 64;

/** Tokens that may lie between two runs of one chain, on either side. */
const MAX_GAP_TOKENS = 80;

/** What a token skipped on one side costs, in the unit of the weights. */
const SKIP_COST = 0.1;

/** A chain worth less is dropped before its gaps are filled. */
const MIN_CHAIN_WORTH = 1.5;

export class ChainFinder {
  #best = new Float64Array(256);
  #previous = new Int32Array(256);
  #used = new Uint8Array(256);
  #farthest = new Int32Array(256); // the farthest end in a of this run and those before it

  /** `worth[i]` = sum of the weights of a's tokens before i. Marks the tokens of the chains it returns. */
  find(seeds: SeedFinder, runs: number, worth: Float64Array, marks: TokenMarks): Chain[] {
    this.#score(seeds, runs, worth);
    return this.#extract(seeds, runs, worth, marks);
  }

  #score(seeds: SeedFinder, runs: number, worth: Float64Array): void {
    if (this.#best.length < runs) {
      this.#best = new Float64Array(2 * runs);
      this.#previous = new Int32Array(2 * runs);
      this.#used = new Uint8Array(2 * runs);
      this.#farthest = new Int32Array(2 * runs);
    }
    const { startsA, startsB, lengths } = seeds;
    const best = this.#best;
    const previous = this.#previous;
    const farthest = this.#farthest;
    for (let run = 0; run < runs; run++) {
      const a = startsA[run]!;
      const b = startsB[run]!;
      const length = lengths[run]!;
      farthest[run] = Math.max(a + length, run === 0 ? 0 : farthest[run - 1]!);
      const end = worth[a + length]!;
      let gain = end - worth[a]!;
      let from = -1;
      for (let p = run - 1; p >= 0 && p >= run - LOOK_BACK; p--) {
        if (a - farthest[p]! > MAX_GAP_TOKENS) break;
        const gapB = b - startsB[p]! - lengths[p]!;
        if (gapB > MAX_GAP_TOKENS || startsB[p]! >= b) continue;
        const gapA = a - startsA[p]! - lengths[p]!;
        if (gapA > MAX_GAP_TOKENS || startsA[p]! >= a) continue;
        // Where repeated words make two runs overlap, the later one gives way.
        const overlap = -Math.min(0, gapA, gapB);
        if (overlap >= length) continue;
        const skipped = gapA + gapB + 2 * overlap;
        const score = best[p]! + end - worth[a + overlap]! - SKIP_COST * skipped;
        if (score > gain) {
          gain = score;
          from = p;
        }
      }
      best[run] = gain;
      previous[run] = from;
    }
  }

  #extract(seeds: SeedFinder, runs: number, worth: Float64Array, marks: TokenMarks): Chain[] {
    const best = this.#best;
    const previous = this.#previous;
    const used = this.#used;
    used.fill(0, 0, runs);
    const ends: number[] = [];
    for (let run = 0; run < runs; run++) if (best[run]! >= MIN_CHAIN_WORTH) ends.push(run);
    if (ends.length > 1) ends.sort((x, y) => best[y]! - best[x]! || x - y);
    const chains: Chain[] = [];
    for (const end of ends) {
      if (used[end] === 1) continue;
      const picked: number[] = [];
      for (let run = end; run >= 0 && used[run] === 0; run = previous[run]!) {
        used[run] = 1;
        picked.push(run);
      }
      picked.reverse();
      const chain = freeChain(seeds, picked, marks);
      if (chainWorth(chain, worth) < MIN_CHAIN_WORTH) continue;
      for (const block of chain) marks.add(block);
      chains.push(chain);
    }
    return chains;
  }
}

/** Weights of the matched tokens less the cost of those skipped between them. */
export function chainWorth(chain: Chain, worth: Float64Array): number {
  let value = 0;
  let previous: Block | undefined;
  for (const block of chain) {
    if (previous !== undefined) {
      const skippedA = block.a - previous.a - previous.length;
      value -= SKIP_COST * (skippedA + block.b - previous.b - previous.length);
    }
    value += worth[block.a + block.length]! - worth[block.a]!;
    previous = block;
  }
  return value;
}

/** The picked runs as disjoint blocks of tokens that no earlier chain uses. */
function freeChain(seeds: SeedFinder, picked: readonly number[], marks: TokenMarks): Chain {
  const chain: Chain = [];
  let nextA = 0;
  let nextB = 0;
  for (const run of picked) {
    const a = seeds.startsA[run]!;
    const b = seeds.startsB[run]!;
    const overlap = Math.max(0, nextA - a, nextB - b);
    const length = seeds.lengths[run]! - overlap;
    if (length <= 0) continue;
    const block = marks.freePart({ a: a + overlap, b: b + overlap, length });
    if (block === null) continue;
    nextA = block.a + block.length;
    nextB = block.b + block.length;
    chain.push(block);
  }
  return chain;
}

/** Which tokens of both texts are used. */
export class TokenMarks {
  a = new Uint8Array(512);
  b = new Uint8Array(512);

  reset(sizeA: number, sizeB: number): void {
    if (this.a.length < sizeA) this.a = new Uint8Array(2 * sizeA);
    else this.a.fill(0, 0, sizeA);
    if (this.b.length < sizeB) this.b = new Uint8Array(2 * sizeB);
    else this.b.fill(0, 0, sizeB);
  }

  add(block: Block): void {
    this.a.fill(1, block.a, block.a + block.length);
    this.b.fill(1, block.b, block.b + block.length);
  }

  /** The longest part of a block none of whose tokens is used (the first of several); null if all are. */
  freePart(block: Block): Block | null {
    let best = 0;
    let bestAt = 0;
    let length = 0;
    for (let k = 0; k < block.length; k++) {
      length = this.a[block.a + k] === 1 || this.b[block.b + k] === 1 ? 0 : length + 1;
      if (length > best) {
        best = length;
        bestAt = k + 1 - length;
      }
    }
    return best === 0 ? null : { a: block.a + bestAt, b: block.b + bestAt, length: best };
  }
}
