import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Match, Story } from "../../src/model/index.js";
import { assembleTrace, CLAUSES, TEMPLATES, type TraceParts } from "../../src/provenance/trace/index.js";
import { PARTS, time } from "../report/trace-fixture.js";

const SRC = new URL("../../src", import.meta.url).pathname;
const FORBIDDEN = /\b(first|original\w*|plagiari\w*)\b/i;

const story = PARTS.story!;
const edge = story.edges[0]!;
const [toOther, toWire] = PARTS.matches as [Match, Match];
const NOON = Date.UTC(2024, 2, 2, 12);
const HOUR = 3_600_000;

type Change = Partial<TraceParts> & { readonly inStory?: Partial<Story> };

function finding({ inStory, ...change }: Change) {
  const parts = {
    ...PARTS,
    ...(inStory === undefined ? {} : { story: { ...story, ...inStory } }),
    ...change,
  };
  return assembleTrace(parts).finding;
}

const uncredited = { ...PARTS.creditCheck, status: "uncredited", credits: [] } as const;
const decision = { ...edge.evidence[0]!, kind: "decision" } as const;
const words = { document: "other-1", field: "text", start: 0, end: 3 } as const;
const unseen = {
  id: "unseen:1",
  type: "carrier",
  name: "SANA",
  documents: ["other-1", "paper-3"],
  words,
  carriers: [],
} as const;
const basis = [words] as const;
const evidence = (rule: string) => [{ ...edge.evidence[0]!, rule, values: { name: "SANA" } }];
const fromUnseen = { ...edge, from: { unseen: unseen.id }, evidence: evidence("names-unseen") };
const supposed = { ...fromUnseen, certainty: "likely", evidence: evidence("shares-with-naming") } as const;
const toPaper = { ...edge, from: { document: "paper-3" }, to: "wire-9" };
const early = [time("paper-3", NOON), time("wire-9", NOON + HOUR), time("other-1", NOON + 2 * HOUR)];

/** What reaches each template, and what the same lacks to reach it. */
const CASES: Record<(typeof TEMPLATES)[number]["id"], [reaches: Change, lacks: Change]> = {
  "nothing-to-compare": [
    { matches: [], story: null, collection: { documents: 0, sources: 0, from: null, until: null } },
    { matches: [], story: null },
  ],
  "taken-person": [
    { inStory: { edges: [{ ...edge, by: "person", evidence: [decision] }] } },
    { inStory: { edges: [{ ...toPaper, by: "person", evidence: [decision] }] } },
  ],
  "taken-several": [
    {
      matches: [{ ...toOther, passages: [{ ...toOther.passages[0]!, a: { start: 90, end: 120 } }] }, toWire],
      inStory: { edges: [edge, { ...edge, from: { document: "other-1" } }] },
    },
    { inStory: { edges: [edge, { ...edge, from: { document: "other-1" } }] } },
  ],
  taken: [{}, { inStory: { edges: [{ ...edge, certainty: "likely" }] } }],
  "unseen-named": [
    { inStory: { edges: [fromUnseen], unseen: [{ ...unseen, basis }] } },
    { inStory: { edges: [supposed], unseen: [{ ...unseen, basis }] } },
  ],
  "unseen-channel": [
    { inStory: { edges: [fromUnseen], unseen: [{ ...unseen, type: "issuer", basis }] } },
    { inStory: { edges: [supposed], unseen: [{ ...unseen, type: "issuer", basis }] } },
  ],
  "unseen-statement": [
    { inStory: { edges: [supposed], unseen: [{ ...unseen, type: "issuer", basis }] } },
    { inStory: { edges: [supposed], unseen: [{ ...unseen, basis }] } },
  ],
  "unseen-supposed": [
    { inStory: { edges: [supposed], unseen: [{ ...unseen, basis }] } },
    { inStory: { edges: [supposed], unseen: [{ ...unseen, basis: [] }] } },
  ],
  unseen: [
    { inStory: { edges: [supposed], unseen: [{ ...unseen, name: null, basis: [] }] } },
    { inStory: { edges: [] } },
  ],
  "earliest-taken": [
    { inStory: { edges: [toPaper] }, times: early },
    { inStory: { edges: [toPaper] }, times: early.slice(0, 2) },
  ],
  "taken-by": [
    { inStory: { edges: [toPaper] } },
    { inStory: { edges: [{ ...toPaper, certainty: "likely" }] } },
  ],
  "taken-own": [
    {
      inStory: { edges: [{ ...edge, certainty: "likely" }] },
      labelOf: (id) => ({ ...PARTS.labelOf(id), source: PARTS.document.source! }),
    },
    { inStory: { edges: [{ ...edge, certainty: "likely" }] } },
  ],
  "taken-likely": [{ inStory: { edges: [{ ...edge, certainty: "likely" }] } }, { inStory: { edges: [] } }],
  "taken-by-likely": [
    { inStory: { edges: [{ ...toPaper, certainty: "likely" }] } },
    { inStory: { edges: [] } },
  ],
  "earliest-undecided": [
    { inStory: { edges: [] }, times: early },
    { inStory: { edges: [] }, times: [time("paper-3", NOON, NOON + 2 * HOUR), ...early.slice(1)] },
  ],
  "undecided-one": [{ inStory: { edges: [] }, matches: [toWire] }, { inStory: { edges: [] } }],
  undecided: [{ inStory: { edges: [] } }, { inStory: { edges: [] }, matches: [toWire] }],
  "same-news": [
    { story: null, matches: [{ ...toWire, verdict: "same-news" }] },
    { story: null, matches: [] },
  ],
  "no-reuse": [{ story: null, matches: [] }, {}],
};

