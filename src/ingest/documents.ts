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
import { type ByteArea, PlainArea, type RecordView, viewValues } from "./record.js";
import type { Format } from "./sniff.js";

export interface DocumentOptions {
  /** How to read every file; by extension and first bytes where undefined. */
  readonly format?: Format | undefined;
  /** Charset of text files; detected where undefined. */
  readonly encoding?: string | undefined;
  /** Assignments such as "text=content"; see `fieldMap`. */
  readonly fields?: readonly string[] | undefined;
  /** Called for each record or file that could not be used. */
  readonly onSkipped?: ((skipped: Skipped) => void) | undefined;
}

/** What was read, and what was not. */
export interface ReadSummary {
  readonly documents: number;
  readonly skipped: readonly Skipped[];
  /** Files in the folders that are of no known kind. */
  readonly leftAlone: number;
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
  if (options.encoding !== undefined) checkEncoding(options.encoding);
  const fields = fieldMap(options.fields);
  const listing = await expandInputs(inputs, { format: options.format });
  const skipped: Skipped[] = [];
  const skip = (item: Skipped) => {
    skipped.push(item);
    options.onSkipped?.(item);
  };
  for (const item of listing.skipped) skip(item);
  const area = new PlainArea();
  let documents = 0;
  for (const file of listing.files) {
    for await (const document of readFile(file, area, fields, options.encoding, skip)) {
      documents++;
      yield document;
    }
  }
  return { documents, skipped, leftAlone: listing.leftAlone };
}

async function* readFile(
  file: InputFile,
  area: ByteArea,
  fields: FieldMap,
  encoding: string | undefined,
  skip: (item: Skipped) => void,
): AsyncGenerator<Document, void> {
  let ready: Document[] = [];
  const sink = {
    record: (view: RecordView) => ready.push(toDocument(view, area, file.path)),
    skip: (line: number, reason: string) => skip({ file: file.path, ...(line > 0 ? { line } : {}), reason }),
  };
  const reading = readInput(file, area, fields, sink, { encoding });
  for (let step = await reading.next(); ; step = await reading.next()) {
    yield* ready;
    ready = [];
    if (step.done) return;
  }
}

const LISTS: readonly FieldName[] = ["links", "repairs"];
const TIMES: readonly FieldName[] = ["published", "modified", "captured"];

/**
 * The document that a view stands for. Times become ISO 8601 where they are understood. `path` names the file
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
