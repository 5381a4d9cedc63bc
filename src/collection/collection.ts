/**
 * All documents added so far, and who is who among them: ranks, ids, versions, repetitions, identical texts.
 * In: shards in the order of files and lines. Out: `Columns` in rank order, for every later stage.
 *
 * The same id or URL with another text is a version of the first in rank, `id~2`; the same id with the same
 * text again is left out and counted. Both are settled by (published, id, text), never by input order.
 */
import { leadersOfIdentical } from "../candidates/identical.js";
import { Columns } from "../columns/columns.js";
import { mergeShards } from "../columns/merge.js";
import type { Ranked } from "../columns/ranked.js";
import { META_FIELDS, type Shard, sharedBuffer } from "../columns/shard.js";
import { digestOf } from "../document/identity.js";
import { compareElements, compareInstants } from "../document/order.js";
import { missingId } from "../ingest/missing-id.js";
import { digestOfNothing, isSameItem, joinVersions, keepTexts, textDigest } from "./items.js";

/** Shards of fewer documents are kept together until they are this many. */
const SHARD_DOCUMENTS = 1024;
/** And until their texts and tokens have this many bytes. */
const SHARD_BYTES = 16 << 20;

export interface Origin {
  readonly file: string;
  /** Lines of the file before the part this shard was read from. */
  readonly linesBefore: number;
}

/** Where the rows from `row` on come from, up to the next origin of the shard. */
interface OriginOfRows extends Origin {
  readonly row: number;
}

export class Collection {
  readonly #shards: Shard[] = [];
  /** By shard, ascending by row. */
  readonly #origins: OriginOfRows[][] = [];
  /** Small shards that came last, not yet one. */
  #small: { shard: Shard; origin: Origin }[] = [];
  #smallDocuments = 0;
  #smallBytes = 0;
  readonly #bands: number;
  #ranked: Ranked | undefined;

  constructor(bands: number) {
    this.#bands = bands;
  }

  append(shard: Shard, origin: Origin): void {
    if (shard.count === 0) return;
    this.#ranked = undefined;
    const bytes = shard.text.length + shard.ids.byteLength;
    if (this.#smallDocuments + shard.count > SHARD_DOCUMENTS || this.#smallBytes + bytes > SHARD_BYTES) {
      this.#joinSmall();
    }
    this.#small.push({ shard, origin });
    this.#smallDocuments += shard.count;
    this.#smallBytes += bytes;
  }