describe("the finding", () => {
  it.each(TEMPLATES.map(({ id }) => id))("says %s on its least evidence and on nothing less", (id) => {
    const [reaches, lacks] = CASES[id];
    const found = finding(reaches);
    expect(found.template).toBe(id);
    expect(found.sentence).toMatch(/^[^{}]+\.$/);
    expect(finding(lacks).template).not.toBe(id);
  });

  it("gives the sentence with its figures, the changed fact and the credit", () => {
    expect(finding({}).sentence.replace(/[\u2068\u2069]/g, "")).toBe(
      "74 % of it stands in وكالة السنديان (wire-9), from which it was taken (evidence: credit and time); it has 40 " +
        "where that has 60; 3 documents from 3 sources carry text of it; it credits Sindyan.",
    );
  });

  it("says a copy to the letter before anything else", () => {
    const one = finding({ same: ["wire-9"] }).sentence.replace(/[\u2068\u2069]/g, "");
    expect(one).toMatch(
      /^The same text to the letter stands in وكالة السنديان \(wire-9\); 74 % of it stands in/,
    );
    const two = finding({ same: ["wire-9", "other-1"] }).sentence;
    expect(two).toMatch(/^The same text to the letter stands in 2 other documents, among them /);
    const names = finding({
      same: ["wire-9"],
      inStory: { edges: [fromUnseen], unseen: [{ ...unseen, basis }] },
    });
    expect(names.sentence).toMatch(/\)\u2069; it names \u2068SANA\u2069, of which/);
    const open = finding({ same: ["wire-9"], inStory: { edges: [] } }).sentence;
    expect(open).toMatch(/\)\u2069; text of it stands in/);
  });

  it("does not call it a credit that the one is an agency's item", () => {
    expect(
      finding({ inStory: { edges: [{ ...edge, evidence: evidence("agency-item") }] } }).sentence,
    ).toContain("(evidence: an agency's item)");
  });

  it("says that the same words are given to another speaker elsewhere", () => {
    const holder = (document: string, speaker: string | null) =>
      ({ document, start: 0, end: 9, form: "exact", share: 1, speaker, via: "named" }) as const;
    const told = (speakers: readonly [string | null, string | null], speakersDiffer = true) =>
      finding({
        quotationTraces: [
          {
            text: "…",
            holders: [holder("other-1", speakers[1]), holder("paper-3", speakers[0])],
            speakersDiffer,
          },
        ],
      }).sentence.replace(/[\u2068\u2069]/g, "");
    expect(told(["سمير الحداد", "ليلى منصور"])).toContain(
      "; words that it gives to سمير الحداد are given to ليلى منصور in other-1; ",
    );
    expect(told([null, "ليلى منصور"])).not.toContain("words that it gives");
    expect(told(["سمير الحداد", null])).not.toContain("words that it gives");
    expect(told(["سمير الحداد", "الحداد"], false)).not.toContain("words that it gives");
  });

  it("takes what it names for more of its text before what it was taken from for less", () => {
    const edges = [edge, { ...fromUnseen, share: 0.9 }];
    const inStory = { edges, unseen: [{ ...unseen, basis }] };
    expect(finding({ inStory }).template).toBe("unseen-named");
    expect(finding({ inStory: { ...inStory, edges: [edge, { ...fromUnseen, share: 0.1 }] } }).template).toBe(
      "taken",
    );
  });

  it("shows a source that was not there yet as a conflict", () => {
    const open = story.undecided[0]!;
    const clue = { ...edge.evidence[0]!, weight: 5, rule: "names-outlet" };
    const later = { ...clue, weight: -20, rule: "dated-before", kind: "time" } as const;
    const directions = [{ ...open, evidence: [later, clue] }];
    expect(finding({ directions, inStory: { edges: [] } }).sentence).toMatch(
      /موقع النهر \(other-1\)\u2069 has words of it and speaks for being its source, but is later/,
    );
  });

  it("says which words were not followed because they stand everywhere", () => {
    const common = { words: 25, documents: 254 };
    expect(finding({ common, matches: [], story: null }).sentence).toMatch(
      /^No reuse among 2 documents; 25 words of it in a row stand in 254 other documents or more, as standing wording does/,
    );
  });

  it("never takes bare text for text without a credit: it names the fields that were not there", () => {
    const bare = finding({ creditCheck: { ...uncredited, absentFields: ["byline", "links"] } });
    expect(bare.sentence).toMatch(
      /no credit stands in the text supplied, which came without byline and links\.$/,
    );
    const full = finding({ creditCheck: { ...uncredited, absentFields: [] } });
    expect(full.sentence).toMatch(/no credit stands in the text supplied\.$/);
  });

  it("calls none the earliest whose clock may be of another zone", () => {
    const times = early.map((one) => ({ ...one, zoned: one.document === "paper-3" }));
    expect(finding({ inStory: { edges: [] }, times }).template).toBe("undecided");
  });

  it("depends on nothing but what was found, in whatever order it came", () => {
    const turned = assembleTrace({
      ...PARTS,
      matches: PARTS.matches.toReversed(),
      times: PARTS.times.toReversed(),
    });
    expect(turned).toEqual(assembleTrace(PARTS));
  });
});

