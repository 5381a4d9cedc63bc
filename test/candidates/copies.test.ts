import fc from "fast-check";
import { expect, test } from "vitest";
import { findCopies, leastAgreeing, type SketchColumns } from "../../src/candidates/copies.js";

const BANDS = 4;
const SLOTS = 8;
const row = fc.record({
  keys: fc.array(fc.nat(6), { minLength: BANDS, maxLength: BANDS }),
  sketch: fc.array(fc.nat(2), { minLength: SLOTS, maxLength: SLOTS }),
  leader: fc.boolean(),
});

function columnsOf(rows: readonly { keys: number[]; sketch: number[]; leader: boolean }[]): SketchColumns {
  return {
    count: rows.length,
    bandKeysInto: (band, members, count, out) => {
      for (let k = 0; k < count; k++) out[k] = rows[members[k]!]!.keys[band]!;
    },
    metBefore: (i, j, band) => rows[i]!.keys.slice(0, band).some((key, b) => key === rows[j]!.keys[b]),
    agreeingSlots: (i, j) => rows[i]!.sketch.filter((byte, slot) => byte === rows[j]!.sketch[slot]).length,
    isLeader: (index) => rows[index]!.leader,
  };
}

const pairsOf = (pairs: Uint32Array) =>
  Array.from({ length: pairs.length / 2 }, (_, at) => `${pairs[2 * at]} ${pairs[2 * at + 1]}`);

test("every pair of leaders with a band in common and enough agreeing slots, once, however bands are shared out", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.nat(SLOTS), (rows, minAgreeing) => {
      const columns = columnsOf(rows);
      const expected: string[] = [];
      for (let i = 0; i < rows.length; i++) {
        for (let j = i + 1; j < rows.length; j++) {
          const [x, y] = [rows[i]!, rows[j]!];
          const meets = x.keys.some((key, band) => key === y.keys[band]);
          if (x.leader && y.leader && meets && columns.agreeingSlots(i, j) >= minAgreeing)
            expected.push(`${i} ${j}`);
        }
      }
      const together = findCopies(columns, [0, 1, 2, 3], minAgreeing);
      const apart = [
        [0, 2],
        [1, 3],
      ].map((bands) => findCopies(columns, bands, minAgreeing));
      expect(pairsOf(together.pairs).sort()).toEqual(expected.sort());
      expect(apart.flatMap(({ pairs }) => pairsOf(pairs)).sort()).toEqual(expected.sort());
      expect(apart.reduce((sum, { collisions }) => sum + collisions, 0)).toBe(together.collisions);
    }),
  );
});

test("the estimate lets through what could be similar: four standard errors below, and never nothing", () => {
  expect(leastAgreeing(0.33, 128)).toBe(21);
  expect(leastAgreeing(1, 128)).toBe(128);
  expect(leastAgreeing(0.01, 128)).toBe(1);
});
