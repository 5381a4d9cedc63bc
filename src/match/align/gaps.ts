/**
 * Token-level alignment inside the gaps of a chain and beyond its ends.
 * In: a chain of blocks. Out: the same with the equal tokens that lie between and around them.
 */
import type { Block, Chain, TokenMarks } from "./chains.js";
import type { Region } from "./edits.js";

/** Score of putting two unequal tokens against each other, and of leaving one out. */
const REPLACE_COST = 0.35;
const SKIP_COST = 0.3;
const GAP_REPLACE_COST = 0.1;
const GAP_SKIP_COST = 0.08;

/** Tokens looked at beyond an end at a time. */
const REACH_TOKENS = 12;

const MATCH = 1;
const REPLACE = 2;
const SKIP_A = 3;
const SKIP_B = 4;

/** Sides of a rectangle at most. */
export const MAX_SIDE_TOKENS = 150;

/** Dynamic programming over small rectangles of tokens, with its scratch and a count of the cells it filled. */
export class GapAligner {
  /** Cells filled since the aligner was made: the work done, independent of the machine. */
  cells = 0;
  #lastX = 0;
  #lastY = 0;
  /** Of the row filled last, and of the one above where it is not filled yet. */
  readonly #score = new Float64Array(MAX_SIDE_TOKENS + 2);
  readonly #step = new Uint8Array((MAX_SIDE_TOKENS + 2) * (MAX_SIDE_TOKENS + 2));

  /** Fills the gaps between the blocks of a chain, then extends both ends as far as the texts agree. */
  fill(a: Uint32Array, b: Uint32Array, weights: Float32Array, chain: Chain, marks: TokenMarks): Chain {
    const filled: Chain = [];
    let previous = chain[0]!;
    filled.push(previous);
    for (let k = 1; k < chain.length; k++) {
      const next = chain[k]!;
      const a0 = previous.a + previous.length;
      const b0 = previous.b + previous.length;
      if (next.a > a0 && next.b > b0) {
        const inside = this.#align(a, b, weights, marks, a0, b0, next.a - a0, next.b - b0, 1, true);
        for (const block of inside) filled.push(block);
      }
      filled.push(next);
      previous = next;
    }
    this.#extend(a, b, weights, filled, marks, 1);
    this.#extend(a, b, weights, filled, marks, -1);
    return joined(filled);
  }

  /** The equal tokens, in order, of two ranges of at most `MAX_SIDE_TOKENS` each. */
  within(a: Uint32Array, b: Uint32Array, weights: Float32Array, marks: TokenMarks, region: Region): Chain {
    const { a0, a1, b0, b1 } = region;
    return joined(this.#align(a, b, weights, marks, a0, b0, a1 - a0, b1 - b0, 1, true));
  }

  #extend(
    a: Uint32Array,
    b: Uint32Array,
    weights: Float32Array,
    chain: Chain,
    marks: TokenMarks,
    direction: 1 | -1,
  ): void {
    for (;;) {
      const edge = direction === 1 ? chain.at(-1)! : chain[0]!;
      const a0 = direction === 1 ? edge.a + edge.length : edge.a - 1;
      const b0 = direction === 1 ? edge.b + edge.length : edge.b - 1;
      let reachA = 0;
      while (reachA < REACH_TOKENS && free(marks.a, a0 + direction * reachA, a.length)) reachA++;
      let reachB = 0;
      while (reachB < REACH_TOKENS && free(marks.b, b0 + direction * reachB, b.length)) reachB++;
      if (reachA === 0 || reachB === 0) return;
      const found = this.#align(a, b, weights, marks, a0, b0, reachA, reachB, direction, false);
      if (found.length === 0) return;
      if (direction === 1) for (const block of found) chain.push(block);
      else chain.unshift(...found);
    }
  }

