/**
 * What one cue says: whose words, and where they begin. In: a reading and the token of a verb of saying, a participle
 * or a preposition of source. Out: a statement whose speaker may still have to be found, or null where the word
 * means something else here.
 */
import type { Stance } from "../../model-provenance.js";
import { MOST_REACH, saidAfter, takesAt } from "./complements.js";
import { phraseBefore } from "./latin-speakers.js";
import { type Gender, PART, type Plurality, type Saying } from "./lexicon.js";
import { GAP, type Reading } from "./reading.js";
import { agrees, described, isLatin, type Phrase, phraseFrom, subjectBefore } from "./speakers.js";

export interface Statement {
  readonly cue: number;
  /** Tokens of the cue: [cue, cueEnd). */
  readonly cueEnd: number;
  readonly stance: Stance;
  readonly saying: Saying | null;
  readonly phrase: Phrase | null;
  readonly gender: Gender;
  readonly plurality: Plurality;
  /** First token that was said; -1 where none is announced. */
  readonly saidFrom: number;
  /** The speaker stands before the cue. */
  readonly postfix: boolean;
  /** Nobody is named, and the verb is such that somebody before may be meant. */
  readonly implicit: boolean;
  /** "…, who said": somebody whom nothing here names. */
  readonly nobody?: boolean;
}

const MOST_SOURCE_TOKENS = 6;
/** A source named in marks. Tokens. */
const MOST_NAME = 8;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** `floor`: the first token that belongs to this statement's side of the last quotation. */
export function statementAt(reading: Reading, cue: number, floor: number): Statement | null {
  const entry = reading.entry(cue);
  if (!entry) return null;
  const length = sourceLength(reading, cue);
  if (length > 0) return sourceStatement(reading, cue, cue + length);
  const saying = entry.saying;
  if (saying === null || isDenied(reading, cue, saying)) return null;
  if (saying.language === "ar") return arabicStatement(reading, cue, saying, floor);
  return latinStatement(reading, cue, saying, floor);
}

function isDenied(reading: Reading, cue: number, saying: Saying): boolean {
  if (cue === 0 || reading.gap(cue) & ENDS_SENTENCE || saying.joined) return false;
  if (reading.plays(cue, PART.nounToo) && reading.gap(cue) === 0 && reading.plays(cue - 1, PART.nounLead))
    return true;
  if (reading.plays(cue - 1, PART.negation)) return true;
  return saying.language === "ar" && saying.present && reading.plays(cue - 1, PART.that);
}

function arabicStatement(reading: Reading, cue: number, saying: Saying, floor: number): Statement | null {
  const base = {
    cue,
    cueEnd: cue + 1,
    stance: saying.stance,
    saying,
    gender: saying.gender,
    plurality: saying.plurality,
  };
  const next = cue + 1;
  const direct = reading.gap(next) & (GAP.quote | GAP.colon) || takesAt(reading, next, saying, false) > 0;
  if (saying.form === "participle") {
    const saidFrom = saidAfter(reading, next, saying);
    if (saidFrom < 0 && !direct && !quoteFollows(reading, next)) return null;
    return { ...base, phrase: null, saidFrom, postfix: false, implicit: true };
  }
  const ends = (reading.gap(next) & (ENDS_SENTENCE | GAP.comma | GAP.bracket)) !== 0;
  const inMarks = reading.gap(next) & GAP.quote ? quotedPhrase(reading, next) : null;
  let phrase = inMarks ?? (direct || ends ? null : phraseFrom(reading, next, saying));
  const loose = cue > floor && !saying.joined;
  const before = loose && reading.gap(cue) === 0 ? subjectBefore(reading, cue, floor) : null;
  if (before && isSubjectOfThat(reading, before, cue) && agrees(before, saying.gender, "any")) {
    const saidFrom = saidAfter(reading, next, saying);
    if (saidFrom >= 0 || !isBare(reading, before))
      return { ...base, phrase: before, saidFrom, postfix: true, implicit: false };
  }
  if (saying.opens && !opensClause(reading, cue, phrase, saying)) return null;
  if (phrase && saying.relay) return relayed(reading, base, phrase, saying);
  if (phrase && isDescribed(reading, cue, phrase)) phrase = withoutDescribed(reading, phrase);
  let postfix = false;
  if (phrase === null && loose) {
    const subject = reading.gap(cue) === 0 ? before : subjectBefore(reading, cue, floor);
    const told = subject !== null && isBare(reading, subject) && isSubjectOfThat(reading, subject, cue);
    phrase = subject && !told && agrees(subject, saying.gender, "any") ? subject : null;
    postfix = phrase !== null;
  }
  const from = phrase && !postfix ? phrase.last : next;
  const saidFrom = saidAfter(reading, from, saying);
  if (saying.opens && saidFrom < 0 && !isRepeated(reading, from)) return null;
  if (phrase && reading.plays(phrase.first, PART.ownVoice)) return null;
  const implicit = phrase === null;
  if (implicit && saying.named) return null;
  const nobody = implicit && reading.gap(cue) === 0 && reading.plays(cue - 1, PART.relative);
  if (phrase && !postfix && saying.present && !opensStatement(reading, cue, phrase)) return null;
  if (implicit && saying.present && !saying.joined && !follows(reading, cue)) return null;
  return { ...base, phrase, saidFrom, postfix, implicit, ...(nobody ? { nobody } : {}) };
}

