/** Texts are deflated to the same bytes wherever that is done, and can be read before and after. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { StoredDocument } from "../../src/index/storage/codec.js";
import { packDocument, unpackDocument } from "../../src/index/storage/codec.js";
import { packChunk, squeezeChunk, squeezeRecord, unpackChunk } from "../../src/index/storage/squeeze.js";
import { Squeezer } from "../../src/index/storage/squeezer.js";
import { openIndex } from "../../src/index.js";
import { stream } from "./support.js";

const BUILT = resolve(import.meta.dirname, "../../dist/index/storage/squeezer.js");
const stored: StoredDocument[] = stream(70, 9).map((document, at) => ({
  sequence: at + 1,
  arrived: 1e12 + at,
  key: null,
  document,
}));
const [perChunk, idLengthAt] = [32, 12];

function chunks() {
  const records = stored.map((one) => packDocument(one, true));
  return [0, 32, 64].map((from) => ({
    body: packChunk(
      Array.from({ length: perChunk }, (_, slot) => (slot % 9 === 4 ? undefined : records[from + slot])),
    ),
    perChunk,
    idLengthAt,
  }));
}

test("a squeezed record is smaller, tells the same, and is not squeezed again", () => {
  for (const one of stored) {
    const record = packDocument(one, true);
    const squeezed = squeezeRecord(record, idLengthAt);
    expect(unpackDocument(record)).toEqual(one);
    expect(unpackDocument(squeezed)).toEqual(one);
    if (one.document.text.length > 400) expect(squeezed.length).toBeLessThan(0.8 * record.length);
    expect(squeezeRecord(squeezed, idLengthAt)).toBe(squeezed);
  }
  for (const { body } of chunks()) {
    const [before, after] = [body, squeezeChunk({ body, perChunk, idLengthAt })].map((one) =>
      unpackChunk(one, perChunk).map((record) => record && unpackDocument(record)),
    );
    expect(after).toEqual(before);
  }
});

test("a thread gives the same bytes, and where none can be had they are made here", async () => {
  if (!existsSync(BUILT) || availableParallelism() < 2)
    console.log("squeeze.test.ts: no build or one processor only: the thread is not tested");
  const { Squeezer: Built } = existsSync(BUILT)
    ? ((await import(BUILT)) as { Squeezer: typeof Squeezer })
    : { Squeezer };
  const expected = chunks().map((chunk) => squeezeChunk(chunk));
  for (const squeezer of [new Built(), new Squeezer()]) {
    expect(squeezer.forBytes(100)).toBe(null);
    for (let round = 0; round < 3; round++)
      expect(await Promise.all(chunks().map((chunk) => squeezer.squeeze(chunk)))).toEqual(expected);
    const cut = chunks().map((chunk) => squeezer.squeeze(chunk));
    await squeezer.close();
    expect(await Promise.all(cut)).toEqual(expected);
  }
});

test("a thread can be closed at any moment of its work", async () => {
  if (!existsSync(BUILT)) {
    console.log("squeeze.test.ts: no build: closing a thread is not tested");
    return;
  }
  // In a process of its own: what went wrong here ended the whole process.
  const script = `
    import { packChunk } from ${JSON.stringify(pathToFileURL(join(BUILT, "../squeeze.js")).href)};
    import { Squeezer } from ${JSON.stringify(pathToFileURL(BUILT).href)};
    const body = packChunk(Array.from({ length: 32 }, () => new Uint8Array(600)));
    const chunk = { body, perChunk: 32, idLengthAt: 12 };
    for (let round = 0; round < 60; round++) {
      const squeezer = new Squeezer();
      const bodies = Array.from({ length: 100 }, () => squeezer.squeeze(chunk));
      if (round % 2 === 0) await bodies[round];
      else await new Promise((done) => setTimeout(done, 1.5 * round));
      await squeezer.close();
      await Promise.all(bodies);
    }
    console.log("closed");`;
  const folder = mkdtempSync(join(tmpdir(), "isnad-squeeze-"));
  try {
    const file = join(folder, "close.mjs");
    writeFileSync(file, script);
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout).toBe("closed\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is read between asking and commit, and after it, is the same", async () => {
  const index = await openIndex(null);
  const items = stream(300, 4).map((item) => ({ ...item, text: `${item.text} ${item.text.slice(0, 900)}` }));
  let landed = Promise.resolve();
  for (const [at, item] of items.entries()) {
    await index.take(item);
    if (at % 100 === 99) {
      const before = landed;
      landed = index.commit();
      expect(index.document(items[at - 50]!.id)).toEqual(items[at - 50]);
      await before;
    }
  }
  await landed;
  for (const item of items) expect(index.document(item.id)).toEqual(item);
  expect(index.verify()).toEqual([]);
  const { bytes } = index.stats();
  const units = items.reduce((sum, { text }) => sum + text.length, 0);
  expect(bytes.documents).toBeLessThan(0.75 * units);
  await index.close();
});
