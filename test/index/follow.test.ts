import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withCommit } from "../../src/index/rows/format.js";
import { openIndex } from "../../src/index.js";
import { random } from "../engine/support.js";
import { readsOf, stream } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-follow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([1, 2, 3])(
  "a reader that follows answers as one that has just opened: seed %i",
  async (seed) => {
    const dir = join(folder, `seed-${seed}`);
    const draw = random(seed);
    const writer = await openIndex(dir);
    const items = stream(1500, 40 + seed).map(({ published: _, ...item }, at) =>
      at % 2 === 0 ? item : { ...item, published: new Date(Date.UTC(2024, 0, 1 + (at % 28))).toISOString() },
    );
    const reader = await openIndex(dir, { mode: "read" });
    const kept: string[] = [];
    let compared = 0;
    for (const [at, item] of items.entries()) {
      await writer.take(item);
      kept.push(item.id);
      // The same text, under a number that may come to stand for it.
      if (draw() < 0.2) await writer.take({ ...item, id: `${item.id}-again` });
      if (draw() < 0.1) await writer.remove(kept[Math.floor(draw() * kept.length)]!);
      if (draw() < 0.004) await writer.expire({ maxDocuments: Math.ceil(0.7 * writer.documents) });
      if (draw() < 0.15) await writer.commit();
      if (draw() > 0.04) continue;
      const fresh = await openIndex(dir, { mode: "read" });
      // The last is asked again and again, while what it is compared with changes.
      for (const asked of [items[Math.floor(draw() * items.length)]!, items[at]!, items[at - (at % 150)]!]) {
        const question = { ...asked, id: "asked" };
        const arrived = { arrived: "2024-02-01T00:00:00Z" };
        expect(await reader.check(question, arrived)).toEqual(await fresh.check(question, arrived));
        expect(await reader.matches(question)).toEqual(await fresh.matches(question));
        compared++;
      }
      expect([...reader.ids()]).toEqual([...fresh.ids()]);
      if (draw() < 0.15) expect(reader.verify()).toEqual([]);
      await fresh.close();
    }
    expect(compared).toBeGreaterThan(60);
    await reader.close();
    await writer.close();
  },
  60_000,
);

test("following one commit reads a few values, however many documents there are", async () => {
  const dir = join(folder, "few");
  const writer = await openIndex(dir);
  const items = stream(1400, 7);
  for (const [at, item] of items.slice(0, -1).entries()) {
    await writer.take(item);
    if (at % 100 === 0) await writer.commit();
  }
  await writer.commit();
  const reader = await openIndex(dir, { mode: "read" });
  expect(reader.documents).toBe(writer.documents);
  await writer.add(items.at(-1)!);
  const reads = await readsOf(async () => {
    expect(reader.documents).toBe(writer.documents);
  });
  expect(reads.rows).toBeLessThanOrEqual(2);
  expect(reads.edges ?? 0).toBeLessThanOrEqual(2);
  expect(reads.postLog).toBeLessThanOrEqual(8);
  expect(reads.words).toBeUndefined();
  await reader.close();
  await writer.close();
});

test("the state tells of so many commits and chunks, the last ones", () => {
  let recent = withCommit([], 1, [4, 5]);
  expect(recent).toEqual([[1, 4, 5]]);
  for (let commit = 2; commit < 100; commit++) recent = withCommit(recent, commit, [commit]);
  expect(recent.length).toBe(64);
  expect(recent.at(-1)).toEqual([99, 99]);
  expect(
    withCommit(
      recent,
      100,
      Array.from({ length: 500 }, (_, chunk) => chunk),
    ).length,
  ).toBeLessThan(15);
  expect(
    withCommit(
      recent,
      100,
      Array.from({ length: 600 }, (_, chunk) => chunk),
    ),
  ).toEqual([]);
});
