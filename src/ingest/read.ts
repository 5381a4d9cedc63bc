/** Files and streams of any kind → records: decompressed, told apart, and read by the reader of their format. */
import { createReadStream, fstatSync, openSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { readTrouble } from "../errors.js";
import { codingOf, decompress, withoutCoding } from "./codings.js";
import { detectFormat, fallbackFormat, isSettled, unnamedKind } from "./detect.js";
import { EntrySink } from "./entry-sink.js";
import type { FieldMap } from "./fields.js";
import type { ReadContext, Source } from "./format.js";
import type { InputFile } from "./inputs.js";
import type { ByteArea, RecordSink } from "./record.js";
import { formatLabel, loadFormat } from "./registry.js";
import { CHUNK_BYTES, SyncFile } from "./sync-file.js";
import { MAX_RECORD_BYTES } from "./window.js";

/** For a file that has grown since it was listed. */
const LEAST_BUFFER = 1 << 12;
/** Archives in archives in archives: nobody packs news so, and it may never end. */
const MOST_DEPTH = 3;

export interface ReadOptions {
  /** Charset of text, pages, feeds and tables; detected where undefined. See `checkEncoding`. */
  readonly encoding?: string | undefined;
  /** Ends the reading of a stream, which may otherwise wait for ever. */
  readonly signal?: AbortSignal | undefined;
  readonly maxRecordBytes?: number | undefined;
  /** Zone of times that say none, as `checkTimezone` takes it. */
  readonly timezone?: string | undefined;
  /** Told once of each file and entry of an archive what it was read as ("feed (RSS)"). */
  readonly onFormat?: ((path: string, label: string) => void) | undefined;
}

/**
 * Reads a file into the sink; yields, after each piece, how many of its bytes (compressed ones, where it is)
 * have been read. Trouble with the file is a skip; what the sink throws comes out. Memory is one piece and
 * the longest record.
 */
export async function* readInput(
  file: InputFile,
  area: ByteArea,
  fields: FieldMap,
  sink: RecordSink,
  options: ReadOptions = {},
): AsyncGenerator<number, void> {
  let read = 0;
  let trouble: string | null = null;
  const onTrouble = (reason: string) => {
    trouble ??= reason;
  };
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      read += piece.length;
      yield piece;
    }
  }
  const pieces = () =>
    counted(
      file.bytes === null ? streamPieces(file.path, options.signal, onTrouble) : filePieces(file, onTrouble),
    );
  const source: Source = {
    path: file.path,
    id: file.id,
    localPath: file.bytes === null ? null : file.path,
    facts: file.facts,
    pieces,
    isBroken: () => trouble !== null,
  };
  for await (const _ of readSource(source, file.format, area, fields, sink, { ...options, onTrouble }))
    yield read;
  if (trouble !== null) sink.skip(0, trouble, 0, 0);
  yield read;
}

/**
 * Reads bytes from wherever they come; yields after each piece of work. `onTrouble` is told of what is wrong with the
 * bytes as such, compressed or not, and a format of "unknown" is told by the first bytes and the name.
 */
export function readSource(
  source: Source,
  format: InputFile["format"],
  area: ByteArea,
  fields: FieldMap,
  sink: RecordSink,
  { onTrouble = () => {}, ...options }: ReadOptions & { readonly onTrouble?: (reason: string) => void } = {},
): AsyncGenerator<void, void> {
  return new Reading(area, fields, options).read(source, format, sink, 0, onTrouble);
}

class Reading {
  readonly #area: ByteArea;
  readonly #fields: FieldMap;
  readonly #options: ReadOptions;

  constructor(area: ByteArea, fields: FieldMap, options: ReadOptions) {
    this.#area = area;
    this.#fields = fields;
    this.#options = options;
  }