describe("independent origins", () => {
  const among = (inStory: Partial<Story>) =>
    assembleTrace({ ...PARTS, story: { ...story, ...inStory } }).independentOrigins;
  const open = story.undecided[0]!;

  it("are what the holders of the text go back to, bound ones once", () => {
    // Undecided against one whose source is known: it has that source, or that document.
    expect(among({})).toBe(1);
    expect(among({ undecided: [] })).toBe(2);
    expect(among({ edges: [edge, { ...edge, from: { document: "wire-9" }, to: "other-1" }] })).toBe(1);
    expect(among({ edges: [], undecided: [] })).toBe(3);
    expect(among({ edges: [], undecided: [open, { ...open, b: "wire-9" }] })).toBe(1);
    expect(among({ edges: [fromUnseen, { ...fromUnseen, to: "other-1" }], undecided: [] })).toBe(2);
    // What stands behind the other words of one that took these from here is none of these.
    const other = { ...fromUnseen, to: "paper-3" };
    expect(among({ edges: [edge, other], undecided: [open] })).toBe(1);
    expect(assembleTrace({ ...PARTS, story: null, matches: [] }).independentOrigins).toBe(0);
  });
});

describe("a decided pair of two stories", () => {
  it("speaks for itself, since no edge leads from one story to another", () => {
    const [clue] = edge.evidence;
    const pair = { ...story.undecided[0]!, a: "paper-3", b: "wire-9", from: "wire-9", to: "paper-3" };
    const directions = [{ ...pair, confidence: 0.9, evidence: [clue!], missing: [] }];
    const alone = { ...story, documents: ["paper-3", "other-1"], edges: [], undecided: [] };
    const sourceIn = (inStory: Story) =>
      assembleTrace({ ...PARTS, story: inStory, directions }).sources.find(
        ({ origin }) => "document" in origin && origin.document === "wire-9",
      );
    expect(sourceIn(alone)).toMatchObject({ direction: "from", through: [], confidence: 0.9, missing: [] });
    // In one story it is no edge because a nearer source explains it.
    expect(sourceIn({ ...alone, documents: [...alone.documents, "wire-9"] })!.direction).toBe("undecided");
  });
});

