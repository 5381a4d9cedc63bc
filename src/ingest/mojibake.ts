/**
 * Text whose UTF-8 was read as another charset on the way, once or more (`ط§ظ„ط¹ط§ظ„ظ…`, `Ø§Ù„Ø¹Ø§Ù„Ù…`, `lâ€™Ã©tÃ©`): back to
 * the bytes, and read as what they are.
 *
 * Every letter beyond ASCII takes two bytes or more in UTF-8, so each run of characters beyond ASCII turns back by itself
 * or not at all. Sound text has runs that do not; of damaged text nearly all do.
 */
import { TextDecoder } from "node:util";
import { arabicEvidence } from "./arabic-evidence.js";

const CHARSETS = ["windows-1256", "windows-1252", "latin1"] as const;
type Charset = (typeof CHARSETS)[number];

/** A text is damaged if this many times more of its characters beyond ASCII turn back than do not. */
const LEAST_RATIO = 4;
/** Arabic letters may turn back by chance ("أ،" is a letter of UTF-8): so many letters, or it must read like Arabic then. */
const LEAST_BY_CHANCE = 4;
/** Pages went through the same mistake up to three times. */
const MOST_TIMES = 3;
/** Runs that are looked at to decide. */
const RUNS = 400;

export interface Mended {
  readonly text: string;
  /** What it had been read as, from the last mistake to the first. */
  readonly charsets: readonly Charset[];
}

/** The text with the damage undone; null where there is none that can be. A sound text may have damaged lines. */
export function mendMojibake(text: string): Mended | null {
  const whole = mendAll(text);
  if (whole !== null || !text.includes("\n") || !SUSPECT.test(text)) return whole;
  let charsets: readonly Charset[] | null = null;
  const mended = text.replace(/[^\r\n]+/g, (line) => {
    const found = mendAll(line);
    charsets ??= found?.charsets ?? null;
    return found?.text ?? line;
  });
  return charsets === null ? null : { text: mended, charsets };
}

function mendAll(text: string): Mended | null {
  const charsets: Charset[] = [];
  let mended = text;
  while (charsets.length < MOST_TIMES) {
    const charset = wrongCharset(mended);
    if (charset === null) break;
    mended = mend(mended, charset);
    charsets.push(charset);
  }
  return charsets.length === 0 ? null : { text: mended, charsets };
}

function wrongCharset(text: string): Charset | null {
  if (!SUSPECT.test(text)) return null;
  let best: Charset | null = null;
  let bestBalance = 0;
  for (const charset of CHARSETS) {
    const { turned, stayed } = countLetters(text, charset);
    if (turned === 0 || turned < LEAST_RATIO * stayed || turned - stayed <= bestBalance) continue;
    if (charset === "windows-1256" && turned < LEAST_BY_CHANCE && !readsBetter(text, charset)) continue;
    best = charset;
    bestBalance = turned - stayed;
  }
  return best;
}

/** The lead byte of a letter beyond ASCII in one of the charsets, and something beyond ASCII after it. */
const SUSPECT = /[\u00c2-\u00f4\u0621-\u064a\u0679-\u06d2\u2013-\u2122][^\0-\x7f]/;
const RUN = /[^\0-\x7f]+/g;

/** Letters that come out of runs that turn back, and characters of those that do not. */
function countLetters(text: string, charset: Charset): { turned: number; stayed: number } {
  let turned = 0;
  let stayed = 0;
  let runs = 0;
  for (const [run] of text.matchAll(RUN)) {
    const mended = mendRun(run, BYTES[charset]);
    if (mended === run) stayed += run.length;
    else turned += mended.length;
    if (++runs >= RUNS) break;
  }
  return { turned, stayed };
}

function readsBetter(text: string, charset: Charset): boolean {
  return arabicEvidence(mend(text, charset)).share > arabicEvidence(text).share;
}

function mend(text: string, charset: Charset): string {
  const bytes = BYTES[charset];
  // A no-break space, as a byte after the lead byte of a letter, is often written as a plain one on the way.
  const joined = text.replace(LOST_SPACE, (_, lead: string) => `${lead}\u00a0`);
  const mended = joined.replace(RUN, (run) => mendRun(run, bytes));
  return mended === joined ? text : mended;
}

/** A lead byte of two-byte letters whose second byte is not there, before a space. */
const LOST_SPACE = /(?<![\u00c2-\u00f4])([\u00c3\u00d8-\u00db]) (?=[\u00c2-\u00f4])/g;
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const PARTIAL = 3;

/** The run as it was meant; itself where its characters are no bytes of UTF-8. One that is cut in a letter keeps its end. */
function mendRun(run: string, bytes: ReadonlyMap<string, number>): string {
  const encoded = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i++) {
    const byte = bytes.get(run[i]!);
    if (byte === undefined) return run;
    encoded[i] = byte;
  }
  for (let cut = 0; cut <= PARTIAL && cut < run.length; cut++) {
    if (cut > 0 && !isCutLetter(encoded.subarray(run.length - cut))) continue;
    try {
      return STRICT.decode(encoded.subarray(0, run.length - cut)) + run.slice(run.length - cut);
    } catch {
      // Cut a little more, or give it up.
    }
  }
  return run;
}

/** Whether the bytes begin a letter of UTF-8 that goes on behind them. */
function isCutLetter(bytes: Uint8Array): boolean {
  const lead = bytes[0]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  return bytes.length < length;
}

/** Which byte each character of the charset comes from. What windows-1252 leaves open was read as it is by many. */
function bytesOf(charset: Charset): ReadonlyMap<string, number> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const own = (byte: number) => [String.fromCharCode(byte), byte] as const;
  if (charset === "latin1") return new Map([...all].map(own));
  const decoded = new TextDecoder(charset).decode(all);
  return new Map([...decoded].map((character, byte) => [character, byte]));
}

const BYTES: Readonly<Record<Charset, ReadonlyMap<string, number>>> = {
  "windows-1256": bytesOf("windows-1256"),
  "windows-1252": bytesOf("windows-1252"),
  latin1: bytesOf("latin1"),
};
