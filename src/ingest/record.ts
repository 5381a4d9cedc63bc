/**
 * What every reader hands on: a record as byte ranges in the input area, whatever format it came from. A view
 * costs nothing, so that a text can go to the tokeniser without becoming a JavaScript string.
 */
import { FIELD_NAMES, type FieldName } from "./fields.js";

/** The part of a kernel that readers need. `PlainArea` is the other implementation. */
export interface ByteArea {
  input(bytes: number): Uint8Array;
}

/** An input area in ordinary memory, for callers who want Documents and no kernel. */
export class PlainArea implements ByteArea {
  #bytes = new Uint8Array(1 << 16);

  input(bytes: number): Uint8Array {
    if (bytes > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(bytes, Math.ceil(this.#bytes.length * 1.5)));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return this.#bytes;
  }
}

/** One record. The same object is reused for the next: read it before `record` returns. */
export interface RecordView {
  /**
   * 1-based within the file: the line of JSON lines and of a table, the element of a JSON array, the item of a feed, the
   * record of a WARC, the row of Parquet, 1 for a format whose file is one article.
   */
  readonly line: number;
  /**
   * [start, end) in the input area for each field, at `2 * FIELD_INDEX[name]`; -1 where absent. UTF-8.
   * `links` and `repairs` are JSON arrays of strings.
   */
  readonly ranges: Int32Array;
  /** The record's own bytes in the input area, as they came and without a newline: [start, end). */
  readonly start: number;
  readonly end: number;
  /**
   * What they are: a line of JSON, an element of a JSON array or one of several JSON values; "document" for every other
   * format, whose records have no bytes of their own that could be passed on.
   */
  readonly unit: "line" | "value" | "document";
  /** Does a newline follow them? False only for the last line of an input, and for all that is no line. */
  readonly newline: boolean;
  /** Where those bytes begin in the file, or in the decompressed UTF-8 stream where it is compressed. */
  readonly offset: number;
  /** The path of the entry, where the file is an archive. */
  readonly within: string | null;
  /** What the reader can tell of how it read the record; null where nobody has noted it. */
  readonly notes: RecordNotes | null;
}

/** How a record was read, for those who want to see what the engine sees. */
export interface RecordNotes {
  /** Of each field, where it came from: a key, a column, an element of a page. */
  readonly from: Readonly<Record<string, string>>;
  /** What was left out of a page, and how many words each part had. */
  readonly cut?: readonly { readonly what: string; readonly words: number }[];
}

/**
 * Where records go. Both are called synchronously. They may use the kernel, but not write to its input area.
 * The range of a skip holds the bytes that could not be read; it is empty where there are none any more (a record
 * that is too long) and for a skip with line 0, which is about the file as a whole.
 */
export interface RecordSink {
  record(view: RecordView): void;
  skip(line: number, reason: string, start: number, end: number): void;
}

/** What bytes are pushed into, whatever the format. */
export interface RecordParser {
  /** Where to put the next bytes, at least `minBytes` of room. Valid until `filled`. */
  space(minBytes: number): Uint8Array;
  /** Says that `bytes` of the space now hold input. Calls the sink for every record completed by them. */
  filled(bytes: number): void;
  /** Says that the input is complete. */
  end(): void;
}

/** The fields of a record as strings; absent ones undefined. */
export type FieldValues = Partial<Record<FieldName, string>>;

/** A view that readers fill. */
export class MutableView implements RecordView {
  line = 0;
  start = 0;
  end = 0;
  unit: RecordView["unit"] = "line";
  newline = false;
  offset = 0;
  within: string | null = null;
  notes: RecordNotes | null = null;
  readonly ranges = new Int32Array(2 * FIELD_NAMES.length);

  /** Writes the values as UTF-8 into the input area from byte `at` on, and points the ranges at them. */
  place(values: FieldValues, area: ByteArea, at: number): void {
    let room = 0;
    for (const name of FIELD_NAMES) room += 3 * (values[name]?.length ?? 0);
    const bytes = area.input(at + room);
    let end = at;
    for (let field = 0; field < FIELD_NAMES.length; field++) {
      const value = values[FIELD_NAMES[field]!];
      this.ranges[2 * field] = value === undefined ? -1 : end;
      if (value !== undefined) end += ENCODER.encodeInto(value, bytes.subarray(end)).written;
      this.ranges[2 * field + 1] = value === undefined ? -1 : end;
    }
  }
}

/** The fields of a view as strings. */
export function viewValues(view: RecordView, area: ByteArea): FieldValues {
  const input = area.input(0);
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const values: FieldValues = {};
  FIELD_NAMES.forEach((name, field) => {
    const start = view.ranges[2 * field]!;
    if (start >= 0) values[name] = bytes.toString("utf8", start, view.ranges[2 * field + 1]!);
  });
  return values;
}

/** Gives decoded text to a parser as UTF-8. */
export function pushText(parser: RecordParser, text: string): void {
  parser.filled(ENCODER.encodeInto(text, parser.space(3 * text.length)).written);
}

const ENCODER = new TextEncoder();
const PROBE_BYTES = 64;

/** Is there nothing but white space? Most texts are settled by their first byte. */
export function isBlankText(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= 32) at++;
  if (at === end) return true;
  // Lead bytes of the white space outside ASCII: U+00A0, U+1680, U+2000–205F, U+3000, U+FEFF.
  const lead = bytes[at]!;
  if (lead !== 0xc2 && lead !== 0xef && (lead < 0xe1 || lead > 0xe3)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at);
  return text.toString("utf8", 0, PROBE_BYTES).trim() === "" && text.toString("utf8").trim() === "";
}
