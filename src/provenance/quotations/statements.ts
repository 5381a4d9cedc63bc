/**
 * What one cue says: whose words, and where they begin. In: a reading and the token of a verb of saying, a participle
 * or a preposition of source. Out: a statement whose speaker may still have to be found, or null where the word
 * means something else here.
 */
import { MOST_REACH, saidAfter, takesAt } from "./complements.js";
import { latinStatement } from "./latin-statements.js";
import { PART } from "./lexicon.js";
import { openingName } from "./opening-name.js";
import { GAP, type SpokenReading } from "./reading.js";
import { quotedPhrase, sourceLength, sourceStatement } from "./sources.js";
import { agrees, described, type Phrase, phraseFrom, subjectBefore } from "./speakers.js";
import type { Statement } from "./statement.js";
import type { Saying } from "./word-types.js";

/** Between a name that opens a sentence and its verb. Tokens. */
const MOST_APPOSED = 40;
const ENDS_SENTENCE = GAP.sentence | GAP.paragraph;

/** `floor`: the first token that belongs to this statement's side of the last quotation. */
export function statementAt(reading: SpokenReading, cue: number, floor: number): Statement | null {
  const entry = reading.entry(cue);
  if (!entry) return null;
  const length = sourceLength(reading, cue);
  if (length > 0) return sourceStatement(reading, cue, cue + length);
  const saying = entry.saying;
  if (saying === null || isDenied(reading, cue, saying)) return null;
  if (saying.language === "ar") return arabicStatement(reading, cue, saying, floor);
  return latinStatement(reading, cue, saying, floor);
}

function isDenied(reading: SpokenReading, cue: number, saying: Saying): boolean {
  // "Reaction", "reactions".
  if (/^(?:ال)?(?:فعل|أفعال)$/u.test(reading.word(cue + 1)) && reading.isWritten(cue, "رد")) return true;
  if (cue === 0 || reading.gap(cue) & ENDS_SENTENCE || saying.joined) return false;
  if (reading.plays(cue, PART.nounToo) && reading.gap(cue) === 0 && reading.plays(cue - 1, PART.nounLead))
    return true;
  if (reading.plays(cue - 1, PART.negation)) return true;
  return saying.language === "ar" && saying.present && reading.plays(cue - 1, PART.that);
}

function arabicStatement(
  reading: SpokenReading,
  cue: number,
  saying: Saying,
  floor: number,
): Statement | null {
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
    phrase ??= subject === null ? apposedSubject(reading, cue, floor) : null;
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
  const opens = (reading.gap(cue) & ENDS_SENTENCE) !== 0 && (reading.gap(next) & GAP.colon) !== 0;
  if (implicit && saying.present && !saying.joined && !follows(reading, cue) && !opens) return null;
  return { ...base, phrase, saidFrom, postfix, implicit, ...(nobody ? { nobody } : {}) };
}

/** "X, who is …, says": the name that opens the sentence, and what X is between commas. */
function apposedSubject(reading: SpokenReading, cue: number, floor: number): Phrase | null {
  if (!(reading.gap(cue) & (GAP.comma | GAP.dash))) return null;
  const name = openingName(reading, Math.max(reading.sentenceStart(cue), floor));
  return name !== null && name.last < cue && cue - name.last <= MOST_APPOSED ? name : null;
}

/** "Described X as": X, who alone stands behind the verb, says nothing. */
function isDescribed(reading: SpokenReading, cue: number, { last }: Phrase): boolean {
  return (
    reading.plays(cue, PART.ofSomebody) && /^ب[أا]ن/u.test(reading.word(last)) && reading.gap(last) === 0
  );
}

/** "X described the kingdom as": who stands before the one described, if anybody does. */
function withoutDescribed(reading: SpokenReading, phrase: Phrase): Phrase | null {
  for (let k = phrase.first + 1; k < phrase.last; k++)
    if (reading.begins(k, "ال") && reading.plays(k, PART.person | PART.body))
      return described(reading, phrase.first, k, null);
  return null;
}

