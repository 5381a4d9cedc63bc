/** Wrong calls, aborted calls, progress, closing. */
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createEngine, type Progress, UsageError } from "../../src/index.js";
import type { Document } from "../../src/model/index.js";
import {
  articles as allArticles,
  engineOf,
  invented,
  jsonLines,
  matchesOf,
  temporaryFolder,
} from "./support.js";

const articles = () => allArticles().filter(({ text }) => text !== "");
const file = temporaryFolder();
writeFileSync(file("articles.jsonl"), jsonLines(articles()));

describe("wrong calls are told from bad data", () => {
  const wrong: [unknown, RegExp][] = [
    [undefined, /document is undefined, expected an object/],
    [null, /document is null/],
    ["text", /document is a string/],
    [{ text: "كلمة" }, /without an id/],
    [{ id: "", text: "كلمة" }, /without an id/],
    [{ id: 7, text: "كلمة" }, /without an id/],
    [{ id: "x" }, /x: text is undefined, expected a string/],
    [{ id: "x", text: null }, /x: text is null, expected a string/],
    [{ id: "x", text: "كلمة", title: 7 }, /x: title is a number, expected a string/],
    [{ id: "x", text: "كلمة", published: new Date(0) }, /x: published is an object, expected a string/],
  ];

  test.each(wrong)("add(%j)", async (document, message) => {
    const engine = await createEngine();
    expect(() => engine.add(document as Document)).toThrow(UsageError);
    expect(() => engine.add(document as Document)).toThrow(message);
    expect(engine.ids()).toEqual([]);
  });

  test("options that cannot be", async () => {
    const engine = await engineOf(articles().slice(0, 5), { copiesOnly: true });
    const full = await engineOf(articles().slice(0, 5));
    const calls: [() => Promise<unknown>, RegExp][] = [
      [() => engine.clusters({ threshold: 1.5 }), /threshold is 1.5, expected 0 to 1/],
      [() => matchesOf(engine, { threshold: Number.NaN }), /threshold is NaN/],
      [
        () => engine.clusters({ canonical: "shortest" as "longest" }),
        /canonical is "shortest", expected longest, /,
      ],
      [
        () => matchesOf(full, { minVerdict: "none" as "same-news" }),
        /minVerdict is "none", expected same-news, /,
      ],
      [() => engine.read([file("articles.jsonl")], { workers: 0 }), /workers is 0, expected/],
      [() => engine.read([file("articles.jsonl")], { workers: Number.NaN }), /workers is NaN/],
      [() => engine.read([file("articles.jsonl")], { encoding: "klingon" }), /klingon/],
      [() => engine.read([file("articles.jsonl")], { fields: { headline: "title" } }), /headline/],
      [() => engine.read([file("nowhere.jsonl")]), /nowhere.jsonl/],
      [() => engine.read([]), /no input/],
      [() => full.compare("a", "b"), /no document "a"/],
      [() => full.compare(full.ids()[0]!, full.ids()[0]!), /cannot be compared with itself/],
      [() => engine.compare("a", "b"), /copiesOnly/],
    ];
    for (const [call, message] of calls) {
      await expect(call()).rejects.toThrow(message);
      await expect(call()).rejects.toThrow(UsageError);
    }
    expect(() => engine.text("a")).toThrow(UsageError);
    expect(full.text("nobody")).toBeUndefined();
    expect(full.describe("nobody")).toBeUndefined();
  });
});

describe("aborting", () => {
  test("ends a call with the signal's reason, and the engine can be asked again", async () => {
    const engine = await engineOf(articles());
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(matchesOf(engine, { signal })).rejects.toBe(reason);
    await expect(engine.clusters({ signal })).rejects.toBe(reason);
    expect((await matchesOf(engine)).length).toBeGreaterThan(0);
  });

  test("while pairs are aligned", async () => {
    // Each of three stories stands in 48 texts: more pairs than one task takes.
    const engine = await engineOf(
      Array.from({ length: 144 }, (_, id) => ({
        id: `${id}`,
        text: `${invented(30, 1000 + (id % 3))} ${invented(60, id)}`,
      })),
    );
    const controller = new AbortController();
    const shares: number[] = [];
    const onProgress = ({ share }: Progress) => {
      shares.push(share!);
      controller.abort();
    };
    await expect(matchesOf(engine, { signal: controller.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(shares.length).toBe(1);
    expect(shares[0]).toBeLessThan(1);
  });

  test("while files are read adds nothing", async () => {
    const engine = await engineOf([{ id: "before", text: invented(30, 1) }]);
    const controller = new AbortController();
    const read = engine.read([file("articles.jsonl")], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(read).rejects.toThrow(/abort/i);
    expect(engine.ids()).toEqual(["before"]);
    expect((await engine.read([file("articles.jsonl")])).documents).toBe(articles().length);
  });
});

test("progress runs from nothing to all, while reading and while aligning", async () => {
  const engine = await createEngine();
  const seen: Progress[] = [];
  const onProgress = (progress: Progress) => seen.push(progress);
  const { documents, bytes } = await engine.read([file("articles.jsonl")], { onProgress });
  expect(seen.at(-1)).toEqual({ phase: "read", documents, bytes, totalBytes: bytes });
  seen.length = 0;
  await matchesOf(engine, { onProgress });
  expect(seen.at(-1)).toEqual({ phase: "align", documents, bytes, totalBytes: bytes, share: 1 });
});

test("documents may come while matches are worked out; the answer is of the documents that were there", async () => {
  const engine = await engineOf(articles());
  const expected = await matchesOf(engine);
  const again = await engineOf(articles());
  const asked = matchesOf(again);
  again.add({ id: "late", text: articles()[0]!.text });
  expect(await asked).toEqual(expected);
  expect((await matchesOf(again)).length).toBeGreaterThan(expected.length);
});

test("a closed engine can still be asked", async () => {
  const engine = await engineOf(articles().slice(0, 60));
  const before = await matchesOf(engine);
  await engine.close();
  await engine.close();
  expect(await matchesOf(engine)).toEqual(before);
  expect(await matchesOf(engine, { expand: true })).toEqual(expect.arrayContaining(before));
});

test("find gives every document with the sentence, and ends when told", async () => {
  const sentence = invented(15, 99);
  const engine = await engineOf([
    { id: "a", text: `${invented(40, 1)} ${sentence} ${invented(10, 2)}` },
    { id: "b", text: invented(40, 3) },
    { id: "c", text: sentence },
  ]);
  const found = [];
  for await (const { id, form } of engine.find(sentence)) found.push([id, form]);
  expect(found).toEqual([
    ["a", "exact"],
    ["c", "exact"],
  ]);
  const said = await engineOf([
    {
      id: "a",
      text: "وقال المهندس سليم الحسن إن الجسر مفتوح. وأضاف أن القوارب الجديدة تصل غدا إلى البحيرة.",
    },
    { id: "b", text: "وبالقوارب الصغيرة عاد الأولاد." },
  ]);
  const owners = [];
  for await (const { id, form, speaker } of said.find("القوارب"))
    owners.push([id, form, speaker?.name, speaker?.via]);
  expect(owners).toEqual([
    ["a", "exact", "المهندس سليم الحسن", "carried"],
    ["b", "varied", undefined, undefined],
  ]);
  await expect(engine.find(sentence, { signal: AbortSignal.abort() }).next()).rejects.toThrow(/abort/i);
});
