import type {
  Direction,
  Document,
  Lineage,
  Range,
  Trace,
  TraceSource,
  TrustedTime,
} from "../../src/model/index.js";
import { assembleTrace, type TraceParts } from "../../src/provenance/trace/index.js";
import { rangeOf } from "./fixture.js";

/** A character outside the basic plane stands before everything that is selected. */
const LEAD = "🌉 افتتحت بلدية القصب أمس جسرا للمشاة طوله 40 مترا فوق الوادي، بعد عام من العمل.";
const SAID = "وقال المهندس ربيع الحلاق «الجسر لنا جميعا 🙂 صغارا وكبارا».";
const OWN = "وكانت البلدية قد وعدت به قبل الشتاء.";

export const WIRE: Document = {
  id: "wire-9",
  title: "جسر جديد للمشاة في القصب",
  source: "وكالة السنديان",
  published: "2024-03-02T08:10Z",
  url: "https://sindyan.example/9?a=1&b=2",
  text: `${LEAD.replace("40", "60")}\n${SAID}`,
};
export const PAPER: Document = {
  id: "paper-3",
  title: "القصب تعبر الوادي مشيا",
  source: "صحيفة الضفة",
  published: "2024-03-02T09:40Z",
  byline: "السنديان",
  text: `${LEAD}\n${OWN}\n${SAID}`,
};
export const OTHER: Document = { id: "other-1", source: "موقع النهر", text: `${OWN}\n${LEAD}` };

export const TEXTS = new Map([WIRE, PAPER, OTHER].map((document) => [document.id, document.text]));
export const DOCUMENTS = new Map([WIRE, PAPER, OTHER].map((document) => [document.id, document]));

export function time(document: string, from: number | null, until = from): TrustedTime {
  const precision = from === null ? "none" : "minute";
  const basis = from === null ? "none" : "published";
  return { document, from, until, precision, basis, at: [], zoned: true, distrusted: [] };
}

const TIME = {
  kind: "time",
  rule: "published-order",
  weight: 2.4,
  detail: "\u2068wire-9\u2069 was sent 90 minutes earlier",
  values: { minutes: 90 },
  at: [{ document: "wire-9", field: "text", start: 0, end: 4 }],
} as const;
const CREDIT = {
  kind: "credit",
  rule: "credits-carrier",
  weight: 3.1,
  detail: "the byline names \u2068السنديان\u2069",
  values: { name: "Sindyan" },
  at: [{ document: "paper-3", field: "byline", start: 0, end: 8 }],
} as const;

const lead = { a: rangeOf(PAPER.text, LEAD), b: rangeOf(WIRE.text, LEAD.replace("40", "60")) };
const said = { a: rangeOf(PAPER.text, SAID), b: rangeOf(WIRE.text, SAID) };
const text = (where: Range, words: string) => ({ ...where, text: words });

const UNDECIDED: Direction = {
  a: "other-1",
  b: "paper-3",
  from: null,
  to: null,
  confidence: 0.55,
  certainty: "open",
  by: "isnad",
  evidence: [],
  missing: ["a time of publication of \u2068other-1\u2069"],
};

