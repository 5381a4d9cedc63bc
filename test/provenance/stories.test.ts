/** What binds documents to a story, and what does not chain strangers. */
import { expect, test } from "vitest";
import type { Verdict } from "../../src/index.js";
import type { Reuse } from "../../src/provenance/lineage/index.js";
import { storiesOf } from "../../src/provenance/lineage/stories.js";

const pair = (a: string, b: string, verdict: Verdict, x: number, y: number): Reuse => ({
  a,
  b,
  verdict,
  containment: { a: x, b: y },
  passages: [],
});
const sizes = (matches: readonly Reuse[]): number[] =>
  storiesOf(matches, () => false)
    .members.map(({ length }) => length)
    .sort((x, y) => y - x);

/** Twenty items of eight copies each, and pages that each put two items together. */
const items = Array.from({ length: 20 }, (_, item) => item);
const copies = items.flatMap((item) =>
  [1, 2, 3, 4, 5, 6, 7].map((copy) => pair(`i${item}`, `i${item}c${copy}`, "copy", 1, 0.9)),
);
const roundups = items
  .slice(1)
  .flatMap((item) => [
    pair(`i${item - 1}`, `r${item}`, "excerpt", 1, 0.45),
    pair(`i${item}`, `r${item}`, "excerpt", 1, 0.45),
  ]);

test("pages that put several items together bind only small stories", () => {
  expect(sizes(copies)).toEqual(items.map(() => 8));
  const found = sizes([...copies, ...roundups]);
  expect(found[0]).toBeLessThanOrEqual(64);
  expect(found.length).toBeGreaterThan(2);
  expect(sizes([...copies.slice(0, 14), ...roundups.slice(0, 2)])).toEqual([17]);
});

test("half of both texts binds, and essentially the same text, whatever the size", () => {
  const chain = (verdict: Verdict, x: number, y: number) =>
    Array.from({ length: 99 }, (_, at) => pair(`d${at}`, `d${at + 1}`, verdict, x, y));
  expect(sizes(chain("excerpt", 0.5, 0.5))).toEqual([100]);
  expect(sizes(chain("copy", 0.9, 0.4))).toEqual([100]);
  expect(sizes(chain("excerpt", 1, 0.4))[0]).toBeLessThanOrEqual(64);
});

test("the order of the pairs does not matter", () => {
  const all = [...copies, ...roundups];
  const sorted = (matches: readonly Reuse[]) =>
    storiesOf(matches, () => false)
      .members.map((members) => members.toSorted().join(" "))
      .sort();
  expect(sorted(all.toReversed())).toEqual(sorted(all));
});
