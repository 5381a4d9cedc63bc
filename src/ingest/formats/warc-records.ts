/**
 * The records of a WARC (ISO 28500), cut out of a stream. Where a length is wrong, the next line that begins a record is
 * looked for: one record is lost, and said. Memory is one piece and the largest record whose body is asked for.
 */
import { tooLong } from "../window.js";

export interface WarcRecord {
  /** 1-based. */
  readonly number: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Null where it was not wanted. */
  readonly body: Uint8Array | null;
  /** Why the record cannot be used; null where it can. */
  readonly trouble: string | null;
}

const MARK = "WARC/";
/** Headers of more bytes are none. */
const HEAD_BYTES = 1 << 16;
const CR = 13;
const LF = 10;

export async function* warcRecords(
  pieces: AsyncIterable<Uint8Array>,
  maxRecordBytes: number,
  wanted: (headers: ReadonlyMap<string, string>) => boolean,
): AsyncGenerator<WarcRecord, void> {
  const input = new Pending(pieces);
  let number = 0;
  let isLost = false;
  for (;;) {
    const lost = await input.skipToMark();
    if (lost.ended) {
      if (lost.bytes > 0 && !isLost) yield trouble(number + 1, `${lost.bytes} bytes that are no record`);
      return;
    }
    number++;
    // What stands between two records is blank unless the length of the one before is wrong.
    if (lost.bytes > 0 && !isLost)
      yield trouble(number, `${lost.bytes} bytes before it that are no record: a length is wrong`);
    isLost = false;
    const headers = await input.head();
    if (headers === null) {
      yield trouble(number, "headers that do not end");
      isLost = true;
      await input.drop(MARK.length);
      continue;
    }
    const length = Number(headers.get("content-length") ?? Number.NaN);
    if (!(Number.isSafeInteger(length) && length >= 0)) {
      yield trouble(number, `Content-Length is ${JSON.stringify(headers.get("content-length") ?? null)}`);
      isLost = true;
      continue;
    }
    const isWanted = wanted(headers);
    if (isWanted && length <= maxRecordBytes) {
      const body = await input.take(length);
      if (body.length < length) {
        yield {
          number,
          headers,
          body: null,
          trouble: `cut short: ${body.length} of ${length} bytes are there`,
        };
        return;
      }
      const next = body.lastIndexOf(LF) < 0 ? -1 : markInside(body);
      if (next >= 0 && !(await input.isAtBoundary())) {
        // The length reaches into records that follow: they are read, and this one is not.
        yield {
          number,
          headers,
          body: null,
          trouble: `Content-Length is ${length}, and another record begins before that`,
        };
        input.putBack(body.subarray(next));
        isLost = true;
        continue;
      }
      yield { number, headers, body, trouble: null };
    } else {
      const dropped = await input.drop(length);
      if (dropped < length) {
        yield trouble(number, `cut short: ${dropped} of ${length} bytes are there`);
        return;
      }
      if (isWanted) yield { number, headers, body: null, trouble: tooLong(maxRecordBytes) };
    }
  }
}

function trouble(number: number, reason: string): WarcRecord {
  return { number, headers: new Map(), body: null, trouble: reason };
}

/** Where a record begins at the start of a line inside a body; -1 for nowhere. */
function markInside(body: Uint8Array): number {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  for (let at = buffer.indexOf(`\n${MARK}`); at >= 0; at = buffer.indexOf(`\n${MARK}`, at + 1)) {
    if (/^\nWARC\/\d\.\d\r?\n/.test(buffer.toString("latin1", at, at + 16))) return at + 1;
  }
  return -1;
}

/** Bytes that have come and are not yet used. */
class Pending {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #at = 0;
  #ended = false;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Goes to the next line that begins a record; says how many bytes other than blank ones lay before it. */
  async skipToMark(): Promise<{ bytes: number; ended: boolean }> {
    let bytes = 0;
    for (;;) {
      if (!(await this.#need(MARK.length))) {
        for (; this.#at < this.#held.length; this.#at++) if (!isBlank(this.#held[this.#at]!)) bytes++;
        return { bytes, ended: true };
      }
      while (this.#at < this.#held.length && isBlank(this.#held[this.#at]!)) this.#at++;
      if (!(await this.#need(MARK.length))) continue;
      if (this.#held.toString("latin1", this.#at, this.#at + MARK.length) === MARK)
        return { bytes, ended: false };
      const next = this.#held.indexOf(LF, this.#at);
      const end = next < 0 ? this.#held.length : next + 1;
      bytes += end - this.#at;
      this.#at = end;
    }
  }

  /** The headers up to the blank line; null where there is none near. */
  async head(): Promise<Map<string, string> | null> {
    for (let wanted = 1024; ; wanted *= 4) {
      const isThere = await this.#need(Math.min(wanted, HEAD_BYTES));
      const end = this.#headEnd();
      if (end > 0) {
        const headers = parseHead(this.#held.toString("utf8", this.#at, end));
        this.#at = end;
        return headers;
      }
      if (!isThere || wanted >= HEAD_BYTES) return null;
    }
  }

  /** The next bytes; fewer where the stream ends. */
  async take(length: number): Promise<Uint8Array> {
    await this.#need(length);
    const body = this.#held.subarray(this.#at, this.#at + length);
    this.#at += body.length;
    return body;
  }

  /** Lets the next bytes go; returns how many there were. */
  async drop(length: number): Promise<number> {
    let left = length;
    for (;;) {
      const here = Math.min(left, this.#held.length - this.#at);
      this.#at += here;
      left -= here;
      if (left === 0 || !(await this.#need(1))) return length - left;
    }
  }

  /** Whether a line that begins a record, or the end, follows, blank lines apart. */
  async isAtBoundary(): Promise<boolean> {
    await this.#need(4 + MARK.length);
    let at = this.#at;
    while (at < this.#held.length && isBlank(this.#held[at]!)) at++;
    const follows = this.#held.toString("latin1", at, at + MARK.length);
    return follows === MARK || (this.#ended && at >= this.#held.length);
  }

  putBack(bytes: Uint8Array): void {
    this.#held = Buffer.concat([bytes, this.#held.subarray(this.#at)]);
    this.#at = 0;
  }

  /** Whether so many bytes are there, once what is needed has come. */
  async #need(count: number): Promise<boolean> {
    if (this.#held.length - this.#at >= count) return true;
    const parts: Uint8Array[] = [this.#held.subarray(this.#at)];
    let length = parts[0]!.length;
    while (length < count && !this.#ended) {
      const { value, done } = await this.#pieces.next();
      if (done) {
        this.#ended = true;
      } else {
        // A piece is good only until the next is asked for.
        parts.push(Buffer.from(value));
        length += value.length;
      }
    }
    this.#held = Buffer.concat(parts);
    this.#at = 0;
    return length >= count;
  }

  #headEnd(): number {
    const crlf = this.#held.indexOf("\r\n\r\n", this.#at);
    const lf = this.#held.indexOf("\n\n", this.#at);
    if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4;
    return lf < 0 ? -1 : lf + 2;
  }
}

function isBlank(byte: number): boolean {
  return byte === CR || byte === LF || byte === 32 || byte === 9;
}

/** A line that begins with a blank goes on with the line before. */
function parseHead(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
