import fc from "fast-check";
import { expect, test } from "vitest";
import { ComparedPairs, ComparedWriter } from "../../src/match/compared.js";
import type { Comparison } from "../../src/match/comparison.js";
import { VERDICTS } from "../../src/model/verdicts.js";

const PASSAGE_KINDS = ["verbatim", "edited", "rewritten", "quotation", "boilerplate"] as const;
const offset = fc.nat(1000);
const range = fc.record({ start: offset, end: offset });
const fraction = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0);
const comparison: fc.Arbitrary<Comparison> = fc.record({
  verdict: fc.constantFrom(...VERDICTS),
  probability: fraction,
  jaccard: fraction,
  containmentA: fraction,
  containmentB: fraction,
  sameNews: fraction,
  derivedA: fraction,
  derivedB: fraction,
  passages: fc.array(
    fc.record({
      a: range,
      b: range,
      kind: fc.constantFrom(...PASSAGE_KINDS),
      similarity: fraction,
      edits: fc.array(
        fc.record(
          {
            kind: fc.constantFrom("insert" as const, "delete" as const, "replace" as const),
            a: range,
            b: range,
            equivalent: fc.boolean(),
          },
          { requiredKeys: ["kind", "a", "b"] },
        ),
      ),
    }),
    { maxLength: 4 },
  ),
  facts: fc.array(
    fc.record({
      kind: fc.constant("number" as const),
      a: fc.record({ start: offset, end: offset, text: fc.string({ unit: "grapheme" }) }),
      b: fc.record({ start: offset, end: offset, text: fc.string({ unit: "grapheme" }) }),
    }),
    { maxLength: 3 },
  ),
  explain: fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 }),
});

test("pairs come out as they went in, whatever parts they were written in", () => {
  fc.assert(
    fc.property(fc.array(fc.array(comparison, { maxLength: 5 }), { maxLength: 5 }), (parts) => {
      const written = parts.map((part, p) => {
        const writer = new ComparedWriter();
        part.forEach((one, at) => {
          writer.add(p, at, one);
        });
        return writer.finish((bytes) => new ArrayBuffer(bytes));
      });
      const pairs = new ComparedPairs(written);
      const all = parts.flatMap((part, p) => part.map((one, at) => ({ p, at, one })));
      expect(pairs.length).toBe(all.length);
      all.forEach(({ p, at, one }, number) => {
        expect(pairs.row(number)).toMatchObject({ i: p, j: at, verdict: one.verdict, jaccard: one.jaccard });
        expect(pairs.comparison(number)).toEqual(one);
      });
    }),
    { numRuns: 100 },
  );
});
