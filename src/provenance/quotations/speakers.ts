/**
 * Who speaks, read from the words around a cue: the noun phrase after the verb ("قال X") or before it ("X said"),
 * up to the first word that can be in no name. Bounded: no more than `MOST_TOKENS` words.
 */
import { type Entry, type Gender, PART, type Plurality, type Saying } from "./lexicon.js";
import { GAP, type Reading } from "./reading.js";

/** Tokens [first, last) that name somebody. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly gender: Gender;
  readonly plurality: Plurality;
}

const MOST_TOKENS = 16;
/** Kept of a phrase that never ended. */
const CUT_TOKENS = 9;
const MOST_APPOSITION = 8;

const ENDS_PHRASE = PART.stop | PART.that | PART.suffixedThat | PART.relative | PART.object;
const BREAKS = GAP.colon | GAP.sentence | GAP.paragraph;

function endsPhrase(reading: Reading, entry: Entry | undefined, token: number): boolean {
  if (entry === undefined) return beginsWithLilla(reading, token);
  return (
    (entry.parts & ENDS_PHRASE) !== 0 || (entry.saying !== null && !(entry.parts & (PART.person | PART.body)))
  );
}

/** "لل…": to somebody, who listens. */
function beginsWithLilla(reading: Reading, token: number): boolean {
  const word = reading.word(token);
  return word.length > 4 && word.startsWith("لل");
}

/** The phrase that begins at token `from`; null where no name can begin there. `prepositions` end it too. */
export function phraseFrom(reading: Reading, from: number, saying: Saying | null): Phrase | null {
  let end = from;
  let commaAt = -1;
  const limit = Math.min(reading.size, from + MOST_TOKENS);
  for (; end < limit; end++) {
    if (end > from) {
      const gap = reading.gap(end);
      if (gap & BREAKS || (gap & (GAP.quote | GAP.bracket)) !== 0) break;
      if (gap & (GAP.comma | GAP.dash)) {
        commaAt = end;
        break;
      }
    }
    const entry = reading.entry(end);
    if (end > from && entry && entry.parts & PART.person && entry.plurality === "many") break;
    if (endsPhrase(reading, entry, end) || (saying !== null && takesAt(reading, end, saying, end > from)))
      break;
  }
  if (end === limit && end < reading.size && end - from === MOST_TOKENS) end = from + CUT_TOKENS;
  if (end === from || !canBegin(reading, from)) return null;
  if (commaAt === end && !isLatin(reading, from)) end = withApposition(reading, from, end, saying);
  return described(reading, from, end, saying);
}

/** A title is followed by the name it belongs to, between commas; a name's own title is left out. */
function withApposition(reading: Reading, from: number, comma: number, saying: Saying | null): number {
  if (!reading.plays(from, PART.person | PART.body) || reading.plays(comma, PART.person | PART.body))
    return comma;
  if (hasName(reading, from, comma)) return comma;
  let end = comma;
  for (; end < reading.size && end - comma < MOST_APPOSITION; end++) {
    if (end > comma && reading.gap(end) !== 0) break;
    if (endsPhrase(reading, reading.entry(end), end)) break;
  }
  const closed =
    (reading.gap(end) & (GAP.comma | GAP.dash | GAP.colon | GAP.quote)) !== 0 ||
    reading.plays(end, PART.that | PART.suffixedThat) ||
    (saying !== null && takesAt(reading, end, saying, false) > 0);
  return closed && end > comma && !reading.entry(end - 1)?.saying ? end : comma;
}

/** Whether a title phrase ends in two words without the article, as names do. */
function hasName(reading: Reading, from: number, to: number): boolean {
  let bare = 0;
  for (let k = to - 1; k > from; k--) {
    if (reading.word(k).startsWith("ال") || reading.plays(k, PART.person | PART.body)) break;
    bare++;
  }
  return bare >= 2;
}

export function described(reading: Reading, first: number, last: number, saying: Saying | null): Phrase {
  const entry = reading.entry(first);
  let gender: Gender =
    saying && saying.gender !== "any" ? saying.gender : (entry?.gender ?? genderOf(reading, first));
  let plurality: Plurality = entry?.plurality ?? "one";
  if (saying?.form === "finite" && saying.language !== "ar") gender = "any";
  if (plurality === "any") plurality = "one";
  return { first, last, gender, plurality };
}

function genderOf(reading: Reading, token: number): Gender {
  const word = reading.word(token);
  if (isLatin(reading, token)) return "any";
  return word.endsWith("ة") ? "f" : "any";
}

function canBegin(reading: Reading, token: number): boolean {
  const word = reading.word(token);
  if (/^[\d\p{P}]/u.test(word)) return false;
  if (!isLatin(reading, token)) return word.length > 1;
  return true;
}

