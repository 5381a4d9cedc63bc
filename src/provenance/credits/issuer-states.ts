/** States that announce something: only as the sure subject of a verb of saying, since most are only spoken of. */
import { PREFIX } from "./compile.js";
import { hasOtherSubject, verbBefore } from "./issuer-subjects.js";
import { NOT, RELATIVE, SPEAKS, SPEAKS_HE } from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

/** States of which Arabic speaks in the masculine. */
const MASCULINE = /^(?:العراق|لبنان|ال[أا]ردن|المغرب|السودان|الصومال|اليمن)$/u;
/** Verbs whose object may be a state: "and called on Iran to", where whoever calls was named before. */
const TAKES_OBJECT =
  /^[وف]?(?:دع[اىت]+|طالبت?|حذرت?|حثت?|ناشدت?|اتهمت?|هددت?|[أا]بلغت?|[أا]خبرت?|انتقدت?|وصفت?|نبهت?|[أا]دانت?|دانت?|نددت?|[أا]يدت?|اعتبرت?|ثمنت?|[تي](?:طالب|دعو|حذر|حث|تهم|هدد|نتقد|ناشد|نبه))$/u;
/** What a state condemns or supports stands right behind it. */
const OBJECT = /^(?:ال\p{L}{2,}|ب\p{L}{3,}|[أا]ن|بشدة|اليوم|[أا]مس|مساء|في)$/u;
const OPENS = CUE.STOP | CUE.THAT | CUE.FILLER;

/** Whether the state named by tokens [at, to) says something. */
export function stateSpeaks(reading: CuedReading, at: number, to: number): boolean {
  if (reading.prefix(at) !== PREFIX.NONE) return false;
  if (reading.field === "title" && isHeadline(reading, at, to)) return true;
  if (at === 0 || !reading.joined(at) || reading.field === "title") return false;
  const verb = verbBefore(reading, at);
  if ((reading.cue(verb) & CUE.SAY) === 0 || !agrees(reading, verb, at)) return false;
  if (hasOtherSubject(reading, verb, at)) return false;
  const before = reading.word(verb - 1);
  if (!reading.startsSentence(verb) && (RELATIVE.test(before) || NOT.test(before))) return false;
  if (!opens(reading, verb)) return false;
  if (!TAKES_OBJECT.test(reading.word(verb))) return isFollowed(reading, to);
  return /^[وف]?(?:[أا]دانت?|دانت?|نددت?)$/u.test(reading.word(verb)) && OBJECT.test(reading.word(to));
}

/** "Bahrain condemns …". */
function isHeadline(reading: CuedReading, at: number, to: number): boolean {
  if (at > 0 && !/[:.،"«“]\s*$/u.test(reading.gap(at))) return false;
  const verb = reading.word(to);
  return (
    reading.joined(to) &&
    !/توقع$/u.test(verb) &&
    (MASCULINE.test(reading.word(at)) ? SPEAKS_HE : SPEAKS).test(verb)
  );
}

function agrees(reading: CuedReading, verb: number, at: number): boolean {
  const word = reading.word(verb);
  const feminine = /ت(?:ه|ها)?$|^[وف]?ت(?!وقع)/u.test(word);
  return feminine !== MASCULINE.test(reading.word(at));
}

/** The verb begins a sentence or a clause. */
function opens(reading: CuedReading, verb: number): boolean {
  if (verb === 0 || reading.startsSentence(verb) || !reading.joined(verb)) return true;
  return /^[وف]/u.test(reading.word(verb)) || (reading.cue(verb - 1) & OPENS) !== 0;
}

/** What follows is what was said, or when: not a noun that the state's name would belong to. */
function isFollowed(reading: CuedReading, at: number): boolean {
  if (at >= reading.size || !reading.joined(at)) return true;
  return (
    (reading.cue(at) & (OPENS | CUE.FROM)) !== 0 ||
    /^(?:عن|ال\p{L}+|ب\p{L}{3,}|على|علي)$/u.test(reading.word(at))
  );
}
