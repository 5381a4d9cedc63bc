import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Filter, type FilterOptions, type FilterSummary } from "../../src/dedup/filter.js";
import { Ledger } from "../../src/dedup/ledger.js";
import { fieldMap } from "../../src/ingest/index.js";
import type { Skipped } from "../../src/model/index.js";
import { line, ScriptedIndex, temporaryFolder } from "./support.js";

const at = temporaryFolder();
let files = 0;

interface Outcome {
  readonly out: string;
  readonly raw: string;
  readonly skipped: readonly Skipped[];
  readonly summary: FilterSummary;
  readonly index: ScriptedIndex;
}

function file(content: string | Uint8Array, extension = "jsonl"): string {
  const path = at(`input-${++files}.${extension}`);
  writeFileSync(path, content);
  return path;
}

async function filtered(
  inputs: readonly string[],
  options: Partial<FilterOptions> = {},
  index = new ScriptedIndex(),
): Promise<Outcome> {
  const out: Uint8Array[] = [];
  const raw: Uint8Array[] = [];
  const skipped: Skipped[] = [];
  const filter = new Filter(index, {
    inputs,
    fields: fieldMap(),
    drop: ["duplicate"],
    output: "items",
    question: {},
    sequenceBase: 0,
    signal: new AbortController().signal,
    pass: async (bytes) => {
      index.log.push("passed");
      out.push(bytes);
    },
    ledger: null,
    skipped: (bytes) => raw.push(bytes),
    onSkipped: (one) => skipped.push(one),
    ...options,
  });
  await filter.run();
  const text = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces).toString();
  return { out: text(out), raw: text(raw), skipped, summary: filter.summary, index };
}

describe("lines", () => {
  const ODD = [
    `\ufeff{"id":"a","text":"new one"}`,
    `  {"text" : "new \\u0062", "id":"b", "other":[1, {"x": null}], "big":12345678901234567890}  \r`,
    `{"id":"c","text":"duplicate c"}\r`,
    `{"id":"d","text":"new \u0645\u0635\u0631"}`,
  ];

  it("go through byte for byte, in order", async () => {
    const { out, summary } = await filtered([file(`${ODD.join("\n")}\n`)]);
    expect(out).toBe(`${[ODD[0], ODD[1], ODD[3]].join("\n")}\n`);
    expect(summary).toMatchObject({ items: 4, held: 1, acknowledged: 4, verdicts: { new: 3, duplicate: 1 } });
  });

  it("keep a missing last newline, which is owed to what follows", async () => {
    const last = file(ODD.join("\n"));
    expect((await filtered([last])).out.endsWith(ODD[3]!)).toBe(true);
    const more = await filtered([last, file(line("e", "new e"))]);
    expect(more.out).toBe(`${[ODD[0], ODD[1], ODD[3], line("e", "new e")].join("\n")}`);
  });

  it("come in the order in which the inputs are named, each input once", async () => {
    const [first, second] = [file(`${line("a", "new a")}\n`), file(`${line("b", "new b")}\n`)];
    const { index } = await filtered([second, first, second]);
    expect(index.asked.map(({ item }) => item.id)).toEqual(["b", "a"]);
  });

  it("are let out of gzip", async () => {
    const { out } = await filtered([file(gzipSync(`${ODD.join("\n")}\n`), "jsonl.gz")]);
    expect(out).toBe(`${[ODD[0], ODD[1], ODD[3]].join("\n")}\n`);
  });

  it("that cannot be read go raw to where skipped ones go, or count as lost", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`{ no JSON\r\n${line("a", "new a")}\n`),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
    ]);
    const path = file(bytes);
    const { out, raw, skipped, summary } = await filtered([path]);
    expect(out).toBe(`${line("a", "new a")}\n`);
    expect(Buffer.from(raw.slice(0, 11))).toEqual(Buffer.from("{ no JSON\r\n"));
    expect(skipped.map((one) => one.line)).toEqual([1, 3]);
    expect(summary).toMatchObject({ unreadable: 2, lost: 0 });
    expect((await filtered([path], { skipped: null })).summary).toMatchObject({ unreadable: 2, lost: 2 });
  });
});

describe("other formats come out as JSON lines", () => {
  it("elements of an array as they stand, on one line", async () => {
    const array =
      '[{"id":"a",\r\n  "text":"new a",\n  "n": 12345678901234567890},\n{"id":"b","text":"new\\nb"}]';
    const { out } = await filtered([file(array, "json")]);
    expect(out).toBe('{"id":"a", "text":"new a", "n": 12345678901234567890}\n{"id":"b","text":"new\\nb"}\n');
  });

  it("text files as documents named by their file and the folder around it", async () => {
    const path = file("new headline\n\nThe text of it.", "txt");
    const { out } = await filtered([path]);
    expect(JSON.parse(out)).toEqual({
      id: `${basename(dirname(path))}/${basename(path)}`,
      title: "new headline",
      text: "new headline\n\nThe text of it.",
    });
  });

  it("broken elements go raw to where skipped ones go", async () => {
    const { raw, summary } = await filtered([
      file('[{"id":"a","text":"new a"},\n{"id":1 2},\n{"id":', "json"),
    ]);
    expect(raw).toBe('{"id":1 2}\n{"id":\n');
    expect(summary.lost).toBe(0);
  });
});

