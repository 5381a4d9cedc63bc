/** `isnad index …` and `--index` as input, over an index on disk. */
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { isnad } from "../cli/support.js";
import { run } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const LEAD =
  "The council of Riverton opened the new covered market on Saturday with forty stalls along the old canal.";
const SECOND =
  "Mayor Ellen Brook said that it will stay open every day until sunset through the whole of the summer.";
const OTHER =
  "The weather service expects light rain over the northern hills on Sunday evening and a dry Monday.";
const ITEMS = [
  {
    id: "wire",
    title: "A new market",
    source: "Agency",
    published: "2024-05-04T09:00Z",
    text: `${LEAD}\n${SECOND}`,
  },
  {
    id: "copy",
    title: "Market opens",
    source: "Herald",
    published: "2024-05-05",
    text: `${LEAD}\n${SECOND}`,
  },
  { id: "rain", title: "Light rain", source: "Agency", published: "2024-05-04", text: OTHER },
];

const seen = at("seen");
const input = at("items.jsonl");
const records = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  writeFileSync(input, ITEMS.map((item) => `${JSON.stringify(item)}\n`).join(""));
  const { code, out, err } = await isnad(["index", "add", seen, input]);
  expect({ code, out }).toEqual({ code: 0, out: "" });
  expect(err).toMatch(new RegExp(`^index made in ${seen}$`, "m"));
  expect(err).toMatch(/^3 items, .* 2 new, 1 duplicate · 3 documents kept$/m);
});

describe("isnad index", () => {
  it("check answers without storing", async () => {
    const asked = at("asked.jsonl");
    writeFileSync(
      asked,
      `${JSON.stringify({ id: "late", text: `${LEAD}\n${SECOND}` })}\n{"id":"x","text":"Nothing."}\n`,
    );
    const told = await isnad(["index", "check", seen, asked]);
    expect(told.code).toBe(0);
    expect(told.out).toMatch(
      /^duplicate 0\.\d\d .*late.* ← .*wire|copy.*100 % of it, 100 % of the kept one/m,
    );
    expect(told.out).toMatch(/^new {12}.*x/m);
    const json = records((await isnad(["index", "check", "--json", seen, asked])).out);
    expect(json).toMatchObject([
      { id: "late", verdict: "duplicate" },
      { id: "x", verdict: "new", of: null },
    ]);
    expect(records((await isnad(["index", "list", "--json", seen])).out)).toHaveLength(3);
  });

  it("list and show give what is kept", async () => {
    const listed = records((await isnad(["index", "list", "--json", seen])).out);
    expect(listed.map(({ id }) => id)).toEqual(["wire", "copy", "rain"]);
    expect(listed[0]).not.toHaveProperty("text");
    expect((await isnad(["index", "list", "--no-isolates", seen])).out).toMatch(
      /^Light rain {2}Agency · 2024-05-04 · rain$/m,
    );
    expect(records((await isnad(["index", "show", "--json", seen, "rain"])).out)[0]).toEqual(ITEMS[2]);
    const shown = (await isnad(["index", "show", "--no-isolates", seen, "rain"])).out;
    expect(shown).toMatch(
      /^Light rain\n\nid {9}rain\nsource {5}Agency\npublished {2}2024-05-04\n\nThe weather service/,
    );
    expect(await isnad(["index", "show", seen, "none"])).toMatchObject({
      code: 1,
      err: `isnad: none: no document of this id in ${seen}\n`,
    });
  });

  it("stats counts", async () => {
    const [stats] = records((await isnad(["index", "stats", "--json", seen])).out);
    expect(stats).toMatchObject({ documents: 3, answers: 3, lastSequence: 3, keepText: true });
    const { out } = await isnad(["index", "stats", seen]);
    expect(out).toMatch(/^documents +3 \(with texts\)$/m);
    expect(out).toMatch(/^file +\d/m);
  });

  it("verify finds a sound index sound, in a process of its own", async () => {
    expect(await run(["index", "verify", seen])).toMatchObject({
      code: 0,
      out: "3 documents checked · sound\n",
      err: "",
    });
  });

  it("export and import carry everything over, also to an index without texts", async () => {
    const file = at("export.jsonl");
    expect(await isnad(["index", "export", seen, "-o", file])).toMatchObject({
      code: 0,
      err: "3 documents exported\n",
    });
    const copy = at("copy");
    expect((await isnad(["index", "import", copy, file, "--quiet"])).code).toBe(0);
    expect((await isnad(["index", "export", copy])).out).toBe(readFileSync(file, "utf8"));
    const small = at("small");
    expect(await isnad(["index", "import", "--json", "--no-text", small, file])).toMatchObject({
      code: 0,
      out: '{"documents":3}\n',
    });
    expect(records((await isnad(["index", "show", "--json", small, "rain"])).out)[0]).toMatchObject({
      text: "",
    });
    expect(await isnad(["pairs", "--index", small])).toMatchObject({
      code: 2,
      err: `isnad: index ${small} keeps no texts: there is nothing to compare\n`,
    });
    await isnad(["index", "export", small, "-o", file, "--quiet"]);
    expect(await isnad(["index", "import", at("none"), file, "--quiet"])).toMatchObject({
      code: 2,
      err: "isnad: export is of an index that keeps no texts; an index can only be made again from texts\n",
    });
    expect(await isnad(["index", "import", copy, file])).toMatchObject({
      code: 2,
      err: `isnad: ${copy}: found answers in it, expected an empty index to import into\n`,
    });
    writeFileSync(file, '{"kind":"document"}\n');
    expect((await isnad(["index", "import", at("none"), file])).err).toContain(
      "expected a JSON line of kind",
    );
    writeFileSync(file, "{}\n");
    expect((await isnad(["index", "import", at("none"), file])).err).toMatch(
      /export .*export\.jsonl:1: found "\{\}", expected a JSON line of kind index, document, answer/,
    );
  });

  it("remove, expire and compact let documents go, and say what was not there", async () => {
    const dir = at("shrinking");
    await isnad(["index", "add", dir, input, "--quiet"]);
    const { code, out, err } = await isnad(["index", "remove", "--json", dir, "rain", "none"]);
    expect(code).toBe(1);
    expect(records(out)).toEqual([
      { id: "rain", removed: true },
      { id: "none", removed: false },
    ]);
    expect(err).toBe(`isnad: none: no document of this id in ${dir}\n`);
    expect(await isnad(["index", "expire", dir])).toMatchObject({ code: 2 });
    expect((await isnad(["index", "expire", "--json", "--older-than", "1d", dir])).out).toBe(
      '{"expired":0,"documents":2}\n',
    );
    expect((await isnad(["index", "expire", "--json", "--max-documents", "1", dir])).out).toBe(
      '{"expired":1,"documents":1}\n',
    );
    expect(records((await isnad(["index", "list", "--json", dir])).out).map(({ id }) => id)).toEqual([
      "copy",
    ]);
    const told = await isnad(["index", "remove", dir, "copy"]);
    expect(told).toMatchObject({ code: 0, out: "1 document removed\n", err: "" });
    await isnad(["index", "add", dir, input, "--quiet"]);
    expect(await isnad(["index", "expire", "--max-documents", "2", dir])).toMatchObject({
      out: "1 document forgotten, 2 documents kept\n",
      err: "",
    });
    expect(await isnad(["index", "compact", dir])).toMatchObject({
      // More commits, of a busy machine, make a larger file.
      out: expect.stringMatching(/^[\d.]+ [kM]B before, [\d.]+ [kM]B after\n$/),
      err: "",
    });
    expect(await isnad(["index", "compact", "--quiet", dir])).toMatchObject({ out: "", err: "" });
    const [sizes] = records((await isnad(["index", "compact", "--json", dir])).out);
    expect(sizes).toEqual({ before: expect.any(Number), after: expect.any(Number) });
    expect((await run(["index", "verify", dir])).code).toBe(0);
  });
});

