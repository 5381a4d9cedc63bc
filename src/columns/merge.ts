/** Many small shards as one: what tasks are sent names every shard, so their number must stay small. */
import { type Shard, sharedBuffer } from "./shard.js";

/** The documents of all shards, in order. O(their bytes). */
export function mergeShards(shards: readonly Shard[]): Shard {
  return {
    count: shards.reduce((sum, { count }) => sum + count, 0),
    tokenEnds: joinedEnds(shards, "tokenEnds", "ids"),
    ids: joined(shards, "ids", words),
    bandKeys: joined(shards, "bandKeys", words),
    sketches: joined(shards, "sketches", bytes),
    digests: joined(shards, "digests", words),
    instants: joined(shards, "instants", doubles),
    lines: joined(shards, "lines", words),
    metaEnds: joinedEnds(shards, "metaEnds", "meta"),
    meta: joined(shards, "meta", bytes),
    textEnds: joinedEnds(shards, "textEnds", "text"),
    text: joined(shards, "text", bytes),
  };
}

const bytes = (length: number) => new Uint8Array(sharedBuffer(length));
const words = (length: number) => new Uint32Array(sharedBuffer(4 * length));
const doubles = (length: number) => new Float64Array(sharedBuffer(8 * length));

type ColumnName = Exclude<keyof Shard, "count">;

function joined<Name extends ColumnName>(
  shards: readonly Shard[],
  name: Name,
  make: (length: number) => Shard[Name],
): Shard[Name] {
  const all = make(shards.reduce((sum, shard) => sum + shard[name].length, 0));
  let at = 0;
  for (const shard of shards) {
    all.set(shard[name] as never, at);
    at += shard[name].length;
  }
  return all;
}

/** Ends count from the beginning of their own shard's column: each is moved by what stands before it. */
function joinedEnds(
  shards: readonly Shard[],
  name: "tokenEnds" | "metaEnds" | "textEnds",
  of: "ids" | "meta" | "text",
): Uint32Array {
  const all = joined(shards, name, words);
  let at = 0;
  let before = 0;
  for (const shard of shards) {
    for (let i = 0; i < shard[name].length; i++) all[at++]! += before;
    before += shard[of].length;
  }
  return all;
}
