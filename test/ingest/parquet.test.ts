/** Parquet made by another library, in the compressions that its users meet. */
import { writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { readArticles } from "../../src/ingest/index.js";
import type { Document } from "../../src/model/index.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const ROWS = 2500;
const PUBLISHED = Date.UTC(2025, 11, 15, 10);

type Codec = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["codec"]>;

function file(codec: Codec): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const buffer = parquetWriteBuffer({
    codec,
    compressors: { GZIP: gzipSync, BROTLI: brotliCompressSync },
    rowGroupSize: 1000,
    columnData: [
      { name: "id", data: rows, type: "INT32" },
      { name: "title", data: rows.map((row) => (row % 2 === 0 ? `خبر ${row}` : null)), type: "STRING" },
      {
        name: "body",
        data: rows.map((row) => (row === 7 ? null : `نص الخبر رقم ${row}\nوسطره الثاني`)),
        type: "STRING",
      },
      { name: "published", data: rows.map((row) => new Date(PUBLISHED + row * 60_000)), type: "TIMESTAMP" },
      { name: "views", data: rows.map((row) => row / 2), type: "DOUBLE" },
    ],
  });
  return new Uint8Array(buffer);
}

test.each(["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI"] as const)(
  "%s: every row of every group with its fields, times as times, a row without text named",
  async (codec) => {
    const path = at(`${codec}.parquet`);
    writeFileSync(path, file(codec));
    const documents: Document[] = [];
    const reading = readArticles([path], { fields: ["text=body"] });
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) documents.push(step.value.document);
    const { skipped, formats } = step.value;
    expect(formats).toEqual([{ label: "Parquet", files: 1 }]);
    expect(skipped).toMatchObject([{ file: path, line: 8 }]);
    expect(documents).toHaveLength(ROWS - 1);
    expect(documents.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: ROWS }, (_, row) => row).filter((row) => row !== 7),
    );
    expect(documents[0]).toEqual({
      id: "0",
      title: "خبر 0",
      text: "نص الخبر رقم 0\nوسطره الثاني",
      published: "2025-12-15T10:00:00Z",
    });
    expect(documents[2000]).toEqual({
      id: "2001",
      text: "نص الخبر رقم 2001\nوسطره الثاني",
      published: "2025-12-16T19:21:00Z",
    });
  },
);
