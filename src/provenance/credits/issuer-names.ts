/** Where the name of an institution ends, and whether it is one: "the ministry" and "a company" name none. */
import { PREFIX } from "./compile.js";
import {
  BRANCH,
  COMMENT,
  DEFINITE,
  FEMININE_WORD,
  FOR_SOMETHING,
  GOES_ON,
  HONOURED,
  NATION,
  ORDINARY,
  PLACE,
  POINTS,
  RENEWED,
  RENEWS,
  SOME,
  SPOKEN_FOR,
  TITLE,
  WHICH_YEAR,
  YEAR,
} from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

/** Of which a country has one, so that a headline needs no more: "The presidency: …". */
const SPEAKS_ALONE = /^(?:الرئاسة|الجيش|البرلمان)$/u;
const NAME_TOKENS = 7;
/** A name in brackets with the word of kind before it. */
const BRACKET_TOKENS = 6;

const ENDS_NAME =
  CUE.STOP |
  CUE.SAY |
  CUE.RELAY |
  CUE.SOURCE |
  CUE.FILLER |
  CUE.STATEMENT |
  CUE.THAT |
  CUE.SPOKESMAN |
  CUE.REPORT;

export function nameEnd(reading: CuedReading, at: number, least: number): number {
  const inner = least === at + 1 && reading.joined(least) ? reading.foundAt(least) : undefined;
  const known = inner?.name.kind === "institution";
  // "The centre called on the United Nations", but "the company, Saudi, of electricity".
  if (known && DEFINITE.test(reading.word(at)) && !NATION.test(reading.word(least))) return least;
  const bracket = least === at + 1 ? bracketEnd(reading, at) : 0;
  if (bracket > 0) return bracket;
  let to = known ? inner.to : least;
  let definite = to > at + 1 || DEFINITE.test(reading.word(at)) || (reading.cue(at) & CUE.PROPER) !== 0;
  while (to < reading.size && to < at + NAME_TOKENS && reading.joined(to)) {
    const word = reading.word(to);
    if (endsName(reading, at, to) || COMMENT.test(word) || TITLE.test(word) || isAnother(reading, to)) break;
    if (RENEWS.test(reading.word(at - 1)) && RENEWED.test(word)) break;
    if (to > at + 1 && ORDINARY.test(reading.word(to - 1)) && definite && !NATION.test(word)) break;
    if (isObject(reading, at, to) || (YEAR.test(word) && WHICH_YEAR.test(reading.word(to + 1)))) break;
    if (
      definite &&
      !GOES_ON.test(word) &&
      !isOf(reading, to) &&
      !isAndOf(reading, to) &&
      !isFor(reading, at, to)
    )
      break;
    definite ||= DEFINITE.test(word) && !HONOURED.test(word);
    to++;
    // A quoted name ends with its quotation.
    if (/["»”]/u.test(reading.gap(to)) && !/["«“]\s*$/u.test(reading.gap(to).slice(1))) break;
  }
  return to;
}

/** "The group (X Y)": a name in brackets right behind the word of kind; where it ends, or 0. */
function bracketEnd(reading: CuedReading, at: number): number {
  if (!/^\s*\(\s*$/u.test(reading.gap(at + 1)) || DEFINITE.test(reading.word(at))) return 0;
  for (let to = at + 2; to <= Math.min(at + BRACKET_TOKENS, reading.size); to++) {
    if (/^\s*\)/u.test(reading.gap(to))) return to;
    if (!/^[\s.&-]*$/u.test(reading.gap(to))) return 0;
  }
  return 0;
}

/** "Condemned the American ministry the bombing": after a feminine adjective of origin no masculine noun is of the name. */
function isObject(reading: CuedReading, at: number, to: number): boolean {
  if (to < at + 2 || !/^ال\p{L}+(?<![ةهىا]|ات)$/u.test(reading.word(to))) return false;
  if (!/^ال\p{L}+ي[ةه]$/u.test(reading.word(to - 1)) || !FEMININE_WORD.test(reading.word(at))) return false;
  return to > at + 2 || DEFINITE.test(reading.word(at));
}

/** "Statistics" ends a name, "the statistics" may stand in one, as "statistics" may right behind "office". */
function endsName(reading: CuedReading, from: number, at: number): boolean {
  const ends = reading.cue(at) & ENDS_NAME;
  if (ends !== CUE.REPORT) return ends !== 0;
  if (DEFINITE.test(reading.word(at))) return false;
  if (at > from + 1 || (reading.cue(from) & CUE.KIND) === 0) return true;
  return !reading.joined(at + 1) || !DEFINITE.test(reading.word(at + 1));
}

/** "The organising committee for …": where the adjective alone would name none. A listener is no part of the name. */
function isFor(reading: CuedReading, at: number, to: number): boolean {
  if (to !== at + 2 || !POINTS.test(reading.word(at + 1)) || !reading.joined(to + 1)) return false;
  if ((reading.cue(to) & (CUE.AGENCY | CUE.AGENCIES | CUE.PRINT | CUE.BROADCAST)) !== 0) return false;
  return FOR_SOMETHING.test(reading.word(to)) && reading.foundAt(to) === undefined;
}

