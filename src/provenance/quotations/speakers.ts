/**
 * Who speaks, read from the words around a cue: the noun phrase after the verb ("قال X") or before it ("X قال"),
 * up to the first word that can be in no name. Bounded: no more than `MOST_TOKENS` words.
 */
import { isHonorific } from "../../language/honorifics.js";
import { foldLetters } from "../../text/letters.js";
import { ENDS_PHRASE, isAli, isField, isInName, takesAt } from "./complements.js";
import { type Entry, type Gender, PART, type Plurality } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import type { Saying } from "./word-types.js";

/** Tokens [first, last) that name somebody. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly gender: Gender;
  readonly plurality: Plurality;
}

export const MOST_TOKENS = 16;
/** Kept of a phrase that never ended. */
const CUT_TOKENS = 9;
const MOST_APPOSITION = 8;
/** Between a title and the name that follows it after a comma. */
const TITLE_REACH = 10;
/** A bare name, without title, has no more words. */
const MOST_NAME = 4;
/** A longer name does not stand in quotation marks inside a title. */
const MOST_QUOTED = 6;

/** Fewer words in marks behind a body are its name. */
export const LEAST_SAID = 3;

const HEAD = PART.person | PART.body;
export const BREAKS = GAP.colon | GAP.sentence | GAP.paragraph;

export function endsPhrase(
  reading: SpokenReading,
  entry: Entry | undefined,
  token: number,
  saying: Saying | null,
): boolean {
  if (entry === undefined) return reading.isGlued(token);
  if (entry.parts & PART.stop && isAli(reading, token, saying)) return false;
  if (entry.parts & PART.object && isField(reading, token)) return false;
  if (entry.saying && saying && isInName(reading, token, saying)) return false;
  if (entry.sources !== null) return true;
  return (entry.parts & ENDS_PHRASE) !== 0 || (entry.saying !== null && !(entry.parts & HEAD));
}

/** The phrase that begins at token `from`; null where no name can begin there. What `saying` takes ends it too. */
export function phraseFrom(reading: SpokenReading, from: number, saying: Saying | null): Phrase | null {
  const first = afterAsides(reading, from);
  if (saying !== null && reading.plays(first, PART.toHead)) return null;
  if (saying?.b && reading.begins(first, "ب") && !reading.plays(first, HEAD | PART.givenName)) return null;
  const limit = Math.min(reading.size, first + MOST_TOKENS);
  let passed = first;
  let beforeMarks = first;
  let end = first;
  while (end < limit) {
    const gap = end > first ? reading.gap(end) & (end === passed ? ~GAP.quote : ~0) : 0;
    const span = end > first && (gap & GAP.quote || reading.isGlued(end)) ? reading.spanAt(end) : null;
    if (
      span !== null &&
      span.first === end &&
      !(gap & ~GAP.quote) &&
      isNameInMarks(reading, first, end, span.last)
    ) {
      beforeMarks = end;
      passed = span.last;
      end = passed;
      continue;
    }
    if (gap !== 0 || span !== null) break;
    if (end > first && (isAddressee(reading, end, saying) || isAccusative(reading, end))) break;
    if (end > first && (isObject(reading, first, end, saying) || isOwnWord(reading, end))) break;
    if (endsPhrase(reading, reading.entry(end), end, saying)) break;
    if (saying !== null && takesAt(reading, end, saying, end > first)) break;
    end++;
  }
  // To whom it was said: "X told «…» that".
  if (end === passed && passed > first && reading.isGlued(beforeMarks)) end = beforeMarks;
  if (end >= limit && end < reading.size) end = first + CUT_TOKENS;
  while (end > first && isListener(reading, end - 1)) end--;
  if (end <= first || !canBegin(reading, first)) return null;
  if (saying !== null && reading.begins(first, "ال") && OBLIQUE.test(reading.word(first))) return null;
  if (!isLatin(reading, first)) end = withApposition(reading, first, end, saying);
  return described(reading, first, end, saying);
}

