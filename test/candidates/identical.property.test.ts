import fc from "fast-check";
import { expect, test } from "vitest";
import { leadersOfIdentical } from "../../src/candidates/identical.js";

const text = fc.nat(30);

test("each index has the first index of the same text, whatever the digests do", () => {
  // Digests of two bits and one bit: texts that differ collide all the time.
  fc.assert(
    fc.property(fc.array(text, { maxLength: 80 }), (texts) => {
      const leaders = leadersOfIdentical(
        texts.length,
        (i) => ({ low: texts[i]! & 3, high: (texts[i]! >> 2) & 1 }),
        (i, j) => texts[i] === texts[j],
      );
      expect([...leaders]).toEqual(texts.map((one) => texts.indexOf(one)));
    }),
  );
});

test("m identical texts cost m comparisons", () => {
  let comparisons = 0;
  const leaders = leadersOfIdentical(
    20_000,
    () => ({ low: 1, high: 2 }),
    () => {
      comparisons++;
      return true;
    },
  );
  expect(comparisons).toBe(19_999);
  expect(leaders.every((leader) => leader === 0)).toBe(true);
});
