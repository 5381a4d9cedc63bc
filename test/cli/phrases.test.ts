import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Phrase } from "../../src/model/index.js";
import { isnad } from "./support.js";

const OPENED = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SAID = "ستبقى السوق مفتوحة للزوار كل يوم حتى أذان المغرب طوال فصل الصيف، ولن ندفع رسوما للحراس";
const POTTERS = "ويعرض في السوق أربعون خزافا من قرى الجبل جرارا وأطباقا ومصابيح صنعت كلها من طين النهر نفسه";
const RAIN =
  "أعلنت مصلحة الأرصاد أن أمطارا خفيفة ستهطل على المرتفعات الشمالية مساء الأحد وتتوقف فجر اليوم التالي";

const ARTICLES = [
  {
    id: "wire",
    source: "وكالة الزهور",
    published: "2024-05-04T09:00Z",
    text: `${OPENED}.\nوقال رئيس البلدية سامي النجار: «${SAID}».\n${POTTERS}.`,
  },
  {
    id: "bank",
    source: "صحيفة الضفة",
    published: "2024-05-05T10:00Z",
    text: `${OPENED.replace("أربعين", "خمسين")}.\nوقال رئيس البلدية سامي النجار: «${SAID}».\n${POTTERS}.`,
  },
  {
    id: "bank-again",
    source: "صحيفة الضفة",
    published: "2024-05-06T10:00Z",
    text: `${POTTERS}.\n${OPENED.replace("أربعين", "خمسين")}.`,
  },
  {
    id: "valley",
    source: "أخبار الوادي",
    published: "2024-05-07T10:00Z",
    text: `${OPENED}.\n${POTTERS}.\n${RAIN}.`,
  },
  { id: "rain", source: "وكالة الزهور", published: "2024-05-04T07:00Z", text: `${RAIN}.` },
];

let folder: string;
let input: string;
const at = (name: string): string => join(folder, name);
const lines = (articles: readonly object[]): string => articles.map((one) => JSON.stringify(one)).join("\n");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-phrases-"));
  input = at("articles.jsonl");
  writeFileSync(input, lines(ARTICLES));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function phrases(...args: string[]): Promise<Phrase[]> {
  const { code, out, err } = await isnad(["phrases", "--json", ...args]);
  expect(code, err).toBe(0);
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Phrase);
}
const textOf = (id: string): string => ARTICLES.find((article) => article.id === id)!.text;
const withWords = (found: readonly Phrase[], words: string): Phrase =>
  found.find(({ text }) => text.includes(words))!;
const ids = ({ holders }: Phrase): string[] => holders.map(({ document }) => document);

