import fc from "fast-check";
import { expect, test } from "vitest";
import { OverlapCounter } from "../../src/match/overlap/overlap.js";

/** The definition, with strings and sets. */
function plainOverlap(a: Uint32Array, b: Uint32Array, n: number) {
  const shingles = (ids: Uint32Array) => {
    if (ids.length === 0) return [];
    const width = Math.min(n, ids.length);
    return Array.from({ length: ids.length - width + 1 }, (_, i) => ids.slice(i, i + width).join(" "));
  };
  const [listA, listB] = [shingles(a), shingles(b)];
  const [setA, setB] = [new Set(listA), new Set(listB)];
  const shared = [...setA].filter((s) => setB.has(s)).length;
  const covered = (ids: Uint32Array, list: string[], other: Set<string>) => {
    const marks = new Set<number>();
    list.forEach((s, i) => {
      if (other.has(s)) for (let k = 0; k < Math.min(n, ids.length); k++) marks.add(i + k);
    });
    return ids.length === 0 ? 0 : marks.size / ids.length;
  };
  const union = new Set([...listA, ...listB]).size;
  return {
    jaccard: union === 0 || shared === 0 ? 0 : shared / union,
    containmentA: covered(a, listA, setB),
    containmentB: covered(b, listB, setA),
  };
}

const ids = fc.array(fc.nat(6), { maxLength: 60 }).map((words) => Uint32Array.from(words));

test("overlap equals its definition over sets, for any shingle length", () => {
  const counter = new OverlapCounter();
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 5 }), (a, b, n) => {
      const got = counter.compare(a, b, n);
      const want = plainOverlap(a, b, n);
      expect(got.jaccard).toBeCloseTo(want.jaccard, 12);
      expect(got.containmentA).toBeCloseTo(want.containmentA, 12);
      expect(got.containmentB).toBeCloseTo(want.containmentB, 12);
    }),
    { numRuns: 500 },
  );
});

test("a text of one word repeated is compared in linear time", () => {
  const a = new Uint32Array(100_000).fill(7);
  const b = new Uint32Array(90_000).fill(7);
  expect(new OverlapCounter().compare(a, b, 2)).toEqual({ jaccard: 1, containmentA: 1, containmentB: 1 });
});
