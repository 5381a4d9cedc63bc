/**
 * Fills shards from records as a reader hands them over: tokens, band keys, sketch, digest, metadata.
 * In: byte ranges in the kernel's input area. Out: shards. One builder a thread.
 */
import xxhash from "xxhash-wasm";
import { rankInstant } from "../document/order.js";
import { SKETCH, SKETCH_SLOTS, TextSketcher, tokenDigest } from "../document/sketch.js";
import { FIELD_INDEX } from "../ingest/fields.js";
import type { RecordSink, RecordView } from "../ingest/record.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Skipped } from "../model/index.js";
import { META_FIELDS, type Shard, ShardColumns } from "./shard.js";

/** A shard that is not cut by bytes of its file is closed at this many documents, or this much text. */
const SHARD_DOCUMENTS = 4096;
const SHARD_BYTES = 64 << 20;

type Digest = (bytes: Uint8Array) => bigint;

const META_INDICES = META_FIELDS.map((field) => FIELD_INDEX[field]);

export interface BuilderOptions {
  /** Keep the original texts: needed for passages, not for clusters. */
  readonly keepText: boolean;
}

export class ShardBuilder implements RecordSink {
  readonly #kernel: Kernel;
  readonly #options: BuilderOptions;
  readonly #digest: Digest;
  readonly #columns = new ShardColumns();
  readonly #sketcher: TextSketcher;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #file = "";
  #taken = 0;
  #repaired = 0;
  #skipped: Skipped[] = [];

  static async create(kernel: Kernel, options: BuilderOptions): Promise<ShardBuilder> {
    const { h64Raw } = await xxhash();
    return new ShardBuilder(kernel, options, h64Raw);
  }

  private constructor(kernel: Kernel, options: BuilderOptions, digest: Digest) {
    this.#kernel = kernel;
    this.#options = options;
    this.#digest = digest;
    this.#sketcher = new TextSketcher(kernel);
  }

  /** Names the file that the next records come from. */
  startFile(path: string): void {
    this.#file = path;
  }

  record(view: RecordView): void {
    const { ranges } = view;
    const textStart = ranges[2 * FIELD_INDEX.text]!;
    const textEnd = ranges[2 * FIELD_INDEX.text + 1]!;
    if (ranges[2 * FIELD_INDEX.repairs]! >= 0) this.#repaired++;
    // Metadata first: tokenising may grow the kernel's memory, which detaches the input view.
    this.#addMetadata(ranges);
    this.#columns.lines.push(view.line);
    this.#addText(textStart, textEnd);
  }

  skip(line: number, reason: string): void {
    this.#skipped.push(line === 0 ? { file: this.#file, reason } : { file: this.#file, line, reason });
  }

  /** Documents in the shard being filled. */
  get count(): number {
    return this.#columns.count;
  }

  /** Whether it is time to take the shard: its columns count their bytes in 32 bits. */
  get isFull(): boolean {
    const { text, ids } = this.#columns;
    return this.count >= SHARD_DOCUMENTS || text.length >= SHARD_BYTES || 4 * ids.length >= SHARD_BYTES;
  }

  /** Documents in all shards of this builder. */
  get total(): number {
    return this.#taken + this.#columns.count;
  }

  /** What was skipped since the last call. */
  takeSkipped(): Skipped[] {
    const skipped = this.#skipped;
    this.#skipped = [];
    return skipped;
  }

  /** Documents with repairs since the last call. */
  takeRepaired(): number {
    const repaired = this.#repaired;
    this.#repaired = 0;
    return repaired;
  }

  take(): Shard {
    this.#taken += this.#columns.count;
    return this.#columns.take();
  }

  #addMetadata(ranges: Int32Array): void {
    const columns = this.#columns;
    const input = this.#kernel.input(0);
    let instant = Number.NaN;
    for (let at = 0; at < META_INDICES.length; at++) {
      const start = ranges[2 * META_INDICES[at]!]!;
      if (start >= 0) {
        const value = input.subarray(start, ranges[2 * META_INDICES[at]! + 1]!);
        columns.meta.append(value);
        if (META_FIELDS[at] === "published") instant = rankInstant(this.#decoder.decode(value));
      }
      columns.metaEnds.push(columns.meta.length);
    }
    columns.instants.push(instant);
  }

  #addText(start: number, end: number): void {
    const columns = this.#columns;
    const { keepText } = this.#options;
    if (keepText) {
      columns.text.append(this.#kernel.input(0).subarray(start, end));
      columns.textEnds.push(columns.text.length);
    }
    this.#kernel.tokenise(start, end, false);
    const ids = this.#kernel.ids();
    columns.ids.append(ids);
    columns.tokenEnds.push(columns.ids.length);
    const { low, high } = tokenDigest(this.#digest, ids);
    columns.digests.push(low);
    columns.digests.push(high);

    const { sketches, bandKeys } = columns;
    this.#sketcher.sketchInto(
      sketches.room(SKETCH_SLOTS),
      sketches.length,
      bandKeys.room(SKETCH.bands),
      bandKeys.length,
    );
    sketches.length += SKETCH_SLOTS;
    bandKeys.length += SKETCH.bands;
  }
}
