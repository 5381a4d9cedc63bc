/**
 * Institutions that say something in English and French: a capitalised name around a word of kind ("the Saudi Health
 * Ministry", "la Banque mondiale"), or one that everybody knows, as subject of a verb of saying, after "according to"
 * or "selon", or as author of a report or statement.
 */
import type { Draft } from "./draft.js";
import { nameOf } from "./issuer-names.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

const LATIN = /^\p{Script=Latin}/u;
const CAPITAL = /^(?:[ld]['’])?\p{Lu}/u;
/** Acronyms that are words too when they are not all capitals. */
const CAPITALS = /^(?:[ld]['’])?\p{Lu}{2,}$/u;
const SHORT = /^(?:[ld]['’])?\p{L}{2,5}$/u;
const ARTICLE = /^(?:the|an?|le|la|les|un|une)$/iu;
const CONNECTS = /^(?:of|for|and|on|the|de|du|des|la|le|les|et|pour|d|l)$/u;
const ELIDED = /^[ld]['’]/iu;
/** French adjectives of origin stand behind, in small letters. */
const ADJECTIVE =
  /^\p{Ll}+(?:ien|ienne|ais|aise|ois|oise|ain|aine|iale?|ique|ole|nde|que|enne|ée|nale?|rale?)$/u;
const AUXILIARY = /^(?:has|had|have|also|a|ont|avait|later|earlier)$/iu;
const OPENS_CLAUSE = /^(?:that|and|but|as|when|while|after|because|que|et|mais|comme|alors)$/iu;
const BY = /^(?:by|from|of|de|du|des|par)$/iu;
const NAME_LEFT = 4;
const NAME_RIGHT = 8;
const PUNCTUATED = /[,:;.!?"“”«»()\n–—-]\s*["“«]?\s*$/u;
const ATTACHED = /^[\s,"”»)]*$/u;

/** Whether the rules of this file are for token `at`. */
export function isLatin(reading: CuedReading, at: number): boolean {
  return LATIN.test(reading.word(at));
}

/**
 * The institution around token `at`, a word of kind or a known name, which ends with token `known`; null where it says
 * nothing.
 */
export function latinIssuer(reading: CuedReading, at: number, known?: number): Draft | null {
  const proper = known !== undefined || (reading.cue(at) & CUE.PROPER) !== 0;
  if (known === undefined && proper && !isProper(reading.word(at))) return null;
  const from = known === undefined ? nameStart(reading, at) : at;
  const to = known ?? nameEnd(reading, at);
  if (!proper && to - from < 2) return null;
  if (!isSource(reading, from) && !isSubject(reading, from, to)) return null;
  return { from, to, role: "issuer", form: "inline", name: nameOf(reading, from, to) };
}

function isProper(word: string): boolean {
  return SHORT.test(word) ? CAPITALS.test(word) || /\p{Lu}\p{Ll}{3}/u.test(word) : CAPITAL.test(word);
}

function nameStart(reading: CuedReading, at: number): number {
  let from = at;
  while (from > 0 && at - from < NAME_LEFT && reading.joined(from) && !ELIDED.test(reading.word(from))) {
    const word = reading.word(from - 1);
    if (!CAPITAL.test(word) || ARTICLE.test(word) || (reading.cue(from - 1) & (CUE.STOP | CUE.SAY)) !== 0)
      break;
    from--;
  }
  return from;
}

function nameEnd(reading: CuedReading, at: number): number {
  let to = at + 1;
  while (to < at + NAME_RIGHT && reading.joined(to)) {
    const word = reading.word(to);
    if (CAPITAL.test(word)) {
      to++;
      continue;
    }
    if (to === at + 1 && ADJECTIVE.test(word)) return to + 1;
    let next = to;
    while (next < to + 2 && CONNECTS.test(reading.word(next)) && reading.joined(next + 1)) next++;
    if (next === to || !CAPITAL.test(reading.word(next))) break;
    to = next + 1;
  }
  return to;
}

/** The first token before `from` that is no article. */
function before(reading: CuedReading, from: number): number {
  return ARTICLE.test(reading.word(from - 1)) && reading.joined(from) ? from - 2 : from - 1;
}

/** "According to", "selon", "a report by", "said". */
function isSource(reading: CuedReading, from: number): boolean {
  const at = before(reading, from);
  if (at < 0 || !reading.joined(from)) return false;
  const word = reading.word(at);
  if ((reading.cue(at) & CUE.SOURCE) !== 0) return true;
  if (/^to$/iu.test(word)) return (reading.cue(at - 1) & CUE.SOURCE) !== 0;
  if (BY.test(word)) return (reading.cue(at - 1) & (CUE.REPORT | CUE.STATEMENT)) !== 0;
  return (reading.cue(at) & CUE.SAY) !== 0 && /["”»,]\s*$/u.test(reading.gap(at));
}

/** Where a clause begins, with a verb of saying behind it. */
function isSubject(reading: CuedReading, from: number, to: number): boolean {
  const at = before(reading, from);
  const first = at + 1;
  const opens =
    first === 0 ||
    reading.startsSentence(first) ||
    PUNCTUATED.test(reading.gap(first)) ||
    OPENS_CLAUSE.test(reading.word(at));
  if (!opens) return false;
  if (reading.field === "title" && /^\s*["”»]?\s*:/u.test(reading.gap(to))) return true;
  let verb = to;
  while (verb < to + 2 && AUXILIARY.test(reading.word(verb))) verb++;
  if (verb >= reading.size || reading.startsSentence(verb)) return false;
  return (reading.cue(verb) & CUE.SAY) !== 0 && ATTACHED.test(reading.gap(to));
}