function isBare(reading: SpokenReading, phrase: Phrase): boolean {
  return !reading.plays(phrase.first, PART.person | PART.body);
}

/** "that the ambassador told …": between "that" and its verb stands who acts. */
export function isSubjectOfThat(reading: SpokenReading, phrase: Phrase, cue: number): boolean {
  return phrase.last === cue && reading.gap(phrase.first) === 0 && reading.plays(phrase.first - 1, PART.that);
}

/** Nobody is named, and what follows is no clause: "and promised help" says nothing of who speaks. */
export function isVague(reading: SpokenReading, { implicit, saidFrom, saying }: Statement): boolean {
  if (!implicit || saidFrom < 0 || saying === null || saying.language !== "ar") return false;
  if (reading.plays(saidFrom, PART.suffixedThat) || reading.gap(saidFrom) & (GAP.colon | GAP.quote))
    return false;
  return saying.b && reading.begins(saidFrom, "ب") && !reading.plays(saidFrom - 1, PART.that);
}

/** "between" and "showed", "through" and "expressed" are written alike: a verb opens its clause. */
function opensClause(reading: SpokenReading, cue: number, phrase: Phrase | null, saying: Saying): boolean {
  if (!saying.joined && reading.gap(cue) === 0 && !follows(reading, cue))
    return (saying.gender === "f" || saying.present) && phrase !== null && opensThat(reading, phrase.last);
  if (reading.isWritten(cue, "بين") && followsBetween(reading, cue)) return false;
  if (phrase === null || reading.plays(phrase.first, PART.person | PART.body)) return true;
  for (let k = phrase.first + 1; k < phrase.last; k++) if (reading.begins(k, "و")) return false;
  const behind = reading.plays(phrase.last, PART.state) ? phrase.last + 1 : phrase.last;
  return takesAt(reading, behind, saying, true) > 0 || isRepeated(reading, phrase.last);
}

function opensThat(reading: SpokenReading, token: number): boolean {
  return reading.plays(token, PART.that | PART.suffixedThat);
}

/** "…, saying": a word that only repeats the verb, in the same sentence. */
function isRepeated(reading: SpokenReading, from: number): boolean {
  for (let k = from; k < reading.size && k < from + MOST_REACH / 2; k++) {
    if (reading.gap(k) & ENDS_SENTENCE) return false;
    if (reading.entry(k)?.saying?.says) return true;
  }
  return false;
}

/** "between … and between". */
function followsBetween(reading: SpokenReading, cue: number): boolean {
  const sentence = reading.sentences[cue];
  const to = Math.min(reading.size, cue + MOST_REACH);
  for (let k = Math.max(0, cue - MOST_REACH); k < to; k++)
    if (k !== cue && reading.sentences[k] === sentence && reading.isWritten(k, "بين")) return true;
  return false;
}

/** A verb without subject goes on after "as", "where", "who". */
function follows(reading: SpokenReading, cue: number): boolean {
  return cue > 0 && reading.plays(cue - 1, PART.auxiliary | PART.relative);
}

/** A verb in the present says something of a thing as often as it is said by somebody. */
function opensStatement(reading: SpokenReading, cue: number, phrase: Phrase): boolean {
  if (reading.plays(phrase.first, PART.person | PART.body)) return true;
  return reading.gap(cue) !== 0 || follows(reading, cue) || reading.entry(cue)?.saying?.joined === true;
}

/** "the agency passed on from X that": X speaks. */
function relayed(
  reading: SpokenReading,
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

function quoteFollows(reading: SpokenReading, from: number): boolean {
  for (let k = from; k < reading.size && k < from + 8; k++) {
    if (reading.gap(k) & GAP.quote) return true;
    if (reading.gap(k) & ENDS_SENTENCE) return false;
  }
  return false;
}
