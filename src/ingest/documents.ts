/**
 * Inputs → Document objects, for those who want a few of them: `compare`, `find`, `evaluate`, a library's user.
 * The engine works on views instead.
 */
import type { Document, Skipped } from "../model/index.js";
import { isoTime } from "../times.js";
import { checkEncoding } from "./charset.js";
import { FIELD_NAMES, type FieldMap, type FieldName, fieldMap } from "./fields.js";
import { expandInputs, type InputFile } from "./inputs.js";
import { missingId } from "./missing-id.js";
import { readInput } from "./read.js";
import type { RecordNotes } from "./record.js";
import { type ByteArea, PlainArea, type RecordView, viewValues } from "./record.js";
import type { Format } from "./registry.js";
import { type FormatCount, FormatTally } from "./tally.js";
import { checkTimezone } from "./timezone.js";

export interface DocumentOptions {
  /** How to read every file; by extension and first bytes where undefined. */
  readonly format?: Format | undefined;
  /** Charset of text files; detected where undefined. */
  readonly encoding?: string | undefined;
  /** Assignments such as "text=content"; see `fieldMap`. */
  readonly fields?: readonly string[] | undefined;
  /** Called for each record or file that could not be used. */
  readonly onSkipped?: ((skipped: Skipped) => void) | undefined;
  /** Most bytes of one record; 64 MiB where undefined. */
  readonly maxRecordBytes?: number | undefined;
  /** How names of files are made; see `namePattern`. */
  readonly fromName?: string | undefined;
  /** Zone of times that say none; see `checkTimezone`. */
  readonly timezone?: string | undefined;
  /** Told of each file, and entry of an archive, what it was read as. */
  readonly onFormat?: ((path: string, label: string) => void) | undefined;
  /** Told after each piece of work how many bytes have been read, of how many; null for a stream. */
  readonly onBytes?: ((read: number, total: number | null) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A document, and what its reader can tell of how it read it. */
export interface ReadArticle {
  readonly document: Document;
  readonly notes: RecordNotes | null;
  readonly file: string;
}

/** What was read, and what was not. */
export interface ReadSummary {
  readonly documents: number;
  readonly skipped: readonly Skipped[];
  /** Hidden files, and those that a browser saved beside a page. */
  readonly leftAlone: number;
  readonly repaired: number;
  readonly formats: readonly FormatCount[];
  readonly bytes: number;
}

/**
 * Reads documents from files, folders, globs and `-`, in the order of their paths; returns a summary at the
 * end. Memory is one piece of a file and its documents. Throws UsageError as `expandInputs`, `fieldMap` and
 * `checkEncoding` do; whatever cannot be read is in the summary, and goes to `onSkipped` as it happens.
 *
 * ```ts
 * for await (const document of readDocuments(["news/"])) console.log(document.id, document.title);
 * ```
 */
export async function* readDocuments(
  inputs: readonly string[],
  options: DocumentOptions = {},
): AsyncGenerator<Document, ReadSummary> {
  const reading = readArticles(inputs, options);
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (step.done) return step.value;
    yield step.value.document;
  }
}

/** The same with how each document was read. */
export async function* readArticles(
  inputs: readonly string[],
  options: DocumentOptions = {},
): AsyncGenerator<ReadArticle, ReadSummary> {
  if (options.encoding !== undefined) checkEncoding(options.encoding);
  if (options.timezone !== undefined) checkTimezone(options.timezone);
  const fields = fieldMap(options.fields);
  const listing = await expandInputs(inputs, { format: options.format, fromName: options.fromName });
  const skipped: Skipped[] = [];
  const skip = (item: Skipped) => {
    skipped.push(item);
    options.onSkipped?.(item);
  };
  for (const item of listing.skipped) skip(item);
  const area = new PlainArea();
  const total = listing.files.reduce<number | null>(
    (sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
    0,
  );
  const tally = new FormatTally();
  const onFormat = (path: string, label: string) => {
    tally.add(path, label);
    options.onFormat?.(path, label);
  };
  let documents = 0;
  let repaired = 0;
  let before = 0;
  for (const file of listing.files) {
    let read = 0;
    const onRead = (bytes: number) => {
      read = bytes;
      options.onBytes?.(before + bytes, total);
    };
    for await (const article of readFile(file, area, fields, { ...options, onFormat }, skip, onRead)) {
      documents++;
      if (article.document.repairs !== undefined) repaired++;
      yield article;
    }
    before += read;
  }
  return {
    documents,
    skipped,
    leftAlone: listing.leftAlone,
    repaired,
    formats: tally.counts(),
    bytes: before,
  };
}

async function* readFile(
  file: InputFile,
  area: ByteArea,
  fields: FieldMap,
  options: DocumentOptions,
  skip: (item: Skipped) => void,
  onRead: (bytes: number) => void,
): AsyncGenerator<ReadArticle, void> {
  let ready: ReadArticle[] = [];
  const sink = {
    record: (view: RecordView) => {
      ready.push({ document: toDocument(view, area, file.id), notes: view.notes, file: file.path });
    },
    skip: (line: number, reason: string) => skip({ file: file.path, ...(line > 0 ? { line } : {}), reason }),
  };
  const reading = readInput(file, area, fields, sink, options);
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (!step.done) onRead(step.value);
    yield* ready;
    ready = [];
    if (step.done) return;
  }
}

const LISTS: readonly FieldName[] = ["links", "repairs"];
const TIMES: readonly FieldName[] = ["published", "modified", "captured"];

/**
 * The document that a view stands for. Times become ISO 8601 where they are understood. `path` is the file's name
 * for records that have neither id nor URL.
 */
export function toDocument(view: RecordView, area: ByteArea, path: string): Document {
  const { id = missingId(path, view.line), ...rest } = toItem(view, area);
  return { id, ...rest };
}

/** The same without a name for records that have neither id nor URL. */
export function toItem(view: RecordView, area: ByteArea): Omit<Document, "id"> & { readonly id?: string } {
  const values = viewValues(view, area);
  const id = values.id ?? values.url;
  const item: Partial<Record<FieldName, string | string[]>> = id === undefined ? {} : { id };
  item.text = values.text ?? "";
  for (const name of FIELD_NAMES) {
    const value = values[name];
    if (value !== undefined && name !== "id" && name !== "text") item[name] = fieldValue(name, value);
  }
  return item as unknown as Omit<Document, "id"> & { id?: string };
}

function fieldValue(name: FieldName, value: string): string | string[] {
  if (TIMES.includes(name)) return isoTime(value) ?? value;
  return LISTS.includes(name) ? (JSON.parse(value) as string[]) : value;
}
