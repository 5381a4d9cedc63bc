import type { Edit, Match, Passage, Range } from "../../src/model/index.js";
import type { Side } from "../../src/report/label.js";

/** The range of the `nth` occurrence of `part` in `text`. */
export function rangeOf(text: string, part: string, nth = 0): Range {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`not in the text: ${part}`);
  return { start, end: start + part.length };
}

const TEXT_A = [
  "افتتح وزير النقل أمس جسر الوادي الجديد بعد إغلاق دام 14 شهرا، وقال إن كلفة الإصلاح بلغت 3 ملايين دينار.",
  "ويربط الجسر ضفتي النهر قرب سوق الخضار.",
].join("\n\n");
const TEXT_B = [
  "خاص بالصحيفة: خبر محلي.",
  "افتتح وزير النقل اليوم جسر الوادي الجديد بعد إغلاق دام 15 شهرا، وقال إن كلفة الإصلاح بلغت 3 ملايين دينار.",
].join("\n");

const PASSAGE_A = rangeOf(TEXT_A, TEXT_A.split("\n\n")[0]!);
const PASSAGE_B = rangeOf(TEXT_B, TEXT_B.split("\n")[1]!);

function replaced(partA: string, partB: string, equivalent = false): Edit {
  const edit = { kind: "replace", a: rangeOf(TEXT_A, partA), b: rangeOf(TEXT_B, partB) } as const;
  return equivalent ? { ...edit, equivalent } : edit;
}

const PASSAGE: Passage = {
  a: PASSAGE_A,
  b: PASSAGE_B,
  kind: "edited",
  similarity: 0.94,
  edits: [replaced("أمس", "اليوم", true), replaced("14", "15")],
};

export const SIDE_A: Side = {
  label: { id: "wire-1", title: "افتتاح جسر الوادي", source: "وكالة الأنباء", published: "2021-03-04T08:10" },
  text: TEXT_A,
};
export const SIDE_B: Side = {
  label: { id: "paper-7", title: "الجسر يفتح أبوابه", source: "صحيفة الوادي", published: "2021-03-04" },
  text: TEXT_B,
};

export const MATCH: Match = {
  a: "wire-1",
  b: "paper-7",
  verdict: "copy",
  probability: 0.987,
  sameNews: 0.5,
  derived: { a: 0.5, b: 0.5 },
  jaccard: 0.61,
  containment: { a: 0.72, b: 0.85 },
  passages: [PASSAGE],
  facts: [
    {
      kind: "number",
      a: { ...rangeOf(TEXT_A, "14"), text: "14" },
      b: { ...rangeOf(TEXT_B, "15"), text: "15" },
    },
  ],
  explain: ["72 % of the shorter text in 1 passage, 20 words"],
  model: 1,
  background: null,
};
