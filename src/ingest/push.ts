/** Pieces of a source → a parser that bytes are pushed into. JSON is UTF-8, or UTF-16 with a byte order mark. */
import { TextDecoder } from "node:util";
import { markedCharset } from "./charset.js";
import type { Source } from "./format.js";
import { pushText, type RecordParser } from "./record.js";

export async function* pushAll(source: Source, parser: RecordParser): AsyncGenerator<void, void> {
  let decoder: TextDecoder | null | undefined;
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of source.pieces()) {
    let bytes = piece;
    if (decoder === undefined) {
      head = head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (head.length < 2) {
        head = head.slice();
        continue;
      }
      const charset = markedCharset(head);
      decoder = charset === "utf-16le" || charset === "utf-16be" ? new TextDecoder(charset) : null;
      bytes = head;
    }
    if (decoder !== null) pushText(parser, decoder.decode(bytes, { stream: true }));
    else pushBytes(parser, bytes);
    yield;
  }
  if (decoder === undefined && head.length > 0) pushBytes(parser, head);
  else if (decoder) pushText(parser, decoder.decode());
  parser.end();
}

function pushBytes(parser: RecordParser, bytes: Uint8Array): void {
  parser.space(bytes.length).set(bytes);
  parser.filled(bytes.length);
}
