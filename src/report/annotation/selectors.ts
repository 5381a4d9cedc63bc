/**
 * A stretch of text as the Web Annotation Data Model selects it. Quote first: a page around the text shifts every
 * position, but not the words. Positions count Unicode code points, as the Recommendation has it, of the text as it
 * was read; isnad itself counts UTF-16 code units.
 */
import type { Range } from "../../model/index.js";
import { wellFormed } from "../iris.js";

const CONTEXT_CODE_POINTS = 32;

export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

/** Makes selectors of one text. O(length) once, then O(log length + range) each. */
export class Selectors {
  readonly #text: string;
  /** Code units that are the second half of a character, ascending. */
  readonly #seconds: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (const pair of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.#seconds.push(pair.index + 1);
  }

  select({ start, end }: Range): [TextQuoteSelector, TextPositionSelector] {
    const text = this.#text;
    return [
      {
        type: "TextQuoteSelector",
        exact: wellFormed(text.slice(start, end)),
        prefix: wellFormed(lastCharacters(text.slice(Math.max(0, start - 2 * CONTEXT_CODE_POINTS), start))),
        suffix: wellFormed(firstCharacters(text.slice(end, end + 2 * CONTEXT_CODE_POINTS))),
      },
      { type: "TextPositionSelector", start: this.#codePoints(start), end: this.#codePoints(end) },
    ];
  }

  /** Code points before a code unit. */
  #codePoints(unit: number): number {
    let [low, high] = [0, this.#seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seconds[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }
}

function firstCharacters(text: string): string {
  return Array.from(text).slice(0, CONTEXT_CODE_POINTS).join("");
}

function lastCharacters(text: string): string {
  return Array.from(text).slice(-CONTEXT_CODE_POINTS).join("");
}
