/**
 * How common stems are in news of a language, from a table that is shipped: what five articles cannot tell by
 * themselves. In: a text. Out: for each stem the number of articles that held it, out of how many.
 *
 * packed := languages:1, then for each: documents:4 least:1 stems:4 | gap of each key, ascending, as LEB128 | levels
 * A key is the low STEM_KEY_BITS of the stem's hash; a level is eight times the binary logarithm of the number of
 * articles, rounded: counts are right to a twentieth. Numbers are little-endian.
 */

import type { TokenisedText } from "../text/tokenise.js";
import { STEM_TABLE, STEM_TABLE_SUM } from "./stem-table.generated.js";
import { NO_STEM, wordAt } from "./words.js";

export const STEM_KEY_BITS = 24;
const KEY_MASK = 2 ** STEM_KEY_BITS - 1;
const LEVELS_PER_DOUBLING = 8;

/** A text is in a language of the table if so many of its stems are in it. */
const KNOWN_SHARE = 0.6;
/** Tokens that are looked at to tell the language. */
export const LANGUAGE_TOKENS = 200;

export interface StemCounts {
  /** Articles that were counted. */
  readonly documents: number;
  /** Articles that hold the stem, by its hash; for a stem that the table lacks about what such stems have. */
  of(stem: number): number;
}

/** FNV-1a, 32 bits. */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

export class Language implements StemCounts {
  readonly documents: number;
  readonly #rare: number;
  // Open addressing; 0 is free, as no stem has the key 0.
  readonly #keys: Int32Array;
  readonly #counts: Float64Array;

  constructor(documents: number, least: number, keys: readonly number[], counts: readonly number[]) {
    this.documents = documents;
    this.#rare = least / 4;
    let slots = 1024;
    while (slots < 2 * keys.length) slots *= 2;
    this.#keys = new Int32Array(slots);
    this.#counts = new Float64Array(slots);
    keys.forEach((key, at) => {
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[at]!;
    });
  }

  of(stem: number): number {
    const slot = this.#slot(stem & KEY_MASK);
    return this.#keys[slot] === 0 ? this.#rare : this.#counts[slot]!;
  }

  has(stem: number): boolean {
    return this.#keys[this.#slot(stem & KEY_MASK)] !== 0;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

let languages: readonly Language[] | undefined;

/** All languages of the table. */
export function languagesOf(): readonly Language[] {
  languages ??= unpack();
  return languages;
}

/** The number of a text's language by how many of its `stems` are known in each; that after the last for none. */
export function languageBy(known: readonly number[], stems: number): number {
  const best = known.indexOf(Math.max(...known));
  return known[best]! > KNOWN_SHARE * stems ? best : known.length;
}

/** Counts of the language that the text is in; null for a language of which nothing is known. O(1). */
export function stemCountsFor(text: TokenisedText): StemCounts | null {
  const all = languagesOf();
  const size = Math.min(LANGUAGE_TOKENS, text.ids.length);
  const known = all.map(() => 0);
  let stems = 0;
  for (let at = 0; at < size; at++) {
    const { stem } = wordAt(text, at);
    if (stem === NO_STEM) continue;
    stems++;
    all.forEach((language, of) => {
      if (language.has(stem)) known[of]!++;
    });
  }
  return all[languageBy(known, stems)] ?? null;
}

function unpack(): Language[] {
  const packed = Uint8Array.from(atob(STEM_TABLE), (letter) => letter.charCodeAt(0));
  if (fnv1a(packed) !== STEM_TABLE_SUM) throw new Error("the shipped table of stems is damaged");
  const view = new DataView(packed.buffer);
  const made: Language[] = [];
  let at = 1;
  for (let left = packed[0]!; left > 0; left--) {
    const documents = view.getUint32(at, true);
    const least = packed[at + 4]!;
    const stems = view.getUint32(at + 5, true);
    at += 9;
    const keys: number[] = [];
    let key = 0;
    for (let k = 0; k < stems; k++) {
      for (let shift = 0; ; shift += 7) {
        const byte = packed[at++]!;
        key += (byte & 127) << shift;
        if (byte < 128) break;
      }
      keys.push(key);
    }
    const counts = keys.map((_, k) => 2 ** (packed[at + k]! / LEVELS_PER_DOUBLING));
    at += stems;
    made.push(new Language(documents, least, keys, counts));
  }
  return made;
}