/** "Of the organisation …". */
function isOf(reading: CuedReading, at: number): boolean {
  return reading.prefix(at) === PREFIX.FOR && (reading.cue(at) & CUE.KIND) !== 0;
}

/** "And technology of information": a further part of the name, before a definite word. */
function isAndOf(reading: CuedReading, at: number): boolean {
  if (!/^و\p{L}{3}/u.test(reading.word(at)) || reading.cue(at) !== 0) return false;
  return reading.joined(at + 1) && /^ال/u.test(reading.word(at + 1));
}

/** A kind of institution is named by what follows; a ministry's short name also by quotation marks. */
export function isNamed(reading: CuedReading, from: number, to: number): boolean {
  if ((reading.cue(from) & CUE.MINISTRY) !== 0 && (reading.enclosed(from, to) || reading.field === "title"))
    return true;
  if (to > from + 1 && (reading.cue(from) & (CUE.MINISTRY | CUE.KIND)) === CUE.MINISTRY) {
    return SPOKEN_FOR.test(reading.word(from)) && /ية$/u.test(reading.word(from + 1));
  }
  if (to === from + 1) {
    if (reading.field === "title" && SPEAKS_ALONE.test(reading.word(from))) return true;
    return (reading.cue(from) & CUE.MINISTRY) !== 0 && isAfterFeminine(reading, from);
  }
  const next = reading.word(from + 1);
  if (isBare(reading, from, to)) return false;
  if (
    to === from + 2 &&
    (POINTS.test(next) || (DEFINITE.test(next) && (reading.cue(from + 1) & CUE.KNOWN) !== 0))
  )
    return false;
  if (
    to === from + 2 &&
    !DEFINITE.test(reading.word(from)) &&
    SOME.test(next) &&
    /[ةه]$/u.test(reading.word(from))
  )
    return false;
  return (reading.cue(from) & CUE.KIND) !== 0 || /^ال/u.test(reading.word(from + 1));
}

/**
 * "The company", "the management of the club", also of a country: some company or club. And a definite feminine with a
 * noun after it that is not its adjective ("urged the government the people") is a subject with its object.
 */
function isBare(reading: CuedReading, from: number, to: number): boolean {
  let at = from;
  if (!DEFINITE.test(reading.word(at))) {
    if (!ORDINARY.test(reading.word(at + 1))) return false;
    at++;
  }
  if (ORDINARY.test(reading.word(at)))
    return to <= at + 1 || (to === at + 2 && NATION.test(reading.word(at + 1)));
  if (at > from || (reading.cue(at) & CUE.KNOWN) === 0 || !/(?:ة|ه|ات)$/u.test(reading.word(at)))
    return false;
  const next = reading.word(at + 1);
  return /^ال/u.test(next) && !/[ةهىا]$/u.test(next) && (reading.cue(at + 1) & CUE.KNOWN) === 0;
}

/** "The interior announced": of all that the word can mean only the ministry is feminine and speaks. */
function isAfterFeminine(reading: CuedReading, at: number): boolean {
  return reading.joined(at) && (reading.cue(at - 1) & CUE.SAY) !== 0 && /ت$/u.test(reading.word(at - 1));
}

/** "Health of Riyadh": the branch of a ministry or service in a place, which must be named; where it ends, or 0. */
export function branchEnd(reading: CuedReading, at: number): number {
  const near = /^\s*["»”]?\s*["«“]?\s*$/u.test(reading.gap(at + 1));
  if (!near || !BRANCH.test(reading.word(at)) || !PLACE.test(reading.word(at + 1))) return 0;
  return /^(?:مكة|المدينة|حفر|الحدود)$/u.test(reading.word(at + 1)) && reading.joined(at + 2)
    ? at + 3
    : at + 2;
}

/** "And the organisation …": the next of several subjects. */
export function isAnother(reading: CuedReading, at: number): boolean {
  if (reading.prefix(at) !== PREFIX.AND) return false;
  return (reading.cue(at) & CUE.KIND) !== 0 || reading.foundAt(at)?.name.kind === "institution";
}

/** An agency that may be one of news, as those of one word are. */
export function isOfNews(reading: CuedReading, from: number, to: number): boolean {
  if (reading.foundAt(from + 1)?.name.kind === "institution") return false;
  if (!/^\s*$/u.test(reading.gap(from + 1)) || DEFINITE.test(reading.word(from)) || to < from + 3)
    return true;
  for (let at = from + 1; at <= to; at++) {
    if ((reading.cue(at) & CUE.NEWS) !== 0 || reading.foundAt(at)?.name.kind === "agency") return true;
  }
  return !DEFINITE.test(reading.word(to - 1));
}

export function nameOf(reading: CuedReading, from: number, to: number): string {
  const { start, end } = reading.range(from, to);
  return reading.tokens.text
    .slice(start, end)
    .replace(/["«»“”„()\u0640\u064b-\u0652]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
