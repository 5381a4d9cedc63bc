import { expect, test } from "vitest";
import { estimateJaccard } from "../../bench/support/estimate.js";

test("the share of equal slots", () => {
  expect(estimateJaccard(Uint32Array.of(1, 2, 3, 4), Uint32Array.of(1, 2, 3, 4))).toBe(1);
  expect(estimateJaccard(Uint32Array.of(1, 2, 3, 4), Uint32Array.of(1, 9, 3, 2))).toBe(0.5);
  expect(estimateJaccard(Uint32Array.of(1, 2, 3, 4), Uint32Array.of(2, 3, 4, 1))).toBe(0);
});

test("signatures of unlike lengths cannot be compared", () => {
  expect(() => estimateJaccard(new Uint32Array(64), new Uint32Array(128))).toThrow(/64 and 128 slots/);
  expect(() => estimateJaccard(new Uint32Array(0), new Uint32Array(0))).toThrow(/0 and 0 slots/);
});
