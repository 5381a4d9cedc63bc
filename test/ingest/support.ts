/** What the tests of the readers share: collecting sinks and a folder that is removed again. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { toDocument } from "../../src/ingest/documents.js";
import { fieldMap } from "../../src/ingest/fields.js";
import { NO_FACTS } from "../../src/ingest/file-facts.js";
import { decodeMacArabic } from "../../src/ingest/mac-arabic.js";
import { readSource } from "../../src/ingest/read.js";
import {
  type ByteArea,
  PlainArea,
  type RecordParser,
  type RecordSink,
  type RecordView,
} from "../../src/ingest/record.js";
import type { Format } from "../../src/ingest/registry.js";
import type { Document } from "../../src/model/index.js";

export interface Seen {
  readonly line: number;
  readonly document?: Document;
  readonly reason?: string;
  readonly raw?: string;
  readonly offset?: number;
}

/** A sink that keeps what comes, in order. */
export class Collector implements RecordSink {
  readonly seen: Seen[] = [];
  readonly #area: ByteArea;
  readonly #path: string;

  constructor(area: ByteArea, path = "file.jsonl") {
    this.#area = area;
    this.#path = path;
  }

  record(view: RecordView): void {
    const raw = Buffer.from(this.#area.input(0).slice(view.start, view.end)).toString("utf8");
    this.seen.push({
      line: view.line,
      document: toDocument(view, this.#area, this.#path),
      raw,
      offset: view.offset,
    });
  }

  skip(line: number, reason: string): void {
    this.seen.push({ line, reason });
  }

  get documents(): Document[] {
    return this.seen.flatMap(({ document }) => (document === undefined ? [] : [document]));
  }

  get skips(): string[] {
    return this.seen.flatMap(({ line, reason }) => (reason === undefined ? [] : [`${line}: ${reason}`]));
  }
}

/** Pushes the bytes in pieces of these sizes, in turn, then all the rest, and ends the parser. */
export function push(parser: RecordParser, bytes: Uint8Array, sizes: readonly number[] = []): void {
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const piece = bytes.subarray(at, at + size);
    parser.space(piece.length).set(piece);
    parser.filled(piece.length);
    at += piece.length;
  }
  parser.end();
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface SourceOptions {
  readonly name?: string;
  readonly format?: Format | "unknown";
  readonly encoding?: string;
  readonly fields?: readonly string[];
  readonly maxRecordBytes?: number;
  /** Sizes of the pieces in which the bytes come; all the rest comes last. */
  readonly sizes?: readonly number[];
}

/** Reads bytes as a file of this name would be read. */
export async function readBytes(bytes: Uint8Array, options: SourceOptions = {}): Promise<Collector> {
  const { name = "news/a.txt", format = "unknown", sizes = [] } = options;
  const area = new PlainArea();
  const sink = new Collector(area, name);
  const source = {
    path: name,
    id: name,
    localPath: null,
    facts: NO_FACTS,
    async *pieces() {
      let at = 0;
      for (const size of [...sizes, bytes.length]) {
        yield bytes.slice(at, at + size);
        at += size;
      }
    },
  };
  const onTrouble = (reason: string) => sink.skip(0, reason);
  const { encoding, maxRecordBytes } = options;
  const how = { encoding, maxRecordBytes, onTrouble };
  for await (const _ of readSource(source, format, area, fieldMap(options.fields), sink, how));
  return sink;
}

/**
 * The text in another charset, by turning the decoder around, so that no encoder's mistakes are shared with the code; null
 * where the charset lacks one of its characters.
 */
export function encode(text: string, charset: string): Uint8Array | null {
  if (charset === "utf-16le") return new Uint8Array(Buffer.from(text, "utf16le"));
  if (charset === "utf-16be") return new Uint8Array(Buffer.from(text, "utf16le").swap16());
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    const one = Uint8Array.of(byte);
    bytes.set(charset === "macarabic" ? decodeMacArabic(one) : new TextDecoder(charset).decode(one), byte);
  }
  const encoded = [...text].map((character) => bytes.get(character));
  return encoded.includes(undefined) ? null : Uint8Array.from(encoded as number[]);
}

/** A folder of its own for the test file that calls this. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-ingest-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
