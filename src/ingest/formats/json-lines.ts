/**
 * JSON lines → records. Push bytes in, records come out: the bytes lie in a kernel's input area, the kernel's
 * scanner finds the values there, and only lines it does not take become JavaScript strings.
 *
 * Memory is one chunk and the longest line. A chunk's UTF-8 is checked at once; only if that fails, line by
 * line. A byte order mark at the start of a line is no part of it.
 */
import { isUtf8 } from "node:buffer";
import type { Kernel } from "../../kernel/kernel.js";
import { LINE, LineScanner, VALUE } from "../../kernel/scanner.js";
import { FIELD_INDEX, FIELD_NAMES, type FieldMap } from "../fields.js";
import type { FormatReader } from "../format.js";
import { type EmitterOptions, NOT_UTF8, RecordEmitter } from "../json-record.js";
import { pushAll } from "../push.js";
import type { ByteArea, RecordParser, RecordSink } from "../record.js";
import { InputWindow, MAX_RECORD_BYTES } from "../window.js";

const NEWLINE = 10;

export const jsonLines: FormatReader = {
  read: (source, { area, fields, sink, ...options }) =>
    pushAll(source, new JsonLinesParser(area, fields, sink, options)),
};

export class JsonLinesParser implements RecordParser {
  #lines = 0;
  readonly #window: InputWindow;
  readonly #emitter: RecordEmitter;
  readonly #sink: RecordSink;
  readonly #scanner: LineScanner | null;
  /** Numbers of the scanner's keys for each field, in order. */
  readonly #keys: readonly (readonly number[])[];
  /** The keys of fields that hold lists, which are left to `JSON.parse`. */
  readonly #lists: readonly number[];
  #tooLong = false;

  /** With a `PlainArea` instead of a kernel there is no scanner: slower, with the same records. */
  constructor(
    kernel: Kernel | ByteArea,
    fields: FieldMap,
    sink: RecordSink,
    { maxRecordBytes = MAX_RECORD_BYTES, timezone, found = () => {} }: Partial<EmitterOptions> = {},
  ) {
    this.#window = new InputWindow(kernel, maxRecordBytes);
    this.#emitter = new RecordEmitter(kernel, fields, sink, { maxRecordBytes, timezone, found });
    this.#sink = sink;
    const keys = [...new Set(FIELD_NAMES.flatMap((name) => fields[name]))];
    // The scanner sees the keys of the outermost object only.
    const isNested = keys.some((key) => key.includes("."));
    this.#scanner = "tokenise" in kernel && !isNested ? new LineScanner(kernel, keys) : null;
    this.#keys = FIELD_NAMES.map((name) => fields[name].map((key) => keys.indexOf(key)));
    this.#lists = [...this.#keys[FIELD_INDEX.links]!, ...this.#keys[FIELD_INDEX.repairs]!];
  }

  /** Lines seen so far, blank ones too. */
  get lines(): number {
    return this.#lines;
  }

  space(minBytes: number): Uint8Array {
    return this.#window.space(minBytes);
  }

  filled(bytes: number): void {
    const window = this.#window;
    const from = window.length;
    window.length += bytes;
    const last = bytes === 0 ? -1 : window.bytes().subarray(from).lastIndexOf(NEWLINE);
    if (last >= 0) this.#takeLines(from + last + 1);
    if (window.isOverfull) {
      this.#tooLong = true;
      window.discard(window.length);
    }
  }

  /** Takes the last line, which need not end in a newline. */
  end(): void {
    if (this.#window.length > 0 || this.#tooLong) this.#takeLines(this.#window.length);
  }

  /** Says at which byte of its file the next input stands, for `RecordView.offset`. Call it between lines. */
  seek(offset: number): void {
    this.#window.base = offset;
  }

  /** Takes the whole lines of [0, end) and lets them go. */
  #takeLines(end: number): void {
    const bytes = this.#window.bytes();
    let at = 0;
    if (this.#tooLong) {
      const newline = bytes.indexOf(NEWLINE);
      at = newline < 0 ? end : newline + 1;
      this.#tooLong = false;
      this.#lines++;
      this.#sink.skip(this.#lines, this.#window.tooLong, 0, 0);
    }
    const valid = isUtf8(bytes.subarray(at, end));
    while (at < end) at = this.#takeLine(at, end, valid);
    this.#window.discard(end);
  }

  /** Takes the line at `start`; returns where the next one begins. */
  #takeLine(start: number, end: number, valid: boolean): number {
    this.#lines++;
    const scanner = this.#scanner;
    const window = this.#window;
    let kind: number = LINE.unusual;
    let next: number;
    if (scanner !== null && valid) {
      // Up to the window's end, not to `end`: what the scanner unescapes it puts behind the bytes it knows of.
      kind = scanner.scan(start, window.length);
      next = scanner.next;
      if (kind === LINE.blank) return next;
    } else {
      const newline = window.bytes().indexOf(NEWLINE, start);
      next = newline < 0 ? end : newline + 1;
    }
    const bytes = window.bytes();
    const emitter = this.#emitter;
    const { view } = emitter;
    view.line = this.#lines;
    view.start = start;
    view.newline = bytes[next - 1] === NEWLINE;
    view.end = view.newline ? next - 1 : next;
    view.offset = window.base + start;
    // A record in which the scanner finds no text may be an object around others.
    if (kind === LINE.record && this.#fromScanner(scanner!, view.ranges) && emitter.hasText) {
      emitter.emit(window.length);
    } else {
      const line = bytes.subarray(start, view.end);
      if (!valid && !isUtf8(line)) emitter.refuse(NOT_UTF8);
      else if (!isBlank(line)) emitter.emitJson(withoutMark(line), window.length);
    }
    return next;
  }

  /** Points the ranges at what the scanner found. False for a record that only `JSON.parse` can map. */
  #fromScanner(scanner: LineScanner, ranges: Int32Array): boolean {
    const { kinds, starts, ends } = scanner;
    for (const key of this.#lists) {
      if (kinds[key] === VALUE.string || kinds[key] === VALUE.number) return false;
    }
    const fields = this.#keys;
    for (let field = 0; field < fields.length; field++) {
      const keys = fields[field]!;
      let start = -1;
      let end = -1;
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i]!;
        const kind = kinds[key]!;
        if (kind !== VALUE.string && kind !== VALUE.number) continue;
        if (starts[key] === ends[key]) continue;
        start = starts[key]!;
        end = ends[key]!;
        break;
      }
      ranges[2 * field] = start;
      ranges[2 * field + 1] = end;
    }
    return true;
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of withoutMark(bytes)) {
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}
