/** A sentence that introduces somebody: "X, a lawyer of Y, …". */
import { PART } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import { described, type Phrase, phraseFrom } from "./speakers.js";

const MOST_NAME = 5;
/** "Yet," and the like before the name. */
const MOST_OPENER = 2;

/** The name that opens the sentence at `start` before a comma, with what its bearer is behind it; null where none does. */
export function openingName(reading: SpokenReading, start: number): Phrase | null {
  // "The president spoke of it."
  if (/^[وف]?تحدثت?$/u.test(reading.word(start))) return phraseFrom(reading, start + 1, null);
  let first = start;
  const opener = commaFrom(reading, first);
  if (opener - first <= MOST_OPENER && reading.plays(first, PART.stop)) first = opener;
  const last = commaFrom(reading, first);
  if (last - first < 2 || last - first > MOST_NAME || last >= reading.size) return null;
  for (let k = first; k < last; k++)
    if (reading.plays(k, PART.stop | PART.that) || reading.entry(k)?.saying) return null;
  const who = /^(?:وهو|وهي|الذي|التي)$/u.test(reading.word(last)) || reading.plays(last, PART.person);
  return who || reading.begins(last, "ال") ? described(reading, first, last, null) : null;
}

/** The next token with a comma before it, where nothing else but words stands before; else `from`. */
function commaFrom(reading: SpokenReading, from: number): number {
  for (let k = from + 1; k <= from + MOST_NAME + 1 && k < reading.size; k++) {
    if (reading.gap(k) & GAP.comma) return k;
    if (reading.gap(k) !== 0) return from;
  }
  return from;
}
