import { expect, test } from "vitest";
import { groupStories, type UnitPair } from "../../src/stories/groups.js";

const DAY = 86_400_000;
const pair = (i: number, j: number, chance: number, shares: [number, number] = [0, 0]): UnitPair => ({
  i,
  j,
  chance,
  rewritten: false,
  shareI: shares[0],
  shareJ: shares[1],
});
const undated = (count: number) => ({ count, instant: () => Number.NaN });
const units = (result: ReturnType<typeof groupStories>) => result.groups.map((group) => group.units);

test("reports that fit one another are a story; what fits one of them alone is not in it", () => {
  const pairs = [pair(0, 1, 0.9), pair(0, 2, 0.8), pair(1, 2, 0.7), pair(2, 3, 0.6), pair(0, 3, 0.2)];
  const result = groupStories(undated(5), pairs, new Set());
  expect(units(result)).toEqual([[0, 1, 2]]);
  expect(result.groups[0]!.core).toBe(0);
  expect(result.groups[0]!.weakest!.unit).toBe(2);
  expect(units(groupStories(undated(5), pairs.toReversed(), new Set()))).toEqual([[0, 1, 2]]);
});

test("a text with copies is a story though nothing else tells of it", () => {
  const result = groupStories(undated(3), [], new Set([1]));
  expect(result.groups).toMatchObject([{ units: [1], weakest: null, roundups: [] }]);
});

test("a roundup belongs to the stories that it holds, and binds none", () => {
  const pairs = [
    pair(0, 1, 0.8),
    pair(2, 3, 0.8),
    pair(0, 4, 0.7, [0.9, 0.3]),
    pair(1, 4, 0.7, [0.8, 0.3]),
    pair(2, 4, 0.7, [0.9, 0.3]),
    pair(3, 4, 0.7, [0.9, 0.2]),
  ];
  const result = groupStories(undated(5), pairs, new Set());
  expect(result.groups.map(({ units, roundups }) => [units, roundups])).toEqual([
    [[0, 1], [4]],
    [[2, 3], [4]],
  ]);
});

test("what holds parts of one story alone is a report of it", () => {
  const pairs = [pair(0, 1, 0.8, [0.3, 0.9]), pair(0, 2, 0.8, [0.3, 0.9]), pair(1, 2, 0.5)];
  expect(units(groupStories(undated(3), pairs, new Set()))).toEqual([[0, 1, 2]]);
});

test("a formula that comes back day after day holds together on no two days", () => {
  const pairs: UnitPair[] = [];
  for (let i = 0; i < 12; i++) for (let j = i + 1; j < 12; j++) pairs.push(pair(i, j, 0.9));
  const daily = { count: 12, instant: (unit: number) => Math.floor(unit / 2) * DAY };
  const result = groupStories(daily, pairs, new Set());
  expect(units(result)).toEqual([0, 2, 4, 6, 8, 10].map((first) => [first, first + 1]));
  expect(result.groups.every(({ series }) => series)).toBe(true);
  expect(units(groupStories({ count: 12, instant: () => 0 }, pairs, new Set()))).toHaveLength(1);
});

test("reports more than three days apart are one story only where one is made from the other", () => {
  const far = { count: 2, instant: (unit: number) => unit * 4 * DAY };
  expect(units(groupStories(far, [pair(0, 1, 0.9)], new Set()))).toEqual([]);
  expect(units(groupStories(far, [{ ...pair(0, 1, 0.9), rewritten: true }], new Set()))).toEqual([[0, 1]]);
});

test("stories about the same matter name each other, the closest first", () => {
  const pairs = [pair(0, 1, 0.9), pair(2, 3, 0.9), pair(4, 5, 0.9), pair(0, 2, 0.2), pair(0, 4, 0.3)];
  expect(groupStories(undated(6), pairs, new Set()).also).toEqual([[2, 1], [0], [0]]);
});
