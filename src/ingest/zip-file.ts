/** A ZIP archive, its entries listed and their bytes read, through yauzl. Nothing is ever written to a disk. */
import type { Entry as YauzlEntry, ZipFile } from "yauzl";
import { wholeBytes } from "./emit.js";
import type { Source } from "./format.js";
import { tooLong } from "./window.js";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly compressedBytes: number;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  readonly raw: YauzlEntry;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Trouble with the list of entries; null where it is whole. */
  readonly trouble: string | null;
  /** Throws what the data hold that cannot be read. */
  pieces(entry: ZipEntry): AsyncIterable<Uint8Array>;
  close(): void;
}

const LINK = 0o120000;
const KIND = 0o170000;
const UTF8_NAME = 0x800;
/** An archive of more entries is refused: it would be listed for ever. */
const MOST_ENTRIES = 1_000_000;

/** Lists the archive, or says why it cannot be. One that is no file of its own is held in memory. */
export async function openZip(source: Source, maxBytes: number): Promise<Zip | string> {
  const { open, fromBuffer } = await import("yauzl");
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  } as const;
  let held: Uint8Array | null = null;
  if (source.localPath === null) {
    const bytes = await wholeBytes(source, maxBytes);
    if (typeof bytes === "string")
      return `a ZIP archive ${bytes}: from a stream it has to be held whole; save it as a file`;
    held = bytes;
  }
  let file: ZipFile;
  try {
    file = await new Promise<ZipFile>((resolve, reject) => {
      const done = (error: Error | null, opened?: ZipFile) => (error ? reject(error) : resolve(opened!));
      if (held === null) open(source.localPath!, options, done);
      else fromBuffer(Buffer.from(held), options, done);
    });
  } catch (error) {
    return `a ZIP archive that cannot be read: ${(error as Error).message}`;
  }
  const entries: ZipEntry[] = [];
  const trouble = await listEntries(file, entries);
  return {
    entries: entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    trouble,
    async *pieces({ raw }) {
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        file.openReadStream(raw, (error, opened) => (error ? reject(error) : resolve(opened!)));
      });
      yield* stream as AsyncIterable<Uint8Array>;
    },
    close: () => file.close(),
  };
}

async function listEntries(file: ZipFile, entries: ZipEntry[]): Promise<string | null> {
  return new Promise((resolve) => {
    file.on("error", (error: Error) => resolve(`the list of its entries is damaged: ${error.message}`));
    file.on("end", () => resolve(null));
    file.on("entry", (raw: YauzlEntry) => {
      const name = entryName(raw);
      const mode = (raw.externalFileAttributes >>> 16) & KIND;
      entries.push({
        name,
        bytes: raw.uncompressedSize,
        compressedBytes: raw.compressedSize,
        isFolder: name.endsWith("/"),
        isLink: mode === LINK,
        isEncrypted: (raw.generalPurposeBitFlag & 1) !== 0,
        raw,
      });
      if (entries.length >= MOST_ENTRIES) resolve(`more than ${MOST_ENTRIES} entries; the rest is left out`);
      else file.readEntry();
    });
    file.readEntry();
  });
}

/** Names are UTF-8 where they say so or are; else of the code page of some computer, and read as Latin. */
function entryName(raw: YauzlEntry): string {
  const bytes = raw.fileName as unknown as Buffer;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return (raw.generalPurposeBitFlag & UTF8_NAME) !== 0 ? bytes.toString("utf8") : bytes.toString("latin1");
  }
}

/** All bytes of an entry, or why they cannot be had. */
export async function entryBytes(zip: Zip, entry: ZipEntry, maxBytes: number): Promise<Uint8Array | string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of zip.pieces(entry)) {
      length += piece.length;
      if (length > maxBytes) return tooLong(maxBytes);
      parts.push(piece);
    }
  } catch (error) {
    return `damaged (${(error as Error).message})`;
  }
  return Buffer.concat(parts);
}
