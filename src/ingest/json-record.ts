/**
 * A JSON record's fields by way of `JSON.parse`: the definition that the scanner's fast path must equal, and
 * the path for what the scanner does not take.
 */
import { FIELD_INDEX, FIELD_NAMES, type FieldMap, type FieldName } from "./fields.js";
import { mayBeMojibake, mendMojibake } from "./mojibake.js";
import {
  type ByteArea,
  type FieldValues,
  isBlankText,
  MutableView,
  type RecordSink,
  viewValues,
} from "./record.js";

export const NOT_UTF8 = "invalid UTF-8 (JSON is read as UTF-8, or as UTF-16 with a byte order mark)";

const TEXT = 2 * FIELD_INDEX.text;
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
// A string, or a number outside strings. Only ever run over text that is known to be JSON.
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

/** Hands records and refusals to a sink, from a view that its parser has pointed at the record. */
export class RecordEmitter {
  readonly view = new MutableView();
  readonly #area: ByteArea;
  readonly #fields: FieldMap;
  readonly #sink: RecordSink;
  readonly #noText: string;

  constructor(area: ByteArea, fields: FieldMap, sink: RecordSink) {
    this.#area = area;
    this.#fields = fields;
    this.#sink = sink;
    this.#noText = `no text (fields tried: ${fields.text.join(", ")})`;
  }

  /**
   * The record that the view's ranges tell. A text that is missing, empty or white space makes it a skip; one
   * that was decoded in a wrong charset is mended, and then lies in the input area from byte `at` on.
   */
  emit(at: number): void {
    const { view } = this;
    const start = view.ranges[TEXT]!;
    const end = view.ranges[TEXT + 1]!;
    const input = this.#area.input(end);
    if (start < 0 || isBlankText(input, start, end)) {
      this.refuse(this.#noText);
      return;
    }
    if (mayBeMojibake(input, start, end)) {
      const mended = mendMojibake(viewValues(view, this.#area));
      if (mended !== null) view.place(mended, this.#area, at);
    }
    this.#sink.record(view);
  }

  /** The record in this JSON (valid UTF-8); its values go into the input area from byte `at` on. */
  emitJson(json: Uint8Array, at: number): void {
    const values = readJsonRecord(json, this.#fields);
    if (typeof values === "string") {
      this.refuse(values);
    } else {
      this.view.place(values, this.#area, at);
      this.emit(at);
    }
  }

  refuse(reason: string): void {
    this.#sink.skip(this.view.line, reason, this.view.start, this.view.end);
  }
}

/** The fields of the record in this JSON, or why there is none. */
function readJsonRecord(bytes: Uint8Array, fields: FieldMap): FieldValues | string {
  const json = DECODER.decode(bytes);
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    return `no JSON object, but ${kindOf(record)}`;
  }
  return pickFields(record, fields, () => JSON.parse(json.replace(STRING_OR_NUMBER, quoteNumber)) as object);
}

/**
 * What stands under one key of a JSON object, as text: a string, or a number as it is written. Undefined for
 * everything else.
 */
export function jsonKey(bytes: Uint8Array, key: string): string | undefined {
  const json = new TextDecoder().decode(bytes); // without a mark at its beginning
  const value = own(JSON.parse(json.replace(STRING_OR_NUMBER, quoteNumber)) as object, key);
  return typeof value === "string" ? value : undefined;
}

/**
 * The first usable value of each field's candidate keys. `literal` gives the same record with its numbers as
 * strings: `JSON.parse` loses digits of long ids, and an id that lost its last digits is another one's.
 */
function pickFields(record: object, fields: FieldMap, literal: () => object): FieldValues {
  const values: FieldValues = {};
  let literals: object | undefined;
  for (const name of FIELD_NAMES) {
    for (const key of fields[name]) {
      let value = own(record, key);
      if (typeof value === "number") {
        literals ??= literal();
        value = own(literals, key);
      }
      const text = name === "links" || name === "repairs" ? listText(value) : fieldText(value, name);
      if (text === "") continue;
      values[name] = text;
      break;
    }
  }
  return values;
}

function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
}

function quoteNumber(match: string): string {
  return match.startsWith('"') ? match : `"${match}"`;
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

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const found = own(value, "name");
  return typeof found === "string" ? found : "";
}

/** Links stand as strings or as objects with an address. */
function listText(value: unknown): string {
  const parts = (Array.isArray(value) ? value : [value])
    .map((part) =>
      typeof part === "object" && part !== null ? (own(part, "url") ?? own(part, "href")) : part,
    )
    .filter((part) => typeof part === "string" && part !== "");
  return parts.length === 0 ? "" : JSON.stringify(parts);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
