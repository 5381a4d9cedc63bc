import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openIndex } from "../../src/index.js";
import { readsOf, stream } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-opening-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("opening reads no text, no answer, no sketch and no segment, and the first answer few", async () => {
  const dir = join(folder, "many");
  const writer = await openIndex(dir);
  // Equal texts and copies, whose first is told by id where they have no date.
  const items = stream(600, 3).map(({ published: _, ...item }) => item);
  for (const [at, item] of items.entries()) {
    await writer.take(item);
    if (at % 3 === 0) await writer.take({ ...item, id: `again ${at}` });
  }
  await writer.merge();
  const { documents } = writer;
  await writer.close();
  let reader = await openIndex(null);
  const opening = await readsOf(async () => {
    reader = await openIndex(dir, { mode: "read" });
  });
  for (const part of ["documents", "answers", "sketches", "blocks"]) expect(opening[part]).toBeUndefined();
  expect(opening.rows).toBeLessThanOrEqual(Math.ceil(documents / 256) + 1);
  const answering = await readsOf(async () => {
    await reader.check({ text: "نص قصير لا يشبه شيئا مما حفظ من قبل في هذا الفهرس الكبير" });
  });
  expect(answering.documents ?? 0).toBe(0);
  const listing = await readsOf(async () => {
    expect([...reader.ids()].length).toBe(documents);
    expect([...reader.answers()].length).toBe(items.length + items.length / 3);
  });
  // Each chunk once.
  expect(listing.documents).toBeLessThanOrEqual(Math.ceil(documents / 32) + 1);
  expect(listing.answers).toBeLessThanOrEqual(Math.ceil((4 * items.length) / 3 / 64) + 1);
  expect(reader.verify()).toEqual([]);
  await reader.close();
});
