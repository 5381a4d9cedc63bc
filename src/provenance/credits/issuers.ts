/**
 * Institutions that are said to have said, announced or issued something. An open class: a word for a kind of
 * institution with the name that follows it, or a name that everybody knows, beside a word of saying. Bare "the
 * ministry", persons and their spokesmen are none.
 */
import { tokenRange } from "../../text/token-range.js";
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import { groupEnd } from "./issuer-groups.js";
import { isLatin, latinIssuer } from "./issuer-latin.js";
import { branchEnd, isAnother, isNamed, isOfNews, nameEnd, nameOf } from "./issuer-names.js";
import { stateSpeaks } from "./issuer-states.js";
import { isSubject, speaksAfter } from "./issuer-subjects.js";
import {
  ABSTRACT,
  DEFINITE,
  DEMANDED,
  KNOWN_BY_QUOTES,
  LEADS,
  PERSON,
  RANK,
  RENEWED,
  RENEWS,
  SAYS_ONE,
  SPEAKS,
  SPEAKS_HE,
  TITLE,
} from "./issuer-words.js";
import { CUE } from "./lexicon-cues.js";
import type { CuedReading } from "./reading.js";

/** Formula before a page's own headline. */
const REPEATED_HEADLINE = "رابط الخبر";
const QUOTED_TOKENS = 5;

const HEADS = CUE.KIND | CUE.KNOWN | CUE.MINISTRY | CUE.PROPER;

export function issuersOf(reading: CuedReading): Draft[] {
  if (reading.field === "byline") return [];
  const drafts: Draft[] = [];
  let blocked = 0;
  const push = (from: number, to: number) => {
    drafts.push({ from, to, role: "issuer", form: "inline", name: nameOf(reading, from, to) });
    blocked = to;
  };
  if (reading.field === "title") {
    const to = quotedSpeaker(reading);
    if (to > 0) push(0, to);
  }
  for (const at of places(reading)) {
    if (at < blocked) continue;
    const found = reading.foundAt(at);
    if (found?.name.kind === "agency" || found?.name.kind === "other") continue;
    const known = found?.name.kind === "institution" ? found.to : undefined;
    const cue = reading.cue(at);
    if (known === undefined && (cue & CUE.BRANCH) !== 0) {
      const to = branchEnd(reading, at);
      if (to > 0 && (isSubject(reading, at, to) ?? speaksAfter(reading, at, to))) {
        push(at, to);
        continue;
      }
    }
    if (known === undefined && (cue & (HEADS | CUE.GROUP)) === CUE.GROUP) {
      const to = groupEnd(reading, at);
      if (to > 0) push(at, to);
      continue;
    }
    const state = found?.name.kind === "state" ? found.to : at + 1;
    if (state > at + 1 || (found === undefined && (cue & (HEADS | CUE.STATE)) === CUE.STATE)) {
      if (stateSpeaks(reading, at, state)) push(at, state);
      continue;
    }
    if (known === undefined && (cue & HEADS) === 0) {
      const free = (cue & CUE.SAY) !== 0 && reading.foundAt(at + 1) === undefined;
      const to = free ? quotedSubject(reading, at) : 0;
      if (to > 0 && found === undefined) push(at + 1, to);
      continue;
    }
    if (isLatin(reading, at)) {
      const draft = latinIssuer(reading, at, known);
      if (draft !== null && draft.from >= blocked) {
        drafts.push(draft);
        blocked = draft.to;
      }
      continue;
    }
    if (at !== blocked && !mayIssue(reading, at)) continue;
    const to = nameEnd(reading, at, known ?? at + 1);
    if (known === undefined && (cue & CUE.AGENCY) !== 0 && isOfNews(reading, at, to)) continue;
    if (known === undefined && (cue & CUE.PROPER) === 0 && !isNamed(reading, at, to)) continue;
    if (reading.joined(to) && RENEWS.test(reading.word(at - 1)) && !RENEWED.test(reading.word(to))) continue;
    const joins = at === blocked && blocked > 0 && isAnother(reading, at) && reading.joined(at);
    if (joins || (isSubject(reading, at, to) ?? speaksAfter(reading, at, to))) push(at, to);
  }
  return withoutFurniture(reading, drafts);
}

