/**
 * A JSON record's fields by way of `JSON.parse`: the definition that the scanner's fast path must equal, and
 * the path for what the scanner does not take: nested fields, and objects that wrap the records.
 */
import { FIELD_INDEX, FIELD_NAMES, type FieldMap, type FieldName } from "./fields.js";
import { fragmentText, isMarkup } from "./fragment.js";
import {
  type ByteArea,
  type FieldValues,
  isBlankText,
  MutableView,
  type RecordNotes,
  type RecordSink,
  viewValues,
} from "./record.js";
import { mayNeedRepair, repairValues } from "./repair.js";
import { inTimezone } from "./timezone.js";
import { tooLong } from "./window.js";
import { type Found, findRecords, noTextReason, valueAt } from "./wrapped.js";

export const NOT_UTF8 = "invalid UTF-8 (JSON is read as UTF-8, or as UTF-16 with a byte order mark)";

const TEXT = 2 * FIELD_INDEX.text;
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Where a value that is no string begins to be a number, and how far it goes. */
const NUMBER = /-?\d[\d.eE+-]*/y;

export interface EmitterOptions {
  readonly maxRecordBytes: number;
  /** Zone of times that say none. */
  readonly timezone: string | undefined;
  /** Told where the records lie in an object that wraps them. */
  readonly found: (path: string) => void;
}

/** Hands records and refusals to a sink, from a view that its parser has pointed at the record. */
export class RecordEmitter {
  readonly view = new MutableView();
  readonly #area: ByteArea;
  readonly #fields: FieldMap;
  readonly #sink: RecordSink;
  readonly #options: EmitterOptions;
  /** Records that were taken out of objects around them. */
  #unwrapped = 0;

  constructor(area: ByteArea, fields: FieldMap, sink: RecordSink, options: EmitterOptions) {
    this.#area = area;
    this.#fields = fields;
    this.#sink = sink;
    this.#options = options;
  }

