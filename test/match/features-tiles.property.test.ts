import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tile } from "../../src/match/features/tiles.js";

const sequence = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 })
  .map((ids) => Uint32Array.from(ids));

describe("tile", () => {
  it("yields equal runs of two tokens or more, each token once a side", () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const tiles = tile(a, b);
        const usedA = new Set<number>();
        const usedB = new Set<number>();
        for (let t = 0; t < tiles.count; t++) {
          expect(tiles.length[t]).toBeGreaterThanOrEqual(2);
          for (let k = 0; k < tiles.length[t]!; k++) {
            const [i, j] = [tiles.a[t]! + k, tiles.b[t]! + k];
            expect(a[i]).toBe(b[j]);
            expect(usedA.has(i) || usedB.has(j)).toBe(false);
            usedA.add(i);
            usedB.add(j);
          }
        }
      }),
    );
  });

  it("leaves no equal pair of tokens that are free on both sides", () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const { count, a: atA, b: atB, length } = tile(a, b);
        const free = (ids: Uint32Array, starts: readonly number[]): boolean[] => {
          const flags = Array.from(ids, () => true);
          for (let t = 0; t < count; t++) flags.fill(false, starts[t]!, starts[t]! + length[t]!);
          return flags;
        };
        const [freeA, freeB] = [free(a, atA), free(b, atB)];
        for (let i = 0; i + 1 < a.length; i++) {
          for (let j = 0; j + 1 < b.length; j++) {
            if (a[i] !== b[j] || a[i + 1] !== b[j + 1]) continue;
            expect(freeA[i] && freeA[i + 1] && freeB[j] && freeB[j + 1]).toBe(false);
          }
        }
      }),
    );
  });

  it("is done with a hundred thousand times the same word at once", () => {
    const same = new Uint32Array(100_000).fill(7);
    const before = performance.now();
    expect(tile(same, same).length[0]).toBe(100_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
