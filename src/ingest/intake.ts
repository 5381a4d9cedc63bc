/**
 * The bytes of one file, whatever it turns out to hold → records: its first bytes choose the parser and, for
 * JSON in UTF-16, the decoder.
 */
import { TextDecoder } from "node:util";
import { markedCharset } from "./charset.js";
import type { FieldMap } from "./fields.js";
import type { InputFile } from "./inputs.js";
import { JsonArrayParser } from "./json-array.js";
import { JsonLinesParser } from "./json-lines.js";
import type { ByteArea, RecordParser, RecordSink } from "./record.js";
import { type Format, foreignKind, isSettled, refineFormat, sniffFormat } from "./sniff.js";
import { TextFileParser } from "./text-file.js";

export class Intake {
  readonly #choose: (head: Uint8Array) => RecordParser;
  readonly #format: InputFile["format"];
  #head: Uint8Array | null = new Uint8Array(0);
  #parser: RecordParser | null = null;
  #decoder: TextDecoder | null = null;

  /** `encoding` is for text files only: JSON is UTF-8, or UTF-16 with a byte order mark. */
  constructor(
    file: Pick<InputFile, "path" | "format">,
    area: ByteArea,
    fields: FieldMap,
    sink: RecordSink,
    encoding: string | undefined,
  ) {
    this.#format = file.format;
    this.#choose = (head) => {
      const format = file.format === "unknown" ? streamFormat(head) : file.format;
      const foreign = format === "text" && file.format === "unknown" ? foreignKind(head, file.path) : null;
      if (foreign !== null) return new Refusal(foreign, sink);
      if (format === "text") return new TextFileParser(area, file.path, encoding, sink);
      const charset = markedCharset(head);
      if (charset === "utf-16le" || charset === "utf-16be") this.#decoder = new TextDecoder(charset);
      return refineFormat(format, head) === "jsonl"
        ? new JsonLinesParser(area, fields, sink)
        : new JsonArrayParser(area, fields, sink);
    };
  }

  /** Takes the next bytes; they are copied. */
  push(bytes: Uint8Array): void {
    if (this.#parser !== null) {
      this.#feed(this.#parser, bytes);
      return;
    }
    const head = this.#head!.length === 0 ? bytes.slice() : Buffer.concat([this.#head!, bytes]);
    if (isSettled(this.#format, head)) this.#begin(head);
    else this.#head = head;
  }

  /** Says that all bytes have come. */
  end(): void {
    const parser = this.#parser ?? this.#begin(this.#head!);
    if (this.#decoder !== null) pushText(parser, this.#decoder.decode());
    parser.end();
  }

  #begin(head: Uint8Array): RecordParser {
    const parser = this.#choose(head);
    this.#parser = parser;
    this.#head = null;
    this.#feed(parser, head);
    return parser;
  }

  #feed(parser: RecordParser, bytes: Uint8Array): void {
    if (this.#decoder !== null) {
      pushText(parser, this.#decoder.decode(bytes, { stream: true }));
    } else {
      parser.space(bytes.length).set(bytes);
      parser.filled(bytes.length);
    }
  }
}

/** For a stream that is of no kind that can be read. */
class Refusal implements RecordParser {
  readonly #reason: string;
  readonly #sink: RecordSink;

  constructor(reason: string, sink: RecordSink) {
    this.#reason = reason;
    this.#sink = sink;
  }

  space(minBytes: number): Uint8Array {
    return new Uint8Array(minBytes);
  }

  filled(): void {}

  end(): void {
    this.#sink.skip(0, this.#reason, 0, 0);
  }
}

/** A pipeline that had nothing to send is no empty article. */
function streamFormat(head: Uint8Array): Format {
  return head.length === 0 ? "jsonl" : sniffFormat(head);
}

/** Gives decoded text to a parser as UTF-8. */
export function pushText(parser: RecordParser, text: string): void {
  parser.filled(ENCODER.encodeInto(text, parser.space(3 * text.length)).written);
}

const ENCODER = new TextEncoder();
