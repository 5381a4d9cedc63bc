/**
 * The ledger: a file of JSON lines, one for each item that was not new, with ascending sequence numbers. Only ever
 * appended to; a tail that a crash tore is cut when it is opened.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { StoreError, UsageError, writeTrouble } from "../errors.js";

const NEWLINE = 10;
const BEGINNING = '{"sequence":';
/** What is written goes to disk at least this often, so that only the end of the file can be torn: */
const SYNC_BYTES = 1 << 20;
/** this much of it, at most, is looked through. */
const CHECK_BYTES = 4 << 20;

interface Tail {
  /** Sequence number of the last whole line; 0 where there is none. */
  readonly sequence: number;
  /** Where that line ends. */
  readonly end: number;
}

export class Ledger {
  readonly path: string;
  /** Sequence number of the last line that was whole when the ledger was opened; 0 for an empty one. */
  readonly last: number;
  /** Bytes of torn lines that were cut off on opening. */
  readonly cut: number;
  readonly #file: number;
  #unsynced = 0;

  /** Opens or creates the file. Throws UsageError where it cannot be, StoreError for a file that is no ledger. */
  constructor(path: string) {
    this.path = path;
    this.#file = openFile(path);
    try {
      const { size } = fstatSync(this.#file);
      const head = readRange(this.#file, 0, Math.min(size, BEGINNING.length)).toString("latin1");
      if (!BEGINNING.startsWith(head)) {
        throw new StoreError(`ledger ${path}: begins with ${JSON.stringify(head)}, expected ${BEGINNING}`);
      }
      const tail = lastWholeLine(this.#file, size);
      this.last = tail.sequence;
      this.cut = size - tail.end;
      if (this.cut > 0) ftruncateSync(this.#file, tail.end);
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  /** Appends whole lines. Throws StoreError; what a full disk took of them is cut when the ledger is next opened. */
  append(lines: string): void {
    const bytes = Buffer.from(lines);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
      this.#unsynced += bytes.length;
      if (this.#unsynced >= SYNC_BYTES) this.#sync();
    } catch (error) {
      throw new StoreError(`ledger ${this.path}: cannot be written (${writeTrouble(error as Error)})`);
    }
  }

  close(): void {
    if (this.#unsynced > 0) this.#sync();
    closeSync(this.#file);
  }

  #sync(): void {
    try {
      fdatasyncSync(this.#file);
    } catch (error) {
      // A pipe or a device has nothing to keep.
      if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
    }
    this.#unsynced = 0;
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, "a+");
  } catch (error) {
    throw new UsageError(`ledger ${path}: cannot be opened (${writeTrouble(error as Error)})`);
  }
}

/** Reads lines near the end, forwards, up to the first that is torn: pages reach a disk in any order. */
function lastWholeLine(file: number, size: number): Tail {
  for (let window = CHECK_BYTES; ; window *= 4) {
    const from = Math.max(0, size - window);
    const bytes = readRange(file, from, size);
    const start = from === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    const tail = wholeLines(bytes, start);
    if (tail.sequence > 0 || from === 0) return { sequence: tail.sequence, end: from + tail.end };
  }
}

function wholeLines(bytes: Buffer, start: number): Tail {
  let tail: Tail = { sequence: 0, end: start };
  for (;;) {
    const newline = bytes.indexOf(NEWLINE, tail.end);
    if (newline < 0) return tail;
    const sequence = sequenceOf(bytes.toString("utf8", tail.end, newline));
    if (!(sequence > tail.sequence)) return tail;
    tail = { sequence, end: newline + 1 };
  }
}

/** NaN for what is no line of a ledger. */
function sequenceOf(line: string): number {
  try {
    return Number((JSON.parse(line) as { sequence?: unknown } | null)?.sequence);
  } catch {
    return Number.NaN;
  }
}

function readRange(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  let read = 0;
  while (read < bytes.length) {
    const got = readSync(file, bytes, read, bytes.length - read, from + read);
    if (got === 0) break;
    read += got;
  }
  return bytes.subarray(0, read);
}
