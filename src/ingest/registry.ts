/**
 * The formats that are read: the one place where they are named. To add one, write a `FormatReader` in `formats/`, a
 * line here, and what tells it by its first bytes in `detect.ts`.
 */
import type { FormatReader } from "./format.js";

interface FormatEntry {
  /** As the summary calls it. */
  readonly label: string;
  /** Endings of names that promise it, in lower case. */
  readonly extensions: readonly string[];
  /** Loaded on first use: most runs meet one format. */
  readonly load: () => Promise<FormatReader>;
}

const FORMATS = {
  jsonl: {
    label: "JSON lines",
    extensions: [".jsonl", ".ndjson"],
    load: async () => (await import("./formats/json-lines.js")).jsonLines,
  },
  json: {
    label: "JSON",
    extensions: [".json"],
    load: async () => (await import("./formats/json.js")).json,
  },
  text: {
    label: "plain text",
    extensions: [".txt", ".text"],
    load: async () => (await import("./formats/text.js")).text,
  },
  html: {
    label: "page",
    extensions: [".html", ".htm", ".xhtml", ".mhtml", ".mht"],
    load: async () => (await import("./formats/html.js")).html,
  },
  feed: {
    label: "feed",
    extensions: [".xml", ".rss", ".atom", ".rdf"],
    load: async () => (await import("./formats/feed.js")).feed,
  },
  warc: {
    label: "WARC",
    extensions: [".warc", ".wet"],
    load: async () => (await import("./formats/warc.js")).warc,
  },
  csv: {
    label: "table",
    extensions: [".csv", ".tsv", ".tab"],
    load: async () => (await import("./formats/csv.js")).csv,
  },
  parquet: {
    label: "Parquet",
    extensions: [".parquet"],
    load: async () => (await import("./formats/parquet.js")).parquet,
  },
  docx: {
    label: "Word document",
    extensions: [".docx"],
    load: async () => (await import("./formats/docx.js")).docx,
  },
  zip: {
    label: "ZIP archive",
    extensions: [".zip"],
    load: async () => (await import("./formats/zip.js")).zip,
  },
} as const satisfies Record<string, FormatEntry>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** All endings of names that are read, in the order of the formats. */
export const EXTENSIONS: readonly string[] = FORMAT_NAMES.flatMap((name) => [...FORMATS[name].extensions]);

const BY_EXTENSION = new Map<string, Format>(
  FORMAT_NAMES.flatMap((name) => FORMATS[name].extensions.map((extension) => [extension, name] as const)),
);

/** The format that a name without the ending of a coding promises, or null. */
export function formatOfName(name: string): Format | null {
  const lower = name.toLowerCase();
  return BY_EXTENSION.get(lower.slice(lower.lastIndexOf("."))) ?? null;
}

export function formatLabel(format: Format): string {
  return FORMATS[format].label;
}

export function loadFormat(format: Format): Promise<FormatReader> {
  return FORMATS[format].load();
}
