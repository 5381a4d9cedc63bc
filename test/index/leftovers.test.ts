/** What is removed leaves nothing behind, and `verify` finds what would be left. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keyOf, type Part } from "../../src/index/storage/keys.js";
import { type Index, openIndex } from "../../src/index.js";
import { openLmdb } from "../../src/store/lmdb.js";
import { stream } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-leftovers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KINDS = [{}, { keepText: false }, { copiesOnly: true }] as const;

async function filled(name: string, options: object, documents = 120): Promise<Index> {
  const index = await openIndex(join(folder, name), options);
  for (const item of stream(documents, 5)) await index.take(item);
  await index.commit();
  return index;
}

async function reopened(index: Index): Promise<Index> {
  await index.close();
  return openIndex(index.dir!);
}

test.each(KINDS)("an index that was emptied holds nothing, compacted or not (%j)", async (options) => {
  for (const isCompacted of [false, true]) {
    let index = await filled(`emptied-${isCompacted}-${JSON.stringify(options)}`, options);
    index = await reopened(index);
    expect(await index.expire({ maxDocuments: 0 })).toBe(index.lastSequence);
    index = await reopened(index);
    if (isCompacted) await index.compact();
    const { documents, answers, postings, bandEntries, bytes } = index.stats();
    expect({ documents, answers, postings, bandEntries }).toEqual({
      documents: 0,
      answers: 0,
      postings: 0,
      bandEntries: 0,
    });
    expect(Object.keys(bytes).sort()).toEqual(["file", "header", "state"]);
    expect(index.verify()).toEqual([]);
    await index.add({ id: "again", text: "the first item of a new life of this index" });
    index = await reopened(index);
    expect(index.verify()).toEqual([]);
    expect([...index.ids()]).toEqual(["again"]);
    await index.close();
  }
});

test.each(KINDS)("compact leaves no entry of what was removed, in whatever process (%j)", async (options) => {
  let index = await filled(`compacted-${JSON.stringify(options)}`, options);
  await index.compact();
  const ids = [...index.ids()];
  for (const id of ids.slice(0, -1)) {
    await index.remove(id);
    if (id === ids[60]) index = await reopened(index);
  }
  index = await reopened(index);
  expect(index.verify()).toEqual([]);
  await index.compact();
  const left = index.stats();
  expect(index.verify()).toEqual([]);
  const alone = await openIndex(null, options);
  await alone.take(stream(120, 5).at(-1)!);
  const { postings, bandEntries } = alone.stats();
  expect([left.postings, left.bandEntries]).toEqual([postings, bandEntries]);
  await index.close();
});

test("what was removed goes from disk by itself, also where each process removes a little", async () => {
  let index = await filled("bit-by-bit", {});
  await index.compact();
  const { postings } = index.stats();
  const ids = [...index.ids()];
  for (let at = 0; at < 80; at += 8) {
    for (const id of ids.slice(at, at + 8)) await index.remove(id);
    index = await reopened(index);
  }
  await index.commit();
  expect(index.stats().postings).toBeLessThan(0.55 * postings);
  expect(index.verify()).toEqual([]);
  await index.close();
});

/** Values that belong to nothing any more, made of ones that did. */
const FORGED: [Part, number[], number[]][] = [
  ["documents", [0], [7]],
  ["rows", [0], [7]],
  ["sketches", [0], [7]],
  ["edges", [0], [7]],
  ["blocks", [0, 1, 0], [0, 77, 0]],
  ["words", [1, 0], [77, 0]],
  ["postLog", [1, 0], [1, 77]],
];

test.each(FORGED)("verify finds a value of %s that belongs to nothing", async (part, from, to) => {
  const dir = join(folder, `forged-${part}`);
  const index = await filled(`forged-${part}`, {});
  const isCompact = part === "blocks" || part === "words";
  if (isCompact) await index.compact();
  await index.close();
  const store = await openLmdb(dir, "write");
  const found = store.get(keyOf(part, ...from)) ?? [...store.entries(keyOf(part, from[0]!))][0]!.body;
  const body = found.slice();
  // A log of posts names its documents: that of this one is to come.
  if (part === "postLog") new DataView(body.buffer).setUint32(0, 5000, true);
  await store.write([{ key: keyOf(part, ...to), body }]);
  await store.close();
  const reader = await openIndex(dir, { mode: "read" });
  expect(reader.verify().length).toBeGreaterThan(0);
  await reader.close();
});

test("verify finds entries of documents that are gone, which no merge knows of", async () => {
  const dir = join(folder, "unknown");
  const index = await filled("unknown", {});
  await index.compact();
  await index.remove([...index.ids()][40]!);
  expect(index.verify()).toEqual([]);
  await index.close();
  const store = await openLmdb(dir, "write");
  const key = keyOf("state");
  const state = JSON.parse(new TextDecoder().decode(store.get(key)));
  for (const name of ["fingerprints", "bands"]) {
    const [segment] = state.tables[name].segments;
    expect(segment.dead).toBeGreaterThan(0);
    delete segment.dead;
  }
  await store.write([{ key, body: new TextEncoder().encode(JSON.stringify(state)) }]);
  await store.close();
  const reader = await openIndex(dir, { mode: "read" });
  expect(reader.verify().map(({ part }) => part)).toEqual(["fingerprints", "bands"]);
  await reader.close();
});

test("after merge no segment has more than a fifth of what was removed", async () => {
  const index = await openIndex(null);
  for (const item of stream(2300, 8)) {
    await index.take(item);
    if (index.lastSequence % 256 === 0) await index.commit();
  }
  await index.merge();
  const before = index.stats().postings / index.documents;
  await index.expire({ maxDocuments: 700 });
  await index.merge();
  const { postings, documents } = index.stats();
  expect(documents).toBe(700);
  // A fifth may be dead in segments, and what is younger than a segment.
  expect(postings / documents).toBeLessThan(1.35 * before);
  expect(index.verify()).toEqual([]);
  await index.close();
});
