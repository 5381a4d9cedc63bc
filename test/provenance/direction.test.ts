import { describe, expect, test } from "vitest";
import type { Document } from "../../src/index.js";
import { EVIDENCE_RULES, MISSING } from "../../src/provenance/lineage/index.js";
import {
  directionBetween,
  lineageOfTexts,
  lineageWith,
  matchesOf,
  PARAGRAPHS,
  rulesOf,
  TEXT,
} from "./lineage-support.js";

const paper = (id: string, more: Partial<Document> = {}): Document => ({
  id,
  text: TEXT,
  source: `صحيفة ${id}`,
  ...more,
});

async function between(x: Document, y: Document) {
  return directionBetween(await lineageOfTexts([x, y]), x.id, y.id);
}

describe("one clue and what it decides", () => {
  test.each<[string, Partial<Document>, Partial<Document>, string | null, string[]]>([
    ["nothing is known", {}, {}, null, []],
    [
      "the earlier of two",
      { published: "2015-08-10T09:00Z" },
      { published: "2015-08-10T12:00Z" },
      null,
      ["earlier"],
    ],
    ["one day", { published: "2015-08-10" }, { published: "2015-08-10T12:00" }, null, []],
    ["crawl times", { captured: "2015-08-10T09:00Z" }, { captured: "2015-08-11T09:00Z" }, null, []],
    [
      "a future time",
      { published: "2051-01-01", captured: "2015-08-11" },
      { published: "2015-08-12" },
      null,
      [],
    ],
    ["an agency's item", { source: "رويترز" }, {}, null, ["agency-item"]],
    [
      "an agency's item and the order of time",
      { source: "رويترز", published: "2015-08-10T09:00Z" },
      { published: "2015-08-10T12:00Z" },
      "x",
      ["agency-item", "earlier"],
    ],
    [
      "a byline that names the agency",
      { source: "رويترز" },
      { byline: "رويترز" },
      "x",
      ["names-agency", "agency-item"],
    ],
    [
      "a byline that names a paper nobody knows",
      { source: "صحيفة النورس" },
      { byline: "نقلا عن صحيفة النورس" },
      "x",
      ["names-outlet"],
    ],
    [
      "initials of an agency nobody knows",
      { source: "Larkfield Press Association" },
      { byline: "LPA" },
      "x",
      ["names-agency", "agency-item"],
    ],
    [
      "words told to an agency",
      { source: "رويترز" },
      { text: `${TEXT}\nوقال المهندس لرويترز إن العمل يستمر.` },
      "x",
      ["names-agency", "agency-item"],
    ],
    ["the name as common words", { source: "أمسية للموسيقى" }, {}, null, []],
    ["a reporter's name alone", { byline: "سلمى الخطيب" }, {}, null, ["own-reporter"]],
    [
      "the desk in the title",
      { title: "عام / حديقة على ضفة النهر" },
      { title: "حديقة" },
      null,
      ["desk-title"],
    ],
    [
      "an end of take, between two outlets",
      { text: `${TEXT}\n// انتهى //` },
      { text: TEXT },
      null,
      ["wire-end"],
    ],
  ])("%s", async (_, x, y, from, rules) => {
    const direction = await between(paper("x", x), paper("y", y));
    expect(rulesOf(direction)).toEqual(rules);
    expect(direction.from).toBe(from);
    expect(direction.missing.length > 0).toBe(from === null);
  });

  test("no copy is of a text that was not there yet, whatever it names: the conflict is shown", async () => {
    const item = paper("x", { source: "رويترز", title: "عام / حديقة", published: "2015-08-10T09:00Z" });
    const copy = (times: Partial<Document>) =>
      between(item, paper("y", { byline: "رويترز", title: "حديقة", ...times }));
    for (const times of [
      { captured: "2015-07-22T10:00:00" },
      { published: "2015-08-09T09:00Z" },
      // Of a clock without a zone both are read as of one place.
      { captured: "2015-08-10T02:00:00" },
      { url: "https://nawras.example/2015/08/09/garden.html" },
    ]) {
      const direction = await copy(times);
      expect(direction).toMatchObject({ from: null, certainty: "open" });
      expect(direction.evidence.map(({ rule }) => rule)).toContain(
        "captured" in times ? "seen-before" : "dated-before",
      );
      expect(direction.missing).toContain(MISSING.contradiction);
    }
    for (const times of [{ captured: "2015-08-10T12:00Z" }, { published: "2015-08-10" }, {}])
      expect(await copy(times)).toMatchObject({ from: "x", certainty: "sure" });
  });

  test.each<[string, Partial<Document>, Partial<Document>]>([
    ["that it is an agency's item", { source: "رويترز" }, {}],
    ["the desk in its title", { title: "عام / حديقة على ضفة النهر" }, { title: "حديقة" }],
    [
      "its end of take, its desk, its dateline and its agency together",
      {
        source: "رويترز",
        title: "عام / حديقة",
        text: `الوادي 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م\n${TEXT}\n// انتهى //`,
        byline: "سلمى الخطيب",
      },
      { title: "حديقة" },
    ],
  ])("what a document is decides nothing: %s", async (_, x, y) => {
    const direction = await between(paper("x", x), paper("y", y));
    expect(direction).toMatchObject({ from: null, certainty: "open" });
    expect(direction.missing).toContain(MISSING.credit);
  });

  test("an item later than its copy does not stand behind the copies of others either", async () => {
    const documents = [
      paper("item", { source: "رويترز", published: "2015-08-10T18:00Z" }),
      paper("x", { published: "2015-08-10T09:00Z" }),
      paper("y", { published: "2015-08-10T12:00Z" }),
    ];
    const found = await lineageOfTexts(documents);
    expect(directionBetween(found, "item", "x").from).not.toBe("item");
    expect(directionBetween(found, "item", "y").from).not.toBe("item");
  });

  test("who names somebody else has it from there, whatever the times", async () => {
    const x = paper("x", { published: "2015-08-10T09:00Z" });
    const y = paper("y", { published: "2015-08-10T12:00Z", byline: "المرجانة - رويترز" });
    const direction = await between(x, y);
    expect(direction.from).toBeNull();
    expect(rulesOf(direction)).toEqual(["earlier-from-elsewhere", "-names-another"]);
  });
});