/** Whether a rule may say that it does, by the word before: most institutions stand inside a sentence and say nothing. */
function mayIssue(reading: CuedReading, at: number): boolean {
  if (at === 0 || !reading.joined(at) || reading.prefix(at) === PREFIX.FOR) return true;
  if (DEMANDED.test(reading.word(at - 1))) return true;
  return reading.cue(at - 1) !== 0 || LEADS.test(reading.word(at - 1));
}

/** Where an institution may begin, or a verb before a quoted one stands. */
function places(reading: CuedReading): number[] {
  const cued = reading.cued.filter(
    (at) => (reading.cue(at) & (HEADS | CUE.BRANCH | CUE.GROUP | CUE.STATE | CUE.SAY)) !== 0,
  );
  const named = reading.found.flatMap(({ from, name }) =>
    name.kind === "institution" || name.kind === "state" ? [from] : [],
  );
  return named.length === 0 ? cued : [...new Set([...cued, ...named])].sort((a, b) => a - b);
}

/** Without those in a headline that the page repeats as a link. */
function withoutFurniture(reading: CuedReading, drafts: Draft[]): Draft[] {
  const at = drafts.length === 0 ? -1 : reading.tokens.text.lastIndexOf(REPEATED_HEADLINE);
  if (at < 0) return drafts;
  const [first] = tokenRange(reading.tokens, { start: at, end: at });
  return drafts.filter(({ from }) => from < first);
}

/** A headline that begins with a quoted name and a colon or a verb that only speakers have; where the name ends, or 0. */
function quotedSpeaker(reading: CuedReading): number {
  if (!/["«“]\s*$/u.test(reading.gap(0)) || RANK.test(reading.word(0)) || TITLE.test(reading.word(0)))
    return 0;
  if (reading.foundAt(0)?.name.kind === "outlet") return 0;
  for (let to = 1; to <= Math.min(QUOTED_TOKENS, reading.size); to++) {
    const closes = /^\s*["»”}]/u.test(reading.gap(to));
    if (to === 1 && (closes || !DEFINITE.test(reading.word(0))) && isPerson(reading)) return 0;
    if (/^\s*["»”}]\s*:/u.test(reading.gap(to))) return to;
    if (/^\s*["»”]\s*$/u.test(reading.gap(to)) && speaks(reading, to)) return to;
    if (!/^\s*$/u.test(reading.gap(to))) return 0;
  }
  return 0;
}

/** The verb of a quoted name; a masculine one only after two definite words, as no person's name is. */
function speaks(reading: CuedReading, to: number): boolean {
  if (SPEAKS.test(reading.word(to))) return true;
  if (to < 2 || !SPEAKS_HE.test(reading.word(to))) return false;
  return /^ال/u.test(reading.word(0)) && /^و?ال/u.test(reading.word(1));
}

/** One quoted word that is as likely somebody's name, or what somebody is. */
function isPerson(reading: CuedReading): boolean {
  const word = reading.word(0);
  if ((reading.cue(0) & (HEADS | CUE.BRANCH)) !== 0 || reading.foundAt(0) !== undefined) return false;
  if (KNOWN_BY_QUOTES.test(word)) return false;
  if (DEFINITE.test(word)) return PERSON.test(word) || !/ات$/u.test(word);
  return (reading.cue(0) & (CUE.REPORTER | CUE.PRINT)) !== 0 || /^عبد|[ةي]$/u.test(word);
}

/** A quoted name right after a feminine verb of saying, as companies are named; where it ends, or 0. */
function quotedSubject(reading: CuedReading, verb: number): number {
  const from = verb + 1;
  if (!/ت$/u.test(reading.word(verb)) || !/^\s*["«“]\s*$/u.test(reading.gap(from))) return 0;
  for (let to = from + 1; to <= Math.min(from + QUOTED_TOKENS, reading.size); to++) {
    if (/^\s*["»”]/u.test(reading.gap(to))) {
      const follows = reading.cue(to) & (CUE.STOP | CUE.THAT | CUE.FILLER);
      if (SAYS_ONE.test(reading.word(verb)) && !ABSTRACT.test(reading.word(to - 1))) return 0;
      return follows !== 0 && !/^أم$/u.test(reading.word(from)) ? to : 0;
    }
    if (!/^\s*$/u.test(reading.gap(to))) return 0;
  }
  return 0;
}
