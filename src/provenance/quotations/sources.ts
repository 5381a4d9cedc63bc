/** "According to X": a preposition of source, and whom or what it names. */
import { PART } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import { described, isLatin, type Phrase, phraseFrom } from "./speakers.js";
import type { Statement } from "./statement.js";

const MOST_SOURCE_TOKENS = 6;
/** A source named in marks. Tokens. */
const MOST_NAME = 8;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** How many tokens the source preposition at `at` has; 0 where none begins. */
export function sourceLength(reading: SpokenReading, at: number): number {
  for (const rest of reading.entry(at)?.sources ?? []) {
    if (!rest.every((id, k) => reading.tokens.ids[at + 1 + k] === id)) continue;
    let end = at + 1 + rest.length;
    if (!reading.word(end - 1).endsWith("ما")) return end - at;
    // "according to what X said about it"
    while (
      end < at + MOST_SOURCE_TOKENS &&
      (reading.entry(end)?.saying || reading.plays(end, PART.sourceVerb))
    )
      end++;
    return end - at;
  }
  return 0;
}

export function sourceStatement(reading: SpokenReading, cue: number, cueEnd: number): Statement | null {
  const phrase = phraseAfterSource(reading, cueEnd);
  if (phrase === null || reading.plays(phrase.first, PART.ownVoice)) return null;
  if (!reading.entry(cueEnd - 1)?.saying && !isSource(reading, phrase)) return null;
  const base = {
    cue,
    cueEnd,
    stance: "neutral",
    saying: null,
    gender: phrase.gender,
    plurality: phrase.plurality,
  } as const;
  return { ...base, phrase, saidFrom: -1, postfix: false, implicit: false };
}

/** "according to the rules" names nobody: what follows must be able to say something, or stand as a bare name. */
function isSource(reading: SpokenReading, phrase: Phrase): boolean {
  const { first, last } = phrase;
  if (last - first === 1 && reading.isWritten(last, "من") && reading.gap(last) === 0) return false;
  if (isLatin(reading, first) || reading.isGlued(first) || reading.gap(first) & GAP.quote) return true;
  if (reading.plays(first, PART.person | PART.body | PART.toHead | PART.sourceHead | PART.givenName))
    return true;
  if (last - first > 2 || !(reading.gap(last) & (ENDS_SENTENCE | GAP.comma))) return false;
  for (let k = first; k < last; k++) if (/^(?:ال|لل)/u.test(reading.word(k))) return false;
  return true;
}

/** After "وفقا" the speaker hangs on ل. */
function phraseAfterSource(reading: SpokenReading, from: number): Phrase | null {
  if (from >= reading.size || reading.gap(from) & (ENDS_SENTENCE | GAP.comma | GAP.colon)) return null;
  const begun = quotedPhrase(reading, from) ?? phraseFrom(reading, from, null);
  if (begun) return begun;
  if (isLatin(reading, from) || !reading.begins(from, "لل")) return null;
  const rest = phraseFrom(reading, from + 1, null);
  return described(reading, from, rest && reading.gap(from + 1) === 0 ? rest.last : from + 1, null);
}

/** A source named in quotation marks, with what it says behind them. */
export function quotedPhrase(reading: SpokenReading, from: number): Phrase | null {
  const span = reading.spanAt(from);
  if (span === null || span.first !== from || reading.gap(from) & GAP.colon) return null;
  if (reading.isGlued(from)) return described(reading, span.first, span.last, null);
  if (span.last - span.first > MOST_NAME || reading.gap(span.last) & (GAP.comma | ENDS_SENTENCE)) return null;
  const goesOn =
    reading.entry(span.last)?.saying?.says || reading.plays(span.last, PART.that | PART.suffixedThat);
  return goesOn ? described(reading, span.first, span.last, null) : null;
}