  /** Whether the view's ranges hold a text that is more than white space. */
  get hasText(): boolean {
    const { ranges } = this.view;
    const [start, end] = [ranges[TEXT]!, ranges[TEXT + 1]!];
    return start >= 0 && !isBlankText(this.#area.input(end), start, end);
  }

  /**
   * The record that the view's ranges tell, which has a text. What was damaged on its way to here is mended, and then
   * lies in the input area from byte `at` on.
   */
  emit(at: number): void {
    const { view } = this;
    if (view.end - view.start > this.#options.maxRecordBytes) {
      this.refuse(tooLong(this.#options.maxRecordBytes));
      return;
    }
    const [start, end] = [view.ranges[TEXT]!, view.ranges[TEXT + 1]!];
    if (mayNeedRepair(this.#area.input(end), start, end)) {
      const mended = repairValues(viewValues(view, this.#area));
      if (typeof mended === "string") {
        this.refuse(mended);
        return;
      }
      view.place(mended, this.#area, at);
    }
    const { timezone } = this.#options;
    if (timezone !== undefined) {
      const values = viewValues(view, this.#area);
      const zoned = inTimezone(values, timezone);
      if (zoned !== values) view.place(zoned, this.#area, at);
    }
    this.#sink.record(view);
  }

  /** The records in this JSON (valid UTF-8); their values go into the input area from byte `at` on. */
  emitJson(json: Uint8Array, at: number): void {
    const read = readJson(json, this.#fields);
    if (typeof read === "string") {
      this.refuse(read);
      return;
    }
    const { view } = this;
    if (read.path === null) {
      this.#emitValues(read.records[0]!, at);
      return;
    }
    this.#options.found(read.path);
    const { line, unit } = view;
    view.unit = "document";
    for (const record of read.records) {
      this.#unwrapped++;
      view.line = this.#unwrapped;
      if (typeof record === "string") this.#sink.skip(this.#unwrapped, record, 0, 0);
      else this.#emitValues(record, at);
    }
    Object.assign(view, { line, unit });
  }

  refuse(reason: string): void {
    this.#sink.skip(this.view.line, reason, this.view.start, this.view.end);
  }

  #emitValues(record: { values: FieldValues; notes: RecordNotes } | string, at: number): void {
    if (typeof record === "string") {
      this.refuse(record);
      return;
    }
    this.view.notes = record.notes;
    this.view.place(record.values, this.#area, at);
    this.emit(at);
    this.view.notes = null;
  }
}

interface JsonRecords {
  /** Where the records lie in the object that wraps them; null for a record as such. */
  readonly path: string | null;
  readonly records: readonly ({ values: FieldValues; notes: RecordNotes } | string)[];
}

/** The records in this JSON, or why there is none. */
function readJson(bytes: Uint8Array, fields: FieldMap): JsonRecords | string {
  const json = DECODER.decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `no JSON object, but ${kindOf(value)}`;
  }
  // `JSON.parse` loses digits of long ids, and an id that lost its last digits is another one's.
  let literals: object | undefined;
  const literal = () => {
    literals ??= JSON.parse(quoteNumbers(json)) as object;
    return literals;
  };
  const record = pickFields(value, fields, literal);
  if (hasText(record.values)) return { path: null, records: [record] };
  const found = findRecords(value, (one) => hasText(pickFields(one, fields, () => one).values));
  if (found === null) return noTextReason(value, fields);
  return { path: found.path, records: found.at(literal()).map((one) => fieldsOf(one, fields, found)) };
}

function fieldsOf(record: object, fields: FieldMap, { path }: Found) {
  const picked = pickFields(record, fields, () => record);
  return hasText(picked.values) ? picked : `${noTextReason(record, fields)} (in ${path})`;
}

function hasText({ text }: FieldValues): boolean {
  return text !== undefined && text.trim() !== "";
}

/**
 * What stands under one key of a JSON object, as text: a string, or a number as it is written. Undefined for
 * everything else.
 */
export function jsonKey(bytes: Uint8Array, key: string): string | undefined {
  const json = new TextDecoder().decode(bytes); // without a mark at its beginning
  const value = valueAt(JSON.parse(quoteNumbers(json)) as object, key);
  return typeof value === "string" ? value : undefined;
}

/**
 * The first usable value of each field's candidate keys. `literal` gives the same record with its numbers as strings.
 */
export function pickFields(
  record: object,
  fields: FieldMap,
  literal: () => object,
): { values: FieldValues; notes: RecordNotes } {
  const values: FieldValues = {};
  const from: Record<string, string> = {};
  for (const name of FIELD_NAMES) {
    for (const key of fields[name]) {
      let value = valueAt(record, key);
      if (typeof value === "number") value = valueAt(literal(), key);
      const text = name === "links" || name === "repairs" ? listText(value) : fieldText(value, name);
      if (text === "") continue;
      values[name] = text;
      from[name] = key;
      break;
    }
  }
  return { values, notes: { from } };
}

/**
 * The JSON with its numbers as strings. Sign by sign, since a regular expression that steps over strings keeps a place
 * for each of their escapes, and millions of those are more than its stack holds. Text that is no JSON may come out as
 * anything.
 */
function quoteNumbers(json: string): string {
  let quoted = "";
  let copied = 0;
  for (let at = 0; at < json.length; ) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(json, at);
      continue;
    }
    NUMBER.lastIndex = at;
    const number = isNumeric(code) ? NUMBER.exec(json) : null;
    if (number === null) {
      at++;
      continue;
    }
    quoted += `${json.slice(copied, at)}"${number[0]}"`;
    at = copied = at + number[0].length;
  }
  return quoted + json.slice(copied);
}

function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

/** Behind the quotation mark that closes the string that begins here. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return json.length;
}

/**
 * Text of a value: strings as they are, several paragraphs joined by newlines, several authors by commas, of
 * an object its name (`{"author": {"name": …}}`). Empty for what cannot be such a field.
 */
function fieldText(value: unknown, name: FieldName): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return nameOf(value);
  const parts = value
    .map((part) => (typeof part === "string" ? part : nameOf(part)))
    .filter((part) => part !== "");
  if (name === "text") return parts.join("\n");
  return name === "byline" ? parts.join(", ") : (parts[0] ?? "");
}

/** Of an object its name, or the HTML that a content system makes of a field (`{"rendered": "<p>…"}`) as text. */
function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const found = valueAt(value, "name");
  if (typeof found === "string") return found;
  const rendered = valueAt(value, "rendered");
  if (typeof rendered !== "string") return "";
  return isMarkup(rendered) || rendered.includes("&") ? fragmentText(rendered) : rendered;
}

/** Links stand as strings or as objects with an address. */
function listText(value: unknown): string {
  const parts = (Array.isArray(value) ? value : [value])
    .map((part) =>
      typeof part === "object" && part !== null ? (valueAt(part, "url") ?? valueAt(part, "href")) : part,
    )
    .filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? "" : JSON.stringify(parts);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
