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
/** A text of which none of so many turns back is sound. */
const SOUND_RUNS = 40;

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
    if (++runs >= RUNS || (turned === 0 && runs >= SOUND_RUNS)) break;
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
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/** The run as it was meant; itself where its characters are no bytes of UTF-8. One that is cut in a letter keeps its end. */
function mendRun(run: string, bytes: ReadonlyMap<string, number>): string {
  const encoded = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i++) {
    const byte = bytes.get(run[i]!);
    if (byte === undefined || (i === 0 && !(byte >= 0xc2 && byte <= 0xf4))) return run;
    encoded[i] = byte;
  }
  const end = wholeLetters(encoded);
  return end === 0 ? run : DECODER.decode(encoded.subarray(0, end)) + run.slice(end);
}

/**
 * Bytes up to the end of the last whole letter of UTF-8: all, or all but a letter that is cut at the end. 0 where the bytes
 * are no UTF-8. By hand, since a decoder that throws costs a hundred times more, and most runs of sound text are none.
 */
function wholeLetters(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length === 0 || lead > 0xf4) return 0;
    for (let next = at + 1; next < Math.min(at + length, bytes.length); next++)
      if ((bytes[next]! & 0xc0) !== 0x80) return 0;
    const second = bytes[at + 1] ?? 0x80;
    // Longer than need be, surrogates, and what lies beyond Unicode.
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
    if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
    if (at + length > bytes.length) return at;
    at += length;
  }
  return at;
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
