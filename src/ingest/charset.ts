/**
 * Bytes of a text file → text. A byte order mark decides; else what the user said; else UTF-8 if the bytes are that; else
 * UTF-16 or one of the Arabic charsets, if the text then reads like Arabic. What remains is refused, with chardet's guess
 * as a hint: a wrong charset makes words nobody wrote.
 */
import { isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import { arabicEvidence } from "./arabic-evidence.js";
import { letterEvidence } from "./arabic-letters.js";
import { charsetName, decodeStrictly, MAC_ARABIC } from "./decoder.js";

export { checkEncoding } from "./decoder.js";

/** In the order in which they are likelier, where two give the same evidence. */
const ARABIC_CHARSETS = ["windows-1256", "iso-8859-6", MAC_ARABIC] as const;
/** What tells a charset is told by so many bytes. */
const DETECT_BYTES = 1 << 16;
/** Of a text in the right charset about a third are common words or have the article; a wrong one has a few. */
const LEAST_SHARE = 0.1;
/** Mean logarithm of the letters' frequencies under which a short text is no Arabic. */
const LEAST_LETTERS = -3.5;
/** The same where its words speak for it. */
const LEAST_LETTERS_WITH_WORDS = -4.5;
/** More NUL bytes than this are no slip of a writer, but another kind of file. */
const MOST_NULS = 0.01;
/** Of the units of UTF-16 read in the right order so many are letters of the scripts that isnad meets, or signs. */
const LEAST_PLAIN = 0.97;
const LEAST_UNITS = 4;

/** Text, or why there is none. */
export type Decoded = { readonly text: string } | { readonly refused: string };

const BINARY = { refused: "binary data, or a charset that is not known: name its encoding" };

/** The charset that a byte order mark tells, or null. */
export function markedCharset(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

export function decodeText(bytes: Uint8Array, encoding: string | undefined): Decoded {
  const charset = markedCharset(bytes) ?? encoding;
  if (charset !== undefined) return decodeAs(bytes, charset);
  if (isUtf8(bytes) && nulShare(bytes) <= MOST_NULS)
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") };
  const detected = detectCharset(bytes);
  return typeof detected === "string" ? decodeAs(bytes, detected) : detected;
}

/** The charset that a page or feed names for itself in its first bytes. */
const DECLARED =
  /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i;
const DECLARED_BYTES = 2048;

/**
 * The same for markup, whose first bytes may name a charset. What is valid UTF-8 is that, whatever it says of itself;
 * else the declaration holds if the bytes allow it.
 */
export function decodeMarkup(bytes: Uint8Array, encoding: string | undefined): Decoded {
  if (markedCharset(bytes) !== null || encoding !== undefined || isUtf8(bytes))
    return decodeText(bytes, encoding);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_BYTES));
  const declared = DECLARED.exec(head.toString("latin1"));
  const charset = charsetName(declared?.[1] ?? declared?.[2] ?? "");
  if (charset !== null && charset !== "utf-8") {
    const decoded = decodeAs(bytes, charset);
    if ("text" in decoded) return decoded;
  }
  return decodeText(bytes, undefined);
}

/** The charset of a stream of which these are the first bytes, which may end inside a letter; or why there is none. */
export function streamCharset(
  head: Uint8Array,
  encoding: string | undefined,
): string | { readonly refused: string } {
  const named = markedCharset(head) ?? encoding;
  if (named !== undefined) return charsetName(named) ?? BINARY;
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return "utf-8";
  return detectCharset(head);
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const text = decodeStrictly(bytes, charset);
  return text === null ? { refused: `invalid ${charset === "utf-8" ? "UTF-8" : charset}` } : { text };
}

function detectCharset(bytes: Uint8Array): string | { readonly refused: string } {
  const wide = wideCharset(bytes);
  if (wide !== null) return wide;
  const sample = bytes.subarray(0, DETECT_BYTES);
  // No charset of one byte a letter has a use for NUL.
  if (nulShare(bytes) > MOST_NULS || (sample.includes(0) && !isUtf8(bytes))) return BINARY;
  // Loaded here and not above: it takes 10 ms, and few runs meet a file that is not UTF-8.
  const { analyse } = createRequire(import.meta.url)("chardet") as typeof import("chardet");
  const guesses = analyse(sample);
  if (guesses[0]?.name === "UTF-8") return { refused: "invalid UTF-8" };
  const arabic = arabicCharset(sample);
  if (arabic !== null) return arabic;
  const guess = guesses.find(({ name }) => name !== "UTF-8" && name !== "ASCII");
  const hint = guess === undefined ? "" : `; perhaps ${guess.name}: name its encoding`;
  return { refused: `neither UTF-8 nor Arabic in windows-1256, ISO-8859-6 or MacArabic${hint}` };
}

/** The charset in which the text reads most like Arabic, by its words or, where it has few, by its letters. */
function arabicCharset(bytes: Uint8Array): string | null {
  let best: string | null = null;
  let bestScore = 0;
  for (const charset of ARABIC_CHARSETS) {
    const text = decodeStrictly(bytes, charset);
    if (text === null) continue;
    const letters = letterEvidence(text);
    const { share } = arabicEvidence(text);
    const isArabic =
      share > LEAST_SHARE ? letters > LEAST_LETTERS_WITH_WORDS : letters > LEAST_LETTERS && isShort(text);
    if (!isArabic) continue;
    const score = Math.exp(letters) + share;
    if (score <= bestScore) continue;
    best = charset;
    bestScore = score;
  }
  return best;
}

/** A headline may do without any common word and without the article. */
function isShort(text: string): boolean {
  return text.trim().split(/\s+/, 21).length <= 20;
}

/** UTF-16 without a mark: in the right order nearly all its units are letters that are met, in the other hardly any. */
function wideCharset(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, DETECT_BYTES) & ~1;
  if (bytes.length % 2 !== 0 || length < 2 * LEAST_UNITS) return null;
  const plain = { "utf-16le": 0, "utf-16be": 0 };
  for (let at = 0; at < length; at += 2) {
    const [first, second] = [bytes[at]!, bytes[at + 1]!];
    if (isPlainUnit(first | (second << 8))) plain["utf-16le"]++;
    if (isPlainUnit((first << 8) | second)) plain["utf-16be"]++;
  }
  const units = length / 2;
  for (const charset of ["utf-16le", "utf-16be"] as const) {
    const other = charset === "utf-16le" ? "utf-16be" : "utf-16le";
    if (plain[charset] >= LEAST_PLAIN * units && plain[other] < plain[charset] / 2) return charset;
  }
  return null;
}

/** Letters of Europe, Arabic, signs and the line ends. CJK is left out: any two bytes of ASCII are a unit of it. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x250) return unit >= 32 || (unit >= 9 && unit <= 13);
  return (unit >= 0x370 && unit < 0x780) || (unit >= 0x2000 && unit < 0x2200) || unit >= 0xfb50;
}

function nulShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, DETECT_BYTES);
  if (!sample.includes(0)) return 0;
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
  return nuls / sample.length;
}
