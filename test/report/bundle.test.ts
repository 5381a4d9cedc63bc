import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Document, LineageEdge, Quotation, Story } from "../../src/model/index.js";
import { MISSING_AR, SENTENCES } from "../../src/page/report/evidence/rules.js";
import { parseRoute } from "../../src/page/report/frame/router.js";
import { graphOf, LEAVES_DRAWN, NODES_DRAWN } from "../../src/page/report/graph/model.js";
import { fits, folded, readFilter } from "../../src/page/report/overview/filter.js";
import { across, anchorsInOrder } from "../../src/page/report/reading/scroll-map.js";
import { timeline } from "../../src/page/report/timeline/model.js";
import { fieldSpan } from "../../src/page/report/timeline/moments.js";
import { AR } from "../../src/page/report/words/ar.js";
import { EN } from "../../src/page/report/words/en.js";
import type { Message } from "../../src/page/report/words/message.js";
import { EVIDENCE_RULES, MISSING } from "../../src/provenance/direction/rules.js";
import { readBlock } from "../../src/report/html/bundle.js";
import { BETWEEN_KEPT, pairsOf, reportData, storiesOf } from "../../src/report/html/bundle-data.js";
import { BLOCKS, type ReportData, type ReportTexts } from "../../src/report/html/bundle-format.js";
import { reportOf } from "./bundle-fixture.js";

const HOSTILE = `</script><script>document.title="owned"</script><!--<script>`;
const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const OWN = "ولم يذكر أحد كم كلفت السوق ولا من دفع ثمن القرميد الأزرق الذي يغطي سقفها";
const DOCUMENTS: readonly Document[] = [
  { id: "wire", source: "وكالة", title: "سوق الفخار", published: "2024-05-04", text: `${LEAD}.\n${SECOND}.` },
  {
    id: "__proto__",
    source: HOSTILE,
    title: HOSTILE,
    published: "2024-05-05",
    text: `${LEAD}.\n${SECOND}.\n${HOSTILE}\n${OWN}.`,
  },
  {
    id: "alone",
    text: "The ferry to Gull Island runs again after a week of storms, its captain said on Monday.",
  },
];

describe("bundlePage", async () => {
  const html = await reportOf(DOCUMENTS);

  it("allows exactly the script and the style it brings, and loads nothing", () => {
    const hash = (text: string | undefined) =>
      `'sha256-${createHash("sha256").update(text!).digest("base64")}'`;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain(`script-src ${hash(/<script>(.*?)<\/script>/s.exec(html)![1])};`);
    expect(policy).toContain(`style-src ${hash(/<style>(.*?)<\/style>/s.exec(html)![1])};`);
    expect(html.replace(/<script>.*<\/script>/s, "")).not.toMatch(/\s(src|style|on\w+)=/);
  });

  it("keeps articles out of the markup, whatever they hold", () => {
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html).not.toContain("<!--");
    const texts = readBlock(html, BLOCKS.texts) as ReportTexts;
    expect(
      Object.entries(texts)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["__proto__", "wire"]);
    expect(JSON.stringify(texts)).toContain(JSON.stringify(HOSTILE).slice(1, -1));
  });

  it("is the same for any order of documents", async () => {
    expect(await reportOf([...DOCUMENTS].reverse())).toBe(html);
  });

  it("keeps no more than the passages where only excerpts are asked for", async () => {
    const page = await reportOf(DOCUMENTS, { excerptsOnly: true });
    expect(page).toContain(LEAD);
    expect(page).not.toContain(OWN);
    expect(html).toContain(OWN);
    const texts = readBlock(page, BLOCKS.texts) as ReportTexts;
    const whole = new Map(DOCUMENTS.map(({ id, text }) => [id, text]));
    for (const [id, pieces] of Object.entries(texts))
      for (const [start, piece] of pieces)
        expect(whole.get(id)!.slice(start, start + piece.length)).toBe(piece);
  });

  it("holds every article by name, and pairs with their passages", () => {
    const data = readBlock(html, BLOCKS.data) as ReportData;
    expect(data.documents.map(({ id }) => id)).toEqual(["wire", "__proto__", "alone"]);
    expect(data.matches).toHaveLength(1);
    const [aStart, aEnd, bStart, bEnd] = data.matches[0]!.passages[0]!;
    const text = (id: string) => DOCUMENTS.find((one) => one.id === id)!.text;
    expect(text("__proto__").slice(aStart, aEnd)).toBe(text("wire").slice(bStart, bEnd));
  });
});

describe("evidence in words", () => {
  const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

  it("has every rule of the lineage in both languages, with every value in it", () => {
    for (const [rule, { sentence }] of Object.entries(EVIDENCE_RULES)) {
      expect(SENTENCES[rule]?.en, rule).toBe(sentence);
      expect(places(SENTENCES[rule]!.ar), rule).toEqual(places(sentence));
    }
    expect(Object.keys(SENTENCES).sort()).toEqual(Object.keys(EVIDENCE_RULES).sort());
  });

  it("puts a word between two names, which would read as one where both are Latin", () => {
    for (const [rule, { ar }] of Object.entries(SENTENCES)) expect(ar, rule).not.toMatch(/\} ?\{/);
  });

  it("has in Arabic all that could decide a pair", () => {
    expect(Object.keys(MISSING_AR).sort()).toEqual(Object.values(MISSING).sort());
  });
});

