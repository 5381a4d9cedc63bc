/**
 * Which sequences of four letters a text holds, as bits: one of BITS for each by its hash. How many distinct ones the
 * bits tell of is estimated by linear counting (Whang, Vander-Zanden, Taylor 1990); it is exact to a few in a hundred.
 */

import type { Word } from "../../language/words.js";

const SEQUENCE = 4;
/** Letters of which sequences are taken. */
const MOST_LETTERS = 6000;
const BITS = 1 << 14;

const letters = new Uint16Array(MOST_LETTERS);

/** Over the folded words with a space between any two. BITS / 32 words. */
export function sequencesOf(words: readonly Word[]): Int32Array {
  const bits = new Int32Array(BITS / 32);
  let size = 0;
  for (const { folded } of words) {
    if (size >= MOST_LETTERS) break;
    if (size > 0) letters[size++] = 32;
    for (let k = 0; k < folded.length && size < MOST_LETTERS; k++) letters[size++] = folded.charCodeAt(k);
  }
  for (let at = 0; at + SEQUENCE <= size; at++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < SEQUENCE; k++) hash = Math.imul(hash ^ letters[at + k]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    const bit = (hash >>> 9) & (BITS - 1);
    bits[bit >>> 5]! |= 1 << (bit & 31);
  }
  return bits;
}

/** Distinct sequences that so many set bits tell of. */
export function countFrom(ones: number): number {
  return -BITS * Math.log(1 - Math.min(ones, BITS - 1) / BITS);
}

/** Set bits of 32. */
export function onesOf(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
