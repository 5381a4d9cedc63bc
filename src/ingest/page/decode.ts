/**
 * Bytes of a page → its characters. A byte order mark decides; then what is valid UTF-8 with letters beyond
 * ASCII is UTF-8, whatever is declared; then what was declared by the sender or in the page, if the bytes can
 * be that. Pages of the 2000s declare a charset of Western Europe and hold Arabic: letters decide there.
 */
import { isUtf8 } from "node:buffer";
import { arabicEvidence } from "../arabic-evidence.js";
import { decodeText, markedCharset } from "../charset.js";

export interface DecodedPage {
  readonly html: string;
  readonly charset: string;
}

/** The page declares its charset in its first bytes. */
const DECLARED_WITHIN = 4096;
/** More bytes that are no UTF-8 than this share of those beyond ASCII: another charset. Fewer: a slip. */
const MOST_BROKEN = 0.02;
const LEAST_ARABIC = 0.15;
const WESTERN = /^(?:iso-8859-(?:1|15)|windows-1252|us-ascii|latin1|ascii)$/;

export function decodePage(
  bytes: Uint8Array,
  hints: { charset?: string | undefined; contentType?: string | undefined },
): DecodedPage {
  const marked = markedCharset(bytes) ?? wideCharset(bytes);
  if (marked !== null) return { html: lenient(bytes, marked), charset: marked };
  const ascii = isAscii(bytes);
  if (!ascii && isUtf8(bytes)) return { html: lenient(bytes, "utf-8"), charset: "utf-8" };
  const declared = [hints.charset, charsetIn(hints.contentType), declaredCharset(bytes)]
    .map((label) => (label === undefined ? undefined : knownLabel(label)))
    .filter((label) => label !== undefined);
  if (ascii) {
    // Of the charsets that are not a superset of ASCII a page can only declare those of Japan.
    const charset = declared.find((label) => label === "iso-2022-jp") ?? "utf-8";
    return { html: lenient(bytes, charset), charset };
  }
  if (declared.includes("utf-8") && brokenShare(bytes) < MOST_BROKEN)
    return { html: lenient(bytes, "utf-8"), charset: "utf-8" };
  for (const charset of declared) {
    if (WESTERN.test(charset) || charset === "utf-8" || charset.startsWith("utf-16")) continue;
    const decoded = decodeText(bytes, charset);
    if ("text" in decoded) return { html: decoded.text, charset };
  }
  return guess(bytes, declared);
}

function guess(bytes: Uint8Array, declared: readonly string[]): DecodedPage {
  for (const charset of ["windows-1256", "iso-8859-6"]) {
    const html = lenient(bytes, charset);
    const { share, words } = arabicEvidence(withoutMarkup(html));
    if (words >= 5 && share >= LEAST_ARABIC) return { html, charset };
  }
  const charset =
    declared.find((label) => label !== "utf-8" && !label.startsWith("utf-16")) ??
    (brokenShare(bytes) < 0.2 ? "utf-8" : "windows-1252");
  return { html: lenient(bytes, charset), charset };
}

function lenient(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

/** The standard's name of a label, or undefined for one that no browser knows. */
function knownLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

function charsetIn(contentType: string | undefined): string | undefined {
  return contentType === undefined ? undefined : /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN)).toString(
    "latin1",
  );
  return (
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,100}encoding=["']([\w.:-]+)/i.exec(start)?.[1]
  );
}

/** UTF-16 without a mark: the first `<` stands beside a NUL. */
function wideCharset(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const at = bytes.subarray(0, 200).indexOf(60);
  if (at < 0 || bytes.length < 8) return null;
  if (at % 2 === 0 && bytes[at + 1] === 0 && bytes[at + 3] === 0) return "utf-16le";
  return at % 2 === 1 && bytes[at - 1] === 0 && bytes[at + 1] === 0 ? "utf-16be" : null;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 127) return false;
  return true;
}

/** Of the bytes beyond ASCII, the share that a strict reader of UTF-8 stumbles over. */
function brokenShare(bytes: Uint8Array): number {
  let beyond = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 127) beyond++;
  let broken = 0;
  const text = lenient(bytes, "utf-8");
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) broken++;
  return beyond === 0 ? 0 : broken / beyond;
}

function withoutMarkup(html: string): string {
  return html
    .slice(0, 300_000)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^<>]*>/g, " ");
}
