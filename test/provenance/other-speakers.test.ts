import { expect, it } from "vitest";
import type { Quotation } from "../../src/model/index.js";
import { otherSpeakers } from "../../src/provenance/quotations/other-speakers.js";

const WORDS = "سنفتح الجسر الجديد أمام الناس غدا";

function document(id: string, name: string | null, words = WORDS, kind: Quotation["kind"] = "direct") {
  const speaker = name === null ? null : { start: 0, end: 1, name };
  const via = name === null ? "unresolved" : "named";
  const quotation = { ...{ start: 2, end: 2 + words.length, kind, speaker, via }, verb: null };
  return {
    id,
    text: `"«${words}»`,
    quotations: [{ ...quotation, stance: "neutral", insertions: [] } as Quotation],
  };
}

const found = (...documents: ReturnType<typeof document>[]) =>
  [...otherSpeakers(documents)].map(([id, by]) => [id, [...by]]);

it("finds the same words with another speaker, whatever the order and the spelling", () => {
  const a = document("a", "سمير الحداد");
  const b = document("b", "ليلى منصور", WORDS.replace("أمام", "امام"));
  const expected = [
    ["a", [[2, { speaker: "ليلى منصور", document: "b" }]]],
    ["b", [[2, { speaker: "سمير الحداد", document: "a" }]]],
  ];
  expect(found(a, b).sort()).toEqual(expected);
  expect(found(b, a).sort()).toEqual(expected);
});

it.each([
  ["one speaker, named short and whole", document("b", "الحداد")],
  ["nobody who can be told", document("b", null)],
  ["other words", document("b", "ليلى منصور", "سنغلق الجسر القديم أمام الناس غدا")],
  ["words that are not quoted", document("b", "ليلى منصور", WORDS, "reported")],
])("tells nothing of %s", (_, other) => {
  expect(found(document("a", "سمير الحداد"), other)).toEqual([]);
});

it("leaves formulas of few words alone", () => {
  expect(found(document("a", "سمير الحداد", "شكرا لكم"), document("b", "ليلى منصور", "شكرا لكم"))).toEqual(
    [],
  );
});
