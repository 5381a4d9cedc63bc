import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BandJoin, GIANT_BUCKET, pairedInGiant } from "../../src/candidates/buckets.js";

function joined(keys: readonly number[], join = new BandJoin()) {
  const pairs: string[] = [];
  join.join(
    keys.length,
    (out) => out.set(keys),
    (i, j) => pairs.push(`${i} ${j}`),
  );
  return { pairs, report: join.report };
}

test("one document of a giant bucket is paired with those that the join pairs it with", () => {
  const count = 400;
  const pairs = joined(new Array<number>(count).fill(1)).pairs.map((pair) => pair.split(" ").map(Number));
  for (let member = 0; member < count; member++) {
    const others = Array.from({ length: count }, (_, at) => at).filter((at) => at !== member);
    const expected = pairs.flatMap(([i, j]) => (i === member ? [j!] : j === member ? [i!] : []));
    expect(pairedInGiant(others, member)).toEqual(expected.sort((x, y) => x - y));
  }
});

describe("BandJoin", () => {
  test("pairs what brute force pairs, each pair once, the earlier index first", () => {
    const join = new BandJoin();
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 120 }), (keys) => {
        const expected: string[] = [];
        for (let i = 0; i < keys.length; i++)
          for (let j = i + 1; j < keys.length; j++) if (keys[i] === keys[j]) expected.push(`${i} ${j}`);
        expect(joined(keys, join).pairs.sort()).toEqual(expected.sort());
      }),
    );
  });

  test("a bucket of the largest ordinary size is paired all with all, and is no giant", () => {
    const { pairs, report } = joined(new Array<number>(GIANT_BUCKET).fill(1));
    expect(pairs.length).toBe((GIANT_BUCKET * (GIANT_BUCKET - 1)) / 2);
    expect(report).toEqual({ giants: 0, largest: GIANT_BUCKET });
  });

  test("a giant bucket costs 32 pairs a document: a star to its first eight, and its neighbours", () => {
    const count = 20_000;
    // Every third index is in the giant bucket, the others are alone.
    const keys = Array.from({ length: 3 * count }, (_, i) => (i % 3 === 0 ? 7 : 1_000 + i));
    const { pairs, report } = joined(keys);
    expect(report).toEqual({ giants: 1, largest: count });
    expect(pairs.length).toBeLessThanOrEqual(32 * count);
    const found = new Set(pairs);
    expect(found.size).toBe(pairs.length);
    for (let member = 1; member < count; member += 97) {
      for (let first = 0; first < Math.min(8, member); first++)
        expect(found.has(`${3 * first} ${3 * member}`)).toBe(true);
      for (let before = 1; before <= Math.min(24, member); before++)
        expect(found.has(`${3 * (member - before)} ${3 * member}`)).toBe(true);
    }
  });
});