describe("edits that make sense one way", () => {
  const today = TEXT.replace("افتتحت بلدية الوادي", "افتتحت بلدية الوادي اليوم");
  const honoured = TEXT.replace("وقال رئيس البلدية سمير", "وقال معالي رئيس البلدية سمير");
  const full = TEXT.replace("سمير الحلو", "سمير بن يوسف الحلو");
  test.each<[string, string, string, string]>([
    ["a day moved on", today, today.replace("اليوم", "أمس"), "day-moved"],
    ["honorifics dropped", honoured, TEXT, "honorifics-dropped"],
    ["names shortened", full, TEXT, "names-shortened"],
    [
      "paragraphs left out",
      `${TEXT}\n${"ويصل إلى الحديقة درب مرصوف بحجارة النهر. ".repeat(6)}`,
      TEXT,
      "trimmed",
    ],
  ])("%s", async (_, before, after, rule) => {
    const direction = await between({ id: "x", text: before }, { id: "y", text: after });
    expect(rulesOf(direction)).toContain(rule);
    const clue = direction.evidence.find((one) => one.rule === rule)!;
    const [place] = clue.at;
    expect(place!.document).toBe("x");
    const words = before.slice(place!.start, place!.end);
    expect(clue.detail.replace(/…”$/u, "")).toContain(words.replace(/\s+/gu, " ").trim().slice(0, 60));
    // Of two papers both may have it from a third: the same clue says less.
    const lowered = await between(paper("x", { text: before }), paper("y", { text: after }));
    expect(lowered.from).toBeNull();
    // Of an agency's item both hold together.
    const item = await between(paper("x", { text: before, source: "رويترز" }), paper("y", { text: after }));
    expect(item.certainty).toBe(/moved|dropped/u.test(rule) ? "likely" : "open");
  });
});

test("only what names the source is sure; times and edits after an agency's item are likely", async () => {
  const x = paper("x", { source: "رويترز", published: "2015-08-10T09:00Z" });
  const y = paper("y", { published: "2015-08-10T12:00Z" });
  expect(await between(x, y)).toMatchObject({ from: "x", certainty: "likely" });
  expect(await between(x, { ...y, byline: "رويترز" })).toMatchObject({ from: "x", certainty: "sure" });
});

test("papers that sign one agency took it from one another in no case, signed, cut or bare", async () => {
  const full = `الوادي - رويترز\n${TEXT.replace("وقال رئيس البلدية سمير الحلو", "وقال معالي رئيس البلدية سمير بن يوسف الحلو اليوم")}\nالمصدر: رويترز`;
  const cut = TEXT.replace("سمير الحلو", "سمير الحلو أمس");
  const x = paper("x", { text: full, published: "2015-08-10T09:00Z", byline: "رويترز" });
  const y = paper("y", { text: cut, published: "2015-08-10T12:00Z", byline: "رويترز" });
  const bare = ({ id, text }: Document): Document => ({ id, text });
  const unsigned = ({ byline: _, ...one }: Document): Document => one;
  for (const strip of [(one: Document) => one, unsigned, bare])
    expect((await between(strip(x), strip(y))).from).toBeNull();
});

