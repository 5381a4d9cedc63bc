/** Small archives for tests, made by hand, so that they can also hold what no tool would write. */
import { crc32 } from "./crc32.js";

export function warcRecord(
  type: string,
  number: number,
  block: string | Uint8Array,
  contentType = "application/http; msgtype=response",
  lie = 0,
): Buffer {
  const bytes = Buffer.from(block as string);
  const head =
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${number}>\r\nWARC-Date: 2025-12-15T10:00:00Z\r\n` +
    `WARC-Target-URI: https://w.example/${number}\r\nContent-Type: ${contentType}\r\nContent-Length: ${bytes.length + lie}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
}

export interface Entry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** File mode of Unix, as links have one. */
  readonly mode?: number;
}

/** A ZIP archive whose entries are stored without compression. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644 } of entries) {
    const data = Buffer.from(content as string);
    const file = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, file, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), common, tail, file]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from("PK\x05\x06"), end]);
}
