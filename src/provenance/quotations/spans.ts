/** Quoted stretches as tokens, and which of them only name or doubt a word instead of quoting somebody. */

import type { Range } from "../../model/index.js";
import { PART } from "./lexicon.js";
import type { Span } from "./quoted-spans.js";
import { GAP, type SpokenReading } from "./reading.js";

/** A noun phrase has no more words. */
export const SCARE_MOST_TOKENS = 4;
/** A title after a noun that names it has no more. */
const TITLE_MOST_TOKENS = 12;
/** A longer bracket is no insertion. UTF-16 code units. */
const INSERTION_MOST_LENGTH = 150;

/** Whether the noun before the marks, or a letter that hangs on them, says that they hold a name. */
export function isNamed(reading: SpokenReading, span: Span): boolean {
  if (reading.gap(span.first) & GAP.colon && !(reading.gap(span.first) & (GAP.sentence | GAP.paragraph)))
    return span.last - span.first <= TITLE_MOST_TOKENS && reading.plays(span.first - 1, PART.naming);
  const size = span.last - span.first;
  if (size > TITLE_MOST_TOKENS || span.first === 0) return false;
  const before = reading.text.charCodeAt(span.quoted.outer.start - 1);
  const hangs = before === 0x640 || (before >= 0x621 && before <= 0x64a);
  const glued = reading.starts[span.first]! < span.quoted.outer.start && reading.word(span.first)[0] === "ل";
  if ((hangs || glued) && size <= SCARE_MOST_TOKENS + 2) return true;
  if (reading.gap(span.first) & (GAP.colon | GAP.comma | GAP.sentence | GAP.paragraph)) return false;
  return reading.plays(span.first - 1, PART.naming);
}

/** Whether a clause ends behind the marks. */
export function endsClause(reading: SpokenReading, span: Span): boolean {
  return (reading.gap(span.last) & (GAP.comma | GAP.sentence | GAP.paragraph)) !== 0;
}

/** Bracketed words inside a quotation, brackets included; wishes and bare numbers are the speaker's. */
export function insertionsIn(reading: SpokenReading, range: Range): Range[] {
  const { text } = reading;
  const found: Range[] = [];
  let open = -1;
  for (let at = range.start; at < range.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x28 || unit === 0x5b) open = at;
    else if ((unit === 0x29 || unit === 0x5d) && open >= 0) {
      const first = reading.tokenFrom(open);
      const wish = first < reading.size && reading.plays(first, PART.wish);
      const letters = /\p{L}/u.test(text.slice(open, Math.min(at, open + INSERTION_MOST_LENGTH)));
      if (letters && !wish && at - open <= INSERTION_MOST_LENGTH) found.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return found;
}
