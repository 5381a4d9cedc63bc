import { describe, expect, test } from "vitest";
import type { Document } from "../../src/index.js";
import type { RuleName } from "../../src/provenance/direction/rules.js";
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
      "x",
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
    ["an agency's item", { source: "رويترز" }, {}, "x", ["agency-item"]],
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
      "x",
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

  test("a later time weakens a credit and does not overturn it", async () => {
    const item = paper("x", { source: "رويترز", published: "2015-08-12T09:00Z" });
    const copy = paper("y", { byline: "رويترز", published: "2015-08-10T09:00Z" });
    const direction = await between(item, copy);
    expect(direction.from).toBe("x");
    expect(rulesOf(direction)).toContain("-earlier");
    // That it is an agency's item says nothing more then: it may have sent the words before.
    const timely = await between({ ...item, source: "صحيفة النورس" }, { ...copy, byline: "صحيفة النورس" });
    expect(direction.confidence).toBeCloseTo(timely.confidence);
  });

  test.each<[string, Partial<Document>, Partial<Document>]>([
    ["that it is an agency's item", { source: "رويترز" }, {}],
    ["the desk in its title", { title: "عام / حديقة على ضفة النهر" }, { title: "حديقة" }],
    [
      "its end of take, its desk and its agency together",
      { source: "رويترز", title: "عام / حديقة", text: `${TEXT}\n// انتهى //` },
      { title: "حديقة" },
    ],
    ["a reporter's name over the item of an agency", { source: "رويترز", byline: "سلمى الخطيب" }, {}],
    [
      "names that it has in full",
      { source: "رويترز", text: TEXT.replace("سمير الحلو", "سمير بن يوسف الحلو") },
      {},
    ],
  ])("what a document is decides nothing against the clock: %s", async (_, x, y) => {
    const late = paper("x", { ...x, published: "2026-03-26T11:00+03:00" });
    const early = paper("y", { ...y, published: "2026-01-01" });
    const direction = await between(late, early);
    expect(direction.from).not.toBe("x");
    if (direction.from !== null) return;
    expect(direction.confidence).toBeLessThan(0.75);
    expect(direction.missing).toContain(MISSING.contradiction);
    // Times that nobody can tell apart are no clock.
    const timeless = await between({ ...late, published: "" }, early);
    expect(timeless.from).toBe("x");
  });

  test("a page captured before the item was published is no copy of it, whatever both say", async () => {
    const item = paper("x", { source: "رويترز", title: "عام / حديقة", published: "2015-08-10T09:00Z" });
    const copy = (captured: string) =>
      between(item, paper("y", { byline: "رويترز", title: "حديقة", captured }));
    const early = await copy("2015-07-22T10:00:00");
    expect(early.from).toBeNull();
    expect(early.evidence.map(({ rule }) => rule)).toContain("seen-before");
    expect((await copy("2015-08-10T12:00Z")).from).toBe("x");
    // Without a zone it may be the same day.
    expect((await copy("2015-08-10T02:00:00")).from).toBe("x");
  });

  test("words that the other's kind outweighs decide nothing against the clock either", async () => {
    const x = { id: "x", text: TEXT.replace("وقال رئيس", "وقال معالي رئيس") };
    const y = { id: "y", text: `${TEXT}\n// انتهى //` };
    const timed = await between({ ...x, published: "2015-08-12" }, { ...y, published: "2015-08-10" });
    expect(rulesOf(timed)).toEqual(expect.arrayContaining(["honorifics-dropped", "-wire-end", "-earlier"]));
    expect(timed.from).not.toBe("x");
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
    expect(directionBetween(found, "x", "y").from).toBe("x");
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
    // Against an agency's item it is held up to what speaks for the agency.
    const odd = await between(paper("x", { text: before }), { id: "y", text: after, source: "رويترز" });
    expect(odd.from).not.toBe("x");
    expect(rulesOf(odd).map((name) => name.replace(/^-/u, ""))).toEqual(
      expect.arrayContaining([rule, "agency-item"]),
    );
  });
});

test("an edge on one weak clue says so", async () => {
  const x = paper("x", { published: "2015-08-10T09:00Z" });
  const y = paper("y", { published: "2015-08-10T12:00Z" });
  expect((await between(x, y)).weak).toBe(true);
  expect((await between({ ...x, source: "رويترز" }, y)).weak).toBe(false);
});

test("swapped times turn what rests on them, and nothing else", async () => {
  const cases: [Partial<Document>, Partial<Document>][] = [
    [{}, {}],
    [{ source: "رويترز" }, {}],
    [{ source: "رويترز" }, { byline: "رويترز" }],
    [{ title: "عام / حديقة على ضفة النهر" }, {}],
    [{ byline: "سلمى الخطيب" }, {}],
  ];
  for (const [x, y] of cases) {
    const judged = (p: string, q: string) =>
      between(paper("x", { ...x, published: p }), paper("y", { ...y, published: q }));
    const [early, late] = ["2015-08-10T09:00Z", "2015-08-10T12:00Z"];
    const [before, after] = [await judged(early, late), await judged(late, early)];
    const ofWords = before.evidence
      .filter(({ rule, kind }) => kind !== "time" && !EVIDENCE_RULES[rule as RuleName].ofKind)
      .reduce((sum, { weight }) => sum + weight, 0);
    expect(before.from).toBe("x");
    if (ofWords >= Math.log(3)) expect(after.from).toBe("x");
    else expect(after.from).not.toBe("x");
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
