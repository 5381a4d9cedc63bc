import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openIndex } from "../../src/index.js";
import { random } from "../engine/support.js";
import { stream } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-index-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an index closed and opened over and over answers as one in memory that never was", async () => {
  const dir = join(folder, "again");
  const draw = random(5);
  const memory = await openIndex(null);
  let disk = await openIndex(dir);
  expect(disk.created).toBe(true);
  for (const [at, item] of stream(1300, 9).entries()) {
    const options = { arrived: new Date(Date.UTC(2024, 0, 1) + 1000 * at).toISOString() };
    expect(await disk.take(item, options)).toEqual(await memory.take(item, options));
    if (draw() < 0.02) await disk.commit();
    if (draw() < 0.01) {
      await disk.close();
      disk = await openIndex(dir);
      expect(disk.created).toBe(false);
    }
    if (draw() < 0.1) {
      const gone = `9-${Math.floor(draw() * at)}`;
      expect(await disk.remove(gone)).toBe(await memory.remove(gone));
    }
  }
  expect(disk.verify()).toEqual([]);
  const { bytes: _, bytesPerDocument: __, ...figures } = disk.stats();
  expect(figures).toEqual({ ...memory.stats(), bytes: undefined, bytesPerDocument: undefined });
  const before = disk.stats().bytes.file!;
  await disk.compact();
  expect(disk.stats().bytes.file).toBeLessThan(0.9 * before);
  expect(disk.verify()).toEqual([]);
  expect([...disk.ids()]).toEqual([...memory.ids()]);
  expect([...disk.answers()]).toEqual([...memory.answers()]);
  const more = await disk.add({ id: "more", text: "نص آخر بعد الضغط" });
  await disk.close();
  disk = await openIndex(dir);
  expect(disk.answered("more", more.digest)).toEqual(more);
  await disk.close();
}, 180_000);

test("an export makes the same index again", async () => {
  const index = await openIndex(null);
  for (const item of stream(150, 4)) await index.take(item);
  await index.remove("4-7");
  const copy = await openIndex(null);
  expect(await copy.import(index.export())).toBe(index.documents);
  expect([...copy.export()]).toEqual([...index.export()]);
  expect(copy.verify()).toEqual([]);
  const [item] = stream(151, 4).slice(-1);
  expect(await copy.matches(item!)).toEqual(await index.matches(item!));
});

test("a reader sees what the writer has committed, in whole commits", async () => {
  const dir = join(folder, "reader");
  const writer = await openIndex(dir);
  const reader = await openIndex(dir, { mode: "read" });
  const items = stream(40, 6);
  for (const item of items.slice(0, 20)) await writer.take(item);
  expect(reader.documents).toBe(0);
  await writer.commit();
  expect(reader.documents).toBe(writer.documents);
  for (const item of items.slice(20)) await writer.add(item);
  expect((await reader.check(items[25]!)).replayed).toBe(true);
  await expect(reader.take(items[0]!)).rejects.toThrow(/reading only/);
  await reader.close();
  await writer.close();
});

test("100 rounds of the same volume added and expired leave the file as large as it was", async () => {
  const dir = join(folder, "rounds");
  const index = await openIndex(dir);
  const items = stream(60, 8);
  const sizes: number[] = [];
  for (let round = 0; round < 100; round++) {
    for (const item of items) await index.take({ ...item, id: `${round} ${item.id}` });
    await index.commit();
    await index.expire({ maxDocuments: 60 });
    sizes.push(statSync(join(dir, "data.mdb")).size);
  }
  expect(index.documents).toBe(60);
  expect(index.verify()).toEqual([]);
  const early = Math.max(...sizes.slice(0, 50));
  expect(Math.max(...sizes)).toBeLessThan(1.1 * early);
  await index.close();
}, 180_000);
