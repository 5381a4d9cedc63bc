import { describe, expect, test } from "vitest";
import { candidateProbability, planBands } from "../../bench/support/band-plan.js";
import { bandKeysInto } from "../../src/candidates/bands.js";
import { UsageError } from "../../src/errors.js";

describe("planBands", () => {
  test("takes the most rows that reach the recall", () => {
    for (const slots of [64, 128, 256])
      for (const threshold of [0.3, 0.5, 0.8, 1])
        for (const recall of [0.5, 0.95, 0.99]) {
          const plan = planBands({ threshold, recall, slots });
          expect(plan.bands).toBe(Math.floor(slots / plan.rowsPerBand));
          expect(candidateProbability(threshold, plan)).toBeGreaterThanOrEqual(recall);
          for (let rowsPerBand = plan.rowsPerBand + 1; rowsPerBand <= slots; rowsPerBand++) {
            const steeper = { bands: Math.floor(slots / rowsPerBand), rowsPerBand };
            expect(candidateProbability(threshold, steeper)).toBeLessThan(recall);
          }
        }
  });

  test("known plans", () => {
    expect(planBands({ threshold: 0.5, recall: 0.95, slots: 128 })).toEqual({ bands: 42, rowsPerBand: 3 });
    expect(planBands({ threshold: 0.55, recall: 0.95, slots: 128 })).toEqual({ bands: 32, rowsPerBand: 4 });
    expect(planBands({ threshold: 1, recall: 1, slots: 128 })).toEqual({ bands: 1, rowsPerBand: 128 });
  });

  test("says so where there is none", () => {
    expect(() => planBands({ threshold: 0.01, recall: 0.99, slots: 16 })).toThrow(UsageError);
    expect(() => planBands({ threshold: 0.5, recall: 1, slots: 16 })).toThrow(/lower the recall/);
    expect(() => planBands({ threshold: 0, recall: 0.9, slots: 16 })).toThrow(/threshold is 0/);
    expect(() => planBands({ threshold: 0.5, recall: 1.5, slots: 16 })).toThrow(/recall is 1.5/);
    expect(() => planBands({ threshold: Number.NaN, recall: 0.5, slots: 16 })).toThrow(UsageError);
    expect(() => planBands({ threshold: 0.5, recall: 0.5, slots: 1.5 })).toThrow(/slots is 1.5/);
  });
});

describe("bandKeysInto", () => {
  const signature = Uint32Array.from({ length: 128 }, (_, i) => Math.imul(i + 1, 0x9e3779b9));
  const keysOf = (from: Uint32Array) => {
    const keys = new Uint32Array(42);
    bandKeysInto(from, 42, 3, keys, 0);
    return keys;
  };

  test("a slot changes the key of its band, and no other", () => {
    const before = keysOf(signature);
    for (let slot = 0; slot < 128; slot++) {
      const changed = signature.slice();
      changed[slot]! ^= 1;
      const different = [...keysOf(changed)].flatMap((key, band) => (key === before[band] ? [] : [band]));
      expect(different).toEqual(slot < 126 ? [Math.floor(slot / 3)] : []);
    }
  });

  test("the same rows have other keys in other bands, and in another order", () => {
    const same = keysOf(new Uint32Array(128).fill(7));
    expect(new Set(same).size).toBe(42);
    const turned = signature.slice();
    [turned[0], turned[1]] = [turned[1]!, turned[0]!];
    expect(keysOf(turned)[0]).not.toBe(keysOf(signature)[0]);
  });
});
