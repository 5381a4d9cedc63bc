import fc from "fast-check";
import { expect, test } from "vitest";
import { RadixSorter } from "../../src/candidates/radix.js";

const keys = fc.array(fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 300 });

test("sorts by key and keeps the order of equal keys, as a stable sort does", () => {
  const sorter = new RadixSorter();
  fc.assert(
    fc.property(keys, (list) => {
      const sortedKeys = Uint32Array.from(list);
      const values = Uint32Array.from(list, (_, i) => i);
      sorter.sort(sortedKeys, values, list.length);
      const expected = list.map((key, i) => ({ key, i })).sort((x, y) => x.key - y.key);
      expect([...sortedKeys]).toEqual(expected.map(({ key }) => key));
      expect([...values]).toEqual(expected.map(({ i }) => i));
    }),
  );
});

test("entries after the count stay as they are", () => {
  const keysAndMore = Uint32Array.of(9, 4, 7, 1);
  const values = Uint32Array.of(0, 1, 2, 3);
  new RadixSorter().sort(keysAndMore, values, 2);
  expect([...keysAndMore]).toEqual([4, 9, 7, 1]);
  expect([...values]).toEqual([1, 0, 2, 3]);
});