/** "Described X as": X, who alone stands behind the verb, says nothing. */
function isDescribed(reading: Reading, cue: number, { last }: Phrase): boolean {
  return (
    reading.plays(cue, PART.ofSomebody) && /^ب[أا]ن/u.test(reading.word(last)) && reading.gap(last) === 0
  );
}

/** "X described the kingdom as": who stands before the one described, if anybody does. */
function withoutDescribed(reading: Reading, phrase: Phrase): Phrase | null {
  for (let k = phrase.first + 1; k < phrase.last; k++)
    if (reading.begins(k, "ال") && reading.plays(k, PART.person | PART.body))
      return described(reading, phrase.first, k, null);
  return null;
}

function isBare(reading: Reading, phrase: Phrase): boolean {
  return !reading.plays(phrase.first, PART.person | PART.body);
}

/** "that the ambassador told …": between "that" and its verb stands who acts. */
export function isSubjectOfThat(reading: Reading, phrase: Phrase, cue: number): boolean {
  return phrase.last === cue && reading.gap(phrase.first) === 0 && reading.plays(phrase.first - 1, PART.that);
}

/** Nobody is named, and what follows is no clause: "and promised help" says nothing of who speaks. */
export function isVague(reading: Reading, { implicit, saidFrom, saying }: Statement): boolean {
  if (!implicit || saidFrom < 0 || saying === null || saying.language !== "ar") return false;
  if (reading.plays(saidFrom, PART.suffixedThat) || reading.gap(saidFrom) & (GAP.colon | GAP.quote))
    return false;
  return saying.b && reading.begins(saidFrom, "ب") && !reading.plays(saidFrom - 1, PART.that);
}

/** "between" and "showed", "through" and "expressed" are written alike: a verb opens its clause. */
function opensClause(reading: Reading, cue: number, phrase: Phrase | null, saying: Saying): boolean {
  if (!saying.joined && reading.gap(cue) === 0 && !follows(reading, cue))
    return (saying.gender === "f" || saying.present) && phrase !== null && opensThat(reading, phrase.last);
  if (reading.isWritten(cue, "بين") && followsBetween(reading, cue)) return false;
  if (phrase === null || reading.plays(phrase.first, PART.person | PART.body)) return true;
  for (let k = phrase.first + 1; k < phrase.last; k++) if (reading.begins(k, "و")) return false;
  const behind = reading.plays(phrase.last, PART.state) ? phrase.last + 1 : phrase.last;
  return takesAt(reading, behind, saying, true) > 0 || isRepeated(reading, phrase.last);
}

function opensThat(reading: Reading, token: number): boolean {
  return reading.plays(token, PART.that | PART.suffixedThat);
}

