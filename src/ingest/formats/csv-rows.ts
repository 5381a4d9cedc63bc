/**
 * UTF-8 bytes of a table → its rows, through csv-parse. Where csv-parse gives up, the row is told as a skip and a new
 * parser begins at the next line. Memory is one piece and the longest row.
 */
import type { Parser } from "csv-parse";
import { tooLong } from "../window.js";

export interface Row {
  /** Line of the file on which it begins, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvOptions {
  readonly delimiter: string;
  readonly maxRecordBytes: number;
  readonly onRow: (row: Row) => void;
  readonly onSkip: (line: number, reason: string) => void;
}

/** After a row that cannot be read, bytes go in by small pieces first: each further one costs no more than its piece. */
const LEAST_SLICE = 1 << 12;
const MOST_SLICE = 1 << 18;
const NEWLINE = 10;

type Library = typeof import("csv-parse");

export class CsvRows {
  readonly #library: Library;
  readonly #options: CsvOptions;
  #parser!: Parser;
  #error: Error | null = null;
  /** Bytes that the parser has been given since the end of the last row, and where the first stands in its input. */
  #pending: Uint8Array[] = [];
  #pendingAt = 0;
  #given = 0;
  /** Bytes of the parser's input up to the end of the last row. */
  #rowEnd = 0;
  /** Lines of the file before the parser's input, and in it up to the end of the last row. */
  #linesBefore = 0;
  #lines = 0;
  #slice = MOST_SLICE;
  /** Whether what comes belongs to a line that was given up, up to its end. */
  #isSkipping = false;

  static async open(options: CsvOptions): Promise<CsvRows> {
    return new CsvRows(await import("csv-parse"), options);
  }

  private constructor(library: Library, options: CsvOptions) {
    this.#library = library;
    this.#options = options;
    this.#begin(0);
  }

  async push(bytes: Uint8Array): Promise<void> {
    let rest: Uint8Array | null = this.#isSkipping ? this.#skipLine(bytes) : bytes;
    while (rest !== null && rest.length > 0) {
      const piece: Uint8Array = rest.subarray(0, this.#slice);
      const after: Uint8Array = rest.subarray(piece.length);
      this.#pending.push(piece);
      this.#given += piece.length;
      // The piece is copied: the parser may keep its end, and what it was cut from is used anew.
      await this.#write(Buffer.from(piece));
      this.#slice = Math.min(2 * this.#slice, MOST_SLICE);
      if (this.#error === null) {
        this.#forget();
        rest = after;
      } else {
        const again = this.#recover();
        rest = again === null ? this.#skipLine(after) : Buffer.concat([again, after]);
      }
    }
    // What is kept of the caller's bytes has to be a copy.
    this.#pending = this.#pending.map((piece) => (piece.buffer === bytes.buffer ? piece.slice() : piece));
  }

  async end(): Promise<void> {
    for (;;) {
      await this.#finish();
      if (this.#error === null) return;
      const again = this.#recover();
      if (again === null) return;
      await this.push(again);
    }
  }

  #begin(linesBefore: number): void {
    const { delimiter, maxRecordBytes, onRow } = this.#options;
    this.#linesBefore = linesBefore;
    this.#error = null;
    this.#pending = [];
    this.#pendingAt = 0;
    this.#given = 0;
    this.#rowEnd = 0;
    this.#lines = 0;
    this.#parser = this.#library.parse({
      delimiter,
      bom: linesBefore === 0,
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: true,
      max_record_size: maxRecordBytes,
      on_record: (cells: string[], { bytes, lines }) => {
        onRow({ line: this.#linesBefore + this.#lines + 1, cells });
        this.#rowEnd = bytes;
        this.#lines = lines;
        return null;
      },
    });
    this.#parser.on("error", (error) => {
      this.#error = error;
    });
    this.#parser.resume();
  }

  async #write(piece: Buffer): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#parser.write(piece, (error) => {
        if (error) this.#error = error;
        resolve();
      });
    });
  }

  async #finish(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#parser.once("end", resolve).once("error", () => resolve());
      this.#parser.end();
    });
  }

  /** Lets go of what belongs to rows that were told. */
  #forget(): void {
    while (this.#pending.length > 0 && this.#pendingAt + this.#pending[0]!.length <= this.#rowEnd) {
      this.#pendingAt += this.#pending.shift()!.length;
    }
  }

  /** Tells of the row that cannot be read; what follows its first line, to be given to a new parser, or null. */
  #recover(): Uint8Array | null {
    const error = this.#error as Error & { readonly code?: string };
    const line = this.#linesBefore + this.#lines + 1;
    this.#options.onSkip(line, reasonOf(error, this.#options.maxRecordBytes));
    const bytes = Buffer.concat(this.#pending).subarray(this.#rowEnd - this.#pendingAt);
    // Blank lines may stand before the row.
    let start = 0;
    let blank = 0;
    while (bytes[start] === NEWLINE || bytes[start] === 13) if (bytes[start++] === NEWLINE) blank++;
    const newline = bytes.indexOf(NEWLINE, start);
    this.#parser.destroy();
    this.#begin(line + blank);
    this.#slice = LEAST_SLICE;
    this.#isSkipping = newline < 0;
    return newline < 0 ? null : bytes.subarray(newline + 1);
  }

  #skipLine(bytes: Uint8Array): Uint8Array {
    const newline = bytes.indexOf(NEWLINE);
    this.#isSkipping = newline < 0;
    return newline < 0 ? bytes.subarray(bytes.length) : bytes.subarray(newline + 1);
  }
}

function reasonOf(error: Error & { readonly code?: string }, maxRecordBytes: number): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "a row whose quotation mark is never closed";
    case "CSV_MAX_RECORD_SIZE":
      return `a row ${tooLong(maxRecordBytes)}: is a quotation mark not closed?`;
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "a row with a quotation mark in the wrong place";
    default:
      return `a row that cannot be read (${error.message.split("\n")[0]})`;
  }
}