describe("--index as input", () => {
  it("of pairs and cluster equals the file that filled it, alone or together with inputs", async () => {
    for (const command of [
      ["pairs", "--json"],
      ["cluster", "--json"],
    ]) {
      const fromFile = await isnad([...command, input, "--quiet"]);
      const fromIndex = await isnad([...command, "--index", seen, "--quiet"]);
      expect(fromIndex).toEqual(fromFile);
      expect(fromIndex.out).not.toBe("");
      expect((await isnad([...command, "--index", seen, input, "--quiet"])).out).toBe(fromFile.out);
    }
  });

  it("of compare and find names documents by their ids", async () => {
    const compared = await isnad(["compare", "wire", "copy", "--json", "--index", seen, "--quiet"]);
    expect(JSON.parse(compared.out)).toMatchObject({ a: "copy", b: "wire", verdict: "copy" });
    const found = await isnad(["find", "a dry Monday", "--json", "--index", seen, "--quiet"]);
    expect(JSON.parse(found.out)).toMatchObject({ id: "rain", form: "exact" });
  });
});

describe("isnad dedup --index", () => {
  it("remembers between runs, replays what is sent again, and makes room", async () => {
    const dir = at("remembering");
    const first = await isnad(["dedup", "--index", dir, input]);
    expect(first.err).toMatch(/^3 items, .* 2 new, 1 duplicate · 1 held back · 2 documents kept in /m);
    const again = await isnad(["dedup", "--index", dir, input]);
    expect(again.out).toBe(first.out);
    expect(again.err).toMatch(/ · 3 answered before · 2 documents kept in /);
    const held = (await isnad(["index", "show", dir, "copy"])).err;
    const why =
      /an item of this id was answered at \d{4}-\S+Z \(number 2\): duplicate of wire, and not kept$/m;
    expect(held).toMatch(why);
    expect(held).toMatch(/^isnad: copy: no document of this id in /);
    expect((await isnad(["trace", "copy", "--index", dir])).err).toMatch(why);
    expect((await isnad(["index", "remove", dir, "copy"])).err).toMatch(why);
    const other = at("other.jsonl");
    writeFileSync(other, `${JSON.stringify({ id: "third", text: `${LEAD}\n${SECOND}` })}\n`);
    expect((await isnad(["dedup", "--index", dir, other])).out).toBe("");
    const limited = await isnad(["dedup", "--index", dir, "--max-documents", "1", "--json-lines", other]);
    expect(limited.code).toBe(2);
  });
});
