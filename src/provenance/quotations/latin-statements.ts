/** What a verb of saying says in English and French: subjects before it or behind it, pronouns, and clauses without "that". */
import { saidAfter } from "./complements.js";
import { phraseBefore } from "./latin-speakers.js";
import { PART } from "./lexicon.js";
import { GAP, type SpokenReading } from "./reading.js";
import { type Phrase, phraseFrom } from "./speakers.js";
import type { Statement } from "./statement.js";
import type { Saying } from "./word-types.js";

export function latinStatement(
  reading: SpokenReading,
  cue: number,
  saying: Saying,
  floor: number,
): Statement | null {
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
function isJoined(reading: SpokenReading, cue: number): boolean {
  const at = reading.plays(cue - 1, PART.french) ? cue - 1 : cue;
  return at > 0 && reading.gap(at) === 0 && /^(?:and|but|et|mais)$/iu.test(reading.word(at - 1));
}

function isNamed(reading: SpokenReading, phrase: Phrase): boolean {
  if (phrase.last - phrase.first > 1 && /^(?:the|an?|one|le|la|les|une?)$/iu.test(reading.word(phrase.first)))
    return true;
  for (let k = phrase.first; k < phrase.last; k++)
    if (/^\p{Lu}/u.test(reading.word(k)) || reading.plays(k, PART.body | PART.person)) return true;
  return false;
}

/** English leaves "that" out. */
function saidAfterLatin(reading: SpokenReading, from: number, saying: Saying): number {
  const announced = saidAfter(reading, from, saying);
  if (announced >= 0) return announced;
  if (saying.language === "en" && reading.gap(from) === 0 && !reading.plays(from, PART.stop)) return from;
  return -1;
}

type Pronoun = Pick<Statement, "gender" | "plurality">;

function pronounBefore(reading: SpokenReading, cue: number, floor: number): Pronoun | null {
  for (let k = cue - 1; k >= floor && k >= cue - 3; k--) {
    const entry = reading.entry(k);
    if (entry && entry.parts & PART.pronoun)
      return { gender: entry.gender ?? "any", plurality: entry.plurality };
    if (!(entry && entry.parts & (PART.french | PART.auxiliary)) || reading.gap(k + 1) !== 0) return null;
  }
  return null;
}

/** "a-t-il déclaré". */
function invertedPronoun(reading: SpokenReading, cue: number): Pronoun | null {
  if (cue < 2) return null;
  const entry = reading.entry(cue - 1);
  if (!entry || !(entry.parts & PART.pronoun) || !(reading.gap(cue - 1) & GAP.dash)) return null;
  return { gender: entry.gender ?? "any", plurality: entry.plurality };
}
