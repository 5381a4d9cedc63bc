/**
 * What a reader of a format is given and what it has to do. A new format is one file in `formats/` that makes a
 * `FormatReader`, and one line in `registry.ts`.
 */
import type { FieldMap } from "./fields.js";
import type { FileFacts } from "./file-facts.js";
import type { ByteArea, RecordSink } from "./record.js";

/** One file, stream or entry of an archive, decompressed. */
export interface Source {
  /** As shown to users; "-" for standard input. */
  readonly path: string;
  /** What its documents are called after where they have no id: `path` relative to what the user gave. */
  readonly id: string;
  /** The file itself where it can be read at any place: on disk and not compressed. */
  readonly localPath: string | null;
  /** What its name and folder, or a table beside it, say of an article that is the whole file. */
  readonly facts: FileFacts;
  /** Its bytes from the beginning. Can be called once. A piece is good until the next is asked for. */
  pieces(): AsyncIterable<Uint8Array>;
  /** Whether something has kept the bytes from being read, of which the caller knows. */
  readonly isBroken?: () => boolean;
}

export interface ReadContext {
  /** Where records lie when the sink is told of them. A reader may write to it only between two records. */
  readonly area: ByteArea;
  readonly sink: RecordSink;
  readonly fields: FieldMap;
  /** Charset that the user named; a reader that finds a byte order mark obeys that. */
  readonly encoding: string | undefined;
  /** Most bytes of one record: the bound of the memory that is used. */
  readonly maxRecordBytes: number;
  /** Zone of times that say none; undefined where they are to stay so. */
  readonly timezone: string | undefined;
  /** Says what was found in the file beside its format, for the summary ("articles[]"). */
  found(detail: string): void;
  /** Reads a file that lies inside this one, as if it had been given. */
  within(entry: Source): AsyncGenerator<void, void>;
}

export interface FormatReader {
  /**
   * Gives every record to the sink, and what cannot be read as a skip; never throws for what the bytes hold. Yields
   * after each piece of work, so that its caller can show progress, take what has come, or stop.
   */
  read(source: Source, context: ReadContext): AsyncGenerator<void, void>;
}
