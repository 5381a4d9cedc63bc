import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createEngine, type Engine } from "../../src/index.js";
import { articles, engineOf, jsonLines, matchesOf, shuffled, temporaryFolder } from "./support.js";

const file = temporaryFolder();

/** Everything an engine says, as it would be printed. */
async function printed(engine: Engine): Promise<string> {
  const partial = await matchesOf(engine);
  const related = await matchesOf(engine, { minVerdict: "same-news" });
  const expanded = await matchesOf(engine, { expand: true });
  const longest = await engine.clusters();
  const earliest = await engine.clusters({ canonical: "earliest" });
  return JSON.stringify([engine.ids(), partial, related, expanded, longest, earliest]);
}

// Ids and URLs that come back, texts that come back, documents without a date.
// Presentation forms are mended where a file is read, and taken as they are where a document is added.
const news = articles().filter(({ text }) => text !== "" && !/[\ufb50-\ufdff\ufe70-\ufefc]/u.test(text));
const documents = [
  ...news.map((document, at) => {
    if (at % 11 !== 0) return document;
    const { published, ...undated } = document;
    return undated;
  }),
  ...news.slice(0, 40).map((document, at) => ({
    ...document,
    id: at % 3 === 0 ? document.id : `${document.id}-again`,
    url:
      at % 2 === 0 ? `https://elsewhere.example/${at}` : (document.url ?? `https://elsewhere.example/${at}`),
    text: at % 4 === 0 ? `${document.text} وانتهى البيان.` : document.text,
  })),
];

describe("what an engine says does not depend on", async () => {
  const expected = await printed(await engineOf(documents));

  test("the order of the documents", async () => {
    for (const seed of [1, 2])
      expect(await printed(await engineOf(shuffled(documents, seed)))).toBe(expected);
  });

  test("whether they come at once or in batches, with questions in between", async () => {
    const engine = await engineOf(documents.slice(0, 70));
    await matchesOf(engine);
    await engine.clusters();
    for (const document of documents.slice(70)) engine.add(document);
    expect(await printed(engine)).toBe(expected);
  });

  test("how they are laid out in files, and in which order the files are named", async () => {
    const halves = [documents.filter((_, at) => at % 2 === 0), documents.filter((_, at) => at % 2 === 1)];
    const names = halves.map((half, at) => {
      writeFileSync(file(`${at}.jsonl`), jsonLines(half));
      return file(`${at}.jsonl`);
    });
    writeFileSync(file("all.json"), JSON.stringify(shuffled(documents, 3)));
    for (const inputs of [names, names.toReversed(), [file("all.json")]]) {
      const engine = await createEngine();
      const read = await engine.read(inputs);
      expect(read.skipped).toEqual([]);
      expect(read.documents).toBe(documents.length);
      expect(await printed(engine)).toBe(expected);
    }
  });

  test("whether half of them is read and half of them added", async () => {
    const engine = await engineOf(documents.slice(0, 100));
    writeFileSync(file("rest.jsonl"), jsonLines(documents.slice(100)));
    await engine.read([file("rest.jsonl")]);
    expect(await printed(engine)).toBe(expected);
  });

  test("what was asked before", async () => {
    const engine = await engineOf(documents);
    const [a, b] = engine.ids() as [string, string];
    await engine.compare(a, b);
    await engine.clusters({ canonical: "first" });
    await matchesOf(engine, { minVerdict: "copy" });
    expect(await printed(engine)).toBe(expected);
  });

  test("other engines that read at the same time", async () => {
    writeFileSync(file("one.json"), JSON.stringify(documents));
    writeFileSync(file("two.json"), JSON.stringify(documents.toReversed()));
    const engines = await Promise.all(["one.json", "two.json"].map(() => createEngine()));
    await Promise.all(engines.map((engine, at) => engine.read([file(at === 0 ? "one.json" : "two.json")])));
    for (const engine of engines) expect(await printed(engine)).toBe(expected);
  });
});

test("without alignment too", async () => {
  const all = async (engine: Engine) =>
    JSON.stringify([
      await matchesOf(engine),
      await matchesOf(engine, { expand: true }),
      await engine.clusters(),
    ]);
  const expected = await all(await engineOf(documents, { copiesOnly: true }));
  expect(await all(await engineOf(shuffled(documents, 4), { copiesOnly: true }))).toBe(expected);
});

test("with `first` the canonical is the one that was read first", async () => {
  const text = documents[0]!.text;
  const engine = await engineOf([
    { id: "late", text, published: "2026-02-02" },
    { id: "early", text, published: "2026-02-01" },
  ]);
  const [first] = (await engine.clusters({ canonical: "first" })).clusters;
  expect(first).toMatchObject({ id: "early", earliest: "early", canonical: "late" });
  const [earliest] = (await engine.clusters({ canonical: "earliest" })).clusters;
  expect(earliest).toMatchObject({ canonical: "early" });
});
