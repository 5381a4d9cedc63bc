/**
 * MHTML, as browsers save "a page in one file": a MIME message (RFC 2557) whose first HTML part is the page.
 * Only that part is read; pictures and styles beside it are not.
 */

export interface SavedPart {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string | undefined;
}

/** Headers stand in the first bytes; a message without a boundary there is none that a browser wrote. */
const HEAD_BYTES = 16_384;
const MOST_PARTS = 2000;

/** Null for bytes that are no MHTML. */
export function mhtmlPage(bytes: Uint8Array): SavedPart | { readonly reason: string } | null {
  const start = latin1(bytes, 0, HEAD_BYTES);
  if (!/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,40}\r?\n/.test(start)) return null;
  const headers = readHeaders(start);
  if (!headers.has("mime-version") || !headers.has("content-type")) return null;
  const type = headers.get("content-type")!;
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const address = headers.get("snapshot-content-location") ?? headers.get("content-location");
  if (boundary === null) {
    return /text\/html/i.test(type)
      ? decodePart(bytes.subarray(endOfHeaders(start)), headers, address)
      : { reason: "a MIME message without an HTML part" };
  }
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`, "latin1");
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = whole.indexOf(mark);
  for (let part = 0; at >= 0 && part < MOST_PARTS; part++) {
    const next = whole.indexOf(mark, at + mark.length);
    const content = whole.subarray(at + mark.length, next < 0 ? whole.length : next);
    const head = latin1(content, 0, HEAD_BYTES).replace(/^\r?\n/, "");
    const partHeaders = readHeaders(head);
    if (/text\/html|application\/xhtml/i.test(partHeaders.get("content-type") ?? "")) {
      const skip = content.length - trimStart(content).length;
      return decodePart(content.subarray(skip + endOfHeaders(head)), partHeaders, address);
    }
    at = next;
  }
  return { reason: "an MHTML file without an HTML part" };
}

function trimStart(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 13 && bytes[1] === 10) return bytes.subarray(2);
  return bytes[0] === 10 ? bytes.subarray(1) : bytes;
}

function latin1(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(bytes.length - from, length)).toString(
    "latin1",
  );
}

function endOfHeaders(text: string): number {
  const end = /\r?\n\r?\n/.exec(text);
  return end === null ? text.length : end.index + end[0].length;
}

function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  const lines = text.slice(0, endOfHeaders(text)).replace(/\r?\n[ \t]+/g, " ");
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function decodePart(
  content: Uint8Array,
  headers: ReadonlyMap<string, string>,
  address: string | undefined,
): SavedPart {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase() ?? "";
  const bytes =
    encoding === "base64"
      ? Buffer.from(latin1(content, 0, content.length), "base64")
      : encoding === "quoted-printable"
        ? quotedPrintable(content)
        : content;
  return {
    bytes,
    contentType: headers.get("content-type") ?? "",
    url: headers.get("content-location") ?? address,
  };
}

/** RFC 2045, 6.7. A `=` that begins no code stands for itself. */
function quotedPrintable(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length);
  let to = 0;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at]!;
    if (byte !== 61) {
      bytes[to++] = byte;
      continue;
    }
    if (content[at + 1] === 13 && content[at + 2] === 10) at += 2;
    else if (content[at + 1] === 10) at += 1;
    else {
      const code = hexDigit(content[at + 1]) * 16 + hexDigit(content[at + 2]);
      if (Number.isNaN(code)) bytes[to++] = byte;
      else {
        bytes[to++] = code;
        at += 2;
      }
    }
  }
  return bytes.subarray(0, to);
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : Number.NaN;
}