/** Behind "to us", "about it" and "to the paper «…»". */
function afterAsides(reading: SpokenReading, from: number): number {
  let first = from;
  while (first < from + 2 && reading.plays(first, PART.aside) && reading.gap(first + 1) === 0) first++;
  if (
    reading.plays(first, PART.period) &&
    reading.plays(first + 1, PART.stop) &&
    reading.gap(first + 2) === 0
  )
    first += 2;
  const span = reading.isGlued(first) ? reading.spanAt(first) : null;
  return span ? span.last : first;
}

/** "the party «…»", "the head of the company «…» X": a name in marks belongs to the title that it follows. */
function isNameInMarks(reading: SpokenReading, first: number, at: number, last: number): boolean {
  if (last - at > MOST_QUOTED) return false;
  if (isSaidWords(reading, first, at, last)) return false;
  return (
    reading.plays(at - 1, PART.naming | HEAD) ||
    (reading.plays(first, PART.person) && !hasName(reading, first, at))
  );
}

/** "The movement said «we shall answer»": behind a verb and a whole subject, and the clause ends with the marks. */
function isSaidWords(reading: SpokenReading, first: number, at: number, last: number): boolean {
  if (last - at < LEAST_SAID || !reading.begins(at - 1, "ال") || reading.entry(first - 1)?.saying == null)
    return false;
  if (reading.begins(at, "ال") && last - at < LEAST_SAID + 1) return false;
  const behind = reading.gap(last);
  return (
    (behind & (GAP.sentence | GAP.paragraph | GAP.comma)) !== 0 ||
    reading.entry(last)?.saying?.joined === true
  );
}

/** "calls on the citizens to": whom somebody calls on does not speak. */
function isAddressee(reading: SpokenReading, token: number, saying: Saying | null): boolean {
  if (saying === null || saying.that) return false;
  const entry = reading.entry(token);
  if (entry !== undefined && entry.parts & PART.person && entry.plurality === "many") return true;
  return reading.begins(token, "ال") && /^ال.{3,}(?:ين|ات)$/u.test(reading.word(token));
}

/**
 * Behind a name that is whole: "the president urged Britain", "called the campaign visitors to". A person's name may go
 * on behind a definite word, a body's does not, but with what is definite too or hangs on it.
 */
function isObject(reading: SpokenReading, first: number, token: number, saying: Saying | null): boolean {
  const state = reading.plays(token, PART.state);
  if (!state && reading.plays(first, PART.person | PART.givenName)) return false;
  const calls = saying !== null && !saying.that && saying.language === "ar" && reading.begins(first, "ال");
  if (!state && !calls && !reading.plays(first, PART.body)) return false;
  if (reading.plays(token - 1, HEAD)) return false;
  if (state) return isWhole(reading, first, token) && !/^[ولب]/u.test(reading.word(token - 1));
  if (!/^(?:و?ال|لل)/u.test(reading.word(token - 1))) return false;
  return !HANGS_ON.test(reading.word(token)) && !reading.plays(token, HEAD | PART.givenName | PART.naming);
}

/** "Concluded his tweets": a word of one's own that is said, and no name. */
function isOwnWord(reading: SpokenReading, token: number): boolean {
  return /^(?!ال)\p{L}*(?:حديث|كلم[تا]|كلام|تصريح|تصريحات|تغريد[تا]|مداخل[تا]|بيان|خطاب|رسال[تا]|مقال|تدوين[تا]|قول|حوار|لقاء|خطب[تا]|مؤتمر)(?:ه|ها|هم|ته|تها)$/u.test(
    reading.word(token),
  );
}

/** A definite word ends what depends on the one before it. */
function isWhole(reading: SpokenReading, first: number, last: number): boolean {
  for (let k = first; k < last; k++)
    if (reading.begins(k, "ال") || reading.begins(k, "وال") || reading.plays(k, PART.givenName)) return true;
  return false;
}

