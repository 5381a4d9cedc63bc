/** Channels that somebody speaks on by himself: accounts on platforms, and official sites. */
import type { Draft } from "./draft.js";
import { CUE } from "./lexicon-cues.js";
import { type CuedReading, TOLD_TO } from "./reading.js";

/** How far a word of saying may stand from the outlet that it concerns, in tokens of one sentence. */
export const NEAR = 3;
export const SPOKEN_ON = 12;
const WROTE_ON = 20;
const SITE_TOKENS = 6;
/** Between "received" and the account that it came to. */
const RECEIVED_ON = 12;

export const ON = /^(?:على|علي|عبر|في)$/u;
export const OWN_SITE = /^[وفبل]*موقع$/u;
const OFFICIAL = /^(?:ال)?(?:رسمي|رئيسي|إلكتروني|الكتروني)/u;
const RECEIVED = /^[وف]?(?:تلقت|تلقى|يتلقى|تتلقى|استقبلت?|تستقبل|وردت?|وردها|رصدت?)$/u;
const POSTS = /^[وفب]?(?:هن[أا]ت?|غردت?|(?:ال)?تغريد|غرد|دونت?|علقت?|ردت?|شكرت?|نعت?)$/u;
const TRADING = /^تداول$/u;
const PLATFORMS: readonly (readonly [RegExp, string])[] = [
  [/تويتر|twitter|إكس/iu, "Twitter"],
  [/فيسبوك|^فيس$|facebook/iu, "Facebook"],
  [/تل[يغج]|telegram/iu, "Telegram"],
  [/نستغرام|نستجرام|instagram/iu, "Instagram"],
  [/يوتيوب|youtube/iu, "YouTube"],
  [/^تداول$/u, "Tadawul"],
];

/** Somebody's own account: "its page on …". */
export function account(reading: CuedReading, at: number): Draft | null {
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
function officialOf(reading: CuedReading, at: number): Draft | null {
  if (!ON.test(reading.word(at - 1)) || !isOfficial(reading, at)) return null;
  if (reading.left(at - 1, CUE.STATEMENT | CUE.RELAY, NEAR) < 0) return null;
  const platform = platformAfter(reading, at);
  const to = platform < 0 ? at + 2 : platform + 1;
  const name = platform < 0 ? null : platformName(reading, platform);
  return { from: at, to, role: "channel", form: "inline", name };
}

/** "To the official site". */
export function official(reading: CuedReading, at: number): Draft | null {
  if (reading.left(at, CUE.SAY | CUE.TALK | CUE.STATEMENT, TOLD_TO) < 0) return null;
  return { from: at, to: at + 2, role: "channel", form: "inline", name: null };
}

function platformAfter(reading: CuedReading, at: number): number {
  const platform = reading.right(at + 1, CUE.PLATFORM, 7);
  return platform >= 0 && TRADING.test(reading.word(platform)) ? -1 : platform;
}

/** "In a statement on Facebook". */
export function platform(reading: CuedReading, at: number): Draft | null {
  if (TRADING.test(reading.word(at))) return exchange(reading, at);
  // "X Factor".
  if (/["«“]\s*$/u.test(reading.gap(at)) && !/["»”]/u.test(reading.gap(at + 1))) return null;
  // X rays, and what is only spoken of.
  if ((reading.cue(at - 1) & CUE.FROM) !== 0) return null;
  if (/^[أا]شعة$/u.test(reading.word(at - 1))) return null;
  const on = [1, 2, 3, 4].some(
    (back) =>
      at >= back && (ON.test(reading.word(at - back)) || (back < 3 && reading.word(at - back) === "خلال")),
  );
  if (
    !on ||
    !(posts(reading, at) || reading.left(at, CUE.SAY | CUE.STATEMENT | CUE.RELAY | CUE.TALK, WROTE_ON) >= 0)
  )
    return null;
  return { from: at, to: at + 1, role: "channel", form: "inline", name: platformName(reading, at) };
}

/** "Congratulated him on the site X": what people do there, in words that elsewhere are no saying. */
function posts(reading: CuedReading, at: number): boolean {
  if (!OWN_SITE.test(reading.word(at - 1))) return false;
  for (let k = at - 2; k >= 0 && k > at - WROTE_ON && !reading.startsSentence(k + 1); k--)
    if (POSTS.test(reading.word(k))) return true;
  return false;
}

/** "On the site (of the stock market) X": a name that mostly is the common word for trading. */
function exchange(reading: CuedReading, at: number): Draft | null {
  let site = at - 1;
  while (site > at - SITE_TOKENS && /^ال/u.test(reading.word(site))) site--;
  if (!OWN_SITE.test(reading.word(site)) || /^ ال/u.test(reading.gap(at + 1) + reading.word(at + 1)))
    return null;
  if (reading.left(site, CUE.SAY | CUE.STATEMENT | CUE.RELAY, SPOKEN_ON) < 0) return null;
  return { from: at, to: at + 1, role: "channel", form: "inline", name: platformName(reading, at) };
}

function platformName(reading: CuedReading, at: number): string | null {
  return PLATFORMS.find(([word]) => word.test(reading.word(at)))?.[1] ?? null;
}

/** "Its official", "its electronic", "its … on the internet". */
export function isOfficial(reading: CuedReading, at: number): boolean {
  const next = (ahead: number) => reading.word(at + ahead);
  return OFFICIAL.test(next(1)) || (ON.test(next(1)) && /نترنت|الشبكة|شبك|مواقع|وسائل/u.test(next(2)));
}

/** "On the site of … , official", beside a word of saying. */
export function isOwnSite(reading: CuedReading, from: number): boolean {
  if (reading.left(from, CUE.SAY | CUE.STATEMENT | CUE.RELAY, SPOKEN_ON) < 0) return false;
  for (let at = from; at < Math.min(from + SITE_TOKENS, reading.size); at++)
    if (isOfficial(reading, at)) return true;
  return false;
}