/** "…, saying": a word that only repeats the verb, in the same sentence. */
function isRepeated(reading: Reading, from: number): boolean {
  for (let k = from; k < reading.size && k < from + MOST_REACH / 2; k++) {
    if (reading.gap(k) & ENDS_SENTENCE) return false;
    if (reading.entry(k)?.saying?.says) return true;
  }
  return false;
}

/** "between … and between". */
function followsBetween(reading: Reading, cue: number): boolean {
  const sentence = reading.sentences[cue];
  const to = Math.min(reading.size, cue + MOST_REACH);
  for (let k = Math.max(0, cue - MOST_REACH); k < to; k++)
    if (k !== cue && reading.sentences[k] === sentence && reading.isWritten(k, "بين")) return true;
  return false;
}

/** A verb without subject goes on after "as", "where", "who". */
function follows(reading: Reading, cue: number): boolean {
  return cue > 0 && reading.plays(cue - 1, PART.auxiliary | PART.relative);
}

/** A verb in the present says something of a thing as often as it is said by somebody. */
function opensStatement(reading: Reading, cue: number, phrase: Phrase): boolean {
  if (reading.plays(phrase.first, PART.person | PART.body)) return true;
  return reading.gap(cue) !== 0 || follows(reading, cue) || reading.entry(cue)?.saying?.joined === true;
}

/** "the agency passed on from X that": X speaks. */
function relayed(
  reading: Reading,
  base: Pick<Statement, "cue" | "cueEnd" | "stance" | "saying" | "gender" | "plurality">,
  agency: Phrase,
  saying: Saying,
): Statement | null {
  for (let k = agency.last; k < reading.size && k < agency.last + MOST_REACH / 2; k++) {
    if (reading.gap(k) & ENDS_SENTENCE) return null;
    if (!/^عن$/u.test(reading.word(k))) continue;
    const phrase = quotedPhrase(reading, k + 1) ?? phraseFrom(reading, k + 1, null);
    if (phrase === null) return null;
    return {
      ...base,
      phrase,
      saidFrom: saidAfter(reading, phrase.last, saying),
      postfix: false,
      implicit: false,
    };
  }
  return null;
}

/** A source named in quotation marks, with what it says behind them. */
function quotedPhrase(reading: Reading, from: number): Phrase | null {
  const span = reading.spanAt(from);
  if (span === null || span.first !== from || reading.gap(from) & GAP.colon) return null;
  if (reading.isGlued(from)) return described(reading, span.first, span.last, null);
  if (span.last - span.first > MOST_NAME || reading.gap(span.last) & (GAP.comma | ENDS_SENTENCE)) return null;
  const goesOn =
    reading.entry(span.last)?.saying?.says || reading.plays(span.last, PART.that | PART.suffixedThat);
  return goesOn ? described(reading, span.first, span.last, null) : null;
}

function quoteFollows(reading: Reading, from: number): boolean {
  for (let k = from; k < reading.size && k < from + 8; k++) {
    if (reading.gap(k) & GAP.quote) return true;
    if (reading.gap(k) & ENDS_SENTENCE) return false;
  }
  return false;
}