/** Written with the tanwin of an object. */
function isAccusative(reading: SpokenReading, token: number): boolean {
  const { text, ends } = reading;
  const last = text.charCodeAt(ends[token]! - 1);
  return last === 0x64b || (last === 0x627 && text.charCodeAt(ends[token]! - 2) === 0x64b);
}

/** "لل…" at the end of a phrase: to somebody, who listens. */
function isListener(reading: SpokenReading, token: number): boolean {
  return reading.ends[token]! - reading.starts[token]! > 4 && reading.begins(token, "لل");
}

/** A title is followed by the name it belongs to, between commas; a name's own title is left out. */
function withApposition(reading: SpokenReading, from: number, end: number, saying: Saying | null): number {
  if (!reading.plays(from, PART.person) || hasName(reading, from, end)) return end;
  let comma = end;
  while (comma < reading.size && comma - end < TITLE_REACH && reading.gap(comma) === 0) {
    const entry = reading.entry(comma);
    if (
      comma === end
        ? entry?.parts && entry.parts & (PART.that | PART.suffixedThat | PART.object)
        : entry?.saying
    )
      return end;
    if (comma > end && entry && entry.parts & (PART.that | PART.suffixedThat | PART.relative)) return end;
    comma++;
  }
  if (comma >= reading.size || !(reading.gap(comma) & (GAP.comma | GAP.dash)) || reading.gap(comma) & BREAKS)
    return end;
  let close = comma;
  for (; close < reading.size && close - comma < MOST_APPOSITION; close++) {
    if (close > comma && reading.gap(close) !== 0) break;
    if (endsPhrase(reading, reading.entry(close), close, saying)) break;
  }
  const closed =
    (reading.gap(close) & (GAP.comma | GAP.dash | GAP.colon | GAP.quote)) !== 0 ||
    reading.plays(close, PART.that | PART.suffixedThat) ||
    (saying !== null && takesAt(reading, close, saying, false) > 0);
  if (!closed || close === comma) return end;
  return !reading.plays(comma, HEAD) || hasName(reading, comma, close) ? close : end;
}

/** Whether a title phrase holds a name: a bare word behind an honorific, or two at its end. */
function hasName(reading: SpokenReading, from: number, to: number): boolean {
  for (let k = from; k + 1 < to; k++)
    if (
      isHonorific(foldLetters(reading.word(k))) &&
      !reading.begins(k + 1, "ال") &&
      !reading.plays(k + 1, HEAD)
    )
      return true;
  for (let k = from; k < to; k++) if (reading.plays(k, PART.givenName)) return true;
  let bare = 0;
  for (let k = to - 1; k > from; k--) {
    if (reading.begins(k, "ال") || reading.plays(k, HEAD)) break;
    bare++;
  }
  return bare >= 2;
}

/** Whether a verb of this gender and number can be the speaker's. */
export function agrees(speaker: Phrase, gender: Gender, plurality: Plurality): boolean {
  if (plurality !== "any" && speaker.plurality !== "any" && plurality !== speaker.plurality) return false;
  return gender === "any" || speaker.gender === "any" || gender === speaker.gender;
}

export function described(
  reading: SpokenReading,
  first: number,
  last: number,
  saying: Saying | null,
): Phrase {
  const entry = reading.entry(first);
  if (isLatin(reading, first)) {
    const many = reading.plays(last - 1, PART.body) && /s$/u.test(reading.word(last - 1));
    const body = many || reading.plays(last - 1, PART.englishBody);
    return { first, last, gender: latinGender(reading, first, last), plurality: body ? "many" : "any" };
  }
  const told = saying !== null && saying.gender !== "any" ? saying.gender : entry?.gender;
  const plurality = entry === undefined || entry.plurality === "any" ? "one" : entry.plurality;
  return { first, last, gender: told ?? genderOf(reading, first), plurality };
}

function genderOf(reading: SpokenReading, token: number): Gender {
  return reading.word(token).endsWith("ة") ? "f" : "any";
}