describe("items", () => {
  it("without an id are named by their URL, else not at all: never by their line", async () => {
    const lines = ['{"url":"http://example.org/1","text":"new a"}', '{"text":"new b"}'];
    const { index } = await filtered([file(lines.join("\n"))]);
    expect(index.asked.map(({ item }) => item.id)).toEqual(["http://example.org/1", undefined]);
  });

  it("are asked about with the value of the key, of a document's field or of any key of the record", async () => {
    const path = file(`\ufeff{"id":"a","text":"new a","guid":98765432109876543210,"link":"x"}\n`);
    const keyOf = async (key: string) => (await filtered([path], { key })).index.asked[0]!.options.key;
    expect(await keyOf("guid")).toEqual({ field: "guid", value: "98765432109876543210" });
    expect(await keyOf("url")).toEqual({ field: "url", value: "x" });
    expect(await keyOf("missing")).toBeUndefined();
  });

  it("are held back by the verdicts chosen, and all let through annotated", async () => {
    const path = file([line("a", "excerpt a"), `${line("b", "duplicate b")} \r`].join("\n"));
    expect((await filtered([path], { drop: ["excerpt"] })).out).toBe(`${line("b", "duplicate b")} \r`);
    const { out, summary, index } = await filtered([path], { output: "annotated" });
    const [first, second] = out.split("\n");
    expect(JSON.parse(first!)).toMatchObject({ id: "a", isnad: { verdict: "excerpt", of: "kept" } });
    expect(second!.startsWith('{"id":"b","text":"duplicate b","isnad":{"verdict":"duplicate"')).toBe(true);
    expect(second!.endsWith("} \r")).toBe(true);
    expect(summary.held).toBe(0);
    expect(index.asked[0]!.options.holdBack).toEqual(["duplicate"]);
  });

  it("make room: the oldest go when there are more than were allowed", async () => {
    const lines = Array.from({ length: 300 }, (_, i) => line(`${i}`, "new x"));
    const { index, summary } = await filtered([file(lines.join("\n"))], { maxDocuments: 128 });
    expect(index.documents).toBeLessThanOrEqual(130);
    expect(summary.expired).toBe(300 - index.documents);
  });
});

describe("acknowledgement", () => {
  const lines = Array.from({ length: 1000 }, (_, i) => line(`${i}`, i % 3 === 0 ? "duplicate x" : "new x"));
  const path = file(`${lines.join("\n")}\n`);

  it("of an item never comes before the flush it stands for, nor more than two batches after it was read", async () => {
    const index = new ScriptedIndex(() => new Promise((resolve) => setTimeout(resolve, 5)));
    let flushed = 0;
    const out: number[] = [];
    await filtered(
      [path],
      {
        pass: async (bytes) => {
          flushed = Number(/\d+/.exec(index.log.findLast((entry) => entry.startsWith("flushed"))!)![0]);
          for (const one of Buffer.from(bytes).toString().trim().split("\n")) out.push(JSON.parse(one).id);
          expect(Number(out.at(-1)) + 1).toBeLessThanOrEqual(flushed);
          expect(index.asked.length - flushed).toBeLessThanOrEqual(2 * 256);
        },
      },
      index,
    );
    expect(out).toHaveLength(666);
    expect(flushed).toBe(1000);
  });

  it("stops where flushing fails, with what went out before counted", async () => {
    let flushes = 0;
    const index = new ScriptedIndex(async () => {
      if (++flushes === 2) throw new Error("no space left");
    });
    const passed: Uint8Array[] = [];
    const filter = new Filter(index, {
      inputs: [path],
      fields: fieldMap(),
      drop: ["duplicate"],
      output: "items",
      question: {},
      sequenceBase: 0,
      signal: new AbortController().signal,
      pass: async (bytes) => void passed.push(bytes),
      ledger: null,
      skipped: null,
      onSkipped: () => {},
    });
    await expect(filter.run()).rejects.toThrow(/no space left/);
    expect(passed).toHaveLength(1);
    expect(filter.summary.acknowledged).toBeGreaterThan(0);
    expect(filter.summary.acknowledged).toBeLessThan(filter.summary.items);
  });

  it("of a signal's last item comes before the end", async () => {
    const abort = new AbortController();
    const index = new ScriptedIndex();
    const take = index.take.bind(index);
    index.take = (item, options) => {
      if (item.id === "500") abort.abort("SIGTERM");
      return take(item, options);
    };
    const { summary } = await filtered([path], { signal: abort.signal }, index);
    expect(summary).toMatchObject({ items: 501, acknowledged: 501 });
  });

  it("is written to the ledger once for every item that is not new", async () => {
    const ledger = new Ledger(at("ledger.jsonl"));
    await filtered([path], { ledger });
    ledger.close();
    const again = new Ledger(at("ledger.jsonl"));
    expect(again).toMatchObject({ last: 1000, cut: 0 });
    again.close();
  });

  it("writes what the ledger lacks up to the first item that comes, and no further", async () => {
    const index = new ScriptedIndex();
    await filtered([path], {}, index);
    const from = (first: number) => [file(`${lines.slice(first).join("\n")}\n`)];
    const names = () =>
      readFileSync(at("late.jsonl"), "utf8")
        .split("\n")
        .slice(0, -1)
        .map((one) => Number((JSON.parse(one) as { id: string }).id));
    const open = async (inputs: readonly string[]) => {
      const ledger = new Ledger(at("late.jsonl"));
      const { summary } = await filtered(inputs, { ledger }, index);
      ledger.close();
      return summary;
    };
    // Answers were stored for all thousand; nobody has seen those from the 300th on.
    expect(await open([file("")])).toMatchObject({ refilled: 0 });
    expect(names()).toEqual([]);
    expect(await open([file(`${lines[300]}\n`)])).toMatchObject({ items: 1, replayed: 1, refilled: 100 });
    expect(names().at(-1)).toBe(300);
    expect(await open(from(300))).toMatchObject({ items: 700, replayed: 700, refilled: 0 });
    expect(names()).toEqual(lines.flatMap((_, i) => (i % 3 === 0 ? [i] : [])));
  });
});
