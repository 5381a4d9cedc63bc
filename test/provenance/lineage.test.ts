import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createEngine, type Decisions, type Document, UsageError } from "../../src/index.js";
import { digestOf } from "../../src/provenance/lineage/digest.js";
import { parseDecisions } from "../../src/provenance/lineage/index.js";
import {
  directionBetween,
  lineageOfTexts,
  lineageWith,
  matchesOf,
  PARAGRAPHS,
  TEXT,
} from "./lineage-support.js";

const paper = (id: string, more: Partial<Document> = {}): Document => ({
  id,
  text: TEXT,
  source: `صحيفة ${id}`,
  ...more,
});

describe("unseen sources", () => {
  test("words told to an agency are in its item, those told to a channel in that channel's", async () => {
    const told = async (whom: string) => {
      const text = `${TEXT}\nوقال المهندس ${whom} إن العمل يستمر.`;
      const { lineage } = await lineageOfTexts([paper("x", { text }), paper("y", { text })]);
      return lineage.stories[0]!.unseen.map(({ type, name }) => [type, name]);
    };
    expect(await told("لرويترز")).toEqual([["carrier", "Reuters"]]);
    expect(await told("لقناة العربية")).toEqual([["outlet", "Al Arabiya"]]);
  });

  test("papers that name an agency of which nothing is here go back to its item", async () => {
    const papers = [
      paper("x", { byline: "المرجانة - رويترز" }),
      paper("y", { byline: "رويترز" }),
      paper("z"),
    ];
    const { lineage } = await lineageOfTexts(papers);
    const [story] = lineage.stories;
    expect(story!.unseen).toHaveLength(1);
    const [unseen] = story!.unseen;
    expect(unseen).toMatchObject({ type: "carrier", name: "Reuters", documents: ["x", "y", "z"] });
    expect(unseen!.basis.map(({ document, field, start, end }) => [document, field, start, end])).toEqual([
      ["x", "byline", 11, 17],
      ["y", "byline", 0, 6],
    ]);
    expect(story!.independentOrigins).toBe(1);
    expect(story!.edges.map(({ to, certainty }) => [to, certainty])).toEqual([
      ["x", "sure"],
      ["y", "sure"],
      ["z", "likely"],
    ]);
    expect(story!.groups[0]!.tree.map(({ from }) => from)).toEqual(
      papers.map(() => ({ unseen: unseen!.id })),
    );

    // With the item here, that is what they go back to.
    const item = { id: "item", text: TEXT, source: "رويترز" };
    const back = await lineageOfTexts([...papers, item]);
    expect(back.lineage.stories[0]!.unseen).toEqual([]);
    // That nobody is named beside the same words leaves it open from where they are.
    expect(back.lineage.stories[0]!.edges.map(({ from, to }) => [from, to])).toEqual([
      [{ document: "item" }, "x"],
      [{ document: "item" }, "y"],
    ]);
  });

  test("three that agree with one another against each go back to something that is not here", async () => {
    const [first, second, third, fourth] = PARAGRAPHS;
    const papers = [
      paper("x", { text: [first.replace("شجرة ليمون", "غرسة برتقال"), second, third, fourth].join("\n") }),
      paper("y", { text: [first, second.replace("مقاعد للزوار", "سياجا حجريا"), third, fourth].join("\n") }),
      paper("z", { text: [first, second, third.replace("مكتبة خشبية", "خزانة كتب"), fourth].join("\n") }),
    ];
    const { lineage } = await lineageOfTexts(papers);
    const [story] = lineage.stories;
    expect(story!.unseen).toMatchObject([{ type: "unknown", name: null, documents: ["x", "y", "z"] }]);
    expect(story!.edges.map(({ certainty }) => certainty)).toEqual(["likely", "likely", "likely"]);
    // Figures, names and function words are put in anew by anyone.
    const mended = [
      paper("x", { text: [first.replace("أربعين", "خمسين"), second, third, fourth].join("\n") }),
      paper("y", { text: [first, second.replace("سمير", "نبيل"), third, fourth].join("\n") }),
      paper("z", { text: [first, second, third.replace("قبل", "مع"), fourth].join("\n") }),
    ];
    expect((await lineageOfTexts(mended)).lineage.stories[0]!.unseen).toEqual([]);
    // Two say nothing of a third.
    const two = await lineageOfTexts(papers.slice(0, 2));
    expect(two.lineage.stories[0]!.unseen).toEqual([]);
    expect(two.lineage.stories[0]!.independentOrigins).toBe(1);
  });
});

