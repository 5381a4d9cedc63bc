/**
 * Tiles: the runs of equal tokens that two texts share, longest first, each token used once per side (greedy
 * string tiling, Wise 1993, over maximal runs). Alignment asks what corresponds; tiles ask how much is word
 * for word, which is what a verdict leans on. O(a + b) for ordinary texts, work bounded for any other.
 */
import { TokenMarks } from "../align/chains.js";
import type { Runs } from "../align/seeds.js";
import { seeds } from "../passages/align.js";

/** Runs of equal tokens, parallel arrays. */
export interface Tiles {
  readonly count: number;
  /** First token of each run in a and in b. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly length: readonly number[];
}

/** Equal bigrams looked at for one position, and steps in all for each token: bounds, not tuning. */
const CHAIN_LIMIT = 24;
const STEPS_PER_TOKEN = 64;

/** Shorter runs say nothing that single words do not. */
const SHORTEST_RUN = 2;

const pairHash = (x: number, y: number, mask: number): number => {
  const h = Math.imul(x ^ (Math.imul(y, 0x9e3779b1) >>> 7) ^ y, 0x85ebca6b);
  return (h ^ (h >>> 15)) & mask;
};

// Scratch, reused from pair to pair.
const used = new TokenMarks();
let heads = new Int32Array(1024);
let next = new Int32Array(512);

/** The tiles of two token sequences, at least two tokens each. Not re-entrant. */
export function tile(a: Uint32Array, b: Uint32Array): Tiles {
  // Alignment has just looked for the same runs.
  const runs =
    boundedRuns(seeds.maximalRuns(a, b), STEPS_PER_TOKEN * (a.length + b.length)) ?? maximalRuns(a, b);
  used.reset(a.length, b.length);
  const usedA = used.a;
  const usedB = used.b;
  const atA: number[] = [];
  const atB: number[] = [];
  const lengths: number[] = [];
  for (const run of longestFirst(runs)) {
    const fromA = runs.startsA[run]!;
    const fromB = runs.startsB[run]!;
    const length = runs.lengths[run]!;
    for (let i = 0; i < length; ) {
      if (usedA[fromA + i] === 1 || usedB[fromB + i] === 1) {
        i++;
        continue;
      }
      let end = i;
      while (end < length && usedA[fromA + end] === 0 && usedB[fromB + end] === 0) end++;
      if (end - i >= SHORTEST_RUN) {
        usedA.fill(1, fromA + i, fromA + end);
        usedB.fill(1, fromB + i, fromB + end);
        atA.push(fromA + i);
        atB.push(fromB + i);
        lengths.push(end - i);
      }
      i = end;
    }
  }
  return { count: lengths.length, a: atA, b: atB, length: lengths };
}

/** The runs, if following them all takes fewer steps than this. */
function boundedRuns(runs: Runs | null, steps: number): Runs | null {
  if (runs === null) return null;
  let taken = 0;
  for (let run = 0; run < runs.count; run++) taken += runs.lengths[run]!;
  return taken < steps ? runs : null;
}

/** Numbers of the runs by length, the longest first, those of one length in order of a, then b. */
function longestFirst({ count, lengths }: Runs): Uint32Array {
  let longest = 0;
  for (let run = 0; run < count; run++) longest = Math.max(longest, lengths[run]!);
  const next = new Uint32Array(longest + 2);
  for (let run = 0; run < count; run++) next[longest - lengths[run]! + 1]!++;
  for (let length = 1; length < next.length; length++) next[length]! += next[length - 1]!;
  const order = new Uint32Array(count);
  for (let run = 0; run < count; run++) order[next[longest - lengths[run]!]!++] = run;
  return order;
}

/** Every run that can be extended on neither end, found through shared bigrams. */
function maximalRuns(a: Uint32Array, b: Uint32Array): Runs {
  let size = 16;
  while (size < b.length * 2) size *= 2;
  const mask = size - 1;
  if (heads.length < size) heads = new Int32Array(size);
  if (next.length < b.length) next = new Int32Array(size);
  heads.fill(-1, 0, size);
  for (let j = b.length - 2; j >= 0; j--) {
    const slot = pairHash(b[j]!, b[j + 1]!, mask);
    next[j] = heads[slot]!;
    heads[slot] = j;
  }
  const runA: number[] = [];
  const runB: number[] = [];
  const lengths: number[] = [];
  let steps = STEPS_PER_TOKEN * (a.length + b.length);
  for (let i = 0; i + 1 < a.length && steps > 0; i++) {
    const first = a[i]!;
    const second = a[i + 1]!;
    const before = i > 0 ? a[i - 1]! : -1;
    let seen = 0;
    for (let j = heads[pairHash(first, second, mask)]!; j >= 0 && seen < CHAIN_LIMIT; j = next[j]!) {
      if (b[j] !== first || b[j + 1] !== second) continue;
      seen++;
      if (j > 0 && b[j - 1] === before) continue;
      let length = 2;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
      steps -= length;
      runA.push(i);
      runB.push(j);
      lengths.push(length);
      if (steps <= 0) break;
    }
  }
  return {
    count: lengths.length,
    startsA: Int32Array.from(runA),
    startsB: Int32Array.from(runB),
    lengths: Int32Array.from(lengths),
  };
}
