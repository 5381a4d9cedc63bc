/**
 * Texts in few bytes: Arabic letters take one byte instead of two, then DEFLATE. 960 bytes for an article of 322 words
 * where DEFLATE of the UTF-8 takes 1,281 (SaudiNewsNet), in two thirds of the time.
 *
 * packed := 0:u8 | narrow   or   1:u8 | DEFLATE of narrow: on disk from DEFLATE_FROM bytes on (`squeeze.ts`)
 * narrow: units 0–7F but 1B as they are · units 600–67F as 80–FF · any other unit as 1B, low byte, high byte
 */
import { inflateRawSync } from "node:zlib";

const ESCAPE = 0x1b;
const ARABIC = 0x600;

/** Fewer bytes take longer to deflate than they are worth. */
export const DEFLATE_FROM = 384;

/** How many bytes it may take. */
export function mostBytes(text: string): number {
  return 1 + 3 * text.length;
}

/** Written behind `at`, where there must be room for `mostBytes`; returns where it ends. */
export function packTextInto(text: string, bytes: Uint8Array, at: number): number {
  let end = at;
  bytes[end++] = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && unit !== ESCAPE) bytes[end++] = unit;
    else if (unit >= ARABIC && unit < ARABIC + 0x80) bytes[end++] = unit - ARABIC + 0x80;
    else {
      bytes[end++] = ESCAPE;
      bytes[end++] = unit & 0xff;
      bytes[end++] = unit >> 8;
    }
  }
  return end;
}

/** Throws where the bytes are no packed text. */
export function unpackText(packed: Uint8Array): string {
  if (packed[0] !== 0 && packed[0] !== 1)
    throw new Error(`packed text begins with ${packed[0]}, expected 0 or 1`);
  const bytes = packed[0] === 0 ? packed.subarray(1) : inflateRawSync(packed.subarray(1));
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) {
      units[length++] = bytes[at + 1]! | (bytes[at + 2]! << 8);
      at += 2;
    } else units[length++] = byte < 0x80 ? byte : byte - 0x80 + ARABIC;
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString("utf16le");
}