describe("the interface", () => {
  it("has the same places in both languages, and every plural form that Arabic needs", () => {
    const texts = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
    const places = (message: Message) =>
      [
        ...new Set(
          texts(message)
            .join(" ")
            .match(/\{\w+\}/g) ?? [],
        ),
      ]
        .filter((one) => one !== "{n}")
        .sort();
    for (const [key, message] of Object.entries(EN)) {
      const arabic = AR[key as keyof typeof EN];
      expect(places(arabic), key).toEqual(places(message));
      if (typeof arabic !== "string")
        expect(Object.keys(arabic).sort(), key).toEqual(["few", "many", "one", "other", "two", "zero"]);
    }
  });
});

const edge = (from: string, to: string): LineageEdge => ({
  ...{
    from: { document: from },
    to,
    confidence: 0.9,
    certainty: "sure",
    by: "isnad",
    share: 1,
    evidence: [],
  },
});

function storyOf(ids: readonly string[], edges: readonly LineageEdge[]): Story {
  return {
    ...{ id: ids[0]!, documents: ids, outlets: 1, independentOrigins: 1 },
    ...{ unseen: [], edges, undecided: [], groups: [] },
  };
}

describe("the graph", () => {
  const ids = Array.from({ length: 500 }, (_, i) => `d${i}`);

  it("folds what took from one text and gave to none", () => {
    const graph = graphOf(
      storyOf(ids, [...ids.slice(1, 499).map((id) => edge("d0", id)), edge("d1", "d499")]),
    );
    expect(graph.nodes.map((node) => node.kind).sort()).toEqual(["document", "document", "document", "fold"]);
    const fold = graph.nodes.find((node) => node.kind === "fold")!;
    expect(fold.kind === "fold" && fold.documents).toHaveLength(497);
    expect(graph.edges.reduce((sum, { edges }) => sum + edges.length, 0)).toBe(499);
  });

  it("draws few leaves each by itself, and no more boxes than can be looked at", () => {
    const few = ids.slice(0, LEAVES_DRAWN + 1);
    expect(
      graphOf(
        storyOf(
          few,
          few.slice(1).map((id) => edge("d0", id)),
        ),
      ).nodes,
    ).toHaveLength(few.length);
    const chain = graphOf(
      storyOf(
        ids,
        ids.slice(1).map((id, i) => edge(`d${i}`, id)),
      ),
    );
    expect(chain.nodes).toHaveLength(NODES_DRAWN);
    expect(chain.cut).toBe(true);
  });

  it("folds articles that no decided link touches", () => {
    expect(graphOf(storyOf(ids, [])).nodes).toHaveLength(1);
  });
});

describe("what a page keeps of a large story", () => {
  it("keeps the undecided pairs best supported and counts the rest", () => {
    const undecided = Array.from({ length: 30 }, (_, i) => ({
      ...{ a: "d0", b: `d${i + 1}`, from: null, to: null, confidence: 0.5 + i / 100 },
      ...{ certainty: "open" as const, by: "isnad" as const, evidence: [], missing: [] },
    }));
    const story = { ...storyOf(["d0", "d1"], [edge("d0", "d1")]), undecided };
    const [kept] = storiesOf(
      { documents: 31, stories: [story], between: [], creditChecks: [], times: [] },
      10,
    );
    expect(kept!.undecidedLeftOut).toBe(20);
    expect(kept!.undecided.map(({ b }) => b)).toEqual(Array.from({ length: 10 }, (_, i) => `d${30 - i}`));
    expect(pairsOf([kept!], [])).toHaveLength(11);
  });
});

describe("what a page keeps of who says what", () => {
  it("keeps who says it and whether in marks, of documents in a story, and no words in marks that nobody says", () => {
    const said = { start: 3, end: 9, verb: null, stance: "neutral", insertions: [] } as const;
    const speaker = { start: 0, end: 2, name: "سمير الحلو" };
    const story = { ...storyOf(["d0", "d1"], [edge("d0", "d1")]), undecidedLeftOut: 0 };
    const lineage = { documents: 2, stories: [story], between: [], creditChecks: [], times: [] };
    const quotations = new Map<string, readonly Quotation[]>([
      [
        "d0",
        [
          { ...said, kind: "direct", speaker, via: "named" },
          { ...said, kind: "reported", speaker: null, via: "unresolved" },
          { ...said, kind: "scare", speaker: null, via: "unresolved" },
        ],
      ],
      ["elsewhere", [{ ...said, kind: "direct", speaker, via: "carried" }]],
    ]);
    const findings = { documents: [], lineage, matches: [], quotations, text: () => "", excerptsOnly: false };
    const otherSpeakers = new Map([["d0", new Map([[3, { speaker: "ليلى منصور", document: "d1" }]])]]);
    expect(reportData({ ...findings, otherSpeakers }, [story]).quotations).toEqual([
      [
        "d0",
        [
          [3, 9, 1, "سمير الحلو", 0, ["ليلى منصور", "d1"]],
          [3, 9, 0, null, 0],
        ],
      ],
    ]);
    expect(reportData(findings, [story]).quotations).toEqual([
      [
        "d0",
        [
          [3, 9, 1, "سمير الحلو", 0],
          [3, 9, 0, null, 0],
        ],
      ],
    ]);
  });
});

