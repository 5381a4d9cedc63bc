/** What a file is: its first bytes first, then its name. */
import { markedCharset } from "./charset.js";
import { withoutCoding } from "./codings.js";
import { DEFAULT_FIELDS } from "./fields.js";
import { type Format, formatOfName } from "./registry.js";

/** As many bytes as `detectFormat` wants to see. */
export const SNIFF_BYTES = 4096;

/** A format, or the kind of a file that cannot be read and what to do with it. */
export type Detected = { readonly format: Format } | { readonly refused: string };

const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

/** Beginnings of files of no format that is read. */
const FOREIGN: readonly (readonly [beginning: string | RegExp, kind: string])[] = [
  ["%PDF-", "PDF: save its text, or the page it was made from, and give that"],
  ["\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls): save it as .docx, .csv or .txt"],
  ["{\\rtf", "RTF: save it as .docx or .txt"],
  ["7z\xbc\xaf", "a 7z archive: unpack it first"],
  ["Rar!", "a RAR archive: unpack it first"],
  ["BZh", "bzip2 data: unpack it first"],
  ["\xfd7zXZ\0", "xz data: unpack it first"],
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["GIF8", "a picture (GIF)"],
  [/^RIFF....WEBP/s, "a picture (WebP)"],
  [/^\0\0\0.ftypavif/s, "a picture (AVIF)"],
  [/^\0\0\0.ftyp/s, "a film or sound (MP4)"],
  [/^(?:ID3|OggS|fLaC|RIFF....(?:WAVE|AVI ))/s, "a sound or film"],
  ["wOF", "a typeface"],
  ["\0\x01\0\0\0", "a typeface"],
  ["SQLite format 3", "a SQLite database: export the table as CSV"],
  [/^(?:[^\n]{0,200}\n){0,3}.{257}ustar/s, "a tar archive: unpack it first"],
];
const HTML_ROOTS = new Set(
  "html head body title meta div p article section main table h1 h2 h3 span center font a ul ol blockquote".split(
    " ",
  ),
);
const FEED_ROOTS = new Set(["rss", "feed", "rdf", "rdf:rdf"]);
const MHTML = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*content-type:\s*multipart\/related/im;
const JSON_FEED = /^\s*\{[^{}[\]]*"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//;

/**
 * Tells the format of a file. What begins as something else than its name says is that; a name alone tells a table and
 * plain text. Null where neither says anything.
 */
export function detectFormat(head: Uint8Array, name: string): Detected | null {
  const raw = Buffer.from(head.buffer, head.byteOffset, head.length).toString("latin1");
  if (raw.startsWith("PK\x03\x04") || raw.startsWith("PK\x05\x06")) return zipKind(raw, name);
  if (raw.startsWith("PAR1")) return { format: "parquet" };
  if (/^\s*WARC\/\d/.test(raw)) return { format: "warc" };
  const foreign = FOREIGN.find(([one]) => (typeof one === "string" ? raw.startsWith(one) : one.test(raw)));
  if (foreign !== undefined) return { refused: foreign[1] };
  const charset = markedCharset(head);
  const text =
    charset === null || charset === "utf-8"
      ? raw.replace(/^\xef\xbb\xbf/, "")
      : new TextDecoder(charset).decode(head);
  const markup = markupKind(text);
  if (markup !== null) return markup;
  if (MHTML.test(text.slice(0, 2048)) && /^[\w-]+:/.test(text)) return { format: "html" };
  const byName = formatOfName(name);
  const json = sniffJson(head);
  if (json !== null && JSON_FEED.test(text)) return { format: "feed" };
  if (byName === "jsonl" || byName === "json") return { format: refineJson(byName, head) };
  if (json !== null && byName !== "csv") return { format: refineJson(json, head) };
  // A page or a feed begins with an element, and a name is no element.
  if (byName === "html" || byName === "feed")
    return text.includes("<") ? { format: byName } : isBinary(head) ? null : { format: "text" };
  if (byName === "csv" && isBinary(head)) return { refused: "binary data, though its name says a table" };
  if (byName === "csv" || byName === "text") return { format: byName };
  if (byName !== null)
    return {
      refused: `no ${byName === "docx" ? "Word document" : `data of the kind that .${byName} names`}, though its name says so`,
    };
  return looksLikeTable(text) ? { format: "csv" } : null;
}

/** What a file of no known name and beginning is taken for: plain text, unless its bytes are no text. */
export function fallbackFormat(head: Uint8Array): Detected {
  return isBinary(head) ? { refused: "binary data of no known kind" } : { format: "text" };
}

/** Why a file in a folder or archive is not read that nobody named and of which neither name nor bytes say anything. */
export function unnamedKind(head: Uint8Array, path: string): { readonly refused: string } {
  const kind = fallbackFormat(head);
  if ("refused" in kind) return kind;
  const ending = /\.[^./\\]+$/.exec(withoutCoding(path))?.[0];
  return {
    refused:
      head.length === 0
        ? "an empty file"
        : `text of no known kind (${ending ?? "without an ending"}): name the file itself, or give --format text`,
  };
}

/** Are these first bytes of a stream enough? Whoever sends a line and waits for the answer sends no more until then. */
export function isSettled(head: Uint8Array): boolean {
  if (head.length >= SNIFF_BYTES) return true;
  return sniffJson(head) === "jsonl" && head.includes(10);
}

/**
 * `[` before an object, or before nothing, begins a JSON array; `{` before a key begins JSON lines, or one
 * pretty-printed object, which is read as JSON too. Everything else is no JSON: a bracket opens many a byline.
 */
function sniffJson(head: Uint8Array): "jsonl" | "json" | null {
  const [first, second, afterFirst] = firstLetters(head);
  if (first === OPEN_BRACKET && (second === OPEN_BRACE || second === 0x5d)) return "json";
  if (first !== OPEN_BRACE || (second !== 0x22 && second !== 0x7d)) return null;
  return afterFirst ? "json" : "jsonl";
}

/**
 * What a file of JSON is, where its name says something near: an array in a `.jsonl`, JSON lines in a
 * `.json`. Either way the other reader could not make sense of it.
 */
function refineJson(format: "jsonl" | "json", head: Uint8Array): "jsonl" | "json" {
  const seen = sniffJson(head);
  if (format === "jsonl") return seen === "json" ? "json" : "jsonl";
  return seen === "jsonl" && isJson(firstLine(head)) ? "jsonl" : "json";
}

function firstLine(head: Uint8Array): string {
  const end = head.indexOf(10);
  return new TextDecoder().decode(end < 0 ? head : head.subarray(0, end));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Office documents and books are ZIP archives: their first entries say which. */
function zipKind(raw: string, name: string): Detected {
  if (raw.includes("application/epub+zip", 30))
    return { refused: "a book (EPUB): unpack it as a ZIP archive, and give its pages" };
  if (raw.includes("application/vnd.oasis.opendocument", 30))
    return { refused: "an OpenDocument file: save it as .docx, .csv or .txt" };
  // Names of entries stand 30 bytes behind the beginning of each.
  const begins = (folder: string) => raw.split("PK\x03\x04").some((entry) => entry.startsWith(folder, 26));
  if (/\.docx$/i.test(name) || begins("word/")) return { format: "docx" };
  if (/\.xlsx?$/i.test(name) || begins("xl/")) return { refused: "a spreadsheet (.xlsx): save it as CSV" };
  if (/\.pptx?$/i.test(name)) return { refused: "slides (.pptx): save their text as .txt" };
  return { format: "zip" };
}

/** By the first element that is no declaration, comment or document type. */
function markupKind(text: string): Detected | null {
  if (!/^\s*</.test(text)) return null;
  let rest = text.trimStart();
  for (;;) {
    const aside = /^(?:<\?[^>]*>|<!--.*?-->|<!(?!--)[^>[]*(?:\[.*?\]\s*)?>)\s*/s.exec(rest);
    if (aside === null) break;
    if (/^<!doctype\s+html/i.test(aside[0])) return { format: "html" };
    rest = rest.slice(aside[0].length);
  }
  const root = /^<([\w:.-]+)[\s>/]/.exec(rest)?.[1]?.toLowerCase();
  if (root === undefined) return null;
  if (FEED_ROOTS.has(root) || /^[\w-]+:feed$/.test(root)) return { format: "feed" };
  if (HTML_ROOTS.has(root)) return { format: "html" };
  return text.startsWith("<?xml") ? { refused: `XML that begins with <${root}>: no feed` } : null;
}

const TEXT_COLUMNS = new Set(DEFAULT_FIELDS.text.map((key) => key.toLowerCase()));

/** Whether the first line is a header in which a column is called as texts are. */
function looksLikeTable(text: string): boolean {
  const line = /^[^\r\n]*/.exec(text)![0];
  const names = line.split(/[,;\t|]/).map((name) => name.trim().replace(/^"|"$/g, "").toLowerCase());
  return (
    names.length > 1 &&
    names.every((name) => /^[\w .-]{1,40}$/.test(name)) &&
    names.some((name) => TEXT_COLUMNS.has(name))
  );
}

/** Whether bytes stand there that no text has: NUL beside its use in UTF-16, or many controls. */
function isBinary(head: Uint8Array): boolean {
  if (markedCharset(head) !== null) return false;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls > head.length / 10;
}

/** The first two bytes that are no white space, mark or NUL (as in UTF-16), and whether a newline parts them. */
function firstLetters(head: Uint8Array): [number, number, boolean] {
  const found: number[] = [];
  let parted = false;
  for (const byte of head) {
    if (byte === 10 && found.length === 1) parted = true;
    if (byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xff || byte === 0xfe)
      continue;
    found.push(byte);
    if (found.length === 2) break;
  }
  return [found[0] ?? 0, found[1] ?? 0, parted];
}
