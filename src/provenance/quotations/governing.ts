/** Which quoted words a statement governs, by where they stand and what they look like. */
import { PART } from "./lexicon.js";
import type { Span } from "./quoted-spans.js";
import { GAP, type SpokenReading } from "./reading.js";
import type { Said } from "./said.js";
import { sourceLength } from "./sources.js";
import { endsClause } from "./spans.js";
import { isLatin, type Phrase } from "./speakers.js";
import type { Statement } from "./statement.js";

/** Between a cue and the words quoted. Tokens. */
export const MOST_DISTANCE = 40;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** Right behind the marks: "according to". */
export function isSourced(reading: SpokenReading, span: Span): boolean {
  if (reading.gap(span.last) & (ENDS_SENTENCE | GAP.colon)) return false;
  return sourceLength(reading, span.last) > 0;
}

/** A few words out of what was said, told from a name by their form: no article, no head of a name. */
export function isFragment(reading: SpokenReading, span: Span, said: Said): boolean {
  const { saidFrom, saying } = said.statement;
  const size = span.last - span.first;
  if (size < 2 || saying === null || saidFrom < 0 || saidFrom > span.first) return false;
  if (isLatin(reading, span.first))
    return (
      !/^\p{Lu}/u.test(reading.word(span.first)) &&
      !/^(?:the|this|so|called|le|la|les|l['’]|ce|cette|dit|dite)$/iu.test(reading.word(span.first - 1))
    );
  if (reading.plays(span.first, PART.naming | PART.body | PART.person)) return false;
  let articles = 0;
  for (let k = span.first; k < span.last; k++) if (reading.begins(k, "ال")) articles++;
  return articles === 0 || (size > 2 && !reading.begins(span.first, "ال"));
}

/** Quoted words of several sentences do not end the sentence that they stand in. */
export function afterQuote(reading: SpokenReading, span: Span, said: Said): Said | null {
  const last = said.quotes.at(-1);
  if (!last || span.first - last.last > MOST_DISTANCE / 2) return null;
  const { sentences } = reading;
  const behind = Math.min(last.last, span.first);
  if (reading.gap(behind) & ENDS_SENTENCE) return null;
  return sentences[span.first] === sentences[behind] ? said : null;
}

export function isClose(span: Span, statement: Statement): boolean {
  const end = statement.phrase && !statement.postfix ? statement.phrase.last : statement.cueEnd;
  return end === span.first || statement.saidFrom >= 0;
}

/** Few quoted words are somebody's only where they are all that was said. */
export function isWhole(reading: SpokenReading, span: Span, said: Said): boolean {
  if (said.quotes.length > 0 || !endsClause(reading, span)) return false;
  const { statement } = said;
  if (reading.gap(span.first) & GAP.colon) return true;
  if (statement.saying && !statement.saying.that) return false;
  if (isSentence(reading, span)) return true;
  const end = statement.phrase && !statement.postfix ? statement.phrase.last : statement.cueEnd;
  return end === span.first && span.last - span.first > 1;
}

/** Whether the marks hold the stop of a sentence too. */
export function isSentence(reading: SpokenReading, span: Span): boolean {
  return /[.!?؟]\s*$/u.test(reading.text.slice(span.quoted.start, span.quoted.end));
}

/** Arabic verbs go before what is said; behind it only "as … said" and prepositions of source. */
export function mayFollow(reading: SpokenReading, span: Span, cue: number): boolean {
  const saying = reading.entry(cue)?.saying;
  if (!saying) return cue <= span.last + 1;
  if (saying.language !== "ar") return saying.form === "finite";
  return saying.form === "finite" && !saying.joined && cue <= span.last + 1;
}

/** "the official", "the security official": no name, only what somebody is. */
export function isGeneric(reading: SpokenReading, phrase: Phrase): boolean {
  if (!reading.plays(phrase.first, PART.generic)) return false;
  for (let k = phrase.first + 1; k < phrase.last; k++) if (!reading.begins(k, "ال")) return false;
  return true;
}
