/** Outlets as relayers; as channels where somebody spoke to them, and accounts on platforms. */
import type { CreditRole } from "../../model/provenance.js";
import { PREFIX } from "./compile.js";
import type { Draft } from "./draft.js";
import { CUE } from "./lexicon-cues.js";
import { type Found, type Reading, TOLD_TO } from "./reading.js";

const NEAR = 3;
const SPOKEN_ON = 12;
const WROTE_ON = 20;
const NAME_TOKENS = 6;
const SITE_TOKENS = 6;
/** Between "article", with its title, and the paper that it stands in. */
const ARTICLE_IN = 8;
/** Between "received" and the account that it came to. */
const RECEIVED_ON = 12;
const BARE_NAME_TOKENS = 3;

/** Words for outlets that mean many other things ("site", "net", "gate"): they need a known or quoted name. */
const BROAD =
  /^[وفبلك]*(?:موقع|شبكة|محطة|برنامج|بوابة|دورية|راديو|magazine|website|channel|television|radio)/u;
/** "The newspaper": named before. "The television" of a country is a name. */
const BARE = /^[وفبك]*(?:ال|لل)(?!تلفزيون|إذاعة|اذاعة)/u;
const ON = /^(?:على|علي|عبر|في)$/u;
const OFFICIAL = /^(?:ال)?(?:رسمي|إلكتروني|الكتروني)/u;
const WAS = /^[وف]?كانت?$/u;
const WITHIN = /^(?:على|علي|عبر|في|من)$/u;
const OWN_SITE = /^[وفبل]*موقع$/u;
const FEMININE_MEDIUM = /^[وف]?(?:صحيفة|جريدة|مجلة|دورية|بوابة|قناة|شبكة|محطة|إذاعة|اذاعة)$/u;
const MASCULINE_NOW = /^[وف]?ي/u;
const BUT_OR_THAT = /^[وف]?(?:لكن|[أا]ن|إن)$/u;
const JOURNAL = /^[وفب]*(?:مجلة|دورية)$/u;
const RECEIVED = /^[وف]?(?:تلقت|تلقى|يتلقى|تتلقى|استقبلت?|تستقبل|وردت?|وردها|رصدت?)$/u;
/** "A local paper": some paper. */
const SOME = /^(?!ال)\p{L}{3,}ي[ةه]$/u;
const SPEECH = /^(?:كلمة|كلمته|خطاب|خطابه|مقابلة|حوار)$/u;
const TRADING = /^تداول$/u;
const PLATFORMS: readonly (readonly [RegExp, string])[] = [
  [/تويتر|twitter|إكس/iu, "Twitter"],
  [/فيسبوك|facebook/iu, "Facebook"],
  [/تل[يغج]|telegram/iu, "Telegram"],
  [/نستغرام|نستجرام|instagram/iu, "Instagram"],
  [/يوتيوب|youtube/iu, "YouTube"],
  [/^تداول$/u, "Tadawul"],
];

