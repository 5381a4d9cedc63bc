/** `metadata.csv` beside files: a table with a column `file`, and any of source, published, url and title. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { decodeText } from "./charset.js";
import type { FactRow } from "./file-facts.js";
import { delimiterOf } from "./formats/csv.js";

export const METADATA_NAME = "metadata.csv";
const COLUMNS: Readonly<Record<string, keyof FactRow>> = {
  source: "source",
  outlet: "source",
  published: "published",
  date: "published",
  url: "url",
  link: "url",
  title: "title",
};
const FILE_COLUMNS = ["file", "filename", "path", "name"];

export interface MetadataTable {
  /** Path of the table. */
  readonly path: string;
  /** What it says of the file at this path; undefined where it has no row for it. */
  rowOf(path: string): FactRow | undefined;
}

/** Reads the tables in these folders, each once. A table without a column of files is none, and is read as any other. */
export async function metadataTables(
  folders: ReadonlySet<string>,
): Promise<ReadonlyMap<string, MetadataTable>> {
  const tables = new Map<string, MetadataTable>();
  for (const folder of folders) {
    const table = await readTable(join(folder, METADATA_NAME));
    if (table !== null) tables.set(folder, table);
  }
  return tables;
}

async function readTable(path: string): Promise<MetadataTable | null> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const decoded = decodeText(bytes, undefined);
  if ("refused" in decoded) return null;
  const { parse } = await import("csv-parse/sync");
  let rows: string[][];
  try {
    const delimiter = delimiterOf(decoded.text);
    rows = parse(decoded.text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    return null;
  }
  const header = rows[0]?.map((name) => name.toLowerCase()) ?? [];
  const file = FILE_COLUMNS.map((name) => header.indexOf(name)).find((at) => at >= 0);
  if (file === undefined || header.includes("text")) return null;
  const byFile = new Map<string, FactRow>();
  for (const row of rows.slice(1)) {
    const facts: Partial<Record<keyof FactRow, string>> = {};
    for (const [at, name] of header.entries()) {
      const field = COLUMNS[name];
      if (field !== undefined && row[at]) facts[field] ??= row[at];
    }
    if (row[file]) byFile.set(row[file].replaceAll("\\", "/").replace(/^\.\//, ""), facts);
  }
  const folder = dirname(path);
  return { path, rowOf: (other) => byFile.get(relative(folder, other).replaceAll("\\", "/")) };
}
