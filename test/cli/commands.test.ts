import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cluster, Finding, Match, NewsStory } from "../../src/model/index.js";
import { isnad } from "./support.js";

const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const OTHER =
  "أعلنت مصلحة الأرصاد أن أمطارا خفيفة ستهطل على المرتفعات الشمالية مساء الأحد وتتوقف فجر اليوم التالي";

const ARTICLES = [
  {
    id: "wire",
    title: "سوق جديدة للفخار",
    source: "وكالة الزهور",
    published: "2024-05-04T09:00Z",
    text: `${LEAD}.\n${SECOND}.`,
  },
  {
    id: "copy",
    title: "الفخار يعود إلى النهر",
    source: "صحيفة الضفة",
    published: "2024-05-05",
    text: `${LEAD}.\n${SECOND}.`,
  },
  { id: "rain", title: "أمطار خفيفة", source: "وكالة الزهور", published: "2024-05-04", text: `${OTHER}.` },
];

let folder: string;
let input: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-cli-"));
  input = at("articles.jsonl");
  const lines = [...ARTICLES.map((article) => JSON.stringify(article)), "{ no JSON", '{"id":"empty"}'];
  writeFileSync(input, lines.join("\n"));
  writeFileSync(at("a.txt"), `${LEAD}.\n${SECOND}.\n`);
  writeFileSync(at("b.txt"), `${LEAD.replace("أربعين", "خمسين")}.\n${SECOND}.\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function records<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

describe("isnad cluster", () => {
  it("gives one story a line, as its schema has it, and says what was left out and what it took", async () => {
    const { code, out, err } = await isnad(["cluster", "--json", input]);
    expect(code).toBe(0);
    const [story, ...more] = records<NewsStory>(out);
    expect(more).toEqual([]);
    expect(story).toMatchObject({ id: "wire", earliest: "wire", seeAlso: [], series: false });
    expect(story!.members.map((member) => member.id).sort()).toEqual(["copy", "wire"]);
    expect(story!.members[1]).toMatchObject({ relation: "copy", to: story!.canonical, share: 1 });
    const schema = JSON.parse(readFileSync("src/report/story.schema.json", "utf8")) as object;
    const valid = new Ajv2020().compile(schema);
    expect(valid(story), JSON.stringify(valid.errors)).toBe(true);
    expect(err).toMatch(/^2 records could not be read and left out:$/m);
    expect(err).toMatch(/articles\.jsonl:4: /);
    expect(err).toMatch(/^3 documents, .* 1 story of 2 reports · 2 left out$/m);
  });

  it("keeps groups of copies with --copies-only", async () => {
    const { out, err } = await isnad(["cluster", "--json", "--copies-only", input]);
    const [cluster, ...more] = records<Cluster>(out);
    expect(more).toEqual([]);
    expect(cluster!.members.map((member) => member.id).sort()).toEqual(["copy", "wire"]);
    expect(err).toMatch(/1 cluster of 2 documents/);
  });

  it("draws a tree with isolates, and without where they are unwanted", async () => {
    const { out } = await isnad(["cluster", input]);
    expect(out).toMatch(/^1\. \u2068.*\u2069\n {3}2 reports[\s\S]*\n {3}└ copy {6}100 % {2}\u2068/);
    expect((await isnad(["cluster", "--no-isolates", input])).out).not.toMatch(/[\u2066-\u2069]/);
  });

  it("says nothing on stderr with --quiet", async () => {
    expect((await isnad(["cluster", "--quiet", input])).err).toBe("");
  });

  it("ends with 1 under --strict when something could not be read, and lists it all in --skipped", async () => {
    expect(
      await isnad(["cluster", "--quiet", "--strict", "--skipped", at("skipped.jsonl"), input]),
    ).toMatchObject({
      code: 1,
    });
    const skipped = records<{ line: number; reason: string }>(readFileSync(at("skipped.jsonl"), "utf8"));
    expect(skipped.map((one) => one.line)).toEqual([4, 5]);
    expect(await isnad(["cluster", "--strict", at("a.txt")])).toMatchObject({ code: 0 });
  });

  it("uses colours on a terminal, and none with NO_COLOR", async () => {
    const colour = String.fromCharCode(27);
    expect((await isnad(["cluster", input], { columns: 80 })).out).toContain(colour);
    expect((await isnad(["cluster", input], { columns: 80, env: { NO_COLOR: "1" } })).out).not.toContain(
      colour,
    );
    expect((await isnad(["cluster", input])).out).not.toContain(colour);
  });
});

describe("-o FILE", () => {
  it("writes the file whole, with nothing on stdout and no other file left", async () => {
    const { code, out } = await isnad(["cluster", "--json", "-o", at("out.jsonl"), input]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(records<Cluster>(readFileSync(at("out.jsonl"), "utf8"))).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("leaves an earlier file as it was when the command fails", async () => {
    writeFileSync(at("kept.jsonl"), "before");
    const { code } = await isnad(["find", "جملة ليست في أي مكان هنا", "--in", input, "-o", at("kept.jsonl")]);
    expect(code).toBe(1);
    expect(readFileSync(at("kept.jsonl"), "utf8")).toBe("before");
  });

  it("follows a link instead of replacing it", async () => {
    writeFileSync(at("target.jsonl"), "before");
    symlinkSync(at("target.jsonl"), at("link.jsonl"));
    await isnad(["cluster", "--json", "-o", at("link.jsonl"), input]);
    expect(records<Cluster>(readFileSync(at("target.jsonl"), "utf8"))).toHaveLength(1);
  });

  it.skipIf(!existsSync("/dev/full"))("says that a full device takes no more", async () => {
    const { code, err } = await isnad(["cluster", "--json", "-o", "/dev/full", input]);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^isnad: -o \/dev\/full: cannot be written \(no space left on the disk\)$/m),
    });
  });

  it("refuses a folder, and a file in a folder that is not there", async () => {
    const one = await isnad(["cluster", "-o", folder, input]);
    expect(one).toMatchObject({ code: 2, err: expect.stringContaining("the name of a file is expected") });
    const two = await isnad(["cluster", "-o", at("none/out"), input]);
    expect(two).toMatchObject({ code: 2, err: expect.stringContaining("no such folder") });
  });
});

describe("isnad pairs", () => {
  it("gives one match a line with --json, and a table otherwise", async () => {
    const json = await isnad(["pairs", "--json", input]);
    const [match, ...more] = records<Match>(json.out);
    expect(more).toEqual([]);
    expect(match).toMatchObject({ a: "copy", b: "wire", verdict: "copy" });
    expect(Object.keys(match!)).toEqual([
      ...["a", "b", "verdict", "probability", "sameNews", "derived", "jaccard", "containment"],
      ...["passages", "facts", "explain", "model", "background"],
    ]);
    expect(json.err).toMatch(/1 pair \(1 copy\)/);
    const { out } = await isnad(["pairs", input]);
    expect(out).toMatch(/^verdict {3}prob {2}of a {2}of b longest\ncopy /);
    expect(out).toContain("wire");
  });

  it("leaves out what is less than --min-verdict, and adds the same news with --same-news", async () => {
    const corpus = join(import.meta.dirname, "../../corpus/articles.jsonl");
    const verdicts = async (...flags: string[]): Promise<Set<string>> => {
      const { out } = await isnad(["pairs", "--json", "--quiet", ...flags, corpus]);
      return new Set(records<Match>(out).map((match) => match.verdict));
    };
    expect(await verdicts("--min-verdict", "copy")).toEqual(new Set(["copy"]));
    expect(await verdicts()).toEqual(new Set(["copy", "rewrite", "excerpt"]));
    expect(await verdicts("--same-news")).toEqual(new Set(["copy", "rewrite", "excerpt", "same-news"]));
  });

  it("gives each identical text with the first of them, and with --expand every pair", async () => {
    const same = at("same.jsonl");
    writeFileSync(
      same,
      ["x", "y", "z"].map((id) => JSON.stringify({ id, text: `${LEAD}. ${SECOND}.` })).join("\n"),
    );
    const names = async (...flags: string[]) =>
      records<Match>((await isnad(["pairs", "--json", ...flags, same])).out).map(({ a, b }) => a + b);
    expect(await names()).toEqual(["xy", "xz"]);
    expect(await names("--expand")).toEqual(["xy", "xz", "yz"]);
  });

  it("works without texts with --copies-only", async () => {
    const { code, out } = await isnad(["pairs", "--copies-only", input]);
    expect(code).toBe(0);
    expect(out).toMatch(/^copy .* – /m);
  });
});

describe("isnad compare", () => {
  it("compares two files: verdict first, then passages with their edits", async () => {
    const { code, out } = await isnad(["compare", at("a.txt"), at("b.txt")]);
    expect(code).toBe(0);
    expect(out).toMatch(/^(copy|rewrite|excerpt)/);
    expect(out).toContain("أربعين");
    expect(out).toMatch(/^1 · /m);
  });

  it("keeps the order in which the two were named", async () => {
    const one = await isnad(["compare", "wire", "copy", "--in", input]);
    expect(one.out).toMatch(/^A {2}.*wire/m);
    const two = await isnad(["compare", "copy", "wire", "--in", input]);
    expect(two.out).toMatch(/^A {2}.*copy/m);
  });

  it("compares a file with itself", async () => {
    const { code, out } = await isnad(["compare", at("a.txt"), at("a.txt")]);
    expect(code).toBe(0);
    expect(out).toMatch(/^copy/);
  });

  it("writes a page with --html", async () => {
    const { code, out } = await isnad(["compare", at("a.txt"), at("b.txt"), "--html", at("page.html")]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(readFileSync(at("page.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  it("says which id or file is not there, or holds more than one article", async () => {
    expect(await isnad(["compare", "wire", "paper", "--in", input])).toMatchObject({
      code: 1,
      err: expect.stringContaining("isnad: paper: no article of this id was read"),
    });
    expect(await isnad(["compare", input, at("a.txt")])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/articles\.jsonl: more than one article in it; name two by their ids/),
    });
    expect(existsSync(at("none"))).toBe(false);
    expect((await isnad(["compare", at("none"), at("a.txt")])).code).toBe(2);
  });
});

describe("isnad find", () => {
  it("says who has a sentence, how, and who is said to have said it", async () => {
    const quote = "السوق ستبقى مفتوحة كل يوم حتى أذان المغرب";
    const { code, out, err } = await isnad(["find", quote, "--in", input, "--json"]);
    expect(code).toBe(0);
    const findings = records<Omit<Finding, "attribution"> & { attribution: { text: string } }>(out);
    expect(findings.map(({ id, form }) => [id, form])).toEqual([
      ["wire", "exact"],
      ["copy", "exact"],
    ]);
    expect(findings[0]!.attribution.text).toBe("وقال رئيس البلدية سامي النجار إن");
    expect(err).toMatch(/found in 2 documents \(2 exact\)/);
    const shown = (await isnad(["find", quote, "--in", input])).out;
    expect(shown).toMatch(/^1\. exact\n/);
    expect(shown).toMatch(/said by: .*سامي النجار/);
    expect(shown).toMatch(/in the sentence:\s+.*وقال رئيس البلدية/);
    const first = await isnad(["find", quote, "--in", input, "--json", "--limit", "1"]);
    expect(records<Finding>(first.out).map(({ id }) => id)).toEqual(["wire"]);
    expect(first.err).toMatch(/found in 2 documents \(2 exact\); 1 not printed \(--limit\)/);
  });

  it("ends with 1 where nobody has it", async () => {
    const { code, out, err } = await isnad(["find", "جملة ليست في أي مكان هنا", "--in", input, "--quiet"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^isnad: the sentence stands in none of the documents read$/m);
  });
});

describe("an interrupted command", () => {
  it("ends with 130 and leaves no file", async () => {
    const signal = AbortSignal.abort();
    const { code, err } = await isnad(["cluster", "-o", at("aborted"), input], { signal });
    expect({ code, err }).toEqual({ code: 130, err: "isnad: interrupted\n" });
    expect(existsSync(at("aborted"))).toBe(false);
  });
});
