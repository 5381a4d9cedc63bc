/** A table of hashes against a map, looked into while it merges, is opened anew, and lets go of what it merged. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "../../src/index/storage/keys.js";
import { BlockCache } from "../../src/index/table/block-cache.js";
import { HashTable, NEW_TABLE } from "../../src/index/table/table.js";
import { MemoryStore } from "../../src/store/memory.js";
import { StagedStore } from "../../src/store/staged.js";
import { random } from "../engine/support.js";

/** Bodies are good until the next call only, as LMDB's are. */
class PassingStore extends MemoryStore {
  // @ts-expect-error the base class says true
  override readonly keepsBodies = false;
  #last = new Uint8Array(0);

  override get(key: Uint8Array): Uint8Array | undefined {
    this.#last.fill(0xee);
    const body = super.get(key);
    if (body !== undefined) this.#last = body.slice();
    return body === undefined ? undefined : this.#last;
  }
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("post" as const), size: fc.integer({ min: 1, max: 9000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("flush" as const), size: fc.constant(0) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("maintain" as const),
      size: fc.integer({ min: 1, max: 60_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), size: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("commit" as const), size: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const), size: fc.constant(0) }) },
);

test("a table finds what a map finds, whatever is merged, committed or opened anew", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom(0, 20_000, Number.POSITIVE_INFINITY),
      fc.nat(1000),
      async (steps, cacheBytes, seed) => {
        const draw = random(seed + 1);
        const store = new PassingStore();
        const alive = new Set<number>();
        const map = new Map<number, number[]>();
        const opened = (state = NEW_TABLE) => {
          const staged = new StagedStore(store);
          return {
            staged,
            table: new HashTable(new BlockCache(staged, cacheBytes), 0, state, (one) => alive.has(one)),
          };
        };
        let { staged, table } = opened();
        let number = 0;
        const asked = () => {
          const hashes = Uint32Array.from({ length: 200 }, () => Math.floor(draw() * 2 ** 32));
          const known = [...map.keys()];
          if (known.length > 0)
            for (let i = 0; i < 150; i++) hashes[i] = known[Math.floor(draw() * known.length)]!;
          return hashes.sort();
        };
        const check = () => {
          const hashes = asked();
          table.beginLooks(hashes);
          for (const [place, hash] of hashes.entries()) {
            const wanted = (map.get(hash) ?? []).filter((one) => alive.has(one));
            for (const look of [table.find.bind(table, hash), table.lookAt.bind(table, place)]) {
              const found: number[] = [];
              look((one) => {
                // A visitor reads, too.
                staged.get(keyOf("header"));
                if (alive.has(one)) found.push(one);
                return true;
              });
              // The newest first, whatever of them is in which segment: who stops early finds the same.
              expect(found).toEqual(wanted.toReversed());
            }
          }
        };
        for (const { kind, size } of steps) {
          if (kind === "post") {
            number++;
            alive.add(number);
            // Some hashes stand under many numbers.
            const drawn = () => (draw() < 0.1 ? 0x600_0000 * Math.floor(40 * draw()) : draw() ** 2 * 2 ** 32);
            const hashes = new Set(Array.from({ length: size }, () => Math.floor(drawn())));
            table.post(number, Uint32Array.from(hashes));
            for (const hash of hashes) map.set(hash, [...(map.get(hash) ?? []), number]);
          } else if (kind === "flush") table.flush();
          else if (kind === "maintain") table.maintain(size);
          else if (kind === "remove" && alive.size > 0) {
            const gone = [...alive][size % alive.size]!;
            alive.delete(gone);
            table.noteDead(gone, 9000);
          } else {
            table.stageLog();
            await staged.commit();
            if (kind === "reopen") ({ staged, table } = opened(structuredClone(table.state())));
          }
          check();
        }
        table.flush();
        while (table.maintain(100_000)) check();
        await staged.commit();
        for (const _ of table.compaction()) await staged.commit();
        await staged.commit();
        check();
        const { segments, leaving } = table.state();
        expect(leaving).toEqual([]);
        const blocks = [...store.entries(keyOf("blocks"))].length;
        expect(segments.length).toBe(alive.size > 0 ? 1 : 0);
        expect(blocks).toBeLessThanOrEqual(segments[0]?.blocks ?? 0);
        table.visitAll((_, number) => expect(alive.has(number)).toBe(true));
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

/** Posts of `entries` hashes, each made a segment at once. */
function segmentsOf(table: HashTable, count: number, entries: number, between: () => void): void {
  const draw = random(3);
  for (let number = 1; number <= count; number++) {
    table.post(
      number,
      Uint32Array.from({ length: entries }, () => Math.floor(draw() * 2 ** 32)),
    );
    table.flush();
    between();
  }
}

test("small segments do not pile up while large ones are merged", () => {
  const staged = new StagedStore(new MemoryStore());
  const table = new HashTable(new BlockCache(staged, 0), 0, NEW_TABLE, () => true);
  const counts: number[] = [];
  segmentsOf(table, 300, 20_000, () => {
    table.maintain(7 * 20_000);
    counts.push(table.segments.length);
  });
  expect(Math.max(...counts)).toBeLessThan(20);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(8);
});

test("of more segments than a word has bits none is read for a hash that it does not hold", () => {
  const store = new PassingStore();
  const staged = new StagedStore(store);
  const table = new HashTable(new BlockCache(staged, 0), 0, NEW_TABLE, () => true);
  segmentsOf(table, 40, 2000, () => {});
  const draw = random(99);
  const absent = Uint32Array.from({ length: 1000 }, () => Math.floor(draw() * 2 ** 32));
  let reads = 0;
  const read = staged.get.bind(staged);
  staged.get = (key) => {
    reads++;
    return read(key);
  };
  table.beginLooks(absent);
  for (const place of absent.keys()) table.lookAt(place, () => true);
  // Filters are wrong once in thirty times.
  expect(reads).toBeLessThan((40 * absent.length) / 20);
});

test("a table that is cleared holds nothing with the next commit, however much it had to delete", async () => {
  const store = new MemoryStore();
  const staged = new StagedStore(store);
  const table = new HashTable(new BlockCache(staged, 0), 0, NEW_TABLE, () => true);
  const draw = random(7);
  for (let number = 1; number <= 60; number++) {
    table.post(number, Uint32Array.from({ length: 5000 }, () => Math.floor(draw() * 2 ** 32)).sort());
    if (number % 20 === 0) table.flush();
    else table.stageLog();
    await staged.commit();
  }
  table.maintain(30_000);
  await staged.commit();
  table.clear();
  await staged.commit();
  expect([...store.entries(new Uint8Array(0))]).toEqual([]);
  expect(table.state().leaving).toEqual([]);
});
