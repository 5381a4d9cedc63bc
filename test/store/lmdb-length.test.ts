/** A file may be shorter than its last page's number says, where what is missing was never written. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DATA_FILE, openLmdb } from "../../src/store/lmdb.js";
import { checkMeta } from "../../src/store/lmdb-meta.js";
import type { Change } from "../../src/store/store.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-length-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (number: number) => Uint8Array.of(100, number >> 8, number & 255);

test("a sound file is opened after whatever was written and deleted; one that lacks a page that counts is not", async () => {
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const path = join(folder, DATA_FILE);
  const other = join(folder, "other");
  mkdirSync(other);
  const store = await openLmdb(folder, "write");
  let shorter = 0;
  for (let round = 0; round < 120; round++) {
    const changes: Change[] = [];
    for (let n = random(60); n >= 0; n--) {
      const body = round % 3 === 2 || random(3) === 0 ? null : new Uint8Array(random(30_000)).fill(round);
      changes.push({ key: key(random(200)), body });
    }
    await store.write(changes);
    copyFileSync(path, join(other, DATA_FILE));
    checkMeta(join(other, DATA_FILE), "read");
    const { size } = statSync(path);
    const copied = await openLmdb(other, "read");
    expect([...copied.entries(Uint8Array.of(100))].length).toBe(
      [...store.entries(Uint8Array.of(100))].length,
    );
    await copied.close();
    if (round % 10 !== 0) continue;
    truncateSync(join(other, DATA_FILE), size - 4096 * (1 + random(4)));
    try {
      checkMeta(join(other, DATA_FILE), "read");
      shorter++;
      // What is missing may be free pages: then all is there.
      const cut = await openLmdb(other, "read");
      expect([...cut.entries(Uint8Array.of(100))].length).toBe([...store.entries(Uint8Array.of(100))].length);
      await cut.close();
    } catch (error) {
      expect((error as Error).message).toMatch(/is cut short: found \d+ bytes, expected at least \d+/);
    }
  }
  expect(shorter).toBeLessThan(12);
  await store.close();
});

test("free pages at the end may be missing, and what is written then is there", async () => {
  const dir = join(folder, "free");
  mkdirSync(dir);
  const path = join(dir, DATA_FILE);
  let store = await openLmdb(dir, "write");
  const write = (from: number, to: number, bytes: number | null) =>
    store.write(
      Array.from({ length: to - from }, (_, i) => ({
        key: key(from + i),
        body: bytes === null ? null : new Uint8Array(bytes).fill(from + i),
      })),
    );
  await write(0, 20, 100);
  await write(20, 120, 20_000);
  await write(20, 120, null);
  for (let n = 0; n < 4; n++) await write(0, 20, 100 + n);
  await store.close();
  const { size } = statSync(path);
  let kept = size;
  for (; ; kept -= 4096) {
    copyFileSync(path, join(folder, "try"));
    truncateSync(join(folder, "try"), kept - 4096);
    try {
      checkMeta(join(folder, "try"), "write");
    } catch {
      break;
    }
  }
  expect(kept).toBeLessThan(size / 2);
  truncateSync(path, kept);
  store = await openLmdb(dir, "write");
  const lengths = () => [...store.entries(Uint8Array.of(100))].map(({ body }) => body.length);
  expect(lengths()).toEqual(Array(20).fill(103));
  await write(20, 60, 9000);
  expect(lengths()).toEqual([...Array(20).fill(103), ...Array(40).fill(9000)]);
  await store.close();
});
