/** Files and streams of any kind → records. */
import { createReadStream, fstatSync, openSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { readTrouble } from "../errors.js";
import type { FieldMap } from "./fields.js";
import { gunzip } from "./gunzip.js";
import type { InputFile } from "./inputs.js";
import { Intake } from "./intake.js";
import type { ByteArea, RecordSink } from "./record.js";
import { isGzip } from "./sniff.js";
import { CHUNK_BYTES, SyncFile } from "./sync-file.js";

/** For a file that has grown since it was listed. */
const LEAST_BUFFER = 1 << 12;

export interface ReadOptions {
  /** Charset of text files; detected where undefined. See `checkEncoding`. */
  readonly encoding?: string | undefined;
  /** Ends the reading of a stream, which may otherwise wait for ever. */
  readonly signal?: AbortSignal | undefined;
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
  const intake = new Intake(file, area, fields, sink, options.encoding);
  const raw = counted(
    file.bytes === null ? streamPieces(file.path, options.signal, onTrouble) : filePieces(file, onTrouble),
  );
  for await (const piece of decompressed(raw, onTrouble)) {
    intake.push(piece);
    yield read;
  }
  if (trouble === null || read > 0) intake.end();
  if (trouble !== null) sink.skip(0, trouble, 0, 0);
}

/** Decompresses what begins like gzip; the rest goes through. */
async function* decompressed(
  pieces: AsyncGenerator<Uint8Array, void>,
  onTrouble: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    head = head.length === 0 ? piece : Buffer.concat([head, piece]);
    if (head.length < 2) continue;
    const all = prepend(head, pieces);
    yield* isGzip(head) ? gunzip(all, onTrouble) : all;
    return;
  }
  yield head;
}

async function* prepend(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  yield head;
  yield* rest;
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
