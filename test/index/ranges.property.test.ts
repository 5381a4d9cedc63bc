import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockCache } from "../../src/index/table/block-cache.js";
import { HashTable, NEW_TABLE } from "../../src/index/table/table.js";
import { openStore } from "../../src/store/index.js";
import { StagedStore } from "../../src/store/staged.js";

/** Half of them crowded into one corner, so that ranges are of unequal size and blocks are shared. */
const hash = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 9000 }));
const round = fc.array(fc.uniqueArray(hash, { minLength: 1, maxLength: 40 }), { maxLength: 8 });

test("a table read by ranges gives what it holds, ascending, each hash in one piece", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(round, { maxLength: 5 }),
      fc.integer({ min: 1, max: 300 }),
      async (rounds, size) => {
        const { store } = await openStore(null, { mode: "write", mustExist: false });
        const staged = new StagedStore(store);
        const table = new HashTable(new BlockCache(staged, 1 << 20), 0, NEW_TABLE, () => true);
        const wanted: string[] = [];
        let number = 0;
        for (const [at, posts] of rounds.entries()) {
          for (const hashes of posts) {
            table.post(++number, Uint32Array.from(hashes));
            if (number % 3 !== 0) wanted.push(...hashes.map((one) => `${one} ${number}`));
          }
          if (at < rounds.length - 1) table.flush();
          if (at % 2 === 1) table.maintain(1000);
        }
        const found: string[] = [];
        let last = -1;
        for (const { hashes, numbers } of table.ranges((one) => one % 3 !== 0, size)) {
          hashes.forEach((one, i) => {
            expect(one).toBeGreaterThanOrEqual(last);
            if (i === 0) expect(one).toBeGreaterThan(last);
            last = one;
            found.push(`${one} ${numbers[i]}`);
          });
        }
        expect(found.sort()).toEqual(wanted.sort());
      },
    ),
    { numRuns: 100 },
  );
});
