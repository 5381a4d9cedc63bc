/** Decoders by name: those of the WHATWG Encoding Standard, and MacArabic. */
import { TextDecoder } from "node:util";
import { UsageError } from "../errors.js";
import { decodeMacArabic } from "./mac-arabic.js";

export const MAC_ARABIC = "macarabic";
const MAC_LABEL = /^(?:x-)?mac-?arabic$/i;

/** The name under which a charset is known, or null. */
export function charsetName(label: string): string | null {
  if (MAC_LABEL.test(label)) return MAC_ARABIC;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Throws UsageError for a charset that cannot be decoded. */
export function checkEncoding(label: string): void {
  if (charsetName(label) !== null) return;
  throw new UsageError(
    `encoding ${JSON.stringify(label)} is not known; expected a name such as utf-8, utf-16le, windows-1256, iso-8859-6, macarabic`,
  );
}

/** A decoder of a stream; what is no letter of the charset becomes U+FFFD. */
export function streamDecoder(charset: string): (bytes: Uint8Array) => string {
  if (charset === MAC_ARABIC) return decodeMacArabic;
  const decoder = new TextDecoder(charset);
  return (bytes) => decoder.decode(bytes, { stream: true });
}

/** All bytes decoded, or null where they are not of the charset. */
export function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  if (charset === MAC_ARABIC) return decodeMacArabic(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