export const PARTS: TraceParts = {
  document: PAPER,
  words: 33,
  collection: { documents: 2, sources: 2, from: "2024-03-02", until: "2024-03-02" },
  common: null,
  same: [],
  matches: [
    {
      a: "paper-3",
      b: "other-1",
      verdict: "excerpt",
      probability: 0.8,
      sameNews: 0.5,
      derived: { a: 0.5, b: 0.5 },
      jaccard: 0.4,
      containment: { a: 0.6, b: 0.9 },
      passages: [
        {
          a: rangeOf(PAPER.text, LEAD),
          b: rangeOf(OTHER.text, LEAD),
          kind: "verbatim",
          similarity: 1,
          edits: [],
        },
      ],
      facts: [],
      explain: [],
      model: 1,
      background: null,
    },
    {
      a: "paper-3",
      b: "wire-9",
      verdict: "copy",
      probability: 0.99,
      sameNews: 0.5,
      derived: { a: 0.5, b: 0.5 },
      jaccard: 0.7,
      containment: { a: 0.74, b: 1 },
      passages: [
        { ...lead, kind: "edited", similarity: 0.93, edits: [] },
        { ...said, kind: "quotation", similarity: 1, edits: [] },
      ],
      facts: [
        {
          kind: "number",
          a: text(rangeOf(PAPER.text, "40"), "40"),
          b: text(rangeOf(WIRE.text, "60"), "60"),
        },
      ],
      explain: [],
      model: 1,
      background: null,
    },
  ],
  story: {
    id: "wire-9",
    documents: ["other-1", "paper-3", "wire-9"],
    outlets: 3,
    independentOrigins: 1,
    unseen: [],
    edges: [
      {
        from: { document: "wire-9" },
        to: "paper-3",
        confidence: 0.97,
        certainty: "sure",
        by: "isnad",
        share: 0.74,
        evidence: [CREDIT, TIME],
      },
    ],
    undecided: [UNDECIDED],
    groups: [
      {
        id: "group-1",
        kind: "verbatim",
        holders: [
          { document: "wire-9", ...said.b },
          { document: "paper-3", ...said.a },
        ],
        tree: [
          { from: null, to: "wire-9" },
          { from: { document: "wire-9" }, to: "paper-3" },
        ],
        earliest: "wire-9",
      },
    ],
  },
  directions: [UNDECIDED],
  creditCheck: {
    document: "paper-3",
    status: "matched",
    credits: [
      {
        role: "carrier",
        form: "byline",
        name: "Sindyan",
        alias: "السنديان",
        field: "byline",
        start: 0,
        end: 8,
      },
      {
        role: "issuer",
        form: "inline",
        name: "بلدية القصب",
        alias: "بلدية القصب",
        field: "text",
        ...rangeOf(PAPER.text, "بلدية القصب"),
      },
    ],
    copies: ["wire-9"],
    absentFields: ["links", "url"],
    detail: "The byline names \u2068السنديان\u2069, and the text is that of \u2068wire-9\u2069.",
  },
  times: [
    time("paper-3", Date.UTC(2024, 2, 2, 9, 40)),
    time("wire-9", Date.UTC(2024, 2, 2, 8, 10)),
    time("other-1", null),
  ],
  quotations: [
    {
      ...rangeOf(PAPER.text, "الجسر لنا جميعا 🙂 صغارا وكبارا"),
      kind: "direct",
      speaker: { ...rangeOf(PAPER.text, "المهندس ربيع الحلاق"), name: "ربيع الحلاق" },
      via: "named",
      verb: { ...rangeOf(PAPER.text, "قال"), text: "قال" },
      stance: "neutral",
      insertions: [],
    },
  ],
  quotationTraces: [
    {
      text: "الجسر لنا جميعا 🙂 صغارا وكبارا",
      holders: [holder("wire-9", WIRE.text, "ربيع الحلاق"), holder("paper-3", PAPER.text, "ربيع الحلاق")],
      speakersDiffer: false,
    },
  ],
  versions: [{ id: "paper-3~2", published: "2024-03-03", added: [rangeOf(PAPER.text, OWN)], facts: [] }],
  labelOf: (id) => DOCUMENTS.get(id) ?? { id },
};

function holder(document: string, text: string, speaker: string) {
  const range = rangeOf(text, "الجسر لنا جميعا 🙂 صغارا وكبارا");
  return { document, ...range, form: "exact", share: 1, speaker, via: "named" } as const;
}

export const TRACE: Trace = assembleTrace(PARTS);

export const LINEAGE: Lineage = {
  documents: 3,
  stories: [PARTS.story!],
  between: [],
  creditChecks: [PARTS.creditCheck],
  times: [],
};

export const HOSTILE = `=cmd|' /C calc'!A0 <script>alert(1)</script> "q",\r\n\u001b[31m\u009b2J\u202e\ud800 \u0007`;

/** Every string of a value replaced that is no word of the format. */
export function hostile(trace: Trace): Trace {
  const source = (one: TraceSource): TraceSource => ({
    ...one,
    title: HOSTILE,
    source: HOSTILE,
    published: HOSTILE,
    url: `https://x.example/${HOSTILE}`,
    missing: [HOSTILE],
    headline: { here: HOSTILE, there: HOSTILE },
    evidence: one.evidence.map((clue) => ({ ...clue, rule: HOSTILE, detail: HOSTILE })),
    facts: one.facts.map((fact) => ({
      ...fact,
      a: { ...fact.a, text: HOSTILE },
      b: { ...fact.b, text: HOSTILE },
    })),
  });
  return {
    ...trace,
    document: {
      ...trace.document,
      title: HOSTILE,
      source: HOSTILE,
      published: HOSTILE,
      url: HOSTILE,
      byline: HOSTILE,
    },
    collection: { ...trace.collection, from: HOSTILE, until: HOSTILE },
    finding: { ...trace.finding, sentence: HOSTILE },
    sources: trace.sources.map(source),
    unseen: [
      {
        id: HOSTILE,
        type: "carrier",
        name: HOSTILE,
        basis: [],
        documents: ["paper-3"],
        words: { document: "paper-3", field: "text", start: 0, end: 3 },
        carriers: [],
      },
    ],
    timeline: trace.timeline.map((one) => ({
      ...one,
      distrusted: [{ given: HOSTILE, reason: "unreadable" }],
    })),
    quotations: trace.quotations.map((one) => ({
      ...one,
      speaker: { start: 0, end: 1, name: HOSTILE },
      verb: { start: 0, end: 1, text: HOSTILE },
    })),
    quotationTraces: trace.quotationTraces.map((one) => ({
      ...one,
      text: HOSTILE,
      holders: one.holders.map((holder) => ({ ...holder, speaker: HOSTILE })),
    })),
    creditCheck: {
      ...trace.creditCheck,
      credits: trace.creditCheck.credits.map((one) => ({ ...one, name: HOSTILE, alias: HOSTILE })),
      detail: HOSTILE,
    },
    versions: trace.versions.map((one) => ({ ...one, published: HOSTILE })),
  };
}
