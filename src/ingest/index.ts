/** Reading input: files, folders, globs and standard input → records or Documents. */

export { isoTime, publishedInstant } from "../times.js";
export { checkEncoding } from "./charset.js";
export {
  type DocumentOptions,
  type ReadArticle,
  type ReadSummary,
  readArticles,
  readDocuments,
  toDocument,
  toItem,
} from "./documents.js";
export {
  DEFAULT_FIELDS,
  FIELD_INDEX,
  FIELD_NAMES,
  type FieldMap,
  type FieldName,
  fieldMap,
} from "./fields.js";
export { JsonLinesParser } from "./formats/json-lines.js";
export { readJsonLinesRange } from "./formats/json-lines-range.js";
export { expandInputs, type InputFile, type InputOptions, type Inputs } from "./inputs.js";
export { jsonKey } from "./json-record.js";
export { missingId } from "./missing-id.js";
export { type ReadOptions, readInput } from "./read.js";
export {
  type ByteArea,
  PlainArea,
  type RecordParser,
  type RecordSink,
  type RecordView,
  viewValues,
} from "./record.js";
export { EXTENSIONS, FORMAT_NAMES, type Format, formatLabel } from "./registry.js";
export type { FormatCount } from "./tally.js";
export { checkTimezone } from "./timezone.js";