/** How many tokens the source preposition at `at` has; 0 where none begins. */
export function sourceLength(reading: Reading, at: number): number {
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

function sourceStatement(reading: Reading, cue: number, cueEnd: number): Statement | null {
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
function isSource(reading: Reading, phrase: Phrase): boolean {
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
function phraseAfterSource(reading: Reading, from: number): Phrase | null {
  if (from >= reading.size || reading.gap(from) & (ENDS_SENTENCE | GAP.comma | GAP.colon)) return null;
  const begun = quotedPhrase(reading, from) ?? phraseFrom(reading, from, null);
  if (begun) return begun;
  if (isLatin(reading, from) || !reading.begins(from, "لل")) return null;
  const rest = phraseFrom(reading, from + 1, null);
  return described(reading, from, rest && reading.gap(from + 1) === 0 ? rest.last : from + 1, null);
}

function latinStatement(reading: Reading, cue: number, saying: Saying, floor: number): Statement | null {
  const base = { cue, cueEnd: cue + 1, stance: saying.stance, saying };
  const next = cue + 1;
  if (saying.form === "participle") {
    if (reading.gap(cue) === 0 && reading.plays(cue - 1, PART.french)) return null;
    const saidFrom = saidAfter(reading, next, saying);
    const from = saidFrom < 0 && reading.gap(next) === 0 ? next : saidFrom;
    return {
      ...base,
      gender: "any",
      plurality: "any",
      phrase: null,
      saidFrom: from,
      postfix: false,
      implicit: true,
    };
  }
  const inverted = invertedPronoun(reading, cue);
  const helped = reading.plays(cue - 1, PART.french) || inverted !== null;
  if (saying.language === "fr" && !saying.present && !helped) return null;
  const pronoun = inverted ?? pronounBefore(reading, cue, floor);
  if (pronoun) {
    const saidFrom = saidAfterLatin(reading, next, saying);
    return { ...base, ...pronoun, phrase: null, saidFrom, postfix: true, implicit: true };
  }
  const before = phraseBefore(reading, cue, floor);
  if (before) {
    const saidFrom = saidAfterLatin(reading, next, saying);
    return {
      ...base,
      gender: before.gender,
      plurality: before.plurality,
      phrase: before,
      saidFrom,
      postfix: true,
      implicit: false,
    };
  }
  if (isJoined(reading, cue)) {
    const saidFrom = saidAfterLatin(reading, next, saying);
    return {
      ...base,
      gender: "any",
      plurality: "any",
      phrase: null,
      saidFrom,
      postfix: false,
      implicit: true,
    };
  }
  const after = reading.gap(next) === 0 ? phraseFrom(reading, next, saying) : null;
  if (after && isNamed(reading, after)) {
    const from = saidAfter(reading, after.last, saying);
    const saidFrom = saying.language === "fr" || from >= 0 ? from : -1;
    return {
      ...base,
      gender: after.gender,
      plurality: after.plurality,
      phrase: after,
      saidFrom,
      postfix: false,
      implicit: false,
    };
  }
  return null;
}

/** "and warned", "et a ajouté": the subject is the one before. */
function isJoined(reading: Reading, cue: number): boolean {
  const at = reading.plays(cue - 1, PART.french) ? cue - 1 : cue;
  return at > 0 && reading.gap(at) === 0 && /^(?:and|but|et|mais)$/iu.test(reading.word(at - 1));
}

function isNamed(reading: Reading, phrase: Phrase): boolean {
  if (phrase.last - phrase.first > 1 && /^(?:the|an?|one|le|la|les|une?)$/iu.test(reading.word(phrase.first)))
    return true;
  for (let k = phrase.first; k < phrase.last; k++)
    if (/^\p{Lu}/u.test(reading.word(k)) || reading.plays(k, PART.body | PART.person)) return true;
  return false;
}

/** English leaves "that" out. */
function saidAfterLatin(reading: Reading, from: number, saying: Saying): number {
  const announced = saidAfter(reading, from, saying);
  if (announced >= 0) return announced;
  if (saying.language === "en" && reading.gap(from) === 0 && !reading.plays(from, PART.stop)) return from;
  return -1;
}

type Pronoun = Pick<Statement, "gender" | "plurality">;

function pronounBefore(reading: Reading, cue: number, floor: number): Pronoun | null {
  for (let k = cue - 1; k >= floor && k >= cue - 3; k--) {
    const entry = reading.entry(k);
    if (entry && entry.parts & PART.pronoun)
      return { gender: entry.gender ?? "any", plurality: entry.plurality };
    if (!(entry && entry.parts & (PART.french | PART.auxiliary)) || reading.gap(k + 1) !== 0) return null;
  }
  return null;
}

/** "a-t-il déclaré". */
function invertedPronoun(reading: Reading, cue: number): Pronoun | null {
  if (cue < 2) return null;
  const entry = reading.entry(cue - 1);
  if (!entry || !(entry.parts & PART.pronoun) || !(reading.gap(cue - 1) & GAP.dash)) return null;
  return { gender: entry.gender ?? "any", plurality: entry.plurality };
}
