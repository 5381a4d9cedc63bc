import { expect, test } from "vitest";
import { createEngine } from "../../src/index.js";
import { invented } from "./support.js";

async function cappedOf(documents: number): Promise<unknown> {
  const engine = await createEngine();
  const formula = invented(12, 999_999);
  for (let n = 0; n < documents; n++) engine.add({ id: `d${n}`, text: `${formula} ${invented(60, n + 1)}` });
  expect(engine.capped).toBeUndefined();
  for await (const _ of engine.matches());
  const { capped } = engine;
  await engine.close();
  return capped;
}

test("what stands in too many texts to be followed is counted, with its places", async () => {
  expect(await cappedOf(40)).toEqual({ fingerprints: 0, postings: 0 });
  // Twelve words hold nine runs of four.
  expect(await cappedOf(200)).toEqual({ fingerprints: 9, postings: 9 * 200 });
});
