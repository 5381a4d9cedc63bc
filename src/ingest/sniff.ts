/** What a file is, from its first bytes. */

export type Format = "jsonl" | "json" | "text";

/** As many bytes as `sniffFormat` wants to see. */
export const SNIFF_BYTES = 4096;

const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * `[` before an object, or before nothing, begins a JSON array; `{` before a key begins JSON lines, or one
 * pretty-printed object, which is read as JSON too. Everything else is text: a bracket opens many a byline.
 */
export function sniffFormat(head: Uint8Array): Format {
  const [first, second, afterFirst] = firstLetters(head);
  if (first === OPEN_BRACKET && (second === OPEN_BRACE || second === 0x5d)) return "json";
  if (first !== OPEN_BRACE || (second !== 0x22 && second !== 0x7d)) return "text";
  return afterFirst ? "json" : "jsonl";
}

/**
 * What a file of JSON is, where its name says something near: an array in a `.jsonl`, JSON lines in a
 * `.json`. Either way the other reader could not make sense of it.
 */
export function refineFormat(format: Format, head: Uint8Array): Format {
  if (format === "text") return format;
  const seen = sniffFormat(head);
  if (format === "jsonl") return seen === "json" ? "json" : "jsonl";
  return seen === "jsonl" && isJson(firstLine(head)) ? "jsonl" : "json";
}

/**
 * Are these first bytes of a stream enough to tell what it is? Whoever sends a line and waits for the answer sends no
 * more until then.
 */
export function isSettled(format: Format | "unknown", head: Uint8Array): boolean {
  if (head.length >= SNIFF_BYTES || format === "text") return true;
  // A file called JSON may hold JSON lines, which only its whole first line shows.
  return firstLetters(head)[1] !== 0 && (format !== "json" || head.includes(10));
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

/** Beginnings of files that are no plain text, whatever letters they hold. */
const FOREIGN: readonly [beginning: string | RegExp, kind: string][] = [
  ["%PDF-", "PDF"],
  ["PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .epub are"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "RTF"],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)[\s>]/i, "an HTML page"],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:rdf)[\s>]/i, "XML"],
];
const FOREIGN_NAME = /\.(?:csv|tsv)$/i;

/**
 * Why a file that was not said to be plain text is not read as such; null where it may be. Read as one text, a table or
 * a feed of a thousand articles would be one article.
 */
export function foreignKind(head: Uint8Array, name: string): string | null {
  const beginning = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 256)).toString("latin1");
  const kind = FOREIGN_NAME.test(name.replace(/\.gz$/i, ""))
    ? "a table"
    : FOREIGN.find(([one]) =>
        typeof one === "string" ? beginning.startsWith(one) : one.test(beginning),
      )?.[1];
  if (kind === undefined) return null;
  return `${kind}; read are JSON lines, JSON and plain text, and with format "text" anything as one text`;
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
