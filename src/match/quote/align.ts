/**
 * A short text found inside a long one: the best local alignment of two token sequences (Smith and Waterman
 * 1981, linear gaps). Two passes, so that memory is linear in the long text: the first finds where the best
 * alignment begins and ends, the second walks it.
 */

const MATCH = 2;
const MISMATCH = -1;
const GAP = -1;

/** Indices of tokens that are equal, ascending on both sides. */
export interface TokenPair {
  readonly quote: number;
  readonly text: number;
}

/** O(quote × text) time, O(quote + window²) memory with the window at most about three times the quote. */
export function alignQuote(quote: Uint32Array, text: Uint32Array): TokenPair[] {
  const window = bestWindow(quote, text);
  return window === null ? [] : walk(quote, text.subarray(window.from, window.to), window.from);
}

/** The stretch of the text that aligns best; the first of several. */
function bestWindow(quote: Uint32Array, text: Uint32Array): { from: number; to: number } | null {
  const size = quote.length + 1;
  const scores = new Int32Array(size);
  const begins = new Int32Array(size);
  let best = 0;
  let from = 0;
  let to = 0;
  for (let j = 0; j < text.length; j++) {
    let diagonal = 0;
    let diagonalBegin = j;
    for (let i = 1; i < size; i++) {
      const above = scores[i]!;
      const aboveBegin = begins[i]!;
      let score = diagonal + (quote[i - 1] === text[j] ? MATCH : MISMATCH);
      let begin = diagonal > 0 ? diagonalBegin : j;
      if (above + GAP > score) {
        score = above + GAP;
        begin = aboveBegin;
      }
      if (scores[i - 1]! + GAP > score) {
        score = scores[i - 1]! + GAP;
        begin = begins[i - 1]!;
      }
      diagonal = above;
      diagonalBegin = aboveBegin;
      scores[i] = Math.max(0, score);
      begins[i] = begin;
      if (score > best) {
        best = score;
        from = begin;
        to = j + 1;
      }
    }
  }
  return best === 0 ? null : { from, to };
}

/** Equal tokens of the best local alignment inside the window. */
function walk(quote: Uint32Array, window: Uint32Array, offset: number): TokenPair[] {
  const columns = quote.length + 1;
  const scores = new Int32Array((window.length + 1) * columns);
  let best = 0;
  let at = 0;
  for (let j = 1; j <= window.length; j++) {
    for (let i = 1; i < columns; i++) {
      const cell = j * columns + i;
      const equal = quote[i - 1] === window[j - 1];
      const score = Math.max(
        0,
        scores[cell - columns - 1]! + (equal ? MATCH : MISMATCH),
        scores[cell - columns]! + GAP,
        scores[cell - 1]! + GAP,
      );
      scores[cell] = score;
      if (score > best) {
        best = score;
        at = cell;
      }
    }
  }
  const pairs: TokenPair[] = [];
  while (scores[at]! > 0) {
    const i = at % columns;
    const j = (at - i) / columns;
    const equal = quote[i - 1] === window[j - 1];
    if (scores[at] === scores[at - columns - 1]! + (equal ? MATCH : MISMATCH)) {
      if (equal) pairs.push({ quote: i - 1, text: offset + j - 1 });
      at -= columns + 1;
    } else at -= scores[at] === scores[at - columns]! + GAP ? columns : 1;
  }
  return pairs.reverse();
}