test("a name that both texts have is not the name of one of them", async () => {
  const text = TEXT.replace("وقال رئيس", "وذكرت صحيفة المرجانة أن العمل يستمر. وقال رئيس");
  const x = paper("x", { source: "صحيفة المرجانة", text });
  expect((await between(x, paper("y", { text }))).from).toBeNull();
  const named = await between({ ...x, text: TEXT }, paper("y", { text }));
  expect(named.from).toBe("x");
});

test("swapped times turn what rests on them, and are a conflict with what words say", async () => {
  const cases: [Partial<Document>, Partial<Document>, string | null][] = [
    [{}, {}, null],
    [{ source: "رويترز" }, {}, "x"],
    [{ source: "رويترز" }, { byline: "رويترز" }, "x"],
    [{ title: "عام / حديقة على ضفة النهر" }, {}, null],
  ];
  for (const [x, y, from] of cases) {
    const judged = (p: string, q: string) =>
      between(paper("x", { ...x, published: p }), paper("y", { ...y, published: q }));
    const [early, late] = ["2015-08-10T09:00Z", "2015-08-10T12:00Z"];
    expect((await judged(early, late)).from).toBe(from);
    expect((await judged(late, early)).from).toBeNull();
  }
});

test("a third document behind both leaves the times of the two nothing to say", async () => {
  const documents = [
    paper("item", { source: "رويترز", published: "2015-08-10T08:00Z" }),
    paper("x", { published: "2015-08-10T09:00Z" }),
    paper("y", { published: "2015-08-10T12:00Z" }),
  ];
  const found = await lineageOfTexts(documents);
  expect(directionBetween(found, "item", "x").from).toBe("item");
  expect(directionBetween(found, "item", "y").from).toBe("item");
  const siblings = directionBetween(found, "x", "y");
  expect(siblings.from).toBeNull();
  expect(siblings.missing).toEqual([MISSING.third, MISSING.credit]);
});

test("a rare change that two share against the item behind both is listed with its places", async () => {
  const changed = TEXT.replace("أربعين شجرة", "سبعين نخلة");
  const documents = [
    paper("item", { source: "رويترز", published: "2015-08-10T08:00Z" }),
    paper("x", { text: changed, byline: "رويترز", published: "2015-08-10T09:00Z" }),
    paper("y", { text: changed, published: "2015-08-10T12:00Z" }),
  ];
  const matches = await matchesOf(documents);
  const direction = directionBetween(lineageWith(documents, matches), "x", "y");
  expect(direction.from).toBe("x");
  const clue = direction.evidence.find(({ rule }) => rule === "inherited-reading")!;
  const places = clue.at.map(({ document, start, end }) =>
    documents.find(({ id }) => id === document)!.text.slice(start, end),
  );
  expect(places[0]).toMatch(/أربعين|شجرة/u);
  expect(places[1]).toBe(places[2]);
  expect(places[1]).toMatch(/سبعين|نخلة/u);
  // What many have is nobody's slip.
  const common = lineageWith(documents, matches, { documentsWith: () => 40 });
  expect(rulesOf(directionBetween(common, "x", "y"))).not.toContain("inherited-reading");
});

test("of two takes of one house a copy is from the one whose words it has", async () => {
  const update = TEXT.replace("أربعين شجرة ليمون", "ستين شجرة ليمون");
  const documents = [
    paper("take-1", { source: "رويترز", published: "2015-08-10T08:00Z" }),
    paper("take-2", { source: "رويترز", text: update, published: "2015-08-10T10:00Z" }),
    paper("early", { published: "2015-08-10T12:00Z" }),
    paper("late", { text: update, published: "2015-08-10T12:00Z" }),
    paper("part", { text: PARAGRAPHS.slice(1).join("\n"), published: "2015-08-10T12:00Z" }),
  ];
  const found = await lineageOfTexts(documents);
  expect(directionBetween(found, "take-1", "early").from).toBe("take-1");
  expect(directionBetween(found, "take-2", "early").from).toBeNull();
  expect(directionBetween(found, "take-2", "late").from).toBe("take-2");
  expect(directionBetween(found, "take-2", "part").from).toBeNull();
  const edges = found.lineage.stories[0]!.edges.filter(({ to }) => to === "late" || to === "early");
  expect(edges.map(({ from, to }) => [("document" in from && from.document) || "", to])).toEqual([
    ["take-1", "early"],
    ["take-2", "late"],
  ]);
});

test("every rule has its sentence, and markup in a field stays data", async () => {
  for (const { sentence } of Object.values(EVIDENCE_RULES)) expect(sentence).toMatch(/\{\w+\}/u);
  const evil = '<img src=x onerror="alert(1)">';
  const x = paper(evil, { source: evil, title: evil, byline: `${evil} رويترز`, published: evil, url: evil });
  const y = paper("y", { byline: evil });
  const { directions, lineage } = await lineageOfTexts([x, y]);
  expect(directions).toHaveLength(1);
  expect(lineage.stories[0]!.documents).toContain(evil);
});
