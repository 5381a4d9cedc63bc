/** One trace reads an article once, however many of its steps ask for the tokens. */
import { expect, test, vi } from "vitest";
import { createEngine, type Document, openIndex } from "../../src/index.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { stream } from "../index/support.js";

const decoder = new TextDecoder();
/** The words of openings are read apart, for candidates: texts are longer than these. */
const LEAST_BYTES = 4000;

/** Long articles of which every two share a part, each with words that somebody says. */
function articles(seed: number): Document[] {
  const parts = stream(40, seed).map(({ text }) => text);
  return Array.from({ length: 6 }, (_, at) => ({
    id: `d${seed}-${at}`,
    source: `paper ${at}`,
    published: `2024-03-0${at + 1}T10:00:00Z`,
    text: `${parts.slice(3 * at, 3 * at + 12).join("\n")}\nوقال الوزير: «${parts[at]}».`,
  }));
}

/** By text, how often it was tokenised for its places while `work` ran. */
async function reads(work: () => Promise<unknown>): Promise<number[]> {
  const kernel = await threadKernel();
  const counts = new Map<string, number>();
  const own = kernel.tokenise.bind(kernel);
  const spy = vi.spyOn(kernel, "tokenise").mockImplementation((from, to, offsets) => {
    if (offsets && to - from >= LEAST_BYTES) {
      const text = decoder.decode(kernel.input(0).slice(from, to));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return own(from, to, offsets);
  });
  await work();
  spy.mockRestore();
  return [...counts.values()];
}

test("through an engine, of a document that is there and of one that is not", async () => {
  const engine = await createEngine();
  const [given, ...others] = articles(1);
  for (const document of others) engine.add(document);
  for (const of of ["d1-3", given!]) {
    const counts = await reads(() => engine.trace(of));
    expect(Math.max(...counts, 0)).toBeLessThanOrEqual(1);
  }
  expect((await engine.trace("d1-3")).sources.length).toBeGreaterThan(2);
  await engine.close();
});

test("through an index", async () => {
  const index = await openIndex(null);
  for (const document of articles(2)) await index.add(document);
  const counts = await reads(() => index.trace("d2-3"));
  expect(counts.length).toBeGreaterThan(2);
  expect(Math.max(...counts)).toBe(1);
  await index.close();
});
