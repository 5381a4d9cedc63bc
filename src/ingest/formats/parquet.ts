/** Parquet → one record a row, through hyparquet: some thousand rows at a time, and only the columns that are asked for. */

import { ValueEmitter, wholeBytes } from "../emit.js";
import type { FormatReader, ReadContext, Source } from "../format.js";
import { pickFields } from "../json-record.js";
import { SyncFile } from "../sync-file.js";
import { noTextReason } from "../wrapped.js";

export const parquet: FormatReader = { read: readParquet };

const ROWS = 1024;

interface RandomAccess {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer;
}

async function* readParquet(source: Source, context: ReadContext): AsyncGenerator<void, void> {
  const emitter = new ValueEmitter(context);
  const file = await openParquet(source, context.maxRecordBytes);
  if (typeof file === "string") return emitter.skip(0, file);
  let row = 0;
  let first: object | undefined;
  try {
    const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
      import("hyparquet"),
      import("hyparquet-compressors"),
    ]);
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const asked = new Set(
      Object.values(context.fields)
        .flat()
        .map((key) => key.split(".")[0]!),
    );
    const columns = names.filter((name) => asked.has(name));
    const rows = Number(metadata.num_rows);
    for (; row < rows; row += ROWS) {
      const range = { rowStart: row, rowEnd: Math.min(row + ROWS, rows) };
      const objects = await parquetReadObjects({
        file,
        metadata,
        compressors,
        ...range,
        ...(columns.length > 0 ? { columns } : {}),
      });
      for (let at = 0; at < objects.length; at++) {
        const record = plain(objects[at]!);
        const { values, notes } = pickFields(record, context.fields, () => record);
        if (values.text === undefined) {
          // Every row lacks what the file has no column for.
          const whole = columns.length < names.length ? await firstRow(names) : record;
          emitter.skip(row + at + 1, noTextReason(whole, context.fields));
        } else emitter.emit(row + at + 1, values, notes);
      }
      yield;
    }
    async function firstRow(all: readonly string[]): Promise<object> {
      first ??= plain(
        (
          await parquetReadObjects({
            file: file as RandomAccess,
            metadata,
            compressors,
            rowStart: 0,
            rowEnd: 1,
            columns: [...all],
          })
        )[0] ?? {},
      );
      return first;
    }
  } catch (error) {
    emitter.skip(0, `Parquet that cannot be read from row ${row + 1} on: ${(error as Error).message}`);
  } finally {
    if ("close" in file) (file as { close(): void }).close();
  }
}

async function openParquet(
  source: Source,
  maxRecordBytes: number,
): Promise<(RandomAccess & { close?(): void }) | string> {
  if (source.localPath === null) {
    const bytes = await wholeBytes(source, maxRecordBytes);
    if (typeof bytes === "string")
      return `${bytes}: Parquet from a stream or an archive has to be held whole; save it as a file`;
    return {
      byteLength: bytes.length,
      slice: (start: number, end?: number) => copied(bytes.subarray(start, end)),
    };
  }
  const file = new SyncFile(source.localPath);
  const byteLength = file.size;
  if (file.trouble !== null) return file.trouble;
  return {
    byteLength,
    slice(start: number, end = byteLength) {
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const read = file.read(bytes.subarray(at), start + at);
        if (read === 0) throw new Error(file.trouble ?? "the file ends too soon");
        at += read;
      }
      return bytes.buffer;
    },
    close: () => file.close(),
  };
}

function copied(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** Values as JSON would have them: times as ISO 8601, large numbers as strings. */
function plain(row: Record<string, unknown>): object {
  const record: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) record[key] = plainValue(value);
  return record;
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return null;
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === "object" && value !== null ? plain(value as Record<string, unknown>) : value;
}