  #joinSmall(): void {
    const small = this.#small;
    if (small.length === 0) return;
    this.#shards.push(small.length === 1 ? small[0]!.shard : mergeShards(small.map(({ shard }) => shard)));
    let row = 0;
    const origins: OriginOfRows[] = [];
    for (const { shard, origin } of small) {
      origins.push({ ...origin, row });
      row += shard.count;
    }
    this.#origins.push(origins);
    this.#small = [];
    this.#smallDocuments = 0;
    this.#smallBytes = 0;
  }

  /** The documents in rank order; computed once after the last `append`. */
  ranked(): Ranked {
    this.#ranked ??= this.#rank();
    return this.#ranked;
  }

  #rank(): Ranked {
    this.#joinSmall();
    const sorted = this.#columns(this.#rowsByRank());
    const ids = new Ids(sorted, this.#origins);
    const idLeaders = leadersOfIdentical(
      sorted.count,
      (row) => digestOf(ids.bytes(row)),
      (x, y) => compareElements(ids.bytes(x), ids.bytes(y)) === 0,
    );
    const { kept, suffixes } = keepTexts(sorted, idLeaders, (row) => ids.bytes(row));
    const columns =
      kept.length === sorted.count ? sorted : this.#columns(kept.map((row) => this.#place(sorted, row)));
    const leaderByIndex = kept.map((row) => idLeaders[row]!);
    const versions = joinVersions(columns, leaderByIndex);
    // A text of an item in several versions leads nobody: its copies are copies of one version, and pair with
    // the other versions by themselves.
    const hasVersions = new Set(versions.map((index) => columns.data.versionOf[index]!));
    columns.data.leaderOf.set(
      leadersOfIdentical(
        columns.count,
        (index) =>
          hasVersions.has(columns.data.versionOf[index]!)
            ? digestOfNothing(index)
            : textDigest(columns, index),
        (i, j) => isSameItem(columns, i, j),
      ),
    );
    const keptIds = new Ids(columns, this.#origins);
    const id = (index: number) => {
      const suffix = suffixes.get(index);
      return suffix === undefined ? keptIds.text(index) : `${keptIds.text(index)}~${suffix}`;
    };
    let byId: Map<string, number> | undefined;
    const indexOf = (wanted: string) => {
      byId ??= new Map(Array.from({ length: columns.count }, (_, index) => [id(index), index]));
      return byId.get(wanted);
    };
    return { columns, repeated: sorted.count - kept.length, versions, id, indexOf };
  }

  /** Places (shard, position as one number) by published instant, undated last; then id; then text, metadata. */
  #rowsByRank(): number[] {
    const places: number[] = [];
    for (let shard = 0; shard < this.#shards.length; shard++) {
      for (let at = 0; at < this.#shards[shard]!.count; at++) places.push(shard * SHARD_ROWS + at);
    }
    const columns = this.#columns(places);
    const ids = new Ids(columns, this.#origins);
    const instants = Float64Array.from(places, (_, row) => columns.instant(row));
    const rows = Uint32Array.from(places, (_, row) => row).sort(
      (x, y) =>
        compareInstants(instants[x]!, instants[y]!) ||
        compareElements(ids.bytes(x), ids.bytes(y)) ||
        compareRecords(columns, x, y),
    );
    return Array.from(rows, (row) => places[row]!);
  }

  #place(columns: Columns, row: number): number {
    return columns.data.shardOf[row]! * SHARD_ROWS + columns.data.positionOf[row]!;
  }

  #columns(places: readonly number[]): Columns {
    const shared = () => new Uint32Array(sharedBuffer(4 * places.length));
    const [shardOf, positionOf, versionOf, leaderOf] = [shared(), shared(), shared(), shared()];
    for (let row = 0; row < places.length; row++) {
      shardOf[row] = Math.floor(places[row]! / SHARD_ROWS);
      positionOf[row] = places[row]! % SHARD_ROWS;
    }
    const shards = this.#shards;
    return new Columns({
      shards,
      shardOf,
      positionOf,
      versionOf,
      leaderOf,
      bands: this.#bands,
    });
  }
}

/** A place is shard × SHARD_ROWS + position: exact in a double for 2²¹ shards. */
const SHARD_ROWS = 2 ** 32;

/** The id a record has of its own, or the name of its place. */
class Ids {
  readonly #columns: Columns;
  readonly #origins: readonly (readonly OriginOfRows[])[];

  constructor(columns: Columns, origins: readonly (readonly OriginOfRows[])[]) {
    this.#columns = columns;
    this.#origins = origins;
  }

  text(index: number): string {
    return this.#columns.meta(index, "id") ?? this.#columns.meta(index, "url") ?? this.#named(index);
  }

  bytes(index: number): Uint8Array {
    const id = this.#columns.metaBytes(index, "id");
    if (id.length > 0) return id;
    const url = this.#columns.metaBytes(index, "url");
    return url.length > 0 ? url : new TextEncoder().encode(this.#named(index));
  }

  #named(index: number): string {
    const { shardOf, positionOf } = this.#columns.data;
    const origins = this.#origins[shardOf[index]!]!;
    let last = origins.length - 1;
    for (let first = 0; first < last; ) {
      const middle = Math.ceil((first + last) / 2);
      if (origins[middle]!.row <= positionOf[index]!) first = middle;
      else last = middle - 1;
    }
    const origin = origins[last]!;
    return missingId(origin.file, origin.linesBefore + this.#columns.line(index));
  }
}

function compareRecords(columns: Columns, x: number, y: number): number {
  const texts = compareElements(columns.ids(x), columns.ids(y));
  if (texts !== 0) return texts;
  for (const field of META_FIELDS) {
    const order = compareElements(columns.metaBytes(x, field), columns.metaBytes(y, field));
    if (order !== 0) return order;
  }
  return 0;
}
