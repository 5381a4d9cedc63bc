/** English and French: who speaks before the verb. */
import { PART } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import { BREAKS, described, endsPhrase, MOST_TOKENS, type Phrase } from "./speakers.js";

/** English and French: the phrase that ends before token `to`, going back no further than `floor`. */
export function phraseBefore(reading: SpokenReading, to: number, floor: number): Phrase | null {
  let end = to;
  while (end - 1 > floor && isHelper(reading, end - 1)) end--;
  if (end <= floor) return null;
  let last = end;
  const commaBefore = (reading.gap(to) & GAP.comma) !== 0 || (reading.gap(end) & GAP.comma) !== 0;
  if (commaBefore) {
    // "X, the minister, said": the name stands before the comma.
    let comma = last - 1;
    while (comma > floor && last - comma < MOST_TOKENS && (reading.gap(comma) & GAP.comma) === 0) comma--;
    if (comma < floor || (reading.gap(comma) & GAP.comma) === 0) return null;
    last = comma;
  }
  let first = last;
  while (first > floor && last - first < MOST_TOKENS) {
    const at = first - 1;
    if (first < last && (reading.gap(first) & ~GAP.dash) !== 0) break;
    if (endsPhrase(reading, reading.entry(at), at, null) && !joinsName(reading, at, last)) break;
    first = at;
    if (reading.gap(at) & (BREAKS | GAP.comma | GAP.quote | GAP.bracket)) break;
  }
  if (first >= last) return null;
  // "The minister, X, said": the title alone is no name.
  if (commaBefore && !hasName(reading, first, last) && hasName(reading, last - 1, end)) last = end;
  return isNamelike(reading, first, last) ? described(reading, first, last, null) : null;
}

/** A capital that does not open a sentence. */
function hasName(reading: SpokenReading, first: number, last: number): boolean {
  for (let k = first + 1; k < last; k++) if (/^\p{Lu}/u.test(reading.word(k))) return true;
  return false;
}

/** "the head of", "the minister for": inside a title. */
function joinsName(reading: SpokenReading, at: number, last: number): boolean {
  return at + 1 < last && /^(?:of|for|de|du|des|la|le)$/iu.test(reading.word(at));
}

function isHelper(reading: SpokenReading, token: number): boolean {
  return /^(?:has|had|have|also|then|later|a|ont|avait|avaient|aurait|est|lui|se|s)$/iu.test(
    reading.word(token),
  );
}

function isNamelike(reading: SpokenReading, first: number, last: number): boolean {
  for (let k = first; k < last; k++) {
    if (reading.plays(k, PART.body | PART.person)) return true;
    const word = reading.word(k);
    if (k === first && last - first > 1 && /^(?:the|le|la|les|l['’].+)$/iu.test(word)) return true;
    if (
      /^\p{Lu}/u.test(word) &&
      !(reading.gap(k) & (GAP.sentence | GAP.paragraph) && last - first > 1 && isSmall(word))
    )
      return true;
  }
  return false;
}

function isSmall(word: string): boolean {
  return /^(?:The|A|An|Le|La|Les|Un|Une|It|He|She|They|This|That|There|We|I|You|In|On|At)$/u.test(word);
}
