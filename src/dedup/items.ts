/**
 * Records → items: what the index is asked about, and the bytes that go on if it is let through.
 */
import type { Item as Document } from "../index/index.js";
import { FIELD_NAMES, type FieldName } from "../ingest/fields.js";
import {
  type ByteArea,
  jsonKey,
  type RecordSink,
  type RecordView,
  toItem,
  viewValues,
} from "../ingest/index.js";
import type { Skipped } from "../model/index.js";

export interface Item {
  /** What the index is asked. */
  readonly document: Document;
  /** The value of the key field, where one was asked for and the record has it. */
  readonly key: string | undefined;
  /** As it came for a line of JSON; else one line of JSON. Without a newline. */
  readonly bytes: Buffer;
  /** What ends the line; empty for the last line of an input that has no newline. */
  readonly newline: "\n" | "";
  /** Where it stood, for what is no line and can be found again; null for lines and streams. */
  readonly place: ItemPlace | null;
}

export interface ItemPlace {
  /** With the path of the entry, where it is an archive. */
  readonly file: string;
  /** 1-based, as `RecordView.line`. */
  readonly record: number;
}

export interface Unreadable extends Skipped {
  /** The bytes that could not be read; null where there is no record, or it is too long to be held. */
  readonly bytes: Buffer | null;
}

/** Collects what a parser gives, in order, until it is taken. */
export class ItemQueue implements RecordSink {
  #items: (Item | Unreadable)[] = [];
  readonly #area: ByteArea;
  readonly #key: string | undefined;
  #path = "";

  /** `key` is a field of a document, or else a key of the input's records. */
  constructor(area: ByteArea, key: string | undefined) {
    this.#area = area;
    this.#key = key;
  }

  /** Names the file that the next records come from. */
  begin(path: string): void {
    this.#path = path;
  }

  take(): readonly (Item | Unreadable)[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  record(view: RecordView): void {
    const document = toItem(view, this.#area);
    const raw = this.#copy(view.start, view.end);
    this.#items.push({
      document,
      key: this.#keyValue(view, raw),
      bytes: view.unit === "line" ? raw : oneLine(view, document, raw),
      newline: view.unit === "line" && !view.newline ? "" : "\n",
      place: this.#place(view),
    });
  }

  skip(line: number, reason: string, start: number, end: number): void {
    const place = line > 0 ? { line } : {};
    const bytes = end > start ? this.#copy(start, end) : null;
    this.#items.push({ file: this.#path, ...place, reason, bytes });
  }

  #place({ unit, line, within }: RecordView): ItemPlace | null {
    if (unit === "line" || this.#path === "-") return null;
    return { file: within === null ? this.#path : `${this.#path}/${within}`, record: line };
  }

  #copy(start: number, end: number): Buffer {
    return Buffer.from(this.#area.input(0).subarray(start, end));
  }

  #keyValue(view: RecordView, raw: Buffer): string | undefined {
    const key = this.#key;
    if (key === undefined) return undefined;
    if ((FIELD_NAMES as readonly string[]).includes(key))
      return viewValues(view, this.#area)[key as FieldName];
    return view.unit === "document" ? undefined : jsonKey(raw, key);
  }
}

/** Begins at the break: white space before it would be tried again from each of its signs, wherever no break follows. */
const BREAKS = /[\r\n]\s*/g;

/** A line break inside a JSON value can only stand between its tokens, where white space means nothing. */
function oneLine(view: RecordView, document: Document, raw: Buffer): Buffer {
  if (view.unit === "document") return Buffer.from(JSON.stringify(document));
  return raw.includes(10) || raw.includes(13) ? Buffer.from(raw.toString().replace(BREAKS, " ")) : raw;
}

const CLOSING_BRACE = 0x7d;

/** The line with a field more: put before its closing brace, the rest untouched. */
export function withField(line: Buffer, name: string, json: string): Buffer {
  const at = line.lastIndexOf(CLOSING_BRACE);
  const field = Buffer.from(`,${JSON.stringify(name)}:${json}`);
  return Buffer.concat([line.subarray(0, at), field, line.subarray(at)]);
}
