/**
 * Bytes of a text file → text. A byte order mark decides; else what the user said; else UTF-8 if the bytes are
 * that; else one of the two Arabic charsets, if `chardet` thinks of it and the text then reads like Arabic.
 * What remains is refused, with chardet's guess as a hint: a wrong charset makes words nobody wrote.
 */
import { isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import { UsageError } from "../errors.js";
import { arabicEvidence } from "./arabic-evidence.js";

const ARABIC_CHARSETS = ["windows-1256", "iso-8859-6"] as const;
/** chardet's opinion settles after a few thousand letters. */
const DETECT_BYTES = 1 << 16;
/** Of a text in the right charset about a third are common words or have the article; a wrong one has a few. */
const LEAST_SHARE = 0.1;
/** More NUL bytes than this are no slip of a writer, but another kind of file. */
const MOST_NULS = 0.01;

/** Text, or why there is none. */
export type Decoded = { readonly text: string } | { readonly refused: string };

const BINARY = { refused: "binary, or UTF-16 without a byte order mark" };

/** Throws UsageError for a charset that cannot be decoded. Labels are those of the WHATWG Encoding Standard. */
export function checkEncoding(label: string): void {
  try {
    new TextDecoder(label);
  } catch {
    throw new UsageError(
      `encoding ${JSON.stringify(label)} is not known; expected a name such as utf-8, utf-16le, windows-1256, iso-8859-6`,
    );
  }
}

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
  if (isUtf8(bytes)) {
    return nulShare(bytes) > MOST_NULS
      ? BINARY
      : { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") };
  }
  return detect(bytes);
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
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_BYTES)).toString(
    "latin1",
  );
  const declared = DECLARED.exec(head);
  const label = declared?.[1] ?? declared?.[2];
  if (label !== undefined && isKnown(label) && new TextDecoder(label).encoding !== "utf-8") {
    const decoded = decodeAs(bytes, label);
    if ("text" in decoded) return decoded;
  }
  return detect(bytes);
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}

/** The charset of a stream of which these are the first bytes, which may end inside a letter; or why there is none. */
export function streamCharset(
  head: Uint8Array,
  encoding: string | undefined,
): string | { readonly refused: string } {
  const named = markedCharset(head) ?? encoding;
  if (named !== undefined) return new TextDecoder(named).encoding;
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return "utf-8";
  const detected = detectCharset(head);
  return typeof detected === "string" ? detected : { refused: detected.refused };
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes) };
  } catch {
    return { refused: `invalid ${charset === "utf-8" ? "UTF-8" : charset}` };
  }
}

function detect(bytes: Uint8Array): Decoded {
  const charset = detectCharset(bytes);
  return typeof charset === "string" ? decodeAs(bytes, charset) : charset;
}

function detectCharset(bytes: Uint8Array): string | { readonly refused: string } {
  // Loaded here and not above: it takes 10 ms, and few runs meet a file that is not UTF-8.
  const { analyse } = createRequire(import.meta.url)("chardet") as typeof import("chardet");
  const guesses = analyse(bytes.subarray(0, DETECT_BYTES));
  let best: string | null = null;
  let bestShare = LEAST_SHARE;
  for (const charset of ARABIC_CHARSETS) {
    if (!guesses.some(({ name }) => name.toLowerCase() === charset)) continue;
    const decoded = decodeAs(bytes, charset);
    if ("refused" in decoded) continue;
    const { share } = arabicEvidence(decoded.text);
    if (share <= bestShare) continue;
    best = charset;
    bestShare = share;
  }
  if (best !== null) return best;
  if (guesses[0]?.name === "UTF-8") return { refused: "invalid UTF-8" };
  // No charset of one byte a letter has a use for NUL.
  if (bytes.subarray(0, DETECT_BYTES).includes(0)) return BINARY;
  const guess = guesses.find(({ name }) => name !== "UTF-8" && name !== "ASCII");
  const hint = guess === undefined ? "" : `; perhaps ${guess.name}: name its encoding`;
  return { refused: `neither UTF-8 nor Arabic in windows-1256 or ISO-8859-6${hint}` };
}

function nulShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, DETECT_BYTES);
  if (!sample.includes(0)) return 0;
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
  return nuls / sample.length;
}
