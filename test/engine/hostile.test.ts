/** Input that would bring a careless engine down. Bounds are on work done, or generous in time. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.js";
import { isnad } from "../cli/support.js";
import { engineOf, invented, jsonLines, matchesOf, pairsOf, temporaryFolder } from "./support.js";

const file = temporaryFolder();

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  return { result: await work(), ms: performance.now() - start };
}

describe("files", () => {
  test("a line of 50 MB is read as one document, or skipped where it is no JSON", async () => {
    const text = `${invented(2000, 1)} `.repeat(1400);
    expect(Buffer.byteLength(text)).toBeGreaterThan(45e6);
    writeFileSync(
      file("long.jsonl"),
      `${jsonLines([{ id: "long", text }])}${"x".repeat(50e6)}\n${jsonLines([{ id: "next", text: invented(30, 2) }])}`,
    );
    const engine = await createEngine();
    const read = await engine.read([file("long.jsonl")], { workers: 1 });
    expect(engine.ids()).toEqual(["long", "next"]);
    expect(read.skipped).toMatchObject([{ line: 2 }]);
    expect(await pairsOf(engine)).toEqual([]);
    expect(engine.text("long")).toBe(text);
  });

  test("a million empty lines hold nothing", async () => {
    writeFileSync(file("empty.jsonl"), `${"\n".repeat(1e6)}${jsonLines([{ text: invented(30, 1) }])}`);
    const engine = await createEngine({ copiesOnly: true });
    const read = await engine.read([file("empty.jsonl")]);
    expect(read).toMatchObject({ documents: 1, skipped: [] });
    expect(engine.ids()).toEqual(["empty.jsonl:1000001"]);
  });

  test("JSON nested a million deep is a skip, and the next line is read", async () => {
    const deep = `{"id":"deep","more":${"[".repeat(1e6)}${"]".repeat(1e6)},"text":"${invented(30, 1)}"}`;
    const open = `{"text":${'{"a":'.repeat(1e6)}`;
    for (const name of ["deep.jsonl", "deep.json"]) {
      const lines =
        name === "deep.jsonl"
          ? [deep, open, '{"id":"next","text":"كلمة"}']
          : [`[${deep},{"id":"next","text":"كلمة"}]`];
      writeFileSync(file(name), lines.join("\n"));
      const engine = await createEngine();
      const { skipped } = await engine.read([file(name)]);
      expect(engine.ids()).toContain("next");
      expect(engine.ids().length + skipped.length).toBe(name === "deep.jsonl" ? 3 : 2);
    }
  });

  test("NUL bytes are no letters", async () => {
    const text = invented(40, 1);
    writeFileSync(file("nul.txt"), `${text.replaceAll(" ", "\0 \0")}`);
    writeFileSync(
      file("nul.jsonl"),
      jsonLines([
        { id: "a", text: text.replaceAll(" ", " \u0000") },
        { id: "b", text },
      ]),
    );
    const engine = await createEngine();
    const read = await engine.read([file("nul.jsonl")]);
    expect(read.documents).toBe(2);
    expect(await matchesOf(engine)).toMatchObject([{ a: "a", b: "b", verdict: "copy", jaccard: 1 }]);
    const texts = await createEngine();
    const { documents, skipped } = await texts.read([file("nul.txt")]);
    expect(documents + skipped.length).toBe(1);
  });

  test("a folder with links to itself, to its parent and to nothing is walked once", async () => {
    mkdirSync(file("loop/inner"), { recursive: true });
    symlinkSync("..", file("loop/inner/up"));
    symlinkSync(".", file("loop/self"));
    symlinkSync("nowhere", file("loop/broken.txt"));
    writeFileSync(file("loop/inner/a.txt"), invented(30, 1));
    const outcome = await isnad(["cluster", file("loop"), "--json"]);
    expect(outcome.code).toBe(0);
    expect(outcome.err).toContain("1 document,");
    expect(outcome.err).toContain("broken.txt");
  });

  test("a file that vanishes while others are read is a skip", async () => {
    for (const name of ["v1.jsonl", "v2.jsonl", "v3.txt"]) {
      writeFileSync(
        file(name),
        name === "v3.txt" ? invented(30, 3) : jsonLines([{ id: name, text: invented(30, 1) }]),
      );
    }
    const engine = await createEngine();
    const { documents, skipped } = await engine.read([file("v1.jsonl"), file("v2.jsonl"), file("v3.txt")], {
      onProgress: () => {
        rmSync(file("v2.jsonl"), { force: true });
        rmSync(file("v3.txt"), { force: true });
      },
    });
    expect(documents + skipped.length).toBe(3);
    expect(skipped.map((one) => one.file)).toContain(file("v2.jsonl"));
  });
});

describe("collections", () => {
  test("one document 20,000 times costs its number, and is a star", async () => {
    const text = invented(100, 1);
    writeFileSync(
      file("same.jsonl"),
      jsonLines(Array.from({ length: 20_000 }, (_, at) => ({ id: `d${String(at).padStart(5, "0")}`, text }))),
    );
    const engine = await createEngine();
    await engine.read([file("same.jsonl")], { workers: 1 });
    const { result, ms } = await timed(() => matchesOf(engine));
    expect(result.length).toBe(19_999);
    expect(result.every(({ a, verdict }) => a === "d00000" && verdict === "copy")).toBe(true);
    expect(ms).toBeLessThan(30_000);
    const { clusters, largestBucket } = await engine.clusters();
    expect(clusters.length).toBe(1);
    expect(clusters[0]!.members.length).toBe(20_000);
    expect(largestBucket).toBe(0);
  });

  test("one id, or one URL, for 20,000 different texts costs their number", async () => {
    const url = "https://paper.example/";
    const byId = await engineOf(
      Array.from({ length: 20_000 }, (_, at) => ({ id: "x", text: invented(25, at) })),
      { copiesOnly: true },
    );
    expect((await timed(async () => byId.ids())).ms).toBeLessThan(5_000);
    expect(new Set(byId.ids()).size).toBe(20_000);
    const byUrl = await engineOf(
      Array.from({ length: 20_000 }, (_, at) => ({ id: `${at}`, url, text: invented(25, at % 10_000) })),
      { copiesOnly: true },
    );
    const { result, ms } = await timed(() => pairsOf(byUrl));
    expect(result).toEqual([]);
    expect(ms).toBeLessThan(10_000);
  });

  test("20,000 different documents with one common paragraph: no cluster, and no quadratic work", async () => {
    const paragraph = invented(16, 1);
    const engine = await engineOf(
      (function* () {
        for (let at = 0; at < 20_000; at++)
          yield { id: `${at}`, text: `${invented(30, at + 2)} ${paragraph}` };
      })(),
      { copiesOnly: true },
    );
    const { result, ms } = await timed(() => engine.clusters());
    expect(result.clusters).toEqual([]);
    expect(result.giantBuckets).toBeGreaterThan(0);
    expect(ms).toBeLessThan(30_000);
  });

  test("3,000 documents with one common paragraph, through passages and verdicts", async () => {
    const paragraph = invented(40, 1);
    const engine = await engineOf(
      (function* () {
        for (let at = 0; at < 3_000; at++)
          yield { id: `${at}`, text: `${invented(120, at + 2)} ${paragraph}` };
      })(),
    );
    const { result, ms } = await timed(() => matchesOf(engine));
    expect(ms).toBeLessThan(30_000);
    expect(result.filter(({ verdict }) => verdict === "copy")).toEqual([]);
    expect(result.length).toBeLessThan(32 * 3_000);
  });

  test("600 near copies of one item, through passages and verdicts, are one cluster", async () => {
    const item = invented(60, 1);
    const engine = await engineOf(
      (function* () {
        for (let at = 0; at < 600; at++) yield { id: `${at}`, text: `${item} ${invented(3, at + 2)}` };
      })(),
    );
    const { result, ms } = await timed(() => engine.clusters());
    expect(ms).toBeLessThan(60_000);
    expect(result.clusters.map(({ members }) => members.length)).toEqual([600]);
  });
});

describe("texts", () => {
  test("two texts of 100,000 times the same word end soon", async () => {
    const engine = await engineOf([
      { id: "a", text: "كلمة ".repeat(100_000) },
      { id: "b", text: `${"كلمة ".repeat(99_000)}أخرى` },
    ]);
    const { result, ms } = await timed(() => engine.compare("a", "b"));
    expect(ms).toBeLessThan(5_000);
    for (const passage of result.passages) expect(passage.a.end).toBeGreaterThan(passage.a.start);
    expect((await timed(() => matchesOf(engine))).ms).toBeLessThan(5_000);
  });

  test("a document of 5 MB against a fifth of it and against an excerpt of it", async () => {
    const parts = Array.from({ length: 100 }, (_, at) => invented(3_000, at));
    const body = parts.join("\n");
    expect(Buffer.byteLength(body)).toBeGreaterThan(5e6);
    const fifth = parts.slice(40, 60).join("\n");
    const engine = await engineOf([
      { id: "a", text: `${invented(200, 1001)} ${body}` },
      { id: "b", text: `${fifth} ${invented(200, 1002)}` },
      { id: "c", text: `${invented(100, 1003)} ${body.slice(2_000, 2_600)} ${invented(100, 1004)}` },
    ]);
    const { result, ms } = await timed(() => matchesOf(engine));
    expect(ms).toBeLessThan(30_000);
    expect(result.map(({ a, b }) => `${a} ${b}`)).toEqual(["a b", "a c"]);
  });

  test("quotation marks only, unbalanced ones, mixed scripts, broken surrogates: passages are the words shown", async () => {
    const quote = `قال: "${invented(20, 1)}`;
    const mixed = `${invented(12, 2)} The committee met on Sunday in the old town hall 委員会は日曜日に古い市庁舎で会合を開いた ${invented(12, 3)} \ud83d\ude00\ud83d`;
    const texts = [
      '"'.repeat(10_000),
      "«»".repeat(5_000),
      "“”'`\"",
      quote,
      `${quote}" «`,
      `”${quote}`,
      mixed,
      `\udc00${mixed} 更多`,
      `${mixed} \u202e${quote}`,
    ];
    const engine = await engineOf(texts.map((text, at) => ({ id: `t${at}`, text })));
    const matches = await matchesOf(engine, { minVerdict: "same-news", expand: true });
    expect(matches.map(({ a, b }) => `${a} ${b}`)).toEqual(
      expect.arrayContaining(["t3 t4", "t3 t5", "t6 t7", "t6 t8"]),
    );
    for (const { a, b, passages } of matches) {
      for (const passage of passages) {
        for (const [id, { start, end }] of [
          [a, passage.a],
          [b, passage.b],
        ] as const) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(engine.text(id)!.length);
          expect(engine.text(id)!.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{S}].*[\p{L}\p{N}\p{M}\p{S}]$/su);
        }
      }
    }
  });
});
