/**
 * A text made ready for the rules of credits and quotations: its tokens and the words that they are. Each of the two adds
 * what its lexicon knows of a word, and how it tells what stands between words.
 */
import type { TokenisedText } from "../text/tokenise.js";

export class Reading {
  readonly text: string;
  readonly tokens: TokenisedText;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Tokens. */
  readonly size: number;

  constructor(tokens: TokenisedText) {
    this.tokens = tokens;
    this.text = tokens.text;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.size = tokens.ids.length;
  }

  /** Token `at` as it stands in the text; "" beyond either end. */
  raw(at: number): string {
    return at < 0 || at >= this.size ? "" : this.text.slice(this.starts[at]!, this.ends[at]!);
  }

  /** Whether the token begins with these letters, as they stand. */
  begins(token: number, letters: string): boolean {
    return token < this.size && this.text.startsWith(letters, this.starts[token]!);
  }

  /** The first token that begins at or after an offset. O(log tokens). */
  tokenFrom(offset: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
