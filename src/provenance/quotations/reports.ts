/** Reported speech: the clause that a word of saying announces, or that "according to" belongs to. */
import type { Quotation } from "../../model/provenance.js";
import { PART } from "./lexicon.js";
import type { Span } from "./quoted-spans.js";
import { GAP, type SpokenReading } from "./reading.js";
import { attribution, type Said } from "./said.js";
import type { Statement } from "./statement.js";

const REPORTED_LEAST_TOKENS = 2;
/** Words beside the quoted ones that make the clause around them a report of its own. */
const REPORTED_LEAST_OUTSIDE = 6;
/** "according to X" with fewer words before it speaks of those behind it. */
const SOURCE_LEAST_BEFORE = 4;
const REPORTED_MOST_TOKENS = 120;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** The words that a statement reports; null where it announces none, or they are quoted in marks. */
export function reportOf(reading: SpokenReading, said: Said, next: Said | undefined): Quotation | null {
  const range = said.statement.saying ? clauseOf(reading, said, next) : sentenceAround(reading, said);
  if (range === null) return null;
  const [first, last] = range;
  const quoted = said.quotes.reduce((sum, span) => sum + overlap(first, last, span), 0);
  const outside = last - first - quoted;
  if (outside < (quoted > 0 ? REPORTED_LEAST_OUTSIDE : REPORTED_LEAST_TOKENS)) return null;
  return {
    start: reading.starts[first]!,
    end: reading.ends[last - 1]!,
    kind: "reported",
    ...attribution(reading, said),
    insertions: [],
  };
}

/** "X said, according to Y, that": the source stands between the verb and its clause, and has none of its own. */
export function isAside({ statement }: Said, before: Said | undefined): boolean {
  return (
    statement.saying === null &&
    before?.statement.saying != null &&
    !before.statement.postfix &&
    statement.cue < before.statement.saidFrom
  );
}

/** Tokens [first, last) of the clause that a verb announces. */
function clauseOf(reading: SpokenReading, said: Said, next: Said | undefined): [number, number] | null {
  const { statement } = said;
  const first = statement.saidFrom;
  if (first < 0) return statement.postfix ? clauseBefore(reading, said) : null;
  const inside = reading.spanAt(first);
  if (inside && inside.first < first) return null;
  const ends =
    next &&
    (next.statement.saying === null ||
      next.statement.saying.joined ||
      (next.statement.saying.language !== "ar" && next.statement.implicit) ||
      next.statement.saying.form === "participle" ||
      reading.gap(clauseEnd(reading, next.statement)) & GAP.comma);
  const stop = ends ? clauseEnd(reading, next.statement) : reading.size;
  let last = first;
  while (last < stop && last - first < REPORTED_MOST_TOKENS) {
    const span = reading.spanAt(last);
    if (last > first && reading.gap(last) & ENDS_SENTENCE) break;
    last = span ? span.last : last + 1;
  }
  return last > first ? [first, last] : null;
}

/** "…, X said": what stands before, in the same sentence. */
function clauseBefore(reading: SpokenReading, said: Said): [number, number] | null {
  const { statement } = said;
  if (said.quotes.length > 0 || !statement.postfix || statement.saying?.language === "ar") return null;
  if (!(reading.gap(statement.cueEnd) & (ENDS_SENTENCE | GAP.comma))) return null;
  const end = statement.phrase ? statement.phrase.first : statement.cue - 1;
  const first = reading.sentenceStart(statement.cue);
  if (!(reading.gap(end) & GAP.comma) || end <= first) return null;
  const span = reading.spanAt(first);
  return span ? null : [first, end];
}

/** "according to X": the rest of the sentence, or what stands before. */
function sentenceAround(reading: SpokenReading, said: Said): [number, number] | null {
  const { cue, phrase } = said.statement;
  if (said.quotes.length > 0 || phrase === null) return null;
  const start = reading.sentenceStart(cue);
  let end = phrase.last;
  while (
    end < reading.size &&
    reading.sentences[end] === reading.sentences[cue] &&
    end - phrase.last < REPORTED_MOST_TOKENS
  ) {
    if (reading.gap(end) & GAP.comma && end > phrase.last && /^و?لكن/u.test(reading.word(end))) break;
    const span = reading.spanAt(end);
    end = span ? span.last : end + 1;
  }
  const apart = (reading.gap(cue) & GAP.comma) !== 0 && (reading.gap(phrase.last) & GAP.comma) !== 0;
  const goesOn = reading.begins(phrase.last, "و") || reading.plays(phrase.last, PART.relative);
  const begins =
    reading.begins(cue, "و") && !reading.isWritten(cue, "وفقا") && !reading.isWritten(cue, "وفق");
  const opens = begins && (reading.gap(phrase.last) & GAP.comma) !== 0;
  const behind = cue - start < SOURCE_LEAST_BEFORE || opens || (apart && !goesOn);
  const range: [number, number] = behind ? [phrase.last, end] : [start, cue];
  if (cue - start > REPORTED_MOST_TOKENS && !behind) return null;
  const crossing = reading.spanAt(range[0]) ?? reading.spanAt(range[1] - 1);
  if (crossing && (crossing.first < range[0] || crossing.last > range[1])) return null;
  return range[1] > range[0] ? range : null;
}

/** A clause ends where the next statement begins, its subject included. */
function clauseEnd(reading: SpokenReading, next: Statement): number {
  let end = next.postfix && next.phrase ? next.phrase.first : next.cue;
  while (
    end > 0 &&
    (reading.plays(end - 1, PART.auxiliary) || /^(?:and|but|et|mais)$/iu.test(reading.word(end - 1)))
  )
    end--;
  return end;
}

function overlap(first: number, last: number, span: Span): number {
  return Math.max(0, Math.min(last, span.last) - Math.max(first, span.first));
}
