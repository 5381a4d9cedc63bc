import fc from "fast-check";
import { expect, test } from "vitest";
import { blockOf, packBlock, shapeFor, startOf } from "../../src/index/table/block.js";
import { SegmentFilter } from "../../src/index/table/segment-filter.js";
import { random } from "../engine/support.js";

/** What LMDB leaves for a body on a page of its own. */
const PAGE_BYTES = 4096 - 24 - 4;

function sorted(count: number, seed: number): Uint32Array {
  const draw = random(seed);
  return Uint32Array.from({ length: count }, () => Math.floor(draw() * 2 ** 32)).sort();
}

test("a hash is of the block that begins at it or before, and below the next", () => {
  const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(hash, fc.integer({ min: 1, max: 1 << 21 }), (hash, blocks) => {
      const shape = { blocks, numberBytes: 2, first: 0 };
      const block = blockOf(hash, shape);
      expect(startOf(block, shape)).toBeLessThanOrEqual(hash);
      expect(startOf(block + 1, shape)).toBeGreaterThan(hash);
      expect(blockOf(startOf(block, shape), shape)).toBe(block);
    }),
  );
  expect(startOf(1 << 21, { blocks: 1 << 21, numberBytes: 2, first: 0 })).toBe(2 ** 32);
});

test.each([20_000, 300_000, 2_000_000])(
  "of %i entries nearly all blocks fill a page, none wastes it",
  (count) => {
    const hashes = sorted(count, 3);
    const numbers = Uint32Array.from(hashes, (_, i) => i % 70_000);
    const shape = shapeFor(count, 0, 70_000);
    let spilled = 0;
    let bytes = 0;
    for (let from = 0; from < count; ) {
      const below = startOf(blockOf(hashes[from]!, shape) + 1, shape);
      let to = from;
      while (to < count && hashes[to]! < below) to++;
      const { length } = packBlock(hashes, numbers, from, to, shape);
      bytes += length;
      if (length > PAGE_BYTES) spilled++;
      from = to;
    }
    expect(spilled).toBeLessThanOrEqual(0.01 * shape.blocks);
    expect(bytes).toBeGreaterThan(0.8 * shape.blocks * PAGE_BYTES);
  },
);

test("a filter misses no hash that was added, and lets few others through", () => {
  const count = 200_000;
  const hashes = sorted(count, 4);
  const filter = SegmentFilter.for(count, shapeFor(count, 0, count), true)!;
  filter.add(hashes, count);
  expect(hashes.every((hash) => filter.mayHold(hash))).toBe(true);
  const held = new Set(hashes);
  const others = [...sorted(50_000, 5)].filter((hash) => !held.has(hash));
  expect(others.filter((hash) => filter.mayHold(hash)).length).toBeLessThan(0.04 * others.length);
  expect(SegmentFilter.for(2 ** 29 + 1, shapeFor(9, 0, 9), true)).toBeNull();
  expect(SegmentFilter.for(0, shapeFor(0, 0, 0), true)!.mayHold(1)).toBe(false);
  filter.letGoBelow(2 ** 31);
  expect(hashes.filter((hash) => hash >= 2 ** 31).every((hash) => filter.mayHold(hash))).toBe(true);
});

test("of blocks that were not added a filter knows nothing", () => {
  const count = 5000;
  const hashes = sorted(count, 6);
  const shape = shapeFor(count, 0, count);
  const filter = SegmentFilter.for(count, shape, false)!;
  const half = hashes.filter((hash) => blockOf(hash, shape) % 2 === 0);
  for (let block = 0; block < shape.blocks; block += 2) {
    const own = half.filter((hash) => blockOf(hash, shape) === block);
    filter.learn(block, own, own.length);
  }
  expect(hashes.every((hash) => filter.mayHold(hash))).toBe(true);
  const others = [...sorted(5000, 7)].filter((hash) => blockOf(hash, shape) % 2 === 1);
  expect(others.every((hash) => filter.mayHold(hash))).toBe(true);
});
