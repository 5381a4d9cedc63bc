/** Quoted stretches as tokens. */
import type { Quoted } from "../../language/quotation-marks.js";
import type { Range } from "../../model/index.js";

export interface Span {
  readonly quoted: Quoted;
  /** Tokens [first, last) between the marks. */
  readonly first: number;
  readonly last: number;
  /** How many spans hold it. */
  readonly depth: number;
}

/** What the spans of a text are found by. */
export interface TokenPlaces {
  readonly text: string;
  readonly ends: Uint32Array;
  /** The first token that begins at or after an offset. */
  tokenFrom(at: number): number;
}

export function spansOf(reading: TokenPlaces, stretches: readonly Quoted[]): Span[] {
  const spans: Span[] = [];
  const open: Quoted[] = [];
  for (const quoted of stretches) {
    while (open.length > 0 && open.at(-1)!.end < quoted.outer.end) open.pop();
    let first = reading.tokenFrom(quoted.start);
    // A proclitic before the marks is one token with the first word inside them.
    if (first > 0 && reading.ends[first - 1]! > quoted.start) first--;
    const last = reading.tokenFrom(quoted.end);
    if (last === first || isBlank(reading.text, quoted)) continue;
    spans.push({ quoted, first, last, depth: open.length });
    open.push(quoted);
  }
  return spans;
}

/** Nothing but space: a proclitic goes on through marks that hold no word. */
function isBlank(text: string, { start, end }: Range): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x20 && /\S/u.test(text[at]!)) return false;
  return true;
}
