/** Packs a text by itself, as records have it. */
import { mostBytes, packTextInto } from "../../src/index/storage/text-bytes.js";

/** Any string, lone surrogates included; not deflated. */
export function packText(text: string): Uint8Array {
  const bytes = new Uint8Array(mostBytes(text));
  return bytes.slice(0, packTextInto(text, bytes, 0));
}