describe("isnad phrases", () => {
  it("gives each shared sentence once, with every holder, its place and what was changed", async () => {
    const found = await phrases(input);
    const opened = found.filter(({ text }) => text.includes("ضفة النهر القديم"));
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ outlets: 3, quoted: false, formula: false, first: "wire" });
    expect(ids(opened[0]!)).toEqual(["wire", "bank", "bank-again", "valley"]);
    expect(opened[0]!.text).toBe(OPENED);
    expect(opened[0]!.wordings).toEqual([
      { text: OPENED, share: 1, changes: [] },
      {
        text: OPENED.replace("أربعين", "خمسين"),
        share: 15 / 16,
        changes: [{ from: "أربعين", to: "خمسين" }],
      },
    ]);
    for (const { document, start, end, wording } of opened[0]!.holders)
      expect(textOf(document).slice(start, end)).toBe(opened[0]!.wordings[wording]!.text);
    expect(opened[0]!.holders.map(({ wording }) => wording)).toEqual([0, 1, 1, 0]);
  });

  it("says which words are quoted, and who says them", async () => {
    const said = withWords(await phrases(input), "أذان المغرب");
    expect(ids(said)).toEqual(["wire", "bank"]);
    expect(said.quoted).toBe(true);
    for (const holder of said.holders) {
      expect(holder.quoted).toBe(true);
      expect(holder.speaker).toContain("سامي النجار");
    }
  });

  it("has lines as their schema has them, the heaviest first, over the corpus too", async () => {
    const schema = JSON.parse(readFileSync("src/report/phrases.schema.json", "utf8")) as object;
    const valid = new Ajv2020().compile(schema);
    for (const file of [input, "corpus/articles.jsonl"]) {
      const found = await phrases(file);
      expect(found.length).toBeGreaterThan(2);
      for (const phrase of found) expect(valid(phrase), JSON.stringify(valid.errors)).toBe(true);
      const weights = found.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((x, y) => y - x));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const { outlets, holders } of found) {
        expect(new Set(holders.map(({ document }) => document)).size).toBe(holders.length);
        expect(outlets).toBeLessThanOrEqual(holders.length);
      }
    }
  });

  it("knows formulae of the corpus, which weigh a tenth of other wording", async () => {
    const found = await phrases("corpus/articles.jsonl");
    const formulae = found.filter(({ formula }) => formula);
    expect(formulae.length).toBeGreaterThan(0);
    for (const { spread, weight, words, outlets } of formulae) {
      expect(spread!.groups).toBeGreaterThan(1);
      expect(weight).toBeCloseTo(0.1 * Math.min(words, 60) * outlets);
    }
  });

  it("gives the same bytes whatever the order of documents and the number of workers", async () => {
    writeFileSync(at("turned.jsonl"), lines(ARTICLES.toReversed()));
    const [first, turned, more] = await Promise.all([
      isnad(["phrases", "--json", "--workers", "1", input]),
      isnad(["phrases", "--json", "--workers", "1", at("turned.jsonl")]),
      isnad(["phrases", "--json", "--workers", "3", input]),
    ]);
    expect(first.out).not.toBe("");
    expect(turned.out).toBe(first.out);
    expect(more.out).toBe(first.out);
  });

  it("leaves out what too few outlets have, and what nothing published since then has", async () => {
    const three = await phrases("--min-outlets", "3", input);
    expect(three.map(ids)).toEqual([
      ["wire", "bank", "bank-again", "valley"],
      ["wire", "bank", "bank-again", "valley"],
    ]);
    const since = await phrases("--since", "2024-05-06", input);
    expect(withWords(since, "ضفة النهر")).toBeDefined();
    expect(withWords(since, "أذان المغرب")).toBeUndefined();
    expect(await phrases("--since", "2030", input)).toEqual([]);
  });

  it("does not say who was first where no time is known, or of one alone", async () => {
    const undated = ARTICLES.map(({ published, ...article }) =>
      article.id === "wire" ? { ...article, published } : article,
    );
    writeFileSync(at("undated.jsonl"), lines(undated));
    const found = await phrases(at("undated.jsonl"));
    expect(found.length).toBeGreaterThan(2);
    for (const { first } of found) expect(first).toBeNull();
  });

  it("writes for people, and says what it did not print", async () => {
    const { code, out, err } = await isnad(["phrases", "--no-isolates", "--limit", "2", input]);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. \d outlets/);
    expect(out).toContain("first, of those dated: wire");
    expect(out).toContain("changed: «أربعين» → «خمسين»");
    expect(out).not.toMatch(/^3\. /m);
    expect(err).toMatch(/ · \d phrases · \d not printed \(--limit\)$/m);
  });

  it("reads an index", async () => {
    expect((await isnad(["index", "add", at("kept"), input])).code).toBe(0);
    expect(await phrases("--index", at("kept"))).toEqual(await phrases(input));
  });

  it("refuses what it cannot understand, in one line", async () => {
    for (const [args, message] of [
      [["--min-outlets", "1", input], /--min-outlets.*'1'.*whole number from 2/],
      [["--since", "yesterday", input], /--since "yesterday": expected a time such as 2015-08-10/],
      [["--limit", "0", input], /--limit.*'0'.*whole number from 1/],
      [[], /missing required argument 'input', or option '--index <dir>'/],
    ] as const) {
      const { code, out, err } = await isnad(["phrases", ...args]);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toMatch(message);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
});
