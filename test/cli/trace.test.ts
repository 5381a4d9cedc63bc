import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../src/index.js";
import type { Trace } from "../../src/model/index.js";
import { traceLine } from "../../src/report/trace-json.js";
import { isnad } from "./support.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const CORPUS = join(ROOT, "corpus/articles.jsonl");
const schema = JSON.parse(readFileSync(join(ROOT, "src/report/trace.schema.json"), "utf8"));
const valid = new Ajv2020().compile(schema);

const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const THIRD = "ويعرض الحرفيون في السوق جرارا وأباريق صنعوها بأيديهم من طين الوادي وجففوها في شمس الصيف";
const RAIN =
  "أعلنت مصلحة الأرصاد أن أمطارا خفيفة ستهطل على المرتفعات الشمالية مساء الأحد وتتوقف فجر اليوم التالي";
const HOSTILE = "<img src=x onerror=alert(1)>\u001b]0;x\u0007\u009b31m\u202e=1+1";

const WIRE = {
  id: "wire",
  title: "سوق جديدة للفخار",
  source: "وكالة الزهور",
  published: "2024-05-04T09:00Z",
  text: `${LEAD}.\n${SECOND}.\n${THIRD}.`,
};
const COPY = {
  id: "copy",
  title: "الفخار يعود إلى النهر",
  source: "صحيفة الضفة",
  byline: "وكالة الزهور",
  published: "2024-05-05T10:00Z",
  text: `${LEAD.replace("أربعين", "خمسين")}.\n${SECOND}.\n${THIRD}.`,
};
const VERSION = { ...COPY, published: "2024-05-06T10:00Z", text: `${COPY.text}\n${RAIN}.` };

