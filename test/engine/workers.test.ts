/** Threads need the built package: `npm test` builds it first. */
import { existsSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Isnad from "../../src/index.js";
import type { Document } from "../../src/model/index.js";
import { articles, invented, jsonLines, matchesOf, temporaryFolder } from "./support.js";

const PACKAGE = new URL("../../dist/index.js", import.meta.url);
const file = temporaryFolder();
/** Three workers need 36 MB, which a field that nobody reads provides. */
const FILLER = "x".repeat(60_000);

function* documents(): Generator<Document & { filler: string }> {
  for (const article of articles()) yield { ...article, filler: FILLER };
  for (let item = 0; item < 260; item++) {
    const text = invented(120, item);
    yield { id: `item-${item}`, text, filler: FILLER };
    if (item % 3 === 0) yield { id: `copy-${item}`, text, filler: FILLER };
    if (item % 4 === 0)
      yield { id: `edited-${item}`, text: `${text} ${invented(20, 1000 + item)}`, filler: FILLER };
    if (item % 5 === 0) {
      const excerpt = text.split(" ").slice(30, 60).join(" ");
      yield { id: `part-${item}`, text: `${invented(100, 2000 + item)} ${excerpt}.`, filler: FILLER };
    }
  }
  // Longer than a story that such pairs may make: some bind two stories.
  for (let link = 0; link < 90; link++)
    yield {
      id: `chain-${link}`,
      text: `${invented(30, 9000 + link)} ${invented(60, 9200 + link)} ${invented(30, 9001 + link)}`,
      filler: FILLER,
    };
}

describe.runIf(existsSync(PACKAGE))("threads", () => {
  let isnad: typeof Isnad;
  beforeAll(async () => {
    isnad = (await import(PACKAGE.href)) as typeof Isnad;
    writeFileSync(file("big.jsonl"), `${jsonLines(documents())}not JSON\n`);
    writeFileSync(file("small.json"), JSON.stringify([{ id: "small", text: invented(120, 3) }]));
  });

  async function printed(workers: number): Promise<string> {
    const engine = await isnad.createEngine();
    const inputs = [file("big.jsonl"), file("small.json")];
    const { bytes, ...read } = await engine.read(inputs, { workers });
    expect(bytes).toBeGreaterThan(36 << 20);
    const matches = await matchesOf(engine as never, { minVerdict: "same-news" });
    const expanded = await matchesOf(engine as never, { expand: true });
    const { clusters } = await engine.clusters();
    const decisions = { confirmed: [{ from: "item-1", to: "item-2" }], rejected: [], times: [] };
    const lineage = await engine.lineage({ decisions });
    expect(lineage.stories.length).toBeGreaterThan(10);
    expect(lineage.between.length).toBeGreaterThan(0);
    const trace = await engine.trace("item-1", { decisions });
    await engine.close();
    return JSON.stringify([read, engine.ids(), matches, expanded, clusters, lineage, trace]);
  }

  test("give the bytes that one thread gives, however many they are", async () => {
    const one = await printed(1);
    expect(await printed(2)).toBe(one);
    expect(await printed(3)).toBe(one);
  });

  test("align what came in streams, and go on after a smaller file was read", async () => {
    const lines = Array.from(documents(), ({ filler, ...document }) => document);
    // 27 MB of text: enough for two threads.
    const long = Array.from({ length: 9 }, (_, at) => ({
      id: `long-${at}`,
      text: invented(180_000, 7000 + at),
    }));
    writeFileSync(file("stream.json"), JSON.stringify([...lines, ...long]));
    const asked = async (workers: number) => {
      const engine = await isnad.createEngine();
      await engine.read([file("stream.json")], { workers });
      await engine.read([file("small.json")], { workers });
      const matches = await matchesOf(engine as never);
      await engine.close();
      return JSON.stringify(matches);
    };
    expect(await asked(2)).toBe(await asked(1));
  });

  test("end with the signal, while they read and while they align, and leave an engine that can be asked", async () => {
    const engine = await isnad.createEngine();
    const aborted = (): { signal: AbortSignal; onProgress: () => void } => {
      const controller = new AbortController();
      return { signal: controller.signal, onProgress: () => controller.abort() };
    };
    const inputs = [file("big.jsonl"), file("small.json")];
    await expect(engine.read(inputs, { workers: 2, ...aborted() })).rejects.toThrow(/abort/i);
    expect(engine.ids()).toEqual([]);
    await engine.read(inputs, { workers: 2 });
    await expect(matchesOf(engine as never, aborted())).rejects.toThrow(/abort/i);
    expect((await matchesOf(engine as never)).length).toBeGreaterThan(0);
    await engine.close();
  });
});
