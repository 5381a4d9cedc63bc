import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeedFinder } from "../../src/match/align/seeds.js";
import { tile } from "../../src/match/features/tiles.js";
import { OverlapCounter } from "../../src/match/overlap/overlap.js";
import { seeds } from "../../src/match/passages/align.js";

const sequence = fc
  .array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 })
  .map((ids) => Uint32Array.from(ids));

describe("SeedFinder", () => {
  it("knows the Jaccard of the word pairs of its last two texts, in either order, and of no others", () => {
    const finder = new SeedFinder();
    const counter = new OverlapCounter();
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const [textA, textB] = [{ ids: a }, { ids: b }];
        finder.find(textA, textB);
        const known = finder.jaccard(textA, textB);
        expect(finder.jaccard(textB, textA)).toBe(known);
        expect(finder.jaccard(textA, { ids: b.slice() })).toBeNull();
        if (a.length > 1 && b.length > 1) expect(known).toBe(counter.compare(a, b, 2).jaccard);
        else expect(known).toBeNull();
      }),
    );
  });

  it("saves tiles their search for runs, and changes none", () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        seeds.find({ ids: a }, { ids: b });
        expect(tile(a, b)).toEqual(tile(a.slice(), b.slice()));
      }),
    );
  });
});