export function isLatin(reading: Reading, token: number): boolean {
  return token < reading.size && reading.text.charCodeAt(reading.starts[token]!) < 0x250;
}

/**
 * Where what was said begins, if token `at` opens it: 0 it does not, 1 with the token itself, 2 after it. A bare ب
 * or a noun of `OBJECT_NOUNS` opens it only after a subject.
 */
export function takesAt(reading: Reading, at: number, saying: Saying, later: boolean): 0 | 1 | 2 {
  const entry = reading.entry(at);
  if (entry) {
    if (saying.that && entry.parts & PART.that) return 2;
    if (saying.that && entry.parts & PART.suffixedThat) return 1;
    if (saying.prepositions.has(reading.tokens.ids[at]!)) return 2;
    if (saying.noun && entry.parts & PART.object) return 1;
  }
  if (saying.b && later && beginsWithBa(reading.word(at))) return 1;
  return 0;
}

/** "بال…", "بأن…", and verbal nouns behind ب; not names such as بندر. */
function beginsWithBa(word: string): boolean {
  return /^ب(?:ال.{3}|أن|م.{4}|ت.{3}|إ.{3}|ا.{4}|عدم|ضرورة|أهمية|حق)/u.test(word);
}

/** English and French: the phrase that ends before token `to`, going back no further than `floor`. */
export function phraseBefore(reading: Reading, to: number, floor: number): Phrase | null {
  let end = to;
  while (end - 1 > floor && isHelper(reading, end - 1)) end--;
  if (end <= floor) return null;
  let last = end;
  const commaBefore = (reading.gap(to) & GAP.comma) !== 0 || (reading.gap(end) & GAP.comma) !== 0;
  if (commaBefore) {
    // "X, the minister, said": the name stands before the comma.
    let comma = last - 1;
    while (comma > floor && last - comma < MOST_TOKENS && (reading.gap(comma) & GAP.comma) === 0) comma--;
    if (comma <= floor || (reading.gap(comma) & GAP.comma) === 0) return null;
    last = comma;
  }
  let first = last;
  while (first > floor && last - first < MOST_TOKENS) {
    const at = first - 1;
    if (first < last && (reading.gap(first) & ~GAP.dash) !== 0) break;
    if (endsPhrase(reading, reading.entry(at), at) && !joinsName(reading, at, last)) break;
    first = at;
    if (reading.gap(at) & (BREAKS | GAP.comma | GAP.quote | GAP.bracket)) break;
  }
  if (first >= last) return null;
  return isNamelike(reading, first, last) ? described(reading, first, last, null) : null;
}

/** "the head of", "the minister for": inside a title. */
function joinsName(reading: Reading, at: number, last: number): boolean {
  return at + 1 < last && /^(?:of|for|de|du|des|la|le)$/iu.test(reading.word(at));
}

function isHelper(reading: Reading, token: number): boolean {
  return /^(?:has|had|have|also|then|later|a|ont|avait|avaient|aurait|est|lui|se|s)$/iu.test(
    reading.word(token),
  );
}

function isNamelike(reading: Reading, first: number, last: number): boolean {
  for (let k = first; k < last; k++) {
    if (reading.plays(k, PART.body | PART.person)) return true;
    const word = reading.word(k);
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

/** Arabic: a subject before its verb ("الوزارة أكدت"), from the start of the clause. */
export function subjectBefore(reading: Reading, verb: number, floor: number): Phrase | null {
  let end = verb;
  while (end - 1 > floor && reading.plays(end - 1, PART.auxiliary)) end--;
  if (reading.plays(end - 1, PART.relative)) end--;
  let first = end;
  while (first > floor && end - first < MOST_TOKENS) {
    const at = first - 1;
    if (first < end && (reading.gap(first) & ~GAP.dash) !== 0) break;
    const entry = reading.entry(at);
    if (entry?.parts && entry.parts & PART.auxiliary) break;
    if (endsPhrase(reading, entry, at)) break;
    first = at;
    if (reading.gap(at) !== 0) break;
  }
  while (first < end && !reading.plays(first, PART.person | PART.body)) {
    // The head of the phrase: a title, a body, or a word at the start of the clause.
    if (reading.gap(first) !== 0 && reading.word(first).startsWith("ال")) break;
    first++;
  }
  if (first < end && reading.gap(first) === 0 && first > 0 && !opensClause(reading, first - 1)) return null;
  if (first >= end || (reading.gap(end) & (GAP.sentence | GAP.colon)) !== 0) return null;
  return described(reading, first, end, null);
}

/** A subject stands at the start of a clause, or after a word that opens one. */
function opensClause(reading: Reading, token: number): boolean {
  return reading.plays(token, PART.auxiliary | PART.that);
}
