/**
 * A shard: what the engine keeps of a run of documents, in columns. Workers fill shards in shared memory and
 * the engine reads them in place, so nothing is copied from thread to thread. About 1.5 KB for an article of
 * 250 words without its text: token ids 1,000 bytes, band keys 168, sketch 64, metadata as long as it is.
 */

/** Metadata kept for every document, in the order of `metaEnds`; `links` and `repairs` as JSON arrays of strings. */
export const META_FIELDS = [
  "id",
  "title",
  "source",
  "published",
  "captured",
  "url",
  "byline",
  "links",
  "modified",
  "lang",
  "repairs",
] as const;
export type MetaField = (typeof META_FIELDS)[number];

export interface Shard {
  readonly count: number;
  /** Cumulative ends, one a document, into the column each belongs to. */
  readonly tokenEnds: Uint32Array;
  /** Token ids of all documents, one after another. */
  readonly ids: Uint32Array;
  /** One row of `bands` keys a document. */
  readonly bandKeys: Uint32Array;
  /** One row of SKETCH_SLOTS bytes a document: the low bytes of its first signature slots. */
  readonly sketches: Uint8Array;
  /** XXH64 of the token ids as little-endian bytes: low and high word a document. */
  readonly digests: Uint32Array;
  /** Latest instant that the time of publication can mean, in milliseconds since 1970; NaN where undated. */
  readonly instants: Float64Array;
  /** 1-based line in the part of the file that the shard was read from; 0 where there are no lines. */
  readonly lines: Uint32Array;
  /** META_FIELDS.length cumulative ends a document, into `meta` (UTF-8). An absent field is empty. */
  readonly metaEnds: Uint32Array;
  readonly meta: Uint8Array;
  /** Original texts as UTF-8; both empty where texts are not kept. */
  readonly textEnds: Uint32Array;
  readonly text: Uint8Array;
}

/** Buffers that workers write and the engine reads in place. */
export function sharedBuffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

type Column = Uint8Array | Uint32Array | Float64Array;

/** A typed array that doubles as it fills. */
class Growing<T extends Column> {
  data: T;
  length = 0;
  readonly #make: (buffer: ArrayBufferLike) => T;

  constructor(make: (buffer: ArrayBufferLike) => T, initialBytes: number) {
    this.#make = make;
    this.data = make(new ArrayBuffer(initialBytes));
  }

  /** Room for `more` elements behind `length`; returns the array to write them to. */
  room(more: number): T {
    if (this.length + more > this.data.length) {
      let bytes = this.data.byteLength;
      const needed = (this.length + more) * this.data.BYTES_PER_ELEMENT;
      while (bytes < needed) bytes *= 2;
      const grown = this.#make(new ArrayBuffer(bytes));
      grown.set(this.data.subarray(0, this.length) as never);
      this.data = grown;
    }
    return this.data;
  }

  push(value: number): void {
    this.room(1)[this.length++] = value;
  }

  append(values: T): void {
    this.room(values.length).set(values as never, this.length);
    this.length += values.length;
  }

  /** A copy of just what was written, in shared memory; the array is empty afterwards. */
  take(): T {
    const copy = this.#make(sharedBuffer(this.length * this.data.BYTES_PER_ELEMENT));
    copy.set(this.data.subarray(0, this.length) as never);
    this.length = 0;
    return copy;
  }
}

const bytes = (buffer: ArrayBufferLike) => new Uint8Array(buffer);
const words = (buffer: ArrayBufferLike) => new Uint32Array(buffer);
const doubles = (buffer: ArrayBufferLike) => new Float64Array(buffer);

/** The columns of a shard while it is being filled. One builder fills many shards; `take` starts the next. */
export class ShardColumns {
  readonly tokenEnds = new Growing(words, 1 << 12);
  readonly ids = new Growing(words, 1 << 20);
  readonly bandKeys = new Growing(words, 1 << 18);
  readonly sketches = new Growing(bytes, 1 << 18);
  readonly digests = new Growing(words, 1 << 14);
  readonly instants = new Growing(doubles, 1 << 14);
  readonly lines = new Growing(words, 1 << 12);
  readonly metaEnds = new Growing(words, 1 << 15);
  readonly meta = new Growing(bytes, 1 << 18);
  readonly textEnds = new Growing(words, 1 << 12);
  readonly text = new Growing(bytes, 1 << 16);

  get count(): number {
    return this.tokenEnds.length;
  }

  take(): Shard {
    return {
      count: this.count,
      tokenEnds: this.tokenEnds.take(),
      ids: this.ids.take(),
      bandKeys: this.bandKeys.take(),
      sketches: this.sketches.take(),
      digests: this.digests.take(),
      instants: this.instants.take(),
      lines: this.lines.take(),
      metaEnds: this.metaEnds.take(),
      meta: this.meta.take(),
      textEnds: this.textEnds.take(),
      text: this.text.take(),
    };
  }
}