describe("what a page keeps of pairs between stories", () => {
  it("keeps the best supported and counts the rest", () => {
    const between = Array.from({ length: BETWEEN_KEPT + 7 }, (_, i) => ({
      ...{ a: "d0", b: `e${i}`, from: null, to: null, confidence: 0.5 + i / 4000 },
      ...{ certainty: "open" as const, by: "isnad" as const, evidence: [], missing: [] },
    }));
    const lineage = { documents: 0, stories: [], between, creditChecks: [], times: [] };
    const findings = {
      ...{ documents: [], lineage, matches: [], quotations: new Map() },
      ...{ text: () => "", excerptsOnly: false },
    };
    const data = reportData(findings, []);
    expect(data.betweenLeftOut).toBe(7);
    expect(data.between).toHaveLength(BETWEEN_KEPT);
    expect(data.between.map(({ b }) => b)).not.toContain("e6");
  });
});

describe("the timeline", () => {
  it("reads times as precise as they are", () => {
    expect(fieldSpan("2024-05-04T10:20+02:00")).toEqual({
      from: Date.UTC(2024, 4, 4, 8, 20),
      until: Date.UTC(2024, 4, 4, 8, 20),
    });
    expect(fieldSpan("2024-05-04")).toEqual({ from: Date.UTC(2024, 4, 4), until: Date.UTC(2024, 4, 5) - 1 });
    expect(fieldSpan("2024")).toEqual({ from: Date.UTC(2024, 0, 1), until: Date.UTC(2025, 0, 1) - 1 });
    expect(fieldSpan("soon")).toEqual({ from: null, until: null });
  });

  it("gives near marks of one source their own lanes, and undated ones a place", () => {
    const at = (id: string, time: number | null) => ({ id, source: "s", from: time, until: time });
    const { rows, ticks } = timeline([at("a", 0), at("b", 1000), at("c", 9e8), at("d", null)]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.marks.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(rows[0]!.undated).toEqual(["d"]);
    expect(ticks.length).toBeGreaterThan(1);
  });

  it("stands for one moment, and for none", () => {
    expect(timeline([{ id: "a", source: "s", from: 5, until: 5 }]).rows[0]!.marks).toHaveLength(1);
    expect(timeline([{ id: "a", source: "s", from: null, until: null }]).ticks).toEqual([]);
  });
});

describe("filters and addresses", () => {
  const article = {
    ...{ id: "a", title: "إعادةُ فتحِ ٣ أسواق", source: "s", published: "2024-05-04T10:00" },
    ...({ verdict: "copy", credit: "uncredited", credits: 0 } as const),
  };
  const fitting = (query: string) => fits(article, readFilter(new URLSearchParams(query)));

  it("finds words in titles however they are written", () => {
    expect(folded("إعادةُ")).toBe(folded("اعاده"));
    expect(fitting("q=اعاده 3")).toBe(true);
    expect(fitting("q=اعاده غائب")).toBe(false);
  });

  it("takes dates with both ends, verdicts and credits", () => {
    expect(fitting("from=2024-05-04&until=2024-05-04")).toBe(true);
    expect(fitting("from=2024-05-05")).toBe(false);
    expect(fitting("until=2024-05-03")).toBe(false);
    expect(fitting("verdict=excerpt")).toBe(false);
    expect(fitting("credit=none&source=s&verdict=copy")).toBe(true);
    expect(fitting("credit=matched")).toBe(false);
  });

  it("takes any id as a part of an address", () => {
    const id = "a/b?c=d#e%&\u202e";
    expect(parseRoute(`#/read/${encodeURIComponent(id)}/x?p=2`)).toMatchObject({
      view: "read",
      arguments: [id, "x"],
    });
    expect(parseRoute("#/article/%E0%A4%A").arguments).toEqual(["%E0%A4%A"]);
  });
});

describe("scrolling in step", () => {
  it("goes by the passages that stand in one order, and by proportion between them", () => {
    const anchors = anchorsInOrder(
      [
        { a: 100, b: 400 },
        { a: 200, b: 50 },
        { a: 300, b: 600 },
      ],
      1000,
      1000,
    );
    expect(anchors).toEqual([
      { a: 0, b: 0 },
      { a: 100, b: 400 },
      { a: 300, b: 600 },
      { a: 1000, b: 1000 },
    ]);
    expect(across(anchors, "a", 200)).toBe(500);
    expect(across(anchors, "b", 500)).toBe(200);
    expect(across(anchors, "a", 5000)).toBe(1000);
  });
});
