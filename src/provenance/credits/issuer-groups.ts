/**
 * Programmes, units, delegations, festivals: whatever has a name and is mostly only spoken of. An issuer only right
 * behind a strong verb of announcing that agrees with it, or as the speaker of a headline.
 */
import { PREFIX } from "./compile.js";
import { nameEnd } from "./issuer-names.js";
import { hasOtherSubject, speaksAfter, verbBefore } from "./issuer-subjects.js";
import { DEFINITE, NOT, RELATIVE } from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

/** Verbs that hardly ever have such a thing for their object; those of the second set do in the masculine. */
const ANNOUNCES =
  /^[وف]?(?:[أا]علن|[أا]كد|[أا]وضح|[أا]فاد|[أا]عرب|[أا]شار|قال|ذكر|حذر|رحب|ندد|[أا]ضاف|توقع)ت?$|^[وف]?[يت](?:علن|قول|حذر)$/u;
const CALLS =
  /^[وف]?(?:كشفت|دعت|طالبت|نفت|[أا]?دانت|استنكرت|شجبت|اتهمت|هددت|ناشدت|حثت|بينت|[أا]هابت|[أا]وصت|انتقدت|تبنت)$/u;
const FEMININE = /(?:[ةه]|ات|قبائل|المراكز)$/u;
const SPEAKERS =
  /^(?:ال)?(?:مقاومة|قبائل|وحدات|حراك|تيار|تكتل|تجمع|جالية|ملحقية|خلية|منسقية|ميليشيات|مليشيات|حملة)$/u;
/** Says which of those spoken of, or what it does, and names nothing. */
const VAGUE =
  /^(?:ال)?(?:مرافقة?|مشاركة?|زائرة?|مذكورة?|معارضة?|معدة?|مكونة?|متشددة?|مسلحة?|متطرفة?|حالية?|جديدة?|وزاري|مقبولين|طلاب|راغبين|متقدمين|[إا]رهابية?|رئيسية?|كبيرة?|مستفيدة?|منظمة|مشروعة?|قريبة?)$/u;

/** Where the name of the group at token `at` ends, or 0 where it issues nothing. */
export function groupEnd(reading: CuedReading, at: number): number {
  if (reading.prefix(at) !== PREFIX.NONE) return 0;
  // Most are only spoken of: told by the word before, without a look at the name.
  if (reading.field !== "title" && (reading.cue(at - 1) & (CUE.SAY | CUE.FILLER)) === 0) return 0;
  const to = nameEnd(reading, at, at + 1);
  if (!isNamed(reading, at, to)) return 0;
  return announces(reading, at) || isHeadline(reading, at, to) ? to : 0;
}

/** Before a colon a festival or market is what the news is about. */
function isHeadline(reading: CuedReading, at: number, to: number): boolean {
  if (reading.field !== "title" || !speaksAfter(reading, at, to)) return false;
  return !reading.gap(to).includes(":") || SPEAKERS.test(reading.word(at));
}

function isNamed(reading: CuedReading, at: number, to: number): boolean {
  if (to < at + 2 || VAGUE.test(reading.word(at + 1))) return false;
  if ((reading.cue(at) & CUE.PROGRAMME) !== 0)
    return /^ $/u.test(reading.gap(at + 1)) && DEFINITE.test(reading.word(at + 1));
  if (/["«“]/u.test(reading.gap(at + 1))) return true;
  if (DEFINITE.test(reading.word(at))) return DEFINITE.test(reading.word(at + 1));
  for (let k = at + 1; k < to; k++) if (DEFINITE.test(reading.word(k))) return true;
  return !/(?:[ةه]|ي|ات)$/u.test(reading.word(at + 1));
}

function announces(reading: CuedReading, at: number): boolean {
  if (at === 0 || !reading.joined(at)) return false;
  const before = verbBefore(reading, at);
  const verb = reading.word(before);
  if (!ANNOUNCES.test(verb) && !CALLS.test(verb)) return false;
  const feminine = /ت$|^[وف]?ت(?!وقع)/u.test(verb);
  if (feminine !== FEMININE.test(reading.word(at))) return false;
  const previous = reading.word(before - 1);
  if (RELATIVE.test(previous) || NOT.test(previous)) return false;
  return !hasOtherSubject(reading, before, at);
}
