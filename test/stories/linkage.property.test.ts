import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edge, linkByAverage } from "../../src/stories/linkage.js";

/** The same by looking at all pairs of groups each time. */
function plainly(count: number, edges: readonly Edge[], cut: number): number[][] {
  const value = (x: number, y: number) =>
    edges.reduce(
      (sum, { i, j, value }) => sum + ((i === x && j === y) || (i === y && j === x) ? value : 0),
      0,
    );
  let groups = Array.from({ length: count }, (_, at) => [at]);
  for (;;) {
    let best: { mean: number; x: number; y: number } | undefined;
    for (let x = 0; x < groups.length; x++) {
      for (let y = x + 1; y < groups.length; y++) {
        const sum = groups[x]!.reduce((all, i) => all + groups[y]!.reduce((of, j) => of + value(i, j), 0), 0);
        const mean = sum / (groups[x]!.length * groups[y]!.length);
        if (mean >= cut && mean > (best?.mean ?? 0)) best = { mean, x, y };
      }
    }
    if (best === undefined) return groups.filter((group) => group.length > 1);
    const { x, y } = best;
    const joined = [...groups[x]!, ...groups[y]!].sort((p, q) => p - q);
    groups = groups.filter((_, at) => at !== x && at !== y);
    groups.push(joined);
    groups.sort((p, q) => p[0]! - q[0]!);
  }
}

// Powers of two: sums are exact in any order, so that means can be compared.
const someEdges = fc
  .uniqueArray(fc.record({ i: fc.nat(8), j: fc.nat(8), value: fc.constantFrom(0.25, 0.5, 0.75, 1) }), {
    selector: ({ i, j }) => `${Math.min(i, j)} ${Math.max(i, j)}`,
    maxLength: 20,
  })
  .map((all) =>
    all
      .filter(({ i, j }) => i !== j)
      .map(({ i, j, value }) => ({ i: Math.min(i, j), j: Math.max(i, j), value })),
  );

test("groups are those of looking at all pairs each time, whatever the order of edges", () => {
  fc.assert(
    fc.property(someEdges, fc.constantFrom(0.25, 0.3, 0.5), fc.nat(), (edges, cut, turn) => {
      const groups = linkByAverage(9, edges, cut);
      const sorted = [...groups].sort((x, y) => x[0]! - y[0]!);
      expect(sorted).toEqual(plainly(9, edges, cut));
      const turned = edges.map((_, at) => edges[(at + turn) % edges.length]!);
      expect(linkByAverage(9, turned, cut)).toEqual(groups);
    }),
    { numRuns: 300 },
  );
});

test("a chain of neighbours is no group", () => {
  const chain = Array.from({ length: 7 }, (_, i) => ({ i, j: i + 1, value: 0.5 }));
  expect(Math.max(...linkByAverage(8, chain, 0.4).map((group) => group.length))).toBe(2);
});
