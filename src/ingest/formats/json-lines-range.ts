/**
 * The lines of a file of JSON lines that begin in a byte range, so that several threads can share one file.
 */
import { TextDecoder } from "node:util";

import { markedCharset } from "../charset.js";
import { pushText } from "../record.js";
import { CHUNK_BYTES, SyncFile } from "../sync-file.js";
import type { JsonLinesParser } from "./json-lines.js";

const NEWLINE = 10;

/**
 * Reads the lines that begin in bytes [from, to) of an uncompressed file of JSON lines, and ends the parser.
 * Ranges that tile a file give each line once. Synchronous: bytes are read to where they are scanned.
 * Returns null, or why the file could not be read to its end. UTF-16 cannot be cut at bytes: such a file comes
 * whole with the range that begins at 0.
 */
export function readJsonLinesRange(
  path: string,
  from: number,
  to: number,
  parser: JsonLinesParser,
): string | null {
  if (from >= to) return null;
  const file = new SyncFile(path);
  try {
    const head = new Uint8Array(2);
    const charset = markedCharset(head.subarray(0, file.read(head, 0)));
    if (charset === "utf-16le" || charset === "utf-16be") {
      if (from === 0) pushUtf16(file, parser, new TextDecoder(charset));
    } else {
      readRange(file, from, to, parser);
    }
    parser.end();
    return file.trouble;
  } finally {
    file.close();
  }
}

function readRange(file: SyncFile, from: number, to: number, parser: JsonLinesParser): void {
  // The line that the byte before `from` belongs to is another range's, even if it ends with that byte.
  let inForeignLine = from > 0;
  let at = inForeignLine ? from - 1 : 0;
  parser.seek(0);
  while (!inForeignLine || at < to) {
    const space = parser.space(CHUNK_BYTES);
    const bytes = file.read(space, at);
    if (bytes === 0) return;
    const last = at + bytes < to ? -1 : space.subarray(0, bytes).indexOf(NEWLINE, Math.max(0, to - 1 - at));
    const end = last < 0 ? bytes : last + 1;
    let start = 0;
    if (inForeignLine) {
      const newline = space.subarray(0, end).indexOf(NEWLINE);
      inForeignLine = newline < 0;
      start = newline < 0 ? end : newline + 1;
      space.copyWithin(0, start, end);
      parser.seek(at + start);
    }
    parser.filled(end - start);
    if (last >= 0) return;
    at += bytes;
  }
}

function pushUtf16(file: SyncFile, parser: JsonLinesParser, decoder: TextDecoder): void {
  const buffer = new Uint8Array(CHUNK_BYTES);
  for (let at = 0; ; ) {
    const bytes = file.read(buffer, at);
    pushText(parser, decoder.decode(buffer.subarray(0, bytes), { stream: bytes > 0 }));
    if (bytes === 0) return;
    at += bytes;
  }
}
