import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTexts } from "../../src/match/passages/align.js";
import type { Edit, Passage } from "../../src/model/index.js";
import { backgroundOf, tokens } from "./align-support.js";

const WORDS =
  "في على من الجسر القديم المدينة أعلن رئيس البلدية افتتاح السوق اليوم أمس 25 خمسة وعشرين تموز يوليو «قال» . \n the old bridge reopened".split(
    " ",
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 })
  .map((words) => words.join(" "));
/** Two texts that share some of their sentences, in any order. */
const pair = fc
  .tuple(
    fc.array(sentence, { maxLength: 4 }),
    fc.array(sentence, { maxLength: 3 }),
    fc.array(sentence, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([shared, ownA, ownB, turned]) => [
    [...ownA, ...shared].join(". "),
    [...(turned ? shared.toReversed() : shared), ...ownB].join(". "),
  ]) as fc.Arbitrary<[string, string]>;

/** Repeated words among sentences that changed places. */
const MOVED: [string, string] = [
  "في تموز bridge. في في وعشرين. في في في. في في وعشرين. أعلن في old «قال»",
  "أعلن في old «قال». في في وعشرين. في في في. 25 في تموز. bridge في في في",
];

const mirror = (passage: Passage): Passage => {
  const kinds = { insert: "delete", delete: "insert", replace: "replace" } as const;
  const edits = passage.edits
    .map((edit): Edit => ({ ...edit, kind: kinds[edit.kind], a: edit.b, b: edit.a }))
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
  return { ...passage, a: passage.b, b: passage.a, edits };
};

describe("alignTexts", () => {
  it("mirrors the other direction", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const there = alignTexts(tokens(a), tokens(b), null);
        const back = alignTexts(tokens(b), tokens(a), null).map(mirror);
        expect(back.sort((x, y) => x.a.start - y.a.start)).toEqual(there);
      }),
      { numRuns: 300, examples: [[MOVED]] },
    );
  });

  it("begins and ends on tokens, uses each token once per side, keeps edits inside", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        for (const [side, text] of [
          ["a", tokens(a)],
          ["b", tokens(b)],
        ] as const) {
          const passages = alignTexts(tokens(a), tokens(b), null);
          const ranges = passages.map((passage) => passage[side]).sort((x, y) => x.start - y.start);
          ranges.forEach((range, k) => {
            expect(text.starts).toContain(range.start);
            expect(text.ends).toContain(range.end);
            if (k > 0) expect(range.start).toBeGreaterThanOrEqual(ranges[k - 1]!.end);
          });
          for (const { edits, similarity, ...passage } of passages) {
            expect(similarity).toBeGreaterThan(0);
            expect(similarity).toBeLessThanOrEqual(1);
            for (const edit of edits) {
              expect(edit[side].start).toBeGreaterThanOrEqual(passage[side].start);
              expect(edit[side].end).toBeLessThanOrEqual(passage[side].end);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same passages when an unrelated document joins the collection", () => {
    const strangers = Array.from({ length: 50 }, (_, k) =>
      tokens(`${"alpha beta gamma delta ".repeat(3)}${k}`),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [x, y] = [tokens(a), tokens(b)];
        const before = alignTexts(x, y, backgroundOf([x, y, ...strangers]));
        const after = alignTexts(
          x,
          y,
          backgroundOf([x, y, ...strangers, tokens("omega psi chi phi upsilon")]),
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("tiles a text against itself, nothing edited", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        const text = sentences.join(". ");
        const own = tokens(text);
        const passages = alignTexts(own, tokens(text), null);
        for (const passage of passages) {
          expect(passage.a).toEqual(passage.b);
          expect(["verbatim", "quotation", "boilerplate"]).toContain(passage.kind);
        }
        let covered = 0;
        for (const { a } of passages) {
          covered += own.starts.filter((start) => start >= a.start && start < a.end).length;
        }
        if (passages.length > 0) expect(covered).toBe(own.ids.length);
      }),
      { numRuns: 200 },
    );
  });
});
