import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createEngine } from "../../src/index.js";
import { invented, jsonLines, temporaryFolder } from "../engine/support.js";

const file = temporaryFolder();

test("records without an id are named by their own file and line, however many files become one shard", async () => {
  const sizes = [3, 1500, 1, 2, 700, 700, 5];
  const expected: string[] = [];
  const inputs = sizes.map((size, at) => {
    const path = file(`part-${at}.jsonl`);
    const lines = Array.from({ length: size }, (_, line) => ({ text: invented(8, 10_000 * at + line) }));
    writeFileSync(path, `\n${jsonLines(lines)}`);
    expected.push(...lines.map((_, line) => `part-${at}.jsonl:${line + 2}`));
    return path;
  });
  const engine = await createEngine();
  const { documents } = await engine.read(inputs);
  expect(documents).toBe(expected.length);
  expect(engine.ids().sort()).toEqual(expected.sort());
  for (const [at, line] of [
    [1, 1499],
    [2, 0],
    [5, 699],
    [6, 4],
  ] as const)
    expect(engine.text(`part-${at}.jsonl:${line + 2}`)).toBe(invented(8, 10_000 * at + line));
});
