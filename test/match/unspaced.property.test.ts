/** Texts of scripts without spaces, whose tokens are pairs of signs: passages share none, and edits name what differs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { alignTexts } from "../../src/match/passages/align.js";
import type { Passage } from "../../src/model/index.js";
import { tokens } from "./align-support.js";

const signs = fc.integer({ min: 0x4e00, max: 0x4e00 + 500 }).map((code) => String.fromCharCode(code));
const sentence = fc.array(signs, { minLength: 20, maxLength: 60 }).map((all) => all.join(""));

/** What the edits make of a's passage. */
function edited(a: string, b: string, passage: Passage): string {
  let text = "";
  let at = passage.a.start;
  for (const edit of passage.edits) {
    text += a.slice(at, edit.a.start) + b.slice(edit.b.start, edit.b.end);
    at = edit.a.end;
  }
  return text + a.slice(at, passage.a.end);
}

const change = fc.record({
  at: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  removed: fc.integer({ min: 0, max: 3 }),
  put: fc.array(signs, { maxLength: 3 }).map((all) => all.join("")),
});

test("an edit is what differs: made in one text it gives the other", () => {
  fc.assert(
    fc.property(sentence, change, (text, { at, removed, put }) => {
      const from = Math.floor(at * text.length);
      const other = text.slice(0, from) + put + text.slice(from + removed);
      const [a, b] = [tokens(text), tokens(other)];
      for (const passage of alignTexts(a, b, null)) {
        expect(edited(text, other, passage)).toBe(other.slice(passage.b.start, passage.b.end));
        for (const { a: inA, b: inB } of passage.edits) {
          expect(inA.end - inA.start).toBeLessThanOrEqual(removed + put.length);
          expect(inB.end - inB.start).toBeLessThanOrEqual(removed + put.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("passages have no sign in common, and cover no text more than once", () => {
  const texts = fc.array(sentence, { minLength: 3, maxLength: 5 }).chain((pool) => {
    const some = fc
      .array(fc.constantFrom(...pool), { minLength: 2, maxLength: 6 })
      .map((all) => all.join(""));
    return fc.tuple(some, some);
  });
  fc.assert(
    fc.property(texts, ([x, y]) => {
      const passages = alignTexts(tokens(x), tokens(y), null);
      for (const side of ["a", "b"] as const) {
        const ranges = passages.map((passage) => passage[side]).sort((p, q) => p.start - q.start);
        for (let k = 1; k < ranges.length; k++)
          expect(ranges[k]!.start).toBeGreaterThanOrEqual(ranges[k - 1]!.end);
      }
    }),
    { numRuns: 300 },
  );
});
