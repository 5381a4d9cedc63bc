/** Seeded trials on pairs of random sets of known similarity. */
import { describe, expect, test } from "vitest";
import { candidateProbability } from "../../bench/support/band-plan.js";
import { estimateJaccard } from "../../bench/support/estimate.js";
import type { SketchScheme } from "../../src/kernel/index.js";
import { randomWords, SCHEMES, wasm } from "./support.js";

const SLOTS = 128;

/** Signatures of pairs of sets of `size` elements, `shared` of them in both. */
function* pairs(scheme: SketchScheme, size: number, shared: number, trials: number) {
  const random = randomWords(1000 * size + shared + 1);
  const union = new Uint32Array(2 * (2 * size - shared));
  const [a, b] = [new Uint32Array(SLOTS), new Uint32Array(SLOTS)];
  for (let trial = 0; trial < trials; trial++) {
    random(union);
    wasm.sketchHashes(scheme, union.subarray(0, 2 * size), a);
    wasm.sketchHashes(scheme, union.subarray(2 * (size - shared)), b);
    yield [a, b] as const;
  }
}

function measure(scheme: SketchScheme, size: number, shared: number, trials: number) {
  const jaccard = shared / (2 * size - shared);
  let sum = 0;
  let squares = 0;
  for (const [a, b] of pairs(scheme, size, shared, trials)) {
    const error = estimateJaccard(a, b) - jaccard;
    sum += error;
    squares += error * error;
  }
  const deviation = Math.sqrt((jaccard * (1 - jaccard)) / SLOTS);
  return { bias: sum / (deviation * Math.sqrt(trials)), error: Math.sqrt(squares / trials) / deviation };
}

/** The share of pairs that have a band in common. */
function hitRate(
  scheme: SketchScheme,
  size: number,
  shared: number,
  bands: number,
  rows: number,
  trials: number,
) {
  let hits = 0;
  for (const [a, b] of pairs(scheme, size, shared, trials)) {
    for (let band = 0, hit = false; band < bands && !hit; band++) {
      hit = true;
      for (let slot = band * rows; slot < (band + 1) * rows && hit; slot++) hit = a[slot] === b[slot];
      if (hit) hits++;
    }
  }
  return hits / trials;
}

const TRIALS = 4000;

describe.each(SCHEMES)("%s", (scheme) => {
  test.each([
    [2, 1],
    [3, 2],
    [5, 2],
    [10, 9],
    [50, 5],
    [50, 33],
    [150, 100],
    [400, 267],
    [1500, 300],
  ])("the estimate is unbiased: %i elements, %i shared", (size, shared) => {
    // In standard errors of MinHash's mean.
    expect(Math.abs(measure(scheme, size, shared, TRIALS).bias)).toBeLessThan(3);
  });

  test("bands hit as often as the S-curve says, for the shortest texts too", () => {
    for (const [size, shared] of [
      [2, 1],
      [5, 2],
      [5, 4],
      [10, 3],
      [10, 6],
      [50, 10],
      [50, 33],
    ] as const)
      for (const [bands, rowsPerBand] of [
        [42, 3],
        [32, 4],
        [16, 8],
      ] as const) {
        const expected = candidateProbability(shared / (2 * size - shared), { bands, rowsPerBand });
        const rate = hitRate(scheme, size, shared, bands, rowsPerBand, 2000);
        expect(
          Math.abs(rate - expected),
          `${size} ${shared} ${bands}x${rowsPerBand}: ${rate} ${expected}`,
        ).toBeLessThan(0.035);
      }
  });

  test("texts without a shingle in common never meet, equal ones always do", () => {
    for (const size of [1, 2, 5, 10, 50]) {
      expect(hitRate(scheme, size, 0, 42, 3, 500)).toBe(0);
      expect(hitRate(scheme, size, size, 42, 3, 20)).toBe(1);
    }
  });
});

test.each([
  [50, 33],
  [150, 100],
  [400, 267],
])("affine32's error is MinHash's: %i elements", (size, shared) => {
  const { error } = measure("affine32", size, shared, TRIALS);
  expect(error).toBeGreaterThan(0.95);
  expect(error).toBeLessThan(1.05);
});

test.each([
  [50, 33, 0.72],
  [150, 100, 0.76],
  [400, 267, 0.88],
])("fss has less: %i elements", (size, shared, expected) => {
  const { error } = measure("fss", size, shared, TRIALS);
  expect(error).toBeGreaterThan(expected - 0.04);
  expect(error).toBeLessThan(expected + 0.04);
});
