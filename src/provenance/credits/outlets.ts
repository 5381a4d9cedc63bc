/** Outlets as relayers; as channels where somebody spoke to them, and accounts on platforms. */
import type { CreditRole } from "../../model/provenance.js";
import {
  account,
  isOfficial,
  isOwnSite,
  NEAR,
  ON,
  OWN_SITE,
  official,
  platform,
  SPOKEN_ON,
} from "./accounts.js";
import { isOwn } from "./canonical.js";
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import { hasOtherSubject } from "./issuer-subjects.js";
import { CUE } from "./lexicon-cues.js";
import { type CuedReading, type Found, TOLD_TO } from "./reading.js";

const NAME_TOKENS = 6;
/** Between "article", with its title, and the paper that it stands in. */
const ARTICLE_IN = 8;
const BARE_NAME_TOKENS = 3;

/** Words for outlets that mean many other things ("site", "net", "gate"): they need a known or quoted name. */
const BROAD =
  /^[وفبلك]*(?:موقع|شبكة|محطة|برنامج|بوابة|دورية|راديو|magazine|website|channel|television|radio)/u;
/** "The newspaper": named before. "The television" of a country is a name. */
const BARE = /^[وفبك]*(?:ال|لل)(?!تلفزيون|إذاعة|اذاعة)/u;
const WAS = /^[وف]?كانت?$/u;
const WITHIN = /^(?:على|علي|عبر|في|من)$/u;
/** Whose site it is, named before. */
const OF_BODY = /^ال(?:نادي|فريق|اتحاد|شركة|وزارة|هيئة|جامعة|منظمة|مؤسسة|بنك|حزب|جماعة|بطولة)$/u;
const FEMININE_MEDIUM = /^[وف]?(?:صحيفة|جريدة|مجلة|دورية|بوابة|قناة|شبكة|محطة|إذاعة|اذاعة)$/u;
const MASCULINE_NOW = /^[وف]?ي/u;
const BUT_OR_THAT = /^[وف]?(?:لكن|[أا]ن|إن)$/u;
const JOURNAL = /^[وفب]*(?:مجلة|دورية)$/u;
/** "A local paper": some paper. */
const SOME = /^(?!ال)\p{L}{3,}ي[ةه]$|^[إا]لكترون[يى]$|^[إا]خبار[يى]$|^رسم[يى]$|^محل[يى]$/u;
const SPEECH = /^(?:كلمة|كلمته|خطاب|خطابه|مقابلة|حوار)$/u;
/** `own`: what the outlet whose page this is is called; its own name is no credit. */
export function outletsOf(reading: CuedReading, own: ReadonlySet<string>): Draft[] {
  if (reading.field === "byline") return [];
  const drafts: Draft[] = [];
  const taken = new Set<number>();
  for (const at of reading.cued) {
    const cue = reading.cue(at);
    if (reading.foundAt(at)?.name.kind === "other") continue;
    let draft: Draft | null = null;
    if ((cue & CUE.ACCOUNT) !== 0) draft = account(reading, at);
    else if ((cue & CUE.PLATFORM) !== 0) draft = platform(reading, at);
    else if ((cue & (CUE.PRINT | CUE.BROADCAST | CUE.PROGRAMME)) !== 0)
      draft = headed(reading, at, (cue & CUE.PRINT) === 0, own, taken);
    draft ??= another(reading, at, own, taken, drafts.at(-1));
    if (draft !== null) drafts.push(draft);
  }
  const ends = new Map(drafts.map(({ to, role }) => [to, role]));
  for (const found of reading.found) {
    if (found.name.kind !== "outlet" || taken.has(found.from) || isOwnAt(reading, found.from, found.to, own))
      continue;
    if (!standsOut(reading, found) || isOtherKind(reading, found.from)) continue;
    if (isService(reading, found.from)) {
      drafts.push({ ...found, role: "relayer", form: "trailer", name: found.name.name });
      continue;
    }
    // "X and Y": the second is what the first is.
    const joins = reading.prefix(found.from) === PREFIX.AND ? ends.get(found.from) : undefined;
    const role = joins ?? roleOf(reading, found.from, found.to, found.name.broadcast);
    if (role === null) continue;
    drafts.push({ ...found, role, form: "inline", name: found.name.name });
    ends.set(found.to, role);
  }
  return drafts;
}