let folder: string;
const at = (name: string): string => join(folder, name);
const put = (name: string, records: readonly object[]): string => {
  writeFileSync(at(name), records.map((record) => JSON.stringify(record)).join("\n"));
  return at(name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-trace-"));
  put("all.jsonl", [WIRE, COPY, { id: "rain", source: "وكالة الزهور", text: `${RAIN}.` }]);
  put("versions.jsonl", [WIRE, COPY, VERSION]);
  mkdirSync(at("news"));
  writeFileSync(at("news/a.txt"), `${LEAD}.\n${SECOND}.\n${THIRD}.\n`);
  writeFileSync(at("news/b.txt"), `${LEAD}.\n${SECOND}.\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function traced(...args: string[]): Promise<Trace> {
  const { code, out, err } = await isnad(["trace", ...args, "--json", "--quiet"]);
  expect(code, err).toBe(0);
  const trace = JSON.parse(out) as Trace;
  expect(valid(trace), JSON.stringify(valid.errors)).toBe(true);
  return trace;
}

const origins = (trace: Trace): string[] =>
  trace.sources.map(({ origin }) => ("document" in origin ? origin.document : origin.unseen));

describe("isnad trace", () => {
  it("tells where an article of the collection comes from", async () => {
    const trace = await traced("copy", "--against", at("all.jsonl"));
    expect(trace.document).toMatchObject({ id: "copy", source: "صحيفة الضفة" });
    expect(trace.collection).toMatchObject({ documents: 2, sources: 1, from: "2024-05-04" });
    expect(origins(trace)).toEqual(["wire"]);
    const [source] = trace.sources;
    expect(source).toMatchObject({ verdict: "copy", direction: "from", published: "2024-05-04T09:00Z" });
    expect(source!.facts.map(({ a, b }) => [a.text, b.text])).toEqual([["خمسين", "أربعين"]]);
    expect(source!.headline).toEqual({ here: COPY.title, there: WIRE.title });
    const { here, there } = source!.passages[0]!;
    expect(COPY.text.slice(here.start, here.end)).toContain("خمسين");
    expect(WIRE.text.slice(there.start, there.end)).toContain("أربعين");
  });

  it("opens with one sentence, and says the same from the other side", async () => {
    const { out } = await isnad(["trace", "wire", "--against", at("all.jsonl"), "--no-isolates"]);
    const finding = out.slice(0, out.indexOf("\n\n")).replaceAll("\n", " ");
    expect(finding).toMatch(
      /^Earliest of 2 documents from 2 sources between 2024-05-04 and 2024-05-05 that hold its text; 1 document took from it/,
    );
    expect(out).toMatch(/it was taken from here/);
  });

  it("shows another version of the item apart, as no source", async () => {
    const trace = await traced("copy~2", "--against", at("versions.jsonl"));
    expect(origins(trace)).not.toContain("copy");
    const [version] = trace.versions;
    expect(version!.id).toBe("copy");
    expect(version!.added.map(({ start, end }) => VERSION.text.slice(start, end))).toEqual([RAIN]);
  });

  it("never takes a file for its own source, however its path is written", async () => {
    const path = relative(process.cwd(), at("news/a.txt"));
    for (const file of [at("news/a.txt"), path, join(folder, "news/../news/a.txt")]) {
      const trace = await traced(file, "--against", at("news"));
      expect(origins(trace)).toEqual(["b.txt"]);
    }
  });

  it("takes a record that is there already for the one that is there", async () => {
    const trace = await traced(put("one.jsonl", [COPY]), "--against", at("all.jsonl"));
    expect(trace.document.id).toBe("copy");
    expect(origins(trace)).toEqual(["wire"]);
  });

  it("traces a file that the collection has not, undated text to be told by nothing", async () => {
    const trace = await traced(at("news/b.txt"), "--against", at("all.jsonl"));
    expect(trace.collection.documents).toBe(3);
    for (const { direction, evidence, certainty } of trace.sources)
      if (direction !== "undecided") expect(certainty === "likely" || evidence.length > 0).toBe(true);
    expect(trace.timeline.find(({ document }) => document === trace.document.id)!.precision).toBe("none");
  });

  it("says what stands alone", async () => {
    const trace = await traced("rain", "--against", at("all.jsonl"));
    expect(trace.finding.template).toBe("no-reuse");
    const alone = await traced("wire", "--against", put("alone.jsonl", [WIRE]));
    expect(alone.finding.template).toBe("nothing-to-compare");
  });

  it("holds its schema and its terminal with markup and controls in every field", async () => {
    const fields = { title: HOSTILE, source: HOSTILE, published: HOSTILE, url: HOSTILE, byline: HOSTILE };
    const evil = put("evil.jsonl", [
      { ...fields, id: `a${HOSTILE}`, text: `${HOSTILE} ${WIRE.text}` },
      { ...fields, id: `b${HOSTILE}`, url: "x", text: `${WIRE.text} ${HOSTILE}` },
    ]);
    await traced(`a${HOSTILE}`, "--against", evil);
    const { out } = await isnad(["trace", `a${HOSTILE}`, "--against", evil]);
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  it("holds its schema for every document of the corpus", async () => {
    const engine = await createEngine();
    await engine.read([CORPUS]);
    for (const id of engine.ids()) {
      const trace = JSON.parse(traceLine(await engine.trace(id)));
      expect(valid(trace), `${id}: ${JSON.stringify(valid.errors)}`).toBe(true);
    }
    await engine.close();
  });

  it("gives the same whatever the order of the input", async () => {
    const lines = readFileSync(CORPUS, "utf8").trimEnd().split("\n");
    const turned = at("turned.jsonl");
    writeFileSync(turned, lines.toReversed().join("\n"));
    for (const id of ["sahil-702", "minaa-501", "sarmad-103"]) {
      const trace = await traced(id, "--against", CORPUS);
      expect(await traced(id, "--against", turned)).toEqual(trace);
    }
  });
});

describe("isnad trace --index", () => {
  it("finds in an index what it finds in the files", async () => {
    const dir = at("index");
    expect((await isnad(["index", "add", dir, at("all.jsonl"), "--quiet"])).code).toBe(0);
    const [kept, read] = [
      await traced("copy", "--index", dir),
      await traced("copy", "--against", at("all.jsonl")),
    ];
    expect(kept).toEqual(read);
    const other = await traced(
      put("other.jsonl", [{ ...COPY, id: "late", published: "2024-05-07T08:00Z" }]),
      "--index",
      dir,
    );
    expect(origins(other).sort()).toEqual(["copy", "wire"]);
    const changed = await traced(put("changed.jsonl", [{ ...VERSION, id: "copy" }]), "--index", dir);
    expect(changed.versions.map(({ id, added }) => [id, added.length])).toEqual([["copy", 1]]);
    const { code, err } = await isnad(["trace", "nobody", "--index", dir]);
    expect([code, err]).toEqual([1, expect.stringMatching(/the index .* keeps no article of this id/)]);
  });

  it("refuses one without texts", async () => {
    const dir = at("bare");
    await isnad(["index", "add", dir, at("all.jsonl"), "--no-text", "--quiet"]);
    const { code, err } = await isnad(["trace", "copy", "--index", dir]);
    expect(err).toMatch(/keeps no texts/);
    expect(code).toBe(2);
  });
});

describe("exports of a trace", () => {
  it("are PROV, annotations, one table or a folder of tables", async () => {
    const run = (...args: string[]) =>
      isnad(["trace", "copy", "--against", at("all.jsonl"), "--quiet", ...args]);
    expect(JSON.parse((await run("--format", "prov")).out)["@graph"]).toHaveLength(2);
    expect(JSON.parse((await run("--format", "annotation")).out).type).toBe("AnnotationCollection");
    expect((await run("--format", "csv", "--csv-table", "edges")).out).toMatch(/^\ufeffKind,Source,Target/);
    await run("--format", "csv", "-o", at("tables"));
    expect(readdirSync(at("tables")).sort()).toEqual(["credits.csv", "edges.csv", "nodes.csv"]);
  });
});

it("a link of a record is a credit in every table and graph", async () => {
  const linked = { ...COPY, source: "الضفة", links: ["https://x.example/1", "https://www.sana.sy/?p=2"] };
  const file = put("linked.jsonl", [{ ...WIRE, source: "سانا" }, linked]);
  const run = async (...args: string[]) =>
    (await isnad(["trace", "--against", file, "--quiet", ...args])).out;
  const [row] = parse(await run("--format", "csv", "--csv-table", "credits"), { bom: true, columns: true });
  expect(row).toMatchObject({
    Document: "copy",
    Name: "SANA",
    Alias: "sana.sy",
    Form: "link",
    Field: "links",
  });
  expect(await run("--format", "prov")).toContain("isnad:Credit");
  expect((await traced("copy", "--against", file)).creditCheck.status).toBe("matched");
});

describe("a whole collection", () => {
  it("is written as tables whose edges join their nodes, as PROV and as annotations", async () => {
    const run = (...args: string[]) => isnad(["trace", "--against", CORPUS, "--quiet", ...args]);
    expect((await run("--format", "csv", "-o", at("whole"))).code).toBe(0);
    const [nodes, edges] = ["nodes", "edges"].map((name) =>
      parse(readFileSync(at(`whole/${name}.csv`)), { bom: true, columns: true }),
    ) as Record<string, string>[][];
    const ids = new Set(nodes!.map((row) => row.Id));
    expect(edges!.length).toBeGreaterThan(50);
    for (const { Source, Target } of edges!) expect(ids.has(Source!) && ids.has(Target!)).toBe(true);
    const [, bundle] = JSON.parse((await run("--format", "prov")).out)["@graph"];
    expect(bundle["@graph"].length).toBeGreaterThan(100);
    const { total, first } = JSON.parse((await run("--format", "annotation")).out);
    expect(first.items).toHaveLength(total);
  });
});

describe("what a person says", () => {
  const decisions = (...lines: object[]) => put("decisions.jsonl", [{ version: 1 }, ...lines]);

  it("stands against the evidence, and is shown as a person's", async () => {
    const file = decisions({ confirm: { from: "copy", to: "wire" } });
    const args = ["wire", "--against", at("all.jsonl"), "--decisions", file];
    const trace = await traced(...args);
    expect(trace.finding.template).toBe("taken-person");
    expect(trace.sources[0]).toMatchObject({ origin: { document: "copy" }, direction: "from" });
    expect((await isnad(["trace", ...args])).out).toMatch(/it was taken from there \(decided by a person\)/);
  });

  it("rejects a direction, and mends a time", async () => {
    const rejected = decisions({ reject: { from: "wire", to: "copy" } });
    const trace = await traced("copy", "--against", at("all.jsonl"), "--decisions", rejected);
    expect(trace.sources[0]!.direction).not.toBe("from");
    const mended = decisions({ time: { document: "wire", published: "2024-06-01T00:10Z" } });
    const other = await traced("copy", "--against", at("all.jsonl"), "--decisions", mended);
    expect(other.timeline.map(({ document, basis }) => [document, basis])).toEqual([
      ["copy", "published"],
      ["wire", "decision"],
    ]);
  });

  it("trusts no time that lies years ahead", async () => {
    const ahead = put("ahead.jsonl", [{ ...WIRE, published: "2099-01-01" }, COPY]);
    const trace = await traced("wire", "--against", ahead);
    expect(trace.sources[0]!.evidence.filter(({ kind }) => kind === "time")).toEqual([]);
    const own = trace.timeline.find(({ document }) => document === "wire")!;
    expect(own.distrusted).toEqual([{ given: "2099-01-01", reason: "future" }]);
  });

  it("adds agencies that credits are known by", async () => {
    const agencies = put("agencies.json", [
      { version: 1, agencies: [{ name: "Zuhur", aliases: ["وكالة الزهور"] }] },
    ]);
    const credited = put("credited.jsonl", [
      WIRE,
      { ...COPY, text: `وادي الزهور - وكالة الزهور - ${COPY.text}` },
    ]);
    const trace = await traced("copy", "--against", credited, "--agencies", agencies);
    expect(trace.creditCheck.credits.map(({ name }) => name)).toContain("Zuhur");
    expect(trace.creditCheck.status).toBe("matched");
  });
});

describe("isnad trace that cannot be", () => {
  const refused: [name: string, args: string[], code: number, message: RegExp][] = [
    [
      "an unknown id",
      ["nobody", "--against", "ALL"],
      1,
      /^isnad: nobody: no file, and no article of this id/,
    ],
    ["a missing collection", ["wire", "--against", "no-such.jsonl"], 2, /no-such\.jsonl/],
    ["no collection", ["wire"], 2, /one of --against INPUT… and --index DIR was expected/],
    ["two collections", ["wire", "--against", "ALL", "--index", "x"], 2, /one of --against/],
    [
      "standard input twice",
      ["-", "--against", "-"],
      2,
      /standard input can be the article or the collection/,
    ],
    ["two ways to write", ["wire", "--against", "ALL", "--json", "--format", "prov"], 2, /one of the two/],
    ["an unknown format", ["wire", "--against", "ALL", "--format", "rdf"], 2, /prov, annotation, csv/],
    [
      "tables on one stream",
      ["wire", "--against", "ALL", "--format", "csv"],
      2,
      /--csv-table nodes\|edges\|credits/,
    ],
    ["a table of nothing", ["wire", "--against", "ALL", "--csv-table", "edges"], 2, /only with --format csv/],
    ["no article and no format", ["--against", "ALL"], 2, /without an article --format/],
    ["several articles", ["ALL", "--against", "ALL"], 2, /more than one article in it; trace one by its id/],
    [
      "a missing decisions file",
      ["wire", "--against", "ALL", "--decisions", "none.json"],
      2,
      /--decisions none\.json: cannot be read/,
    ],
    ["no index", ["wire", "--index", "no-such-index"], 3, /index/],
  ];
  it.each(refused)("%s", async (_, args, code, message) => {
    const outcome = await isnad(["trace", ...args.map((one) => (one === "ALL" ? at("all.jsonl") : one))]);
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toBe("");
  });

  it("a name that is a file and another article's id", async () => {
    const file = put("both.jsonl", [{ ...WIRE, id: "x1", text: RAIN }]);
    const input = put("named.jsonl", [{ ...WIRE, id: file }, COPY]);
    const { code, err } = await isnad(["trace", file, "--against", input]);
    expect(err).toMatch(/a file, and the id of another article that was read/);
    expect(code).toBe(2);
  });
});
