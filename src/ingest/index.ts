/** Reading input: files, folders, globs and standard input → records or Documents. */

export { isoTime, publishedInstant } from "../times.js";
export { checkEncoding } from "./charset.js";
export { type DocumentOptions, type ReadSummary, readDocuments, toDocument, toItem } from "./documents.js";
export {
  DEFAULT_FIELDS,
  FIELD_INDEX,
  FIELD_NAMES,
  type FieldMap,
  type FieldName,
  fieldMap,
} from "./fields.js";
export { expandInputs, type InputFile, type InputOptions, type Inputs } from "./inputs.js";
export { JsonLinesParser } from "./json-lines.js";
export { jsonKey } from "./json-record.js";
export { missingId } from "./missing-id.js";
export { readJsonLinesRange } from "./range.js";
export { type ReadOptions, readInput } from "./read.js";
export {
  type ByteArea,
  PlainArea,
  type RecordParser,
  type RecordSink,
  type RecordView,
  viewValues,
} from "./record.js";
export type { Format } from "./sniff.js";