/** "The newspaper X". */
function headed(
  reading: CuedReading,
  at: number,
  broadcast: boolean,
  own: ReadonlySet<string>,
  taken: Set<number>,
): Draft | null {
  if (/^للموقع$/u.test(reading.word(at)) && isOfficial(reading, at)) return official(reading, at);
  if (/^[وف]?لموقع$/u.test(reading.word(at)) && OF_BODY.test(reading.word(at + 1)))
    return official(reading, at);
  if (BARE.test(reading.word(at))) return null;
  if (!/^[\s("«“”]*$/u.test(reading.gap(at + 1))) return null;
  const known = reading.foundAt(at + 1);
  let to = at + 1;
  let name: string;
  if (known?.name.kind === "outlet" && !goesOnInMarks(reading, known)) {
    taken.add(known.from);
    to = known.to;
    name = channelName(reading, at, known) ?? known.name.name;
  } else {
    if (known?.name.kind === "outlet") taken.add(known.from);
    const quoted = /["«“(]/u.test(reading.gap(at + 1));
    if ((reading.cue(at + 1) & (quoted ? CUE.PLATFORM : CUE.PLATFORM | CUE.STOP)) !== 0) return null;
    to = nameEnd(reading, at + 1);
    if (to === at + 1) return null;
    if (!quoted && (SOME.test(reading.word(at + 1)) || isKindOnly(reading, at))) return null;
    if (quoted && (reading.cue(at + 1) & CUE.THAT) !== 0) return null;
    // "The site of the ministry" is the ministry's own.
    if (!quoted && OWN_SITE.test(reading.word(at)) && isBody(reading, at + 1)) return null;
    const near = JOURNAL.test(reading.word(at)) || isSourced(reading, at);
    const site = OWN_SITE.test(reading.word(at)) && isIn(reading, at) && isOwnSite(reading, at);
    const says = OWN_SITE.test(reading.word(at)) && saysAfter(reading, at, to);
    if (!quoted && !near && !site && !says && BROAD.test(reading.word(at))) return null;
    const { start, end } = quoted ? reading.quotedRange(at + 1, to) : reading.range(at + 1, to);
    name = known?.name.kind === "agency" ? known.name.name : reading.tokens.text.slice(start, end);
  }
  if (isOwnAt(reading, at + 1, to, own)) return null;
  // "The site of the newspaper X".
  const first = at > 0 && OWN_SITE.test(reading.word(at - 1)) && reading.joined(at) ? at - 1 : at;
  const role = roleOf(reading, first, to, broadcast);
  return role === null ? null : { from: at, to, role, form: "inline", name };
}

function isOwnAt(reading: CuedReading, from: number, to: number, own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false;
  const { start, end } = reading.range(from, to);
  return isOwn(reading.tokens.text.slice(start, end), own);
}

function isBody(reading: CuedReading, at: number): boolean {
  if (reading.foundAt(at)?.name.kind === "institution") return true;
  return (reading.cue(at) & (CUE.KIND | CUE.MINISTRY)) !== 0 && !/["«“]/u.test(reading.gap(at + 1));
}

/** "The bank X", "the club X": not the paper of that name. */
function isOtherKind(reading: CuedReading, from: number): boolean {
  const before = reading.cue(from - 1);
  if (from === 0 || (before & (CUE.PRINT | CUE.BROADCAST | CUE.AGENCY)) !== 0) return false;
  return (before & CUE.KIND) !== 0 && /^[^،.:؛\n]*$/u.test(reading.gap(from));
}

/** "* Service of X", behind an article that X sold. */
function isService(reading: CuedReading, from: number): boolean {
  return /^خدمة$/u.test(reading.word(from - 1)) && reading.startsSentence(from - 1);
}

/** Marks that hold more than the known name hold another: "Al-Watan" and "Al-Watan Al-Arabi". */
function goesOnInMarks(reading: CuedReading, known: Found): boolean {
  const opens = /["«“]\s*$/u.test(reading.gap(known.from)) && /["«“]/u.test(reading.gap(known.from));
  return (
    opens &&
    known.to < reading.size &&
    /^ $/u.test(reading.gap(known.to)) &&
    nameEnd(reading, known.from) > known.to
  );
}

/** A channel with the name of a paper is another medium; null where it is the one known. */
function channelName(reading: CuedReading, at: number, known: Found): string | null {
  if (known.name.kind !== "outlet" || known.name.broadcast || (reading.cue(at) & CUE.BROADCAST) === 0)
    return null;
  const { start, end } = reading.quotedRange(known.from, known.to);
  const words = reading.tokens.text.slice(start, end);
  return /^الجزيرة$/u.test(words) ? "Al Jazeera" : words;
}

/** "The networks of television", "radio stations of the world": kinds, and no name. */
function isKindOnly(reading: CuedReading, at: number): boolean {
  const next = reading.cue(at + 1) & (CUE.BROADCAST | CUE.PRINT | CUE.PLATFORM);
  return next !== 0 || /^(?:شبكات|قنوات|محطات|مواقع|صحف)$/u.test(reading.word(at - 1));
}

/** "According to", "according to figures of" or a verb of passing on stands right before. */
function isSourced(reading: CuedReading, at: number): boolean {
  const before = reading.preceding(at, CUE.SOURCE | CUE.RELAY | CUE.SAY);
  // "He uncovers a net": a feminine medium has a feminine verb.
  if (before >= 0)
    return !(FEMININE_MEDIUM.test(reading.word(at)) && MASCULINE_NOW.test(reading.word(before)));
  return at > 1 && (reading.cue(at - 1) & CUE.REPORT) !== 0 && (reading.cue(at - 2) & CUE.SOURCE) !== 0;
}

/** "The site X … said", where a clause begins. */
function saysAfter(reading: CuedReading, at: number, to: number): boolean {
  const opens = reading.startsSentence(at) || BUT_OR_THAT.test(reading.word(at - 1));
  const verb = opens && reading.field !== "title" ? reading.right(to, CUE.SAY, NEAR + 1) : -1;
  return verb >= 0 && reading.prefix(verb) === PREFIX.NONE;
}

/** "And the newspaper Y": the next of several. */
function another(
  reading: CuedReading,
  at: number,
  own: ReadonlySet<string>,
  taken: Set<number>,
  last: Draft | undefined,
): Draft | null {
  if (last === undefined || at - last.to > 1 || reading.prefix(at) !== PREFIX.AND) return null;
  const known = reading.foundAt(at + 1);
  if ((reading.cue(at) & (CUE.PRINT | CUE.BROADCAST)) === 0 || known?.name.kind !== "outlet") return null;
  taken.add(known.from);
  if (isOwnAt(reading, known.from, known.to, own)) return null;
  return { from: at, to: known.to, role: last.role, form: "inline", name: known.name.name };
}

function nameEnd(reading: CuedReading, at: number): number {
  const quoted = /["«“(]/u.test(reading.gap(at));
  for (let to = at; to <= reading.size && to < at + NAME_TOKENS; to++) {
    if (to > at && quoted && /["»”)]/u.test(reading.gap(to))) return to;
    if (to > at && !reading.joined(to)) return to;
    if (to > at && !quoted && /["«“]/u.test(reading.gap(to))) {
      // "The site of the club «X»".
      return (reading.cue(to - 1) & CUE.KIND) !== 0 ? Math.max(to, marksEnd(reading, to)) : to;
    }
    if (
      !quoted &&
      ((reading.cue(to) & (CUE.STOP | CUE.SAY | CUE.RELAY)) !== 0 || to === at + BARE_NAME_TOKENS)
    )
      return to;
  }
  return quoted ? at : Math.min(at + BARE_NAME_TOKENS, reading.size);
}

/** Where the marks that open before token `at` close; 0 if they hold no short name. */
function marksEnd(reading: CuedReading, at: number): number {
  for (let to = at + 1; to <= at + NAME_TOKENS && to <= reading.size; to++) {
    if (/["»”]/u.test(reading.gap(to))) return to;
    if (!/^ $/u.test(reading.gap(to))) return 0;
  }
  return 0;
}

function standsOut(reading: CuedReading, { from, to, name }: Found): boolean {
  if (reading.enclosed(from, to)) return true;
  if (name.kind !== "outlet") return false;
  if (to - from >= 2 && name.broadcast) return true;
  if (!name.distinct && (to - from < 2 || /^[وفبلك]*(?:ال|لل)/u.test(reading.word(from)))) return false;
  return reading.prefix(from) === PREFIX.FOR || reading.follows(from, CUE.SAY | CUE.SOURCE | CUE.RELAY);
}

function roleOf(reading: CuedReading, from: number, to: number, broadcast: boolean): CreditRole | null {
  if (reading.prefix(from) === PREFIX.FOR) {
    if (from > 0 && (reading.cue(from - 1) & (CUE.SOURCE | CUE.REPORT | CUE.PRESS)) !== 0) return "relayer";
    // "X to Y: …", in a headline.
    if (reading.field === "title" && from > 0 && /^[\s»"”]*:/u.test(reading.gap(to))) return "channel";
    return reading.left(from, CUE.SAY | CUE.TALK | CUE.STATEMENT, TOLD_TO) >= 0 ? "channel" : null;
  }
  if (!broadcast && /\(\s*$/u.test(reading.gap(from)) && (reading.cue(from) & CUE.PRINT) !== 0)
    return "relayer";
  const programme = (reading.cue(from) & CUE.PROGRAMME) !== 0;
  if (!programme && reading.follows(from, CUE.RELAY | CUE.PRESS) && !isNoun(reading, from - 1)) {
    const aired = broadcast && /^بث/u.test(reading.word(from - 1)) && SPEECH.test(reading.word(from - 2));
    return aired ? "channel" : "relayer";
  }
  if (reading.left(from, CUE.TALK, 4) >= 0) return "channel";
  if (!broadcast && isIn(reading, from)) {
    if (reading.left(from, CUE.ARTICLE, ARTICLE_IN) >= 0) return "relayer";
    if (reading.left(from, CUE.RELAY, JOURNAL.test(reading.word(from)) ? SPOKEN_ON : NEAR) >= 0)
      return "relayer";
    return OWN_SITE.test(reading.word(from)) && isOwnSite(reading, from) ? "channel" : null;
  }
  if (broadcast && from > 0 && ON.test(reading.word(from - 1))) {
    if (reading.left(from, CUE.SAY, programme ? NEAR : SPOKEN_ON) >= 0) return "channel";
    return !programme && isTalk(reading, from) ? "channel" : null;
  }
  if (programme) return null;
  const verb = reading.preceding(from, CUE.SAY);
  if (verb >= 0 && hasOtherSubject(reading, verb, from)) return null;
  if (verb >= 0 || reading.left(from, CUE.SOURCE, NEAR) >= 0) return "relayer";
  if (from > 0 && (reading.cue(from - 1) & CUE.FROM) !== 0) {
    return reading.left(from, CUE.RELAY | CUE.SOURCE, 6) >= 0 ? "relayer" : null;
  }
  const far = from > 0 && WAS.test(reading.word(from - 1)) ? NEAR + 2 : NEAR;
  return reading.right(to, CUE.SAY | CUE.RELAY | CUE.PRESS, far) >= 0 ? "relayer" : null;
}

/** "In a call to the programme X, on the channel": the programme itself is no talk. */
function isTalk(reading: CuedReading, from: number): boolean {
  let talk = reading.left(from, CUE.TALK, SPOKEN_ON);
  while (talk >= 0 && (reading.cue(talk) & CUE.PROGRAMME) !== 0)
    talk = reading.left(talk, CUE.TALK, SPOKEN_ON - (from - talk));
  return talk >= 0;
}

/** "The broadcast of": not "broadcast", which begins its clause. */
function isNoun(reading: CuedReading, at: number): boolean {
  return /^[بل]?بث$/u.test(reading.word(at)) && at > 0 && !reading.startsSentence(at);
}

/** "In", "on" or "by" the outlet. */
function isIn(reading: CuedReading, from: number): boolean {
  return reading.prefix(from) === PREFIX.BY || (from > 0 && WITHIN.test(reading.word(from - 1)));
}