test("a roundup has each of its parts from where that came from", async () => {
  const other =
    "أعلنت جمعية الصيادين في المرفأ القديم أن سفينة الأبحاث عادت من رحلتها الطويلة محملة بخرائط جديدة للشعاب، وأن البحارة شاهدوا قطيعا من السلاحف قرب الجزيرة الصغيرة.\nوقال قبطانها إن الرحلة القادمة ستبدأ مع أول الشتاء وتشارك فيها طالبات من ثلاث مدارس.";
  const documents = [
    paper("one", { source: "رويترز", published: "2015-08-10T08:00Z" }),
    paper("two", { source: "سانا", text: other, published: "2015-08-10T09:00Z" }),
    paper("roundup", { text: `${TEXT}\n${other}`, published: "2015-08-11T09:00Z" }),
  ];
  const { lineage } = await lineageOfTexts(documents);
  const edges = lineage.stories[0]!.edges;
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    [{ document: "one" }, "roundup"],
    [{ document: "two" }, "roundup"],
  ]);
  const [one, two] = edges;
  expect(one!.share + two!.share).toBeGreaterThan(0.9);
  expect(one!.share + two!.share).toBeLessThanOrEqual(1);
  expect(lineage.stories[0]!.independentOrigins).toBe(2);
});

describe("a person's decisions", () => {
  const documents = [
    paper("item", { source: "رويترز" }),
    paper("x", { published: "2015-08-10T09:00Z" }),
    paper("y", { published: "2015-08-10T12:00Z" }),
  ];
  const decisions = (some: Partial<Decisions>): Decisions => ({
    confirmed: [],
    rejected: [],
    times: [],
    ...some,
  });

  test("confirm, reject and mend times, and are shown as a person's", async () => {
    const matches = await matchesOf(documents);
    const confirmed = lineageWith(documents, matches, {
      decisions: decisions({ confirmed: [{ from: "y", to: "item" }] }),
    });
    expect(directionBetween(confirmed, "item", "y")).toMatchObject({
      from: "y",
      by: "person",
      confidence: 1,
    });
    // A round is opened at what is least certain, never at a person's word.
    const cyclic = lineageWith(documents, matches, {
      decisions: decisions({
        confirmed: [
          { from: "y", to: "item" },
          { from: "x", to: "y" },
        ],
      }),
    });
    expect(directionBetween(cyclic, "item", "x").from).toBeNull();
    const rejected = lineageWith(documents, matches, {
      decisions: decisions({ rejected: [{ from: "item", to: "y" }] }),
    });
    expect(directionBetween(rejected, "item", "y")).toMatchObject({ from: null, by: "person" });
    const times = (published: string) =>
      lineageWith(documents, matches, { decisions: decisions({ times: [{ document: "item", published }] }) });
    expect(directionBetween(times("2015-08-10T08:00Z"), "item", "y").from).toBe("item");
    expect(directionBetween(times("2015-08-11T08:00Z"), "item", "y").from).toBeNull();
    expect(times("2015-08-11T08:00Z").times.get("item")!.basis).toBe("decision");
  });

  test("bind what shares nothing, and are refused for documents that are not here", async () => {
    const stranger = { id: "stranger", text: "لا صلة لهذا السطر القصير بما سبقه من كلام عن الحدائق." };
    const engine = await createEngine();
    for (const document of [...documents, stranger]) engine.add(document);
    const bound = await engine.lineage({
      decisions: decisions({ confirmed: [{ from: "x", to: "stranger" }] }),
    });
    expect(bound.stories[0]!.edges).toContainEqual(
      expect.objectContaining({ from: { document: "x" }, to: "stranger", by: "person", share: 0 }),
    );
    await expect(
      engine.lineage({ decisions: decisions({ rejected: [{ from: "x", to: "nobody" }] }) }),
    ).rejects.toThrow(/"nobody"/u);
    await expect(engine.lineage({ now: "soon" })).rejects.toThrow(/now is "soon"/u);
  });

  test("are read from JSON lines, the last word on a pair standing", () => {
    const text = [
      '\ufeff{"version": 1}',
      '{"confirm": {"from": "a", "to": "b"}}',
      "",
      '{"reject": {"from": "a", "to": "b"}}',
      '{"confirm": {"from": "d", "to": "c"}}',
      '{"confirm": {"from": "c", "to": "d"}}',
      '{"time": {"document": "a", "published": "2015-08-10"}}',
      '{"time": {"document": "a", "published": "2015-08-11T12:56+03:00"}}',
    ].join("\r\n");
    expect(parseDecisions(text)).toEqual({
      confirmed: [{ from: "c", to: "d" }],
      rejected: [{ from: "a", to: "b" }],
      times: [{ document: "a", published: "2015-08-11T12:56+03:00" }],
    });
    expect(parseDecisions("")).toEqual({ confirmed: [], rejected: [], times: [] });
  });

  test.each([
    ['{"confirm": {"from": "a", "to": "b"}}', /line 1: .*"version": 1/u],
    ['{"version": 2}', /line 1: .*"version": 1/u],
    ['{"version": 1}\n{"confirm": {"from": "a"}}', /line 2: .*expected \{"confirm"/u],
    ['{"version": 1}\n{"confirm": {"from": "a", "to": "a"}}', /line 2: from and to are both "a"/u],
    ['{"version": 1}\n{"confirm": {"from": "a", "to": "b"}, "reject": {}}', /line 2/u],
    [
      '{"version": 1}\n{"time": {"document": "a", "published": "10/08/2015"}}',
      /line 2: published is 10\/08\/2015/u,
    ],
    ['{"version": 1}\n[1]', /line 2/u],
    ['{"version": 1}\nnot JSON', /line 2: not JSON is no JSON/u],
  ])("refuses %s", (text, message) => {
    expect(() => parseDecisions(text, "decisions.jsonl")).toThrow(UsageError);
    expect(() => parseDecisions(text, "decisions.jsonl")).toThrow(message);
  });
});

test("of many identical texts each that is signed hangs on the agency's item, whichever was read first", async () => {
  const engine = await createEngine();
  const papers = Array.from({ length: 20 }, (_, at) =>
    paper(`paper-${String(at).padStart(2, "0")}`, at % 2 === 0 ? { byline: "رويترز" } : {}),
  );
  for (const document of [...papers, { id: "wire", text: TEXT, source: "رويترز" }]) engine.add(document);
  const { stories, creditChecks } = await engine.lineage();
  expect(stories[0]!.edges.map(({ from, to }) => [from, to])).toEqual(
    papers.filter(({ byline }) => byline !== undefined).map(({ id }) => [{ document: "wire" }, id]),
  );
  expect(stories[0]!.independentOrigins).toBe(1);
  // Of whom nothing shows whom they took from nobody says that they left a credit out.
  const count = (wanted: string) => creditChecks.filter(({ status }) => status === wanted).length;
  expect([count("matched"), count("uncredited")]).toEqual([10, 0]);
});

test("names of unseen sources are digests that other programs can make", () => {
  expect(digestOf(["carrier", "Reuters", "x", "y"])).toBe("8de217c4580c7e25");
  expect(digestOf(["y", "x", "Reuters", "carrier"])).toBe("8de217c4580c7e25");
});

const ARTICLES = fileURLToPath(
  new URL("../../../shared/corpora/saudinewsnet/articles.jsonl.gz", import.meta.url),
);

test("an agency's item sent at 12:56 is never the copy of a page dated 18:37", async ({ skip }) => {
  if (!existsSync(ARTICLES)) {
    console.log(`skipped: no ${ARTICLES}`);
    skip();
  }
  const wanted = new Set(["sn29223", "sn28809"]);
  const documents: Document[] = [];
  const input = createReadStream(ARTICLES).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    const {
      id,
      source,
      url,
      date_extracted: at,
      title,
      author,
      content,
    } = JSON.parse(line) as Record<string, string>;
    if (!wanted.has(id!)) continue;
    documents.push({
      id: id!,
      text: content!,
      source: source!,
      url: url!,
      captured: at!,
      title: title!,
      byline: author ?? "",
    });
    if (documents.length === wanted.size) break;
  }
  input.destroy();
  // Neither names the other, and a university's announcement may have come to both.
  const direction = directionBetween(await lineageOfTexts(documents), "sn29223", "sn28809");
  expect(direction.from).toBeNull();
  // Crawl times as times of publication turn nothing round either.
  const dated = documents.map((document) => ({ ...document, published: document.captured! }));
  expect(directionBetween(await lineageOfTexts(dated), "sn29223", "sn28809").from).toBeNull();
});
