/**
 * Read access to the documents of all shards by index. Indices run in rank order: (published instant, id),
 * undated last. Made of shared buffers only, so that every worker holds the same columns without a copy.
 */

import { SKETCH_SLOTS } from "../document/sketch.js";
import { META_FIELDS, type MetaField, type Shard } from "./shard.js";

const META_INDEX = Object.fromEntries(META_FIELDS.map((field, at) => [field, at])) as Record<
  MetaField,
  number
>;

export interface ColumnData {
  readonly shards: readonly Shard[];
  /** Shard number and position in it, by index. */
  readonly shardOf: Uint32Array;
  readonly positionOf: Uint32Array;
  /** By index: documents of one number are versions of one item and never copies of one another. */
  readonly versionOf: Uint32Array;
  /** By index: the first index with the same text. */
  readonly leaderOf: Uint32Array;
  readonly bands: number;
}

export class Columns {
  readonly data: ColumnData;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(data: ColumnData) {
    this.data = data;
  }

  get count(): number {
    return this.data.shardOf.length;
  }

  /** Grows in the order in which documents were read. */
  readOrder(index: number): number {
    return this.data.shardOf[index]! * 2 ** 32 + this.data.positionOf[index]!;
  }

  /** Token ids, a view. */
  ids(index: number): Uint32Array {
    const shard = this.#shard(index);
    const at = this.data.positionOf[index]!;
    return shard.ids.subarray(at === 0 ? 0 : shard.tokenEnds[at - 1]!, shard.tokenEnds[at]!);
  }

  tokenCount(index: number): number {
    const { tokenEnds } = this.#shard(index);
    const at = this.data.positionOf[index]!;
    return tokenEnds[at]! - (at === 0 ? 0 : tokenEnds[at - 1]!);
  }

  /** Whether no earlier document has the same text, and it has one. */
  isLeader(index: number): boolean {
    return this.data.leaderOf[index] === index && this.tokenCount(index) > 0;
  }

  /** out[k] = key of members[k] in the band, for the first `count` members. */
  bandKeysInto(band: number, members: Uint32Array, count: number, out: Uint32Array): void {
    const { shards, shardOf, positionOf, bands } = this.data;
    const keys = shards.map((shard) => shard.bandKeys);
    for (let k = 0; k < count; k++) {
      const index = members[k]!;
      out[k] = keys[shardOf[index]!]![positionOf[index]! * bands + band]!;
    }
  }

  /** Whether two documents already met in a band before this one. */
  metBefore(i: number, j: number, band: number): boolean {
    const { bands, positionOf } = this.data;
    const keysI = this.#shard(i).bandKeys;
    const keysJ = this.#shard(j).bandKeys;
    const atI = positionOf[i]! * bands;
    const atJ = positionOf[j]! * bands;
    for (let b = 0; b < band; b++) if (keysI[atI + b] === keysJ[atJ + b]) return true;
    return false;
  }

  /** How many of the SKETCH_SLOTS kept slots agree in their low byte. */
  agreeingSlots(i: number, j: number): number {
    const { positionOf } = this.data;
    const bytesI = this.#shard(i).sketches;
    const bytesJ = this.#shard(j).sketches;
    const atI = positionOf[i]! * SKETCH_SLOTS;
    const atJ = positionOf[j]! * SKETCH_SLOTS;
    let agreeing = 0;
    for (let slot = 0; slot < SKETCH_SLOTS; slot++) if (bytesI[atI + slot] === bytesJ[atJ + slot]) agreeing++;
    return agreeing;
  }

  digest(index: number): { low: number; high: number } {
    const { digests } = this.#shard(index);
    const at = 2 * this.data.positionOf[index]!;
    return { low: digests[at]!, high: digests[at + 1]! };
  }

  instant(index: number): number {
    return this.#shard(index).instants[this.data.positionOf[index]!]!;
  }

  line(index: number): number {
    return this.#shard(index).lines[this.data.positionOf[index]!]!;
  }

  /** A metadata field's UTF-8, a view; empty where the record has none. */
  metaBytes(index: number, field: MetaField): Uint8Array {
    const shard = this.#shard(index);
    const at = this.data.positionOf[index]! * META_FIELDS.length + META_INDEX[field];
    return shard.meta.subarray(at === 0 ? 0 : shard.metaEnds[at - 1]!, shard.metaEnds[at]!);
  }

  meta(index: number, field: MetaField): string | undefined {
    const bytes = this.metaBytes(index, field);
    return bytes.length === 0 ? undefined : this.#decode(bytes);
  }

  /** The original text. Only where texts are kept. */
  text(index: number): string {
    return this.#decode(this.textBytes(index));
  }

  textBytes(index: number): Uint8Array {
    const shard = this.#shard(index);
    const at = this.data.positionOf[index]!;
    return shard.text.subarray(at === 0 ? 0 : shard.textEnds[at - 1]!, shard.textEnds[at]!);
  }

  #shard(index: number): Shard {
    return this.data.shards[this.data.shardOf[index]!]!;
  }

  // A TextDecoder takes no shared memory everywhere, hence the copy.
  #decode(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes.slice());
  }
}
