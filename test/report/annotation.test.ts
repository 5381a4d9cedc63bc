/** The annotations, read back by code that knows only the Recommendation: code points, and quotes with their context. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphAnnotations, traceAnnotations } from "../../src/report/annotation/annotation.js";
import { Selectors } from "../../src/report/annotation/selectors.js";
import { lineageGraph } from "../../src/report/graph.js";
import { documentIri } from "../../src/report/iris.js";
import { hostile, LINEAGE, PARTS, TEXTS, TRACE, WIRE } from "./trace-fixture.js";

interface Selection {
  readonly source: string;
  readonly selector: readonly [
    { readonly type: string; readonly exact: string; readonly prefix: string; readonly suffix: string },
    { readonly type: string; readonly start: number; readonly end: number },
  ];
}
interface Annotation {
  readonly id: string;
  readonly motivation: string;
  readonly target: Selection;
  readonly body: Selection;
  readonly [more: string]: unknown;
}

const texts = { labelOf: PARTS.labelOf, textOf: (id: string) => TEXTS.get(id)! };
const itemsOf = (json: string) => JSON.parse(json).first.items as Annotation[];

/** The words between two code points, counted one by one. */
function selected(text: string, { start, end }: { start: number; end: number }): string {
  return [...text].slice(start, end).join("");
}

function check(text: string, { selector: [quote, position] }: Selection): void {
  expect([quote.type, position.type]).toEqual(["TextQuoteSelector", "TextPositionSelector"]);
  expect(selected(text, position)).toBe(quote.exact);
  const found = text.indexOf(quote.prefix + quote.exact + quote.suffix);
  expect([...text.slice(0, found + quote.prefix.length)].length).toBe(position.start);
}

describe("a trace as Web Annotations", () => {
  const items = itemsOf(traceAnnotations(TRACE, texts, "1.0.0"));

  it("links passages on both sides, at the words and at the code points", () => {
    const links = items.filter(({ motivation }) => motivation === "linking");
    expect(links.map(({ relation }) => relation)).toEqual(["takenFrom", "takenFrom", "standsIn"]);
    const byAddress = new Map([...TEXTS].map(([id, text]) => [documentIri(id), text]));
    byAddress.set(WIRE.url!, WIRE.text);
    for (const { target, body } of links) {
      for (const side of [target, body]) check(byAddress.get(side.source)!, side);
    }
    // The fixture has characters of two code units before these words: the two counts differ.
    const { exact } = links[1]!.target.selector[0];
    expect(links[1]!.target.selector[1].start).toBeLessThan(TEXTS.get("paper-3")!.indexOf(exact));
  });

  it("marks speakers, credits and changed facts", () => {
    const names = items.map(({ id }) => id.split("/").at(-1));
    expect(names).toEqual([
      "source-1-passage-1",
      "source-1-passage-2",
      "source-1-fact-1",
      "source-2-passage-1",
      "quotation-1",
      "credit-1",
      "credit-2",
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it("is JSON whatever the documents hold, with IRIs for addresses", () => {
    const json = traceAnnotations(
      hostile(TRACE),
      { ...texts, labelOf: (id) => ({ id, url: "javascript:alert(1)" }) },
      "1.0.0",
    );
    for (const { target, id } of itemsOf(json)) {
      expect(id).toMatch(/^https:\/\/isnad\.invalid\/id\/annotation\/[\x21-\x7e]+$/);
      expect(target.source ?? target).toMatch(/^https:\/\/isnad\.invalid\//);
    }
  });
});

it("a lineage as Web Annotations has its passage trees and credits", () => {
  const items = itemsOf(graphAnnotations(lineageGraph(LINEAGE, PARTS.labelOf), texts, "1.0.0"));
  expect(items.map(({ motivation }) => motivation)).toEqual(["linking", "identifying", "identifying"]);
  check(TEXTS.get("paper-3")!, items[0]!.target);
});

it("selectors find any stretch of any text again", () => {
  const unit = fc.constantFrom("ا", "🌉", "b", "𞤀", " ", "é");
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (letters, x, y) => {
      const text = letters.join("");
      const bounds = [x % (letters.length + 1), y % (letters.length + 1)].sort((p, q) => p - q) as [
        number,
        number,
      ];
      const [start, end] = bounds.map((at) => letters.slice(0, at).join("").length) as [number, number];
      const [quote, position] = new Selectors(text).select({ start, end });
      expect([position.start, position.end]).toEqual(
        bounds.map((at) => [...letters.slice(0, at).join("")].length),
      );
      expect(selected(text, position)).toBe(text.slice(start, end));
      expect(text.includes(quote.prefix + quote.exact + quote.suffix)).toBe(true);
    }),
  );
});
