import fc from "fast-check";
import { expect, test } from "vitest";
import { clusterBySeed as clusterPairs } from "../../src/candidates/cluster.js";

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly similarity: number;
}

const clusterBySeed = (pairs: readonly Pair[]) => clusterPairs(pairs, ({ similarity }) => similarity);

test("a chain whose ends were not verified against each other is not one cluster", () => {
  const clusters = clusterBySeed([
    { i: 0, j: 1, similarity: 0.8 },
    { i: 1, j: 2, similarity: 0.8 },
  ]);
  expect(clusters).toEqual([
    { seed: 0, members: [0, 1], similarities: [1, 0.8], weakest: { index: 1, similarity: 0.8 } },
  ]);
});

test("a document with two seeds joins the earlier one", () => {
  const clusters = clusterBySeed([
    { i: 3, j: 4, similarity: 0.9 },
    { i: 0, j: 4, similarity: 0.6 },
    { i: 3, j: 5, similarity: 0.7 },
  ]);
  expect(clusters.map((c) => c.members)).toEqual([
    [0, 4],
    [3, 5],
  ]);
});

const pair = fc
  .tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 100 }))
  .filter(([i, j]) => i !== j)
  .map(([i, j, s]) => ({ i: Math.min(i, j), j: Math.max(i, j), similarity: s / 100 }));
const pairs = fc.uniqueArray(pair, { selector: (p) => `${p.i} ${p.j}`, maxLength: 60 });

test("order of pairs does not matter; every member was verified against its seed; none is in two", () => {
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.nat()), (list, random) => {
      const clusters = clusterBySeed(list);
      const shuffled = list
        .map((p) => ({ p, key: random.next().value as number }))
        .sort((x, y) => x.key - y.key)
        .map(({ p }) => p);
      expect(clusterBySeed(shuffled)).toEqual(clusters);
      const known = new Set(list.map((p) => `${p.i} ${p.j}`));
      const seen = new Set<number>();
      for (const { seed, members } of clusters) {
        for (const member of members) {
          expect(seen.has(member)).toBe(false);
          seen.add(member);
          if (member !== seed) expect(known.has(`${seed} ${member}`)).toBe(true);
        }
      }
    }),
  );
});

test("pairs that do not hold when asked join nobody, and only pairs of seeds are asked", () => {
  const asked: string[] = [];
  const pairs = [
    { i: 0, j: 1 },
    { i: 0, j: 2 },
    { i: 1, j: 2 },
    { i: 2, j: 3 },
  ];
  const clusters = clusterPairs(pairs, ({ i, j }) => {
    asked.push(`${i} ${j}`);
    return j === 2 ? null : 0.7;
  });
  expect(clusters.map(({ members }) => members)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(asked).toEqual(["0 1", "0 2", "2 3"]);
});
