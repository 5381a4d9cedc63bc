/** Whether an institution is said to have said, announced or issued something: by what stands before it and after it. */
import { PREFIX } from "./compile.js";
import { isDiscussed, isFinding, isReported, isReportFrom, isStudied, reportOf } from "./issuer-reports.js";
import {
  ADMITS,
  ANNOUNCED,
  AUXILIARY,
  BEGINS_CLAUSE,
  CARRIES,
  COMMENT,
  DECLINES,
  DEFINITE,
  DEMANDED,
  DESCRIBES,
  FEMININE_PAST,
  FEMININE_VERB,
  FEMININE_WORD,
  HAD,
  HAS_NO_STUDENTS,
  IN_A,
  ISSUE,
  ISSUES,
  MADE_BY,
  MASCULINE_WORD,
  MEANS_ELSE,
  NOT,
  NOW,
  ON_OR_THAT,
  PRESENT,
  RELATIVE,
  SO_FAR_AS,
  STATED,
  THAT_IT,
} from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

const CLOSES = /^[\s»"”“)]*$/u;
const CLOSES_OR_COMMA = /^[\s»"”“)،]*$/u;
/** How far before "from" a verb of passing on may stand, in tokens of one sentence. */
const CARRIED_FROM = 8;
/** The same for "issued". */
const ISSUED_FROM = 5;
/** Between a report and "that … issued". */
const ISSUED_AFTER = 8;
/** Between an institution after "had" and its verb. */
const HAD_SAID = 8;
/** Between an institution and "in a statement". */
const STATED_AFTER = 4;
const ANNOUNCED_BEFORE = 6;
/** "In", before where an embassy or a college is. */
const SITE_OF = /^(?:في|لدى)$/u;

/** What an armed group threatens to do, or who threatened it, is no statement that the article is about. */
const THREATENED = /^[وف]?[يت]?هدد(?:ت|وا)?$/u;
const ARMED = /^(?:تنظيم|التنظيم|داعش|النصرة|ميليشيات?|مليشيات?)$/u;

/** By what stands before: true or false where that tells, else null. */
export function isSubject(reading: CuedReading, from: number, to: number): boolean | null {
  if (from === 0 || !reading.joined(from)) return null;
  const prefix = reading.prefix(from);
  if (prefix === PREFIX.BY) return isStudied(reading, from - 1) ? true : null;
  const at = verbBefore(reading, from);
  const cue = reading.cue(at);
  if (prefix === PREFIX.FOR) {
    // What is reported to an institution is not its statement.
    if (/^[وف]?(?:ال)?بلاغ/u.test(reading.word(at))) return null;
    if ((cue & (CUE.STATEMENT | CUE.SOURCE | CUE.REPORT)) !== 0) return true;
    return reportOf(reading, from) ? true : null;
  }
  if (prefix !== PREFIX.NONE) return null;
  if ((cue & CUE.SPOKESMAN) !== 0) return false;
  const verb = reading.word(at);
  if (THREATENED.test(verb) && ARMED.test(reading.word(from))) return false;
  if (hasOtherSubject(reading, at, from) || hadSubject(reading, at)) return false;
  if (/^قامت?$/u.test(verb) && /^بها?$/u.test(reading.word(at + 1)))
    return reading.left(at, CUE.REPORT, 4) >= 0 ? true : null;
  if (verb === "موقع" && reading.word(at - 1) === "على")
    return reading.right(to, CUE.PLATFORM, 2) < 0 && reading.left(at - 1, CUE.REPORT | CUE.STATEMENT, 4) >= 0
      ? true
      : null;
  if (/^[وف]?موقع$/u.test(verb)) {
    const before = reading.cue(at - 1);
    return (before & (CUE.RELAY | CUE.SAY | CUE.FROM | CUE.SOURCE)) !== 0 ? true : null;
  }
  if (verb === "في" && isStudied(reading, at - 1)) return true;
  if (isFinding(reading, at)) return true;
  if (verb === "لسان") return reading.word(at - 1).endsWith("على") ? true : null;
  if (ISSUES.test(verb)) {
    const sourced = at > 0 && SO_FAR_AS.test(reading.word(at - 1)) && reading.left(at, CUE.SOURCE, 2) >= 0;
    const issues =
      sourced ||
      reading.right(to, CUE.STATEMENT | CUE.REPORT, 4) >= 0 ||
      [0, 1, 2, 3].some((ahead) => ISSUE.test(reading.word(to + ahead)));
    return agrees(verb, reading.word(from)) && issues;
  }
  if (ADMITS.test(verb)) return agrees(verb, reading.word(from)) && admits(reading, to);
  if (DEMANDED.test(verb)) return HAS_NO_STUDENTS.test(reading.word(from));
  if (DECLINES.test(verb)) return agrees(verb, reading.word(from)) && commentFollows(reading, to);
  if ((cue & (CUE.SAY | CUE.RELAY)) !== 0) {
    if (MADE_BY.test(verb) && !isReported(reading, at)) return false;
    if (CARRIES.test(verb) || NOT.test(reading.word(at - 1))) return false;
    if (DESCRIBES.test(verb) && /^ب[أا]نه/u.test(reading.word(to))) return false;
    // "Calls on the Education": of all that the word can mean only the ministry speaks, and it is feminine.
    if ((reading.cue(from) & (CUE.MINISTRY | CUE.KIND)) === CUE.MINISTRY && to === from + 1)
      return FEMININE_VERB.test(verb);
    // "Accused Hamas": an object, where no gender tells.
    if (/تهم/u.test(reading.word(at)) && (reading.cue(from) & CUE.PROPER) !== 0) return false;
    return (reading.cue(at - 1) & CUE.THAT) === 0 && agrees(verb, reading.word(from));
  }
  if (/^[إا]ل[ىي]$/u.test(verb) && /^(?:استناد|مستند)/u.test(reading.word(at - 1))) return true;
  // "The ruling that the court issued" is none of its reports.
  if ((cue & CUE.ISSUED) !== 0) return reading.left(at, CUE.REPORT | CUE.STATEMENT, ISSUED_AFTER) >= 0;
  if (/^مستند/u.test(verb)) return null;
  if ((cue & CUE.REPORT) !== 0 && DEFINITE.test(reading.word(at))) return false;
  // "Declaring an emergency government": something to come, and nobody's declaration.
  if (/^[وفب]?[إا]علان$/u.test(verb) && !isDefinite(reading, from, to)) return false;
  if ((cue & CUE.REPORT) !== 0 && isDiscussed(reading, at)) return false;
  if ((cue & (CUE.SOURCE | CUE.STATEMENT | CUE.REPORT)) !== 0) return true;
  if ((cue & CUE.FROM) === 0 && reading.word(at) !== "من") return null;
  const isFrom = (cue & CUE.FROM) !== 0;
  if (isFrom && reading.left(at, CUE.RELAY | CUE.SOURCE, CARRIED_FROM) >= 0) return true;
  const issued = reading.left(at, isFrom ? CUE.ISSUED | CUE.STATEMENT : CUE.ISSUED, isFrom ? ISSUED_FROM : 2);
  if (issued < 0) return isReportFrom(reading, at) ? true : null;
  return (
    (reading.cue(issued) & CUE.ISSUED) === 0 ||
    reading.left(issued, CUE.REPORT | CUE.STATEMENT | CUE.SOURCE, 4) >= 0
  );
}

function isDefinite(reading: CuedReading, from: number, to: number): boolean {
  if ((reading.cue(from) & CUE.PROPER) !== 0 || /["«“]/u.test(reading.gap(from + 1))) return true;
  for (let at = from; at < to; at++) if (DEFINITE.test(reading.word(at))) return true;
  return false;
}

/** The word before token `from`, beyond "yesterday" and the like. */
export function verbBefore(reading: CuedReading, from: number): number {
  let at = from - 1;
  while (from - at <= 3 && isFiller(reading, at) && reading.joined(at)) at--;
  return at;
}

/** Before a verb in a headline stands its subject, as before one in the present and a name without gender. */
export function hasOtherSubject(reading: CuedReading, verb: number, from: number): boolean {
  if ((reading.cue(verb) & CUE.SAY) === 0 || verb === 0 || !reading.joined(verb)) return false;
  if (!/^\p{Script=Arabic}/u.test(reading.word(verb)) || /^[وف]/u.test(reading.word(verb))) return false;
  if ((reading.cue(verb - 1) & (CUE.STOP | CUE.THAT | CUE.FILLER | CUE.SOURCE)) !== 0) return false;
  if (AUXILIARY.test(reading.word(verb - 1)) || SO_FAR_AS.test(reading.word(verb - 1))) return false;
  if (reading.field === "title") return true;
  return (reading.cue(from) & CUE.PROPER) !== 0 && NOW.test(reading.word(verb));
}

/** "Bulgaria had accused X": between "had" and its verb stands who acts. */
function hadSubject(reading: CuedReading, verb: number): boolean {
  return (
    reading.word(verb - 1) === "قد" &&
    verb > 1 &&
    !reading.startsSentence(verb - 1) &&
    !HAD.test(reading.word(verb - 2)) &&
    (reading.cue(verb - 2) & (CUE.STOP | CUE.THAT)) === 0
  );
}

/** "… that": within a few words, else something was approved. */
function admits(reading: CuedReading, to: number): boolean {
  for (let at = to; at < Math.min(to + STATED_AFTER, reading.size) && !reading.startsSentence(at); at++)
    if (THAT_IT.test(reading.word(at))) return true;
  return false;
}

/** "Comment", also "today comment" or "from comment". */
function commentFollows(reading: CuedReading, to: number): boolean {
  // "Apple and Google".
  let at = reading.prefix(to) === PREFIX.AND ? to + 1 : to;
  while (at < to + 3 && (reading.cue(at) & (CUE.FILLER | CUE.FROM)) !== 0) at++;
  return COMMENT.test(reading.word(at));
}

function isFiller(reading: CuedReading, at: number): boolean {
  const cue = reading.cue(at);
  return at > 0 && (cue & CUE.FILLER) !== 0 && (cue & CUE.SAY) === 0;
}

/** An Arabic verb before its subject agrees with it; where it does not, the institution is its object. */
export function agrees(verb: string, head: string): boolean {
  if (!/\p{Script=Arabic}/u.test(verb)) return true;
  const feminine = FEMININE_VERB.test(verb);
  if (MASCULINE_WORD.test(head)) return !feminine;
  return !FEMININE_WORD.test(head) || feminine;
}

/** "The ministry of X announced": only where it begins a clause, else the verb has another subject. */
export function speaksAfter(reading: CuedReading, from: number, to: number): boolean {
  if (RELATIVE.test(reading.word(to)) && ANNOUNCED.test(reading.word(to + 1)))
    return (reading.cue(to + 2) & (CUE.STOP | CUE.THAT)) !== 0 || /[:«"“]/u.test(reading.gap(to + 2));
  const prefix = reading.prefix(from);
  if (prefix === PREFIX.FOR || prefix === PREFIX.BY) return false;
  if (isStated(reading, from, to) || isAnnounced(reading, from, to)) return true;
  const opened = from === 0 || reading.startsSentence(from) || AUXILIARY.test(reading.word(from - 1));
  if (!opened && !beginsClause(reading, from)) return false;
  if (reading.field === "title" && /^[\s»"”“}]*:/u.test(reading.gap(to)) && !reading.gap(from).includes("،"))
    return true;
  if (reading.field === "title" && saysTo(reading, to)) return true;
  if (from > 0 && HAD.test(reading.word(from - 1)) && hadSaid(reading, from, to)) return true;
  let at = reading.field === "title" && SITE_OF.test(reading.word(to)) && reading.joined(to) ? to + 2 : to;
  while (at < reading.size && at < to + 3 && isFiller(reading, at)) at++;
  if (at >= reading.size || (reading.cue(at) & (CUE.SAY | CUE.RELAY)) === 0) return false;
  if (reading.prefix(at) !== PREFIX.NONE || MEANS_ELSE.test(reading.word(at))) return false;
  if (/شدد/u.test(reading.word(at)) && !ON_OR_THAT.test(reading.word(at + 1))) return false;
  const comma = opened && from > 0 && at > to;
  if (opened && from > 0 && AUXILIARY.test(reading.word(from - 1)) && PRESENT.test(reading.word(at)))
    return false;
  const close = comma ? CLOSES_OR_COMMA : CLOSES;
  return close.test(reading.gap(to)) && agrees(reading.word(at), reading.word(from));
}

/** "X to (the newspaper) Y:", in a headline. */
function saysTo(reading: CuedReading, to: number): boolean {
  if (!/^ل/u.test(reading.word(to))) return false;
  return [1, 2, 3].some(
    (words) => to + words < reading.size && /^[\s»"”“}]*:/u.test(reading.gap(to + words)),
  );
}

function beginsClause(reading: CuedReading, from: number): boolean {
  const lone = reading.word(from - 1) === "و" && /^\s*\{\s*$/u.test(reading.gap(from));
  return BEGINS_CLAUSE.test(reading.gap(lone ? from - 1 : from));
}

/** "Had", a few words that belong to the name, and "said". */
function hadSaid(reading: CuedReading, from: number, to: number): boolean {
  for (let at = to; at < Math.min(to + HAD_SAID, reading.size); at++) {
    if (reading.startsSentence(at)) return false;
    const cue = reading.cue(at);
    if (reading.word(at) === "قد" && ADMITS.test(reading.word(at + 1))) return admits(reading, at + 2);
    if (reading.word(at) === "قد") return (reading.cue(at + 1) & (CUE.SAY | CUE.RELAY)) !== 0;
    if ((cue & CUE.SAY) !== 0)
      return reading.gap(at).includes("،") && agrees(reading.word(at), reading.word(from));
    if ((cue & (CUE.THAT | CUE.RELAY)) !== 0) return false;
  }
  return false;
}

/** "… X in a statement": whatever the verb, where the clause begins with the institution, or with a feminine verb. */
function isStated(reading: CuedReading, from: number, to: number): boolean {
  const before = reading.word(from - 1);
  const opens = from === 0 || !reading.joined(from) || AUXILIARY.test(before);
  if (!opens) {
    const verb = FEMININE_PAST.test(before) && agrees(before, reading.word(from));
    if (!verb || (from > 1 && reading.joined(from - 1) && !AUXILIARY.test(reading.word(from - 2))))
      return false;
  }
  for (let at = to; at < Math.min(to + STATED_AFTER, reading.size - 1); at++) {
    if (reading.startsSentence(at) || !reading.joined(at)) return false;
    if (IN_A.test(reading.word(at))) return STATED.test(reading.word(at + 1));
  }
  return false;
}

/** "… answers this question the department:": a verb before it, and a colon behind. */
function isAnnounced(reading: CuedReading, from: number, to: number): boolean {
  if (!/^\s*["»”)]?\s*:/u.test(reading.gap(to)) || from === 0) return false;
  let at = from - 1;
  while (at > 0 && isFiller(reading, at)) at--;
  if (!/^ال/u.test(reading.word(at)) || !reading.joined(from)) return false;
  const verb = reading.left(at, CUE.SAY, ANNOUNCED_BEFORE);
  return (
    verb >= 0 && (reading.cue(verb + 1) & CUE.FROM) !== 0 && agrees(reading.word(verb), reading.word(from))
  );
}