  /**
   * Best alignment of sizeA × sizeB tokens from (a0, b0) on in `direction`: of the whole rectangle if `whole`,
   * else of the prefixes that score best above 0. Returns its matches, ascending, and marks them.
   */
  #align(
    a: Uint32Array,
    b: Uint32Array,
    weights: Float32Array,
    marks: TokenMarks,
    a0: number,
    b0: number,
    sizeA: number,
    sizeB: number,
    direction: 1 | -1,
    whole: boolean,
  ): readonly Block[] {
    this.cells += sizeA * sizeB;
    this.#findLast(a, b, marks, a0, b0, sizeA, sizeB, direction);
    if (this.#lastX === 0) return NONE;
    // What scores best ends with a match.
    const rows = whole ? sizeA : this.#lastX;
    const columns = whole ? sizeB : this.#lastY;
    const width = columns + 1;
    const score = this.#score;
    const step = this.#step;
    const replaceCost = whole ? GAP_REPLACE_COST : REPLACE_COST;
    const skipCost = whole ? GAP_SKIP_COST : SKIP_COST;
    const marksB = marks.b;
    score[0] = 0;
    for (let y = 1; y <= columns; y++) {
      score[y] = -skipCost * y;
      step[y] = SKIP_B;
    }
    let best = 0;
    let bestX = 0;
    let bestY = 0;
    for (let x = 1; x <= rows; x++) {
      const row = x * width;
      const atA = a0 + direction * (x - 1);
      const id = a[atA]!;
      const usable = marks.a[atA] === 0;
      const gain = weights[atA]!;
      let left = -skipCost * x;
      let diagonal = score[0]!;
      score[0] = left;
      step[row] = SKIP_A;
      for (let y = 1, atB = b0; y <= columns; y++, atB += direction) {
        const above = score[y]!;
        let value: number;
        let how: number;
        if (usable && b[atB] === id && marksB[atB] === 0) {
          value = diagonal + gain;
          how = MATCH;
        } else {
          value = diagonal - replaceCost;
          how = REPLACE;
        }
        const skipA = above - skipCost;
        if (skipA > value) {
          value = skipA;
          how = SKIP_A;
        }
        const skipB = left - skipCost;
        if (skipB > value) {
          value = skipB;
          how = SKIP_B;
        }
        score[y] = value;
        step[row + y] = how;
        left = value;
        diagonal = above;
        if (value > best) {
          best = value;
          bestX = x;
          bestY = y;
        }
      }
    }
    return this.#trace(marks, a0, b0, whole ? rows : bestX, whole ? columns : bestY, width, direction);
  }

  /** Sets the sides of the smallest rectangle from the same corner that holds all equal tokens; 0 for none. */
  #findLast(
    a: Uint32Array,
    b: Uint32Array,
    marks: TokenMarks,
    a0: number,
    b0: number,
    sizeA: number,
    sizeB: number,
    direction: 1 | -1,
  ): void {
    let lastX = 0;
    let lastY = 0;
    for (let x = 1, atA = a0; x <= sizeA; x++, atA += direction) {
      if (marks.a[atA] !== 0) continue;
      const id = a[atA]!;
      let y = sizeB;
      let atB = b0 + direction * (sizeB - 1);
      while (y > 0 && (b[atB] !== id || marks.b[atB] !== 0)) {
        y--;
        atB -= direction;
      }
      if (y === 0) continue;
      lastX = x;
      if (y > lastY) lastY = y;
    }
    this.#lastX = lastX;
    this.#lastY = lastY;
  }

  #trace(
    marks: TokenMarks,
    a0: number,
    b0: number,
    fromX: number,
    fromY: number,
    width: number,
    direction: 1 | -1,
  ): Chain {
    const found: Chain = [];
    let x = fromX;
    let y = fromY;
    while (x > 0 || y > 0) {
      const how = this.#step[x * width + y]!;
      if (how === MATCH) {
        const atA = a0 + direction * (x - 1);
        const atB = b0 + direction * (y - 1);
        marks.a[atA] = 1;
        marks.b[atB] = 1;
        found.push({ a: atA, b: atB, length: 1 });
      }
      if (how !== SKIP_B) x--;
      if (how !== SKIP_A) y--;
    }
    return direction === 1 ? found.reverse() : found;
  }
}

const NONE: readonly Block[] = [];

function free(marks: Uint8Array, at: number, size: number): boolean {
  return at >= 0 && at < size && marks[at] === 0;
}

/** Blocks that touch on both sides made one. */
function joined(chain: readonly Block[]): Chain {
  const result: Chain = [];
  for (const block of chain) {
    const last = result.at(-1);
    if (last !== undefined && last.a + last.length === block.a && last.b + last.length === block.b) {
      result[result.length - 1] = { a: last.a, b: last.b, length: last.length + block.length };
    } else result.push(block);
  }
  return result;
}
