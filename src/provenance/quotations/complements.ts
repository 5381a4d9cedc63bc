/**
 * What a verb of saying takes: a clause with أن, its own preposition, a noun that can be said. In: a reading and a
 * verb. Out: the token at which what was said begins.
 */
import { PART } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import { isNamed as isName, SCARE_MOST_TOKENS } from "./spans.js";
import type { Saying } from "./word-types.js";

/** How far what was said may begin behind the cue. Tokens. */
export const MOST_REACH = 30;
/** A preposition further off belongs to another word. Tokens. */
const PREPOSITION_REACH = 10;
/** So near must a verb with everyday meanings have its clause. Tokens. */
const CLOSE_REACH = 6;
/** A name that looks like a verb has no more words behind it. */
const MOST_NAME_REST = 3;
export const ENDS_PHRASE = PART.stop | PART.that | PART.suffixedThat | PART.relative | PART.object;
const THAT = PART.that | PART.suffixedThat;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** First token that was said, from `from` on, in the same sentence; -1 where it is not announced. */
export function saidAfter(reading: SpokenReading, from: number, saying: Saying): number {
  const limit = Math.min(reading.size, from + MOST_REACH);
  for (let k = from; k < limit; k++) {
    const gap = reading.gap(k);
    if (gap & GAP.colon) return gap & GAP.quote ? -1 : k;
    if (gap & ENDS_SENTENCE) return -1;
    const behind = k === from && gap & GAP.dash ? behindAside(reading, k) : k;
    if (behind > k) {
      k = behind - 1;
      continue;
    }
    if (k > from && reading.plays(k, THAT)) {
      if (reading.plays(k - 1, PART.noComplement)) continue;
      if (saying.language === "ar" && reading.begins(k, "و")) return -1;
      if (saying.close && !saying.far && k - from > CLOSE_REACH) return -1;
    }
    const taken = takesAt(reading, k, saying, k > from || !reading.entry(from - 1)?.saying);
    const preposition = taken > 0 && !reading.plays(k, THAT);
    if (preposition && isIssuer(reading, k, from)) continue;
    if (preposition && saying.form === "participle" && k > from && reading.begins(from, "و")) return -1;
    if (preposition && k - from > (saying.form === "participle" ? 1 : PREPOSITION_REACH)) return -1;
    if (taken === 1) return k;
    if (taken === 2) return Math.min(reading.plays(k + 1, PART.that) ? k + 2 : k + 1, reading.size - 1);
    const span = gap & GAP.quote || reading.isGlued(k) ? reading.spanAt(k) : null;
    if (span !== null && span.first === k) {
      if (!isName(reading, span) && span.last - span.first > SCARE_MOST_TOKENS) return -1;
      k = span.last - 1;
      continue;
    }
    const other = reading.entry(k)?.saying;
    if (other && (other.joined || other.form === "participle" || (other.language !== "ar" && k > from)))
      return -1;
  }
  return -1;
}

/** "The report (lately) issued by": the preposition belongs to the word before it. */
function isIssuer(reading: SpokenReading, at: number, from: number): boolean {
  for (const back of [1, 2])
    if (at - back >= from - MOST_NAME_REST && reading.plays(at - back, PART.issued)) return true;
  return false;
}

/** "said - during … - that": the token behind the second dash, where "that" stands; `at` where none does. */
function behindAside(reading: SpokenReading, at: number): number {
  for (let k = at + 1; k < reading.size && k < at + MOST_REACH; k++) {
    if (reading.gap(k) & (ENDS_SENTENCE | GAP.colon)) return at;
    if (reading.gap(k) & GAP.dash) return reading.plays(k, THAT) ? k : at;
  }
  return at;
}

/**
 * Whether a word written like a verb of saying belongs to the name before it: the clause behind it is that of the
 * verb `saying`, which was there first and still lacks one.
 */
export function isInName(reading: SpokenReading, token: number, saying: Saying): boolean {
  if (!saying.that || !reading.entry(token)?.saying?.close || reading.gap(token) !== 0) return false;
  for (let k = token + 1; k <= token + MOST_NAME_REST && reading.gap(k) === 0; k++) {
    if (reading.plays(k, THAT)) return true;
    if (reading.entry(k)?.saying) return false;
  }
  return false;
}

/** "director of health": a noun that can be said, but here what somebody is the head of. */
export function isField(reading: SpokenReading, token: number): boolean {
  return (
    reading.isWritten(token, "صحة") &&
    reading.gap(token) === 0 &&
    reading.plays(token - 1, PART.person | PART.body) &&
    !/^و?ال/u.test(reading.word(token - 1))
  );
}

/**
 * Where what was said begins, if token `at` opens it: 0 it does not, 1 with the token itself, 2 after it. A bare ب
 * or a noun of `OBJECT_NOUNS` opens it only after a subject.
 */
export function takesAt(reading: SpokenReading, at: number, saying: Saying, later: boolean): 0 | 1 | 2 {
  const entry = reading.entry(at);
  if (entry) {
    if (saying.that && entry.parts & PART.that) return 2;
    if (saying.that && entry.parts & PART.suffixedThat) return 1;
    const preposition = saying.prepositions.has(reading.tokens.ids[at]!);
    if (
      preposition &&
      !(later && reading.word(at - 1) === "كل") &&
      !(later && isOverseer(reading, at - 1)) &&
      !(later && isAli(reading, at, saying))
    )
      return 2;
    if (saying.noun && entry.parts & PART.object && !isField(reading, at)) return 1;
  }
  if (saying.b && later && reading.begins(at, "ب") && beginsWithBa(reading.word(at))) return 1;
  return 0;
}

/** "the supervisor (general) of": the preposition is part of the title. */
function isOverseer(reading: SpokenReading, token: number): boolean {
  const title = /^العامة?$/u.test(reading.word(token)) ? token - 1 : token;
  return /^و?المشرفة?$/u.test(reading.word(title));
}

/** "بال…", "بأن…", and verbal nouns behind ب; not names such as بندر. */
function beginsWithBa(word: string): boolean {
  return /^ب(?:ال.{3}|أن|م.{4}|ت.{3}|إ.{3}|ا.{4}|عدم|ضرورة|أهمية|حق)/u.test(word);
}

/** The name علي, which many write like the preposition: that a verb takes it, and what is behind it, must tell. */
export function isAli(reading: SpokenReading, token: number, saying: Saying | null): boolean {
  if (!reading.isWritten(token, "علي")) return false;
  if (saying === null || !saying.prepositions.has(reading.tokens.ids[token]!)) return true;
  if (reading.entry(token - 1)?.saying) return false;
  return !reading.plays(token + 1, ENDS_PHRASE) && !reading.begins(token + 1, "ال");
}
