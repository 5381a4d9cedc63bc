import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Match, Passage } from "../../src/model/index.js";
import { comparePage } from "../../src/report/html/compare.js";
import { type Mark, segments } from "../../src/report/segments.js";
import { clean } from "../../src/report/text/clean.js";
import { compareText } from "../../src/report/text/compare.js";
import { truncate, width, wrap } from "../../src/report/text/layout.js";

const WORDS = [
  "جسر",
  "الوادي",
  "bridge",
  "12",
  "日本",
  "🚲",
  "مُحَمَّد",
  "<b>",
  "&amp;",
  "\u202e",
  "\u001b[2J",
  "\ud800",
  "\n",
  "\r",
  "\0",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
  .map((words) => words.join(" "));

/** Any range of a text, ends in order. */
const range = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));

const comparison = fc.tuple(text, text).chain(([a, b]) =>
  fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    passages: fc.array(
      fc.record({
        a: range(a.length),
        b: range(b.length),
        kind: fc.constantFrom("verbatim" as const, "edited" as const, "boilerplate" as const),
        similarity: fc.double({ min: 0, max: 1, noNaN: true }),
        edits: fc.array(
          fc.record({ kind: fc.constant("replace" as const), a: range(a.length), b: range(b.length) }),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 3 },
    ),
  }),
);

function matchOf(passages: readonly Passage[]): Match {
  const containment = { a: 0.5, b: 0.5 };
  return {
    ...{
      a: "a",
      b: "b",
      verdict: "excerpt",
      probability: 0.5,
      sameNews: 0.5,
      derived: { a: 0.5, b: 0.5 },
      jaccard: 0.5,
      containment,
    },
    ...{ passages, facts: [], explain: [], model: 1, background: null },
  };
}

describe("segments", () => {
  it("are the text of their range, whatever the marks", () => {
    fc.assert(
      fc.property(
        text.chain((one) =>
          fc.tuple(fc.constant(one), range(one.length), fc.array(range(one.length), { maxLength: 6 })),
        ),
        fc.constantFrom<Mark>("changed", "equivalent", "fact"),
        ([one, whole, ranges], mark) => {
          const pieces = segments(
            one,
            whole,
            ranges.map((marked) => ({ ...marked, mark })),
          );
          expect(pieces.map((piece) => piece.text).join("")).toBe(one.slice(whole.start, whole.end));
        },
      ),
    );
  });
});

describe("reports of hostile texts", () => {
  it("send a terminal no control but line breaks and balanced isolates", () => {
    fc.assert(
      fc.property(comparison, fc.integer({ min: 20, max: 120 }), ({ a, b, passages }, columns) => {
        const sides = [
          { label: { id: "a", title: a }, text: a },
          { label: { id: "b", source: b }, text: b },
        ] as const;
        const shown = compareText(matchOf(passages), ...sides, { columns, colour: false, isolates: true });
        for (const line of shown.split("\n")) {
          expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u200e\u200f\u061c]/u);
          let depth = 0;
          for (const control of line.match(/[\u2066-\u2069]/g) ?? []) {
            depth += control === "\u2069" ? -1 : 1;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
        }
      }),
    );
  });

  it("never become markup", () => {
    fc.assert(
      fc.property(comparison, ({ a, b, passages }) => {
        const page = comparePage(
          matchOf(passages),
          { label: { id: a }, text: a },
          { label: { id: "b" }, text: b },
        );
        const tags = page.slice(page.indexOf("<main>"), page.indexOf("</main>")).match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).toMatch(/^<\/?(main|article|div|h2|p|bdi|span|a|sup|del|ins|mark)[ >]/);
      }),
    );
  });
});

describe("layout", () => {
  it("truncates to the width asked for, and leaves alone what fits", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (one, columns) => {
        const plain = clean(one);
        const cut = truncate(plain, columns);
        expect(width(cut)).toBeLessThanOrEqual(columns);
        if (width(plain) <= columns) expect(cut).toBe(plain);
      }),
    );
  });

  it("wraps every word once, in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 })),
        fc.integer({ min: 5, max: 40 }),
        (cells, columns) => {
          const lines = wrap(cells, columns);
          expect(lines.flatMap(([from, to]) => cells.slice(from, to))).toEqual(cells);
          for (const [from, to] of lines) {
            const used = cells.slice(from, to).reduce((sum, one) => sum + one + 1, -1);
            if (to - from > 1) expect(used).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });
});