  async *read(
    source: Source,
    told: InputFile["format"],
    sink: RecordSink,
    depth: number,
    onTrouble: (reason: string) => void,
  ): AsyncGenerator<void, void> {
    let isDamaged = false;
    const opened = await open(source, (reason) => {
      isDamaged = true;
      onTrouble(reason);
    });
    // A file that could not be read at all is no empty one.
    if (opened.head.length === 0 && (isDamaged || source.isBroken?.())) return;
    const { head, name, isWhole } = opened;
    // A pipeline that had nothing to send is no empty article.
    if (head.length === 0 && told === "unknown") return;
    const detected =
      told === "unknown"
        ? (detectFormat(head, name) ?? (depth > 0 ? unnamedKind(head, name) : fallbackFormat(head)))
        : { format: told };
    if ("refused" in detected) return sink.skip(0, detected.refused, 0, 0);
    const { format } = detected;
    const { path } = source;
    let label = formatLabel(format);
    const context: ReadContext = {
      area: this.#area,
      sink,
      fields: this.#fields,
      encoding: this.#options.encoding,
      maxRecordBytes: this.#options.maxRecordBytes ?? MAX_RECORD_BYTES,
      timezone: this.#options.timezone,
      found: (detail) => {
        label = `${formatLabel(format)} (${detail})`;
      },
      within: (entry) => this.#within(entry, source, sink, depth + 1),
    };
    const reader = await loadFormat(format);
    const inner: Source = {
      ...source,
      localPath: isWhole ? source.localPath : null,
      pieces: () => opened.pieces,
    };
    yield* reader.read(inner, context);
    this.#options.onFormat?.(path, label);
  }

  async *#within(
    entry: Source,
    archive: Source,
    sink: RecordSink,
    depth: number,
  ): AsyncGenerator<void, void> {
    const inside = new EntrySink(sink, this.#area, entry);
    const reading = new Reading(inside.area, this.#fields, this.#options);
    if (depth > MOST_DEPTH) return inside.skip(0, "an archive in too many others; unpack it first", 0, 0);
    const named: Source = { ...entry, path: `${archive.path}/${entry.path}` };
    try {
      yield* reading.read(named, "unknown", inside, depth, (reason) => inside.skip(0, reason, 0, 0));
    } catch (error) {
      // What yauzl finds wrong with the data of an entry.
      inside.skip(0, `damaged (${(error as Error).message})`, 0, 0);
    }
  }
}

interface Opened {
  readonly head: Uint8Array;
  /** Of the file, without the ending of its coding. */
  readonly name: string;
  /** Whether the bytes are those of the file itself. */
  readonly isWhole: boolean;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** The first bytes that tell what it is, decompressed, and all bytes from the beginning. */
async function open(source: Source, onTrouble: (reason: string) => void): Promise<Opened> {
  let name = source.path;
  let isWhole = true;
  const raw = await peek(
    source.pieces(),
    (head) => head.length >= 4 && (codingOf(head, name) !== null || isSettled(head)),
  );
  let { head, pieces } = raw;
  const coding = codingOf(head, name);
  if (coding !== null) {
    isWhole = false;
    name = withoutCoding(name);
    ({ head, pieces } = await peek(decompress(pieces, coding, onTrouble), isSettled));
  }
  return { head, name, isWhole, pieces };
}

/** As many first bytes as settle it, and everything. */
async function peek(
  pieces: AsyncIterable<Uint8Array>,
  isEnough: (head: Uint8Array) => boolean,
): Promise<{ head: Uint8Array; pieces: AsyncIterable<Uint8Array> }> {
  const rest = pieces[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  let ended = false;
  while (!ended && !isEnough(head)) {
    const { value, done } = await rest.next();
    if (done) ended = true;
    else head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Uint8Array, void> {
    try {
      if (head.length > 0) yield head;
      while (!ended) {
        const { value, done } = await rest.next();
        if (done) return;
        yield value;
      }
    } finally {
      await rest.return?.();
    }
  }
  return { head, pieces: all() };
}

/** Each piece is good until the next is asked for. */
async function* filePieces(
  { path, bytes }: InputFile,
  onTrouble: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  const file = new SyncFile(path);
  try {
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(bytes ?? CHUNK_BYTES, LEAST_BUFFER)));
    for (;;) {
      const bytes = file.read(buffer, null);
      if (bytes === 0) break;
      yield buffer.subarray(0, bytes);
    }
    if (file.trouble !== null) onTrouble(file.trouble);
  } finally {
    file.close();
  }
}

async function* streamPieces(
  path: string,
  signal: AbortSignal | undefined,
  onTrouble: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  try {
    const stream = path === "-" ? process.stdin : openStream(path);
    if (signal !== undefined) addAbortSignal(signal, stream);
    yield* stream;
  } catch (error) {
    onTrouble(readTrouble(error as Error));
  }
}

/** A named pipe or a device. Read as a socket, a pipe neither blocks this thread nor keeps one that cannot be ended. */
function openStream(path: string): Readable {
  const fd = openSync(path, "r");
  const isPipe = fstatSync(fd).isFIFO();
  return isPipe ? new Socket({ fd, readable: true, writable: false }) : createReadStream(path, { fd });
}
