/**
 * A table with a header (CSV, TSV, or with semicolons) → one record a row, through csv-parse. A row that cannot be read
 * is a skip, and reading goes on with the line after its first: so an unclosed quotation mark costs one row.
 */
import { streamCharset } from "../charset.js";
import { streamDecoder } from "../decoder.js";
import { ValueEmitter } from "../emit.js";
import { FIELD_NAMES, type FieldMap, type FieldName } from "../fields.js";
import type { FormatReader, ReadContext, Source } from "../format.js";
import type { FieldValues } from "../record.js";
import { isSentence, missingText } from "../wrapped.js";
import { CsvRows, type Row } from "./csv-rows.js";

export const csv: FormatReader = { read: readCsv };

/** Bytes from which charset and delimiter are told. */
const HEAD_BYTES = 1 << 16;
/** Columns of tables that are made by hand in Arabic. */
const ARABIC: Partial<Record<FieldName, readonly string[]>> = {
  text: ["النص", "نص", "نص الخبر", "المحتوى", "الخبر"],
  title: ["العنوان", "عنوان", "عنوان الخبر"],
  source: ["المصدر", "مصدر", "الصحيفة", "الموقع"],
  published: ["التاريخ", "تاريخ النشر", "تاريخ"],
  url: ["الرابط", "رابط", "رابط الخبر"],
  byline: ["الكاتب", "كاتب"],
  id: ["المعرف", "الرقم"],
};

async function* readCsv(source: Source, context: ReadContext): AsyncGenerator<void, void> {
  const emitter = new ValueEmitter(context);
  let table: Table | null = null;
  const onRow = ({ line, cells }: Row) => {
    if (table !== null) return table.take(line, cells);
    table = new Table(cells, context.fields, emitter);
  };
  const onSkip = (line: number, reason: string) => emitter.skip(line, reason);
  let rows: CsvRows | undefined;
  for await (const { bytes, decode, head } of decoded(source, context.encoding)) {
    if (typeof decode === "string") return emitter.skip(0, decode);
    rows ??= await CsvRows.open({
      delimiter: delimiterOf(head),
      maxRecordBytes: context.maxRecordBytes,
      onRow,
      onSkip,
    });
    await rows.push(decode(bytes));
    yield;
    if ((table as Table | null)?.isUseless) return;
  }
  await rows?.end();
  if ((table as Table | null)?.rows === 0 || rows === undefined) emitter.skip(0, "a table without rows");
}

interface Decoded {
  readonly bytes: Uint8Array;
  /** First bytes, decoded. */
  readonly head: string;
  /** To UTF-8, or why it cannot be done. */
  readonly decode: ((bytes: Uint8Array) => Uint8Array) | string;
}

async function* decoded(source: Source, encoding: string | undefined): AsyncGenerator<Decoded, void> {
  let waiting: Uint8Array[] | null = [];
  let held = 0;
  let state: Omit<Decoded, "bytes"> | null = null;
  const begin = (): Decoded => {
    const bytes = Buffer.concat(waiting!);
    waiting = null;
    const charset = streamCharset(bytes, encoding);
    if (typeof charset !== "string") {
      state = { head: "", decode: charset.refused };
    } else {
      const decoder = streamDecoder(charset);
      const head = streamDecoder(charset)(bytes.subarray(0, HEAD_BYTES));
      state = {
        head,
        decode: charset === "utf-8" ? (one) => one : (one) => Buffer.from(decoder(one)),
      };
    }
    return { ...state, bytes };
  };
  for await (const piece of source.pieces()) {
    if (waiting === null) {
      yield { ...state!, bytes: piece };
      continue;
    }
    waiting.push(piece.slice());
    held += piece.length;
    if (held >= HEAD_BYTES) yield begin();
  }
  if (waiting !== null && held > 0) yield begin();
}

/** The mark that stands most often outside quotation marks in the first line. */
export function delimiterOf(head: string): string {
  const counts = new Map([",", ";", "\t", "|"].map((mark) => [mark, 0]));
  let isQuoted = false;
  for (const letter of head) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === "\n" || letter === "\r")) break;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Columns by field, and the rows that are read with them. */
class Table {
  rows = 0;
  /** No column holds a text: nothing is to be had from this table. */
  isUseless = false;
  readonly #names: readonly string[];
  readonly #fields: FieldMap;
  readonly #columns: readonly (readonly [FieldName, readonly number[]])[];
  readonly #emitter: ValueEmitter;
  readonly #from: Readonly<Record<string, string>>;

  constructor(header: readonly string[], fields: FieldMap, emitter: ValueEmitter) {
    this.#names = header.map((name) => name.replace(/^\ufeff/, "").trim());
    this.#fields = fields;
    this.#emitter = emitter;
    const folded = this.#names.map((name) => name.toLowerCase());
    const columns = FIELD_NAMES.map((name) => {
      const keys = [...fields[name], ...(ARABIC[name] ?? [])];
      return [name, keys.map((key) => columnOf(key, this.#names, folded)).filter((at) => at >= 0)] as const;
    });
    this.#columns = columns.filter(([, at]) => at.length > 0);
    this.#from = Object.fromEntries(this.#columns.map(([name, [first]]) => [name, this.#names[first!]!]));
  }

  take(line: number, cells: readonly string[]): void {
    this.rows++;
    if (this.#from["text"] === undefined) {
      if (!this.isUseless) {
        const sentences = this.#names
          .map((name, at) => [name, cells[at]] as const)
          .filter(([, cell]) => isSentence(cell));
        const lengths = new Map(sentences.map(([name, cell]) => [name, cell!.length]));
        this.#emitter.skip(1, missingText(this.#fields, this.#names, lengths));
      }
      this.isUseless = true;
      return;
    }
    const values: FieldValues = {};
    for (const [name, columns] of this.#columns) {
      for (const at of columns) {
        const cell = cells[at];
        if (cell === undefined || cell === "") continue;
        values[name] = name === "links" || name === "repairs" ? asList(cell) : cell;
        break;
      }
    }
    this.#emitter.emit(line, values, { from: this.#from });
  }
}

function columnOf(key: string, names: readonly string[], folded: readonly string[]): number {
  const exact = names.indexOf(key);
  return exact >= 0 ? exact : folded.indexOf(key.toLowerCase());
}

function asList(cell: string): string {
  try {
    const list: unknown = JSON.parse(cell);
    if (Array.isArray(list)) return JSON.stringify(list.filter((one) => typeof one === "string"));
  } catch {
    // One address, or several with blanks between them.
  }
  return JSON.stringify(cell.split(/[\s|]+/).filter(Boolean));
}