describe("a source behind a source", () => {
  const through = assembleTrace({
    ...PARTS,
    story: {
      ...story,
      edges: [edge, { ...edge, from: { document: "other-1" }, to: "wire-9", confidence: 0.8 }],
    },
  });

  it("is what it was taken from through others, no surer than all steps together", () => {
    const behind = through.sources.find(
      ({ origin }) => "document" in origin && origin.document === "other-1",
    )!;
    expect(behind).toMatchObject({ direction: "from", through: ["wire-9"] });
    expect(behind.confidence).toBeCloseTo(0.97 * 0.8);
    expect(through.sources.map((source) => source.through.length)).toEqual([0, 1]);
  });

  it("is named in the finding, and is no part that was put together with another", () => {
    expect(through.finding.template).toBe("taken");
    expect(through.finding.sentence).toMatch(/behind that stands \u2068موقع النهر \(other-1\)/);
  });

  it("keeps what the pair itself says where both are known", () => {
    const { evidence } = edge;
    const pair = {
      a: "other-1",
      b: "paper-3",
      from: "other-1",
      to: "paper-3",
      confidence: 0.9,
      evidence,
    } as const;
    const directions = [{ ...pair, certainty: "sure", by: "isnad", missing: [] } as const];
    const edges = [edge, { ...edge, from: { document: "other-1" }, to: "wire-9", confidence: 0.8 }];
    const { sources } = assembleTrace({ ...PARTS, directions, story: { ...story, edges } });
    expect(sources[1]).toMatchObject({ through: ["wire-9"], confidence: 0.9 });
  });

  it("is not looked for for ever where the edges go round", () => {
    const round = { ...edge, from: { document: "paper-3" }, to: "wire-9" };
    expect(assembleTrace({ ...PARTS, story: { ...story, edges: [edge, round] } }).sources[0]!.direction).toBe(
      "from",
    );
  });
});

describe("the words used", () => {
  it("say what needs saying without claims that no text can bear", () => {
    for (const { text, needs } of [...TEMPLATES, ...CLAUSES]) {
      expect(text).not.toMatch(FORBIDDEN);
      expect(needs).not.toBe("");
    }
  });

  it("are as careful in everything else that a trace prints", () => {
    const files = ["report/text", "cli/trace"].flatMap((folder) =>
      readdirSync(join(SRC, folder))
        .filter((name) => folder.endsWith("trace") || name.startsWith("trace"))
        .map((name) => join(folder, name)),
    );
    for (const file of files) {
      const strings = readFileSync(join(SRC, file), "utf8").match(/"[^"\n]*"|`[^`]*`/g) ?? [];
      for (const one of strings) expect(one, file).not.toMatch(FORBIDDEN);
    }
  });

  it("stand in src/provenance/README.md with the evidence that they need", () => {
    const page = readFileSync(join(SRC, "provenance/README.md"), "utf8");
    for (const { id, needs } of [...TEMPLATES, ...CLAUSES])
      expect(page).toContain(`| \`${id}\` | ${needs} |`);
  });
});