/** `own`: the outlet whose page this is; its own name is no credit. */
export function outletsOf(reading: Reading, own: string | null): Draft[] {
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
    if (found.name.kind !== "outlet" || found.name.name === own || taken.has(found.from)) continue;
    if (!standsOut(reading, found)) continue;
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
  reading: Reading,
  at: number,
  broadcast: boolean,
  own: string | null,
  taken: Set<number>,
): Draft | null {
  if (/^للموقع$/u.test(reading.word(at)) && isOfficial(reading, at)) return official(reading, at);
  if (BARE.test(reading.word(at))) return null;
  if (!/^[\s("«“”]*$/u.test(reading.gap(at + 1))) return null;
  const known = reading.foundAt(at + 1);
  let to = at + 1;
  let name: string;
  if (known?.name.kind === "outlet") {
    taken.add(known.from);
    to = known.to;
    name = known.name.name;
  } else {
    const quoted = /["«“(]/u.test(reading.gap(at + 1));
    if ((reading.cue(at + 1) & (quoted ? CUE.PLATFORM : CUE.PLATFORM | CUE.STOP)) !== 0) return null;
    to = nameEnd(reading, at + 1);
    if (to === at + 1) return null;
    if (!quoted && SOME.test(reading.word(at + 1))) return null;
    const near = JOURNAL.test(reading.word(at)) || isSourced(reading, at);
    const site = OWN_SITE.test(reading.word(at)) && isIn(reading, at) && isOwnSite(reading, at);
    const says = OWN_SITE.test(reading.word(at)) && saysAfter(reading, at, to);
    if (!quoted && !near && !site && !says && BROAD.test(reading.word(at))) return null;
    const { start, end } = quoted ? reading.quotedRange(at + 1, to) : reading.range(at + 1, to);
    name = known?.name.kind === "agency" ? known.name.name : reading.tokens.text.slice(start, end);
  }
  if (name === own) return null;
  // "The site of the newspaper X".
  const first = at > 0 && OWN_SITE.test(reading.word(at - 1)) && reading.joined(at) ? at - 1 : at;
  const role = roleOf(reading, first, to, broadcast);
  return role === null ? null : { from: at, to, role, form: "inline", name };
}

/** "According to", "according to figures of" or a verb of passing on stands right before. */
function isSourced(reading: Reading, at: number): boolean {
  const before = reading.preceding(at, CUE.SOURCE | CUE.RELAY | CUE.SAY);
  // "He uncovers a net": a feminine medium has a feminine verb.
  if (before >= 0)
    return !(FEMININE_MEDIUM.test(reading.word(at)) && MASCULINE_NOW.test(reading.word(before)));
  return at > 1 && (reading.cue(at - 1) & CUE.REPORT) !== 0 && (reading.cue(at - 2) & CUE.SOURCE) !== 0;
}

/** "The site X … said", where a clause begins. */
function saysAfter(reading: Reading, at: number, to: number): boolean {
  const opens = reading.startsSentence(at) || BUT_OR_THAT.test(reading.word(at - 1));
  const verb = opens && reading.field !== "title" ? reading.right(to, CUE.SAY, NEAR + 1) : -1;
  return verb >= 0 && reading.prefix(verb) === PREFIX.NONE;
}

/** "And the newspaper Y": the next of several. */
function another(
  reading: Reading,
  at: number,
  own: string | null,
  taken: Set<number>,
  last: Draft | undefined,
): Draft | null {
  if (last === undefined || at - last.to > 1 || reading.prefix(at) !== PREFIX.AND) return null;
  const known = reading.foundAt(at + 1);
  if ((reading.cue(at) & (CUE.PRINT | CUE.BROADCAST)) === 0 || known?.name.kind !== "outlet") return null;
  taken.add(known.from);
  if (known.name.name === own) return null;
  return { from: at, to: known.to, role: last.role, form: "inline", name: known.name.name };
}

function nameEnd(reading: Reading, at: number): number {
  const quoted = /["«“(]/u.test(reading.gap(at));
  for (let to = at; to <= reading.length && to < at + NAME_TOKENS; to++) {
    if (to > at && quoted && /["»”)]/u.test(reading.gap(to))) return to;
    if (to > at && !reading.joined(to)) return to;
    if (to > at && !quoted && /["«“]/u.test(reading.gap(to))) return to;
    if (
      !quoted &&
      ((reading.cue(to) & (CUE.STOP | CUE.SAY | CUE.RELAY)) !== 0 || to === at + BARE_NAME_TOKENS)
    )
      return to;
  }
  return quoted ? at : Math.min(at + BARE_NAME_TOKENS, reading.length);
}

function standsOut(reading: Reading, { from, to, name }: Found): boolean {
  if (reading.enclosed(from, to)) return true;
  if (name.kind !== "outlet") return false;
  if (to - from >= 2 && name.broadcast) return true;
  if (!name.distinct && (to - from < 2 || /^[وفبلك]*(?:ال|لل)/u.test(reading.word(from)))) return false;
  return reading.prefix(from) === PREFIX.FOR || reading.follows(from, CUE.SAY | CUE.SOURCE | CUE.RELAY);
}

function roleOf(reading: Reading, from: number, to: number, broadcast: boolean): CreditRole | null {
  if (reading.prefix(from) === PREFIX.FOR) {
    if (from > 0 && (reading.cue(from - 1) & (CUE.SOURCE | CUE.REPORT | CUE.PRESS)) !== 0) return "relayer";
    return reading.left(from, CUE.SAY | CUE.TALK | CUE.STATEMENT, TOLD_TO) >= 0 ? "channel" : null;
  }
  if (!broadcast && /\(\s*$/u.test(reading.gap(from)) && (reading.cue(from) & CUE.PRINT) !== 0)
    return "relayer";
  const programme = (reading.cue(from) & CUE.PROGRAMME) !== 0;
  if (!programme && reading.follows(from, CUE.RELAY | CUE.PRESS)) {
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
    return reading.left(from, CUE.SAY, programme ? NEAR : SPOKEN_ON) >= 0 ? "channel" : null;
  }
  if (programme) return null;
  if (reading.follows(from, CUE.SAY) || reading.left(from, CUE.SOURCE, NEAR) >= 0) return "relayer";
  if (from > 0 && (reading.cue(from - 1) & CUE.FROM) !== 0) {
    return reading.left(from, CUE.RELAY | CUE.SOURCE, 6) >= 0 ? "relayer" : null;
  }
  const far = from > 0 && WAS.test(reading.word(from - 1)) ? NEAR + 2 : NEAR;
  return reading.right(to, CUE.SAY | CUE.RELAY | CUE.PRESS, far) >= 0 ? "relayer" : null;
}

/** "In", "on" or "by" the outlet. */
function isIn(reading: Reading, from: number): boolean {
  return reading.prefix(from) === PREFIX.BY || (from > 0 && WITHIN.test(reading.word(from - 1)));
}

/** "On the site of … , official", beside a word of saying. */
function isOwnSite(reading: Reading, from: number): boolean {
  if (reading.left(from, CUE.SAY | CUE.STATEMENT | CUE.RELAY, SPOKEN_ON) < 0) return false;
  for (let at = from; at < Math.min(from + SITE_TOKENS, reading.length); at++)
    if (isOfficial(reading, at)) return true;
  return false;
}

/** Somebody's own account: "its page on …". */
function account(reading: Reading, at: number): Draft | null {
  if (/^ال/u.test(reading.word(at))) return officialOf(reading, at);
  for (
    let back = at - 1;
    back >= Math.max(0, at - RECEIVED_ON) && !reading.startsSentence(back + 1);
    back--
  ) {
    if (RECEIVED.test(reading.word(back))) return null;
    if ((reading.cue(back) & (CUE.SAY | CUE.RELAY)) !== 0) break;
  }
  const platform = platformAfter(reading, at);
  if (platform >= 0) {
    const spoken = reading.left(at, CUE.SAY | CUE.RELAY | CUE.STATEMENT, TOLD_TO) >= 0;
    if (
      !spoken &&
      reading.right(platform, CUE.SAY, SPOKEN_ON) < 0 &&
      !(at > 0 && ON.test(reading.word(at - 1)))
    )
      return null;
    return {
      from: at,
      to: platform + 1,
      role: "channel",
      form: "inline",
      name: platformName(reading, platform),
    };
  }
  if (!isOfficial(reading, at)) return null;
  if (reading.left(at, CUE.SAY | CUE.RELAY | CUE.STATEMENT, TOLD_TO) < 0) return null;
  return { from: at, to: at + 1, role: "channel", form: "inline", name: null };
}

/** "A statement on the official site", "published on the official account". */
function officialOf(reading: Reading, at: number): Draft | null {
  if (!ON.test(reading.word(at - 1)) || !isOfficial(reading, at)) return null;
  if (reading.left(at - 1, CUE.STATEMENT | CUE.RELAY, NEAR) < 0) return null;
  const platform = platformAfter(reading, at);
  const to = platform < 0 ? at + 2 : platform + 1;
  const name = platform < 0 ? null : platformName(reading, platform);
  return { from: at, to, role: "channel", form: "inline", name };
}

/** "To the official site". */
function official(reading: Reading, at: number): Draft | null {
  if (reading.left(at, CUE.SAY | CUE.TALK | CUE.STATEMENT, TOLD_TO) < 0) return null;
  return { from: at, to: at + 2, role: "channel", form: "inline", name: null };
}

function platformAfter(reading: Reading, at: number): number {
  const platform = reading.right(at + 1, CUE.PLATFORM, 7);
  return platform >= 0 && TRADING.test(reading.word(platform)) ? -1 : platform;
}

/** "In a statement on Facebook". */
function platform(reading: Reading, at: number): Draft | null {
  if (TRADING.test(reading.word(at))) return exchange(reading, at);
  // X rays, and what is only spoken of.
  if ((reading.cue(at - 1) & CUE.FROM) !== 0) return null;
  if (/^[أا]شعة$/u.test(reading.word(at - 1))) return null;
  const on = [1, 2, 3, 4].some(
    (back) =>
      at >= back && (ON.test(reading.word(at - back)) || (back < 3 && reading.word(at - back) === "خلال")),
  );
  if (!on || reading.left(at, CUE.SAY | CUE.STATEMENT | CUE.RELAY | CUE.TALK, WROTE_ON) < 0) return null;
  return { from: at, to: at + 1, role: "channel", form: "inline", name: platformName(reading, at) };
}

/** "On the site (of the stock market) X": a name that mostly is the common word for trading. */
function exchange(reading: Reading, at: number): Draft | null {
  let site = at - 1;
  while (site > at - SITE_TOKENS && /^ال/u.test(reading.word(site))) site--;
  if (!OWN_SITE.test(reading.word(site)) || /^ ال/u.test(reading.gap(at + 1) + reading.word(at + 1)))
    return null;
  if (reading.left(site, CUE.SAY | CUE.STATEMENT | CUE.RELAY, SPOKEN_ON) < 0) return null;
  return { from: at, to: at + 1, role: "channel", form: "inline", name: platformName(reading, at) };
}

function platformName(reading: Reading, at: number): string | null {
  return PLATFORMS.find(([word]) => word.test(reading.word(at)))?.[1] ?? null;
}

/** "Its official", "its electronic", "its … on the internet". */
function isOfficial(reading: Reading, at: number): boolean {
  const next = (ahead: number) => reading.word(at + ahead);
  return OFFICIAL.test(next(1)) || (ON.test(next(1)) && /نترنت|الشبكة|شبك|مواقع|وسائل/u.test(next(2)));
}
