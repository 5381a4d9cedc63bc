/**
 * A JSON array → records, element by element; also JSON values one after another, pretty-printed or not.
 *
 * It only finds where elements begin and end, by brackets and quotation marks; `JSON.parse` judges each. So a
 * broken element is one skip, and memory is one chunk and the longest element.
 */
import { isUtf8 } from "node:buffer";
import type { FieldMap } from "../fields.js";
import type { FormatReader } from "../format.js";
import { type EmitterOptions, NOT_UTF8, RecordEmitter } from "../json-record.js";
import { pushAll } from "../push.js";
import type { ByteArea, RecordParser, RecordSink, RecordView } from "../record.js";
import { InputWindow, MAX_RECORD_BYTES } from "../window.js";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 10;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Where the reader stands: before an element, in a number or word, in a string, or between brackets. */
type Place = "between" | "scalar" | "string" | "nested";

export const json: FormatReader = {
  read: (source, { area, fields, sink, ...options }) =>
    pushAll(source, new JsonArrayParser(area, fields, sink, options)),
};

export class JsonArrayParser implements RecordParser {
  readonly #window: InputWindow;
  readonly #emitter: RecordEmitter;
  readonly #sink: RecordSink;
  #place: Place = "between";
  #inArray = false;
  #depth = 0;
  #escaped = false;
  #element = 0;
  /** Start of the element in the window, and the line it is on. */
  #start = 0;
  #startLine = 1;
  #line = 1;
  #tooLong = false;

  constructor(
    area: ByteArea,
    fields: FieldMap,
    sink: RecordSink,
    { maxRecordBytes = MAX_RECORD_BYTES, timezone, found = () => {} }: Partial<EmitterOptions> = {},
  ) {
    this.#window = new InputWindow(area, maxRecordBytes);
    this.#sink = sink;
    const elements = {
      record: (view: RecordView) => sink.record(view),
      skip: (_element: number, reason: string, start: number, end: number) =>
        this.#refuse(reason, start, end),
    };
    this.#emitter = new RecordEmitter(area, fields, elements, { maxRecordBytes, timezone, found });
    this.#emitter.view.unit = "value";
  }

  space(minBytes: number): Uint8Array {
    return this.#window.space(minBytes);
  }

  filled(bytes: number): void {
    const window = this.#window;
    let at = window.length;
    window.length += bytes;
    let view = window.bytes();
    const end = window.length;
    while (at < end) {
      if (this.#place === "between") {
        at = this.#between(view, at);
      } else {
        at = this.#inside(view, at);
        if (at < 0) {
          at = ~at;
          this.#take(at);
          view = window.bytes();
        }
      }
    }
    const keep = this.#place === "between" ? end : this.#start;
    window.discard(keep);
    this.#start -= keep;
    if (window.isOverfull) {
      this.#tooLong = true;
      window.discard(window.length);
      this.#start = 0;
    }
  }

  end(): void {
    if (this.#place === "scalar") this.#take(this.#window.length);
    if (this.#place !== "between") this.#refuse("the file ends inside it", this.#start, this.#window.length);
    else if (this.#inArray) this.#sink.skip(this.#line, "the file ends before the JSON array does", 0, 0);
  }

  /** Looks for the next element; returns the position from which to go on. */
  #between(view: Uint8Array, from: number): number {
    for (let at = from; at < view.length; at++) {
      const byte = view[at]!;
      if (byte === NEWLINE) this.#line++;
      // White space, and the byte order mark, which stands only before the first element.
      if (byte <= 0x20 || byte === COMMA || byte === 0xef || byte === 0xbb || byte === 0xbf) continue;
      if (byte === OPEN_BRACKET && !this.#inArray) {
        this.#inArray = true;
      } else if (byte === CLOSE_BRACKET && this.#inArray) {
        this.#inArray = false;
      } else {
        this.#element++;
        this.#start = at;
        this.#startLine = this.#line;
        this.#depth = 0;
        this.#escaped = false;
        const opens = byte === OPEN_BRACE || byte === OPEN_BRACKET;
        this.#place = opens ? "nested" : byte === QUOTE ? "string" : "scalar";
        if (opens) return at;
        return at + 1;
      }
    }
    return view.length;
  }

  /** Looks for the element's end; returns the position to go on from, its complement where the element ends. */
  #inside(view: Uint8Array, from: number): number {
    let at = from;
    if (this.#place === "scalar") {
      for (; at < view.length; at++) {
        const byte = view[at]!;
        if (byte === NEWLINE || (this.#inArray && (byte === COMMA || byte === CLOSE_BRACKET))) return ~at;
      }
      return at;
    }
    if (this.#place === "string") {
      at = this.#skipString(view, from);
      if (this.#place === "string") return at;
      return this.#depth === 0 ? ~at : at;
    }
    let depth = this.#depth;
    for (; at < view.length; at++) {
      const byte = view[at]!;
      if (byte === QUOTE) {
        this.#place = "string";
        this.#depth = depth;
        return at + 1;
      }
      if (byte === NEWLINE) this.#line++;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --depth === 0) return ~(at + 1);
    }
    this.#depth = depth;
    return at;
  }

  /** A line break ends a string too: none may stand in one, and so one lost quotation mark costs one element. */
  #skipString(view: Uint8Array, from: number): number {
    let escaped = this.#escaped;
    for (let at = from; at < view.length; at++) {
      const byte = view[at]!;
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE || byte === NEWLINE) {
        if (byte === NEWLINE) this.#line++;
        this.#place = "nested";
        this.#escaped = false;
        return at + 1;
      }
    }
    this.#escaped = escaped;
    return view.length;
  }

  #take(end: number): void {
    this.#place = "between";
    if (this.#tooLong) {
      this.#tooLong = false;
      this.#refuse(this.#window.tooLong, 0, 0);
      return;
    }
    const { view } = this.#emitter;
    const window = this.#window;
    view.line = this.#element;
    view.start = this.#start;
    view.end = end;
    view.offset = window.base + this.#start;
    const bytes = window.bytes().subarray(this.#start, end);
    if (!isUtf8(bytes)) this.#refuse(NOT_UTF8, view.start, end);
    else this.#emitter.emitJson(bytes, window.length);
  }

  #refuse(reason: string, start: number, end: number): void {
    this.#sink.skip(this.#startLine, `${reason} (element ${this.#element})`, start, end);
  }
}
