import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GUARANTEED_TOKENS } from "../../src/candidates/excerpts.js";
import { groupsOfUse } from "../../src/candidates/frequency.js";
import { candidatePairs, columnsOf, indexOf } from "./support.js";

/** Tokens that stand nowhere else. */
function freshTokens() {
  let next = 1000;
  return (count: number) => Uint32Array.from({ length: count }, () => next++);
}

function joined(...pieces: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(pieces.flatMap((piece) => [...piece]));
}

const lengths = fc.record({ before: fc.nat(80), after: fc.nat(80) });

describe("a verbatim excerpt of 12 tokens under the cap is a candidate", () => {
  test("wherever it stands, in however many documents the cap allows, in a collection of any size", () => {
    fc.assert(
      fc.property(
        fc.array(lengths, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 0, max: 3_000_000 }),
        (places, more) => {
          const fresh = freshTokens();
          const excerpt = fresh(GUARANTEED_TOKENS);
          const texts = places.map(({ before, after }) => joined(fresh(before), excerpt, fresh(after)));
          const expected: string[] = [];
          for (let i = 0; i < texts.length; i++)
            for (let j = i + 1; j < texts.length; j++) expected.push(`${i} ${j}`);
          // The cap is exactly the number of documents that hold the excerpt.
          const grouping = { groupCap: places.length, groups: places.length + more };
          expect(candidatePairs(columnsOf(texts), grouping)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("even where some of its words stood earlier in one of the texts", () => {
    fc.assert(
      fc.property(
        lengths,
        fc.nat(7),
        fc.integer({ min: 4, max: 11 }),
        fc.integer({ min: 60, max: 200 }),
        (...from) => {
          const [place, start, length, gap] = from;
          const fresh = freshTokens();
          const excerpt = fresh(GUARANTEED_TOKENS);
          const foretold = excerpt.slice(start, start + length);
          const texts = [
            joined(foretold, fresh(gap), excerpt, fresh(place.after)),
            joined(fresh(place.before), excerpt),
          ];
          expect(candidatePairs(columnsOf(texts), {})).toEqual(["0 1"]);
        },
      ),
    );
  });
});

describe("ExcerptFinder", () => {
  const words = fc.array(fc.nat(3), { minLength: 0, maxLength: 60 }).map((ids) => Uint32Array.from(ids));

  test("the number of parts changes no candidate", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), fc.integer({ min: 2, max: 7 }), (texts, parts) => {
        const columns = columnsOf(texts);
        expect(candidatePairs(columns, { parts })).toEqual(candidatePairs(columns, { parts: 1 }));
      }),
    );
  });

  test("a fingerprint above the cap proposes nobody", () => {
    const fresh = freshTokens();
    const formula = fresh(40);
    const texts = Array.from({ length: 6 }, () => joined(fresh(20), formula, fresh(20)));
    expect(candidatePairs(columnsOf(texts), { groupCap: 5 })).toEqual([]);
    expect(candidatePairs(columnsOf(texts), { groupCap: 6 }).length).toBe(15);
  });

  test("an item reprinted by 500 outlets is no formula: its excerpt in another article is a candidate with the first", () => {
    const fresh = freshTokens();
    const item = fresh(60);
    // Each outlet has a first word of its own; all are one group of copies.
    const texts = [
      ...Array.from({ length: 500 }, () => joined(fresh(1), item)),
      joined(fresh(50), item.subarray(20, 20 + GUARANTEED_TOKENS), fresh(50)),
    ];
    const groupOf = Uint32Array.from(texts, (_, index) => (index < 500 ? 0 : index));
    const giantGroupOf = Uint32Array.from(texts, (_, index) => (index < 500 ? 1 : 0));
    const pairs = candidatePairs(columnsOf(texts), { groupOf, giantGroupOf });
    expect(pairs).toEqual(Array.from({ length: 64 }, (_, index) => `${index} 500`));
    const { posted } = indexOf(columnsOf(texts), { groupOf });
    expect(posted[0]!.capped.fingerprints).toBe(0);
    expect(Math.max(...Array.from(posted[0]!.frequencies.counts, groupsOfUse))).toBe(2);
  });

  test("shared words scattered over two texts are no excerpt", () => {
    const fresh = freshTokens();
    // Eight runs of four shared tokens, 60 own ones between them.
    const runs = Array.from({ length: 8 }, () => fresh(4));
    const text = () => joined(...runs.flatMap((run) => [run, fresh(60)]));
    expect(candidatePairs(columnsOf([text(), text()]), { groups: 30_000 })).toEqual([]);
  });
});
