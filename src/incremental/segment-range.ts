/** The entries of one of 2 ** bits equal ranges of hashes, from segments and from posts that are in none yet. */
import type { StagedStore } from "../store/index.js";
import { type BlockShape, countOf, unpackBlock } from "./block.js";
import { keyOf } from "./keys.js";
import type { Post } from "./tail.js";

export interface Segment extends BlockShape {
  readonly id: number;
  readonly last: number;
  readonly entries: number;
  /** Entries, at most, whose document was removed since the segment was written; absent for none. */
  readonly dead?: number;
}

export interface RangeOfHashes {
  readonly range: number;
  /** 0..32. */
  readonly bits: number;
}

/** Parallel arrays, of which the first `count` are entries: segment by segment, then the posts, not sorted. */
export interface RangeEntries {
  readonly hashes: Uint32Array;
  readonly numbers: Uint32Array;
  readonly count: number;
}

/** The entries whose number is wanted. */
export function readRange(
  store: StagedStore,
  table: number,
  { segments, posts }: { readonly segments: readonly Segment[]; readonly posts: readonly Post[] },
  { range, bits }: RangeOfHashes,
  isWanted: (number: number) => boolean,
): RangeEntries {
  const isInRange = (hash: number) => bits === 0 || hash >>> (32 - bits) === range;
  const blocks: { body: Uint8Array; number: number; segment: Segment }[] = [];
  let room = posts.reduce((sum, { hashes }) => sum + hashes.length, 0);
  for (const segment of segments) {
    const { id, blockBits } = segment;
    // Where a block is wider than the range, what else it holds is passed over.
    const each = 2 ** Math.max(0, blockBits - bits);
    const first = blockBits < bits ? range >>> (bits - blockBits) : range * each;
    for (let number = first; number < first + each; number++) {
      const body = store.get(keyOf("blocks", table, id, number));
      if (body === undefined) continue;
      room += countOf(body);
      blocks.push({ body: body.slice(), number, segment });
    }
  }
  const hashes = new Uint32Array(room);
  const numbers = new Uint32Array(room);
  let count = 0;
  for (const { body, number, segment } of blocks) {
    const end = unpackBlock(body, number, segment, hashes, numbers, count);
    for (let at = count; at < end; at++) {
      if (!isInRange(hashes[at]!) || !isWanted(numbers[at]!)) continue;
      hashes[count] = hashes[at]!;
      numbers[count++] = numbers[at]!;
    }
  }
  for (const post of posts) {
    if (!isWanted(post.number)) continue;
    for (const hash of post.hashes) {
      if (!isInRange(hash)) continue;
      hashes[count] = hash;
      numbers[count++] = post.number;
    }
  }
  return { hashes, numbers, count };
}
