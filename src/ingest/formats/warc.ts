/**
 * A WARC of a crawl → one record for each page in it: responses that hold HTML, plain text or a feed's kin, and
 * `conversion` records, which are the text of a page (WET files).
 *
 * The records are cut by our own reader (`warc-records.ts`): warcio writes to the console where a record's length is
 * wrong, and cannot find the next record then.
 */
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { decodeMarkup } from "../charset.js";
import { charsetName } from "../decoder.js";
import { ValueEmitter } from "../emit.js";
import type { FormatReader, ReadContext, Source } from "../format.js";
import type { PageReader } from "../page/index.js";
import type { FieldValues, RecordNotes } from "../record.js";
import { tooLong } from "../window.js";
import { pageValues } from "./html.js";
import { warcRecords } from "./warc-records.js";

export const warc: FormatReader = { read: readWarc };

const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const HTML_START = /^\s*<(?:!doctype html|html)/i;
const TEXT_TYPE = /^text\/plain\b/i;

async function* readWarc(source: Source, context: ReadContext): AsyncGenerator<void, void> {
  const { loadPageReader } = await import("../page/index.js");
  const pages = await loadPageReader();
  const emitter = new ValueEmitter(context);
  for await (const record of warcRecords(source.pieces(), context.maxRecordBytes, wanted)) {
    if (record.trouble !== null) emitter.skip(record.number, record.trouble);
    else if (record.body !== null) {
      const read = readRecord(record.headers, record.body, pages, context);
      if (typeof read === "string") emitter.skip(record.number, read);
      else if (read !== null) emitter.emit(record.number, read.values, read.notes);
    }
    yield;
  }
}

/** Only the bodies of these are held in memory. */
function wanted(headers: ReadonlyMap<string, string>): boolean {
  const type = headers.get("warc-type");
  return type === "response" || type === "resource" || type === "conversion";
}

/** The page or text of a record; null where it holds neither, a reason where it cannot be read. */
function readRecord(
  headers: ReadonlyMap<string, string>,
  body: Uint8Array,
  pages: PageReader,
  { encoding, maxRecordBytes }: ReadContext,
): { values: FieldValues; notes: RecordNotes } | string | null {
  const url = headers.get("warc-target-uri")?.replace(/^<|>$/g, "");
  const values: FieldValues = {};
  const from: Record<string, string> = {};
  const set = (name: "id" | "url" | "captured", value: string | undefined, place: string) => {
    if (value === undefined || value === "") return;
    values[name] = value;
    from[name] = place;
  };
  set("id", headers.get("warc-record-id")?.replace(/^<|>$/g, ""), "WARC-Record-ID");
  set("captured", headers.get("warc-date"), "WARC-Date");
  const isHttp = /^application\/http\b/i.test(headers.get("content-type") ?? "");
  const answer = isHttp
    ? httpAnswer(body, maxRecordBytes)
    : { status: 200, type: headers.get("content-type") ?? "", body };
  if (typeof answer === "string") return answer;
  // Redirects and errors hold no article; pictures, scripts and sheets are no pages. Crawls are full of both.
  if (answer.status < 200 || answer.status > 299 || answer.body.length === 0) return null;
  const { type } = answer;
  if (TEXT_TYPE.test(type) || headers.get("warc-type") === "conversion") {
    const decoded = decodeMarkup(answer.body, encoding ?? charsetOf(type));
    if ("refused" in decoded) return decoded.refused;
    set("url", url, "WARC-Target-URI");
    return { values: { ...values, text: decoded.text }, notes: { from: { ...from, text: "the record" } } };
  }
  const isPage =
    HTML_TYPE.test(type) || (type === "" && HTML_START.test(latin(answer.body.subarray(0, 256))));
  if (!isPage) return null;
  const page = pages.read(answer.body, {
    url,
    charset: encoding,
    contentType: type === "" ? undefined : type,
  });
  if ("reason" in page) return url === undefined ? page.reason : `${page.reason} (${url})`;
  // Where the crawler fetched it, whatever the page says of itself.
  set("url", url, "WARC-Target-URI");
  return {
    values: { ...pageValues(page), ...values },
    notes: { from: { ...page.fieldsFrom, ...from }, cut: page.cut },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

/** Headers and body of an answer of HTTP, its body without chunks and compression; or why it cannot be read. */
export function httpAnswer(bytes: Uint8Array, maxBytes: number): Answer | string {
  const head = headEnd(bytes);
  if (head === null) return "an answer of HTTP without an end of its headers";
  const lines = latin(bytes.subarray(0, head.end)).split(/\r?\n/);
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(lines[0]!)?.[1] ?? 200);
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const type = headers.get("content-type") ?? "";
  const raw = bytes.subarray(head.bodyAt);
  // Some crawlers store the body as it came, others decode it and leave the headers as they were: the bytes decide.
  const whole = /chunked/i.test(headers.get("transfer-encoding") ?? "") ? (dechunked(raw) ?? raw) : raw;
  const body = decompressed(whole, headers.get("content-encoding") ?? "", maxBytes);
  return typeof body === "string" ? body : { status, type, body };
}

function headEnd(bytes: Uint8Array): { end: number; bodyAt: number } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const crlf = buffer.indexOf("\r\n\r\n");
  const lf = buffer.indexOf("\n\n");
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, bodyAt: crlf + 4 };
  return lf < 0 ? null : { end: lf, bodyAt: lf + 2 };
}

/** The body without its chunks; null where it has none. */
function dechunked(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = /^([0-9a-f]{1,8})[^\r\n]*\r?\n/i.exec(latin(bytes.subarray(at, at + 64)));
    if (size === null) return parts.length === 0 ? null : Buffer.concat(parts);
    const length = Number.parseInt(size[1]!, 16);
    at += size[0].length;
    if (length === 0) break;
    parts.push(bytes.subarray(at, at + length));
    at += length;
    if (bytes[at] === 13) at++;
    if (bytes[at] === 10) at++;
  }
  return Buffer.concat(parts);
}

function decompressed(bytes: Uint8Array, coding: string, maxOutputLength: number): Uint8Array | string {
  const limits = { maxOutputLength };
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes, limits);
    if (/\bbr\b/i.test(coding)) return brotliDecompressSync(bytes, limits);
    if (/\bdeflate\b/i.test(coding) && (bytes[0]! & 0x0f) === 8) return inflateSync(bytes, limits);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return tooLong(maxOutputLength);
    // Brotli has no mark of its own: a body that is none was stored decoded.
    if (/\b(?:br|deflate)\b/i.test(coding)) return bytes;
    return `a body whose gzip data is damaged (${(error as Error).message})`;
  }
  return bytes;
}

function charsetOf(type: string): string | undefined {
  const name = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
  return name === undefined ? undefined : (charsetName(name) ?? undefined);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
