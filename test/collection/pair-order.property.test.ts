import fc from "fast-check";
import { expect, test } from "vitest";
import { orderPairs } from "../../src/collection/pair-order.js";

/** Lists of later documents from a set of pairs. */
function listsOf(count: number, pairs: ReadonlySet<string>) {
  const starts = new Uint32Array(count + 1);
  const others: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) if (pairs.has(`${i} ${j}`)) others.push(j);
    starts[i + 1] = others.length;
  }
  return { starts, others: Uint32Array.from(others) };
}

const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.tuple(
    fc.constant(count),
    fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 120 })
      .map(
        (edges) =>
          new Set(edges.filter(([i, j]) => i !== j).map(([i, j]) => `${Math.min(i, j)} ${Math.max(i, j)}`)),
      ),
  ),
);

test("every pair comes exactly once, the earlier document first", () => {
  fc.assert(
    fc.property(graphs, ([count, pairs]) => {
      const ordered = orderPairs(listsOf(count, pairs));
      const found = Array.from(
        { length: ordered.length / 2 },
        (_, at) => `${ordered[2 * at]} ${ordered[2 * at + 1]}`,
      );
      expect(found.toSorted()).toEqual([...pairs].sort());
    }),
  );
});

test("texts of one story come together, wherever they stand in the collection", () => {
  const stories = 500;
  const pairs = new Set<string>();
  // Copies of story s stand at s, s + 500 and s + 1000: in the order of documents they are 500 texts apart.
  for (let s = 0; s < stories; s++) {
    pairs
      .add(`${s} ${s + stories}`)
      .add(`${s} ${s + 2 * stories}`)
      .add(`${s + stories} ${s + 2 * stories}`);
  }
  const ordered = orderPairs(listsOf(3 * stories, pairs));
  const held: number[] = [];
  let loads = 0;
  for (const document of ordered) {
    if (held.includes(document)) continue;
    loads++;
    held.push(document);
    if (held.length > 4) held.shift();
  }
  expect(loads).toBe(3 * stories);
});