/** What an article or a courtesy title tells. */
function latinGender(reading: SpokenReading, first: number, last: number): Gender {
  for (let k = first; k < last; k++) {
    const word = reading.word(k).toLowerCase();
    if (/^(?:mr|monsieur|le|un|spokesman|king|prince)$/u.test(word)) return "m";
    if (/^(?:mrs|ms|mme|madame|la|une|spokeswoman|queen|princess)$/u.test(word)) return "f";
  }
  return "any";
}

/** What goes on with a name behind a definite word: definite itself, or with a proclitic; digits and Latin letters. */
const HANGS_ON = /^(?:و?ال|لل|[ولبكف]\p{L}{2}|[^\u0621-\u064a])/u;
/** A plural in the oblique case is no subject. */
const OBLIQUE = /^ال.{4,}ين$/u;
/** Wishes, adverbs with ب, "to you", verbal nouns of the second form, plurals of things: objects, not subjects. */
const NO_SPEAKER = /^(?:حفظه$|رعاه$|بال|بهذ|بذلك|بما|بأ|بإ|ت[^ي].ي.$|(?!ال).{4,}ات$|ل.*كم$)/u;

function canBegin(reading: SpokenReading, token: number): boolean {
  const word = reading.word(token);
  if (/^[\d\p{P}]/u.test(word)) return false;
  if (isLatin(reading, token) || reading.plays(token, HEAD | PART.givenName)) return true;
  const shortened = word.length === 1 && reading.begins(token, `${word}.`);
  return (word.length > 1 || shortened) && !NO_SPEAKER.test(word);
}

export function isLatin(reading: SpokenReading, token: number): boolean {
  return token < reading.size && reading.text.charCodeAt(reading.starts[token]!) < 0x250;
}

/** Arabic: a subject before its verb ("الوزارة أكدت"), from the start of the clause. */
export function subjectBefore(reading: SpokenReading, verb: number, floor: number): Phrase | null {
  let end = verb;
  while (end - 1 > floor && reading.plays(end - 1, PART.auxiliary)) end--;
  if (reading.plays(end - 1, PART.relative)) end--;
  let first = end;
  while (first > floor && end - first < MOST_TOKENS) {
    const at = first - 1;
    if (first < end && (reading.gap(first) & ~GAP.dash) !== 0) break;
    const entry = reading.entry(at);
    if (entry?.parts && entry.parts & PART.auxiliary) break;
    if (endsPhrase(reading, entry, at, null)) break;
    first = at;
    if (reading.gap(at) !== 0) break;
  }
  while (first < end && !reading.plays(first, HEAD)) {
    // The head of the phrase: a title, a body, or a word at the start of the clause.
    if (reading.gap(first) !== 0 && reading.begins(first, "ال")) break;
    const bare = end - first <= MOST_NAME && !reading.plays(end, PART.relative);
    if (bare && reading.gap(first) === 0 && opensBare(reading, first - 1, end)) break;
    first++;
  }
  // "The writer X who said": whom "who" stands for may be named anywhere.
  const who = reading.plays(end, PART.relative);
  if (!who && first < end && reading.gap(first) === 0 && first > 0 && !opensClause(reading, first - 1))
    return null;
  if (first >= end) return null;
  const apart = GAP.sentence | GAP.colon | (reading.plays(end, PART.relative) ? 0 : GAP.comma | GAP.bracket);
  if (reading.gap(end) & apart) return null;
  return described(reading, first, end, null);
}

/** "That X said", "X had said": a bare name stands between. */
function opensBare(reading: SpokenReading, token: number, end: number): boolean {
  if (reading.plays(token, PART.that)) return true;
  return /^و?كانت?$/u.test(reading.word(token)) && reading.isWritten(end, "قد");
}

/** A subject stands at the start of a clause, or after a word that opens one. */
function opensClause(reading: SpokenReading, token: number): boolean {
  return reading.plays(token, PART.auxiliary | PART.that);
}
