import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packDocument, unpackAnswer, unpackDocument } from "../../src/index/storage/codec.js";
import { keyOf } from "../../src/index/storage/keys.js";
import { unpackText } from "../../src/index/storage/text-bytes.js";
import { blockOf, findInBlock, packBlock, shapeFor, unpackBlock } from "../../src/index/table/block.js";
import { BlockCache } from "../../src/index/table/block-cache.js";
import { HashTable } from "../../src/index/table/table.js";
import { MemoryStore } from "../../src/store/memory.js";
import { StagedStore } from "../../src/store/staged.js";
import { seal, unseal } from "../../src/store/store.js";
import { packText } from "./pack-text.js";

const golden = JSON.parse(readFileSync(new URL("../golden/index.json", import.meta.url), "utf8"));
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const hex = (found: Uint8Array) => Buffer.from(found).toString("hex");

test("keys and sealed values", () => {
  expect(hex(keyOf("blocks", 1, 2, 3))).toBe(golden.key);
  const key = bytes(golden.key);
  expect(hex(seal(key, bytes("0102")))).toBe(golden.sealed);
  expect(hex(unseal("x", key, bytes(golden.sealed)))).toBe("0102");
  for (let bit = 0; bit < 8 * (golden.sealed.length / 2); bit++) {
    const damaged = bytes(golden.sealed);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => unseal("x", key, damaged)).toThrow(/damaged/);
  }
  expect(() => unseal("x", keyOf("blocks", 1, 2, 4), bytes(golden.sealed))).toThrow(/damaged/);
});

test("blocks", () => {
  const hashes = Uint32Array.from(golden.block.hashes as number[]);
  const numbers = Uint32Array.from(golden.block.numbers as number[]);
  const shape = shapeFor(hashes.length, 5, 300);
  const block = packBlock(hashes, numbers, 0, hashes.length, shape);
  expect(hex(block)).toBe(golden.block.bytes);
  const found: number[] = [];
  findInBlock(block, hashes[1]!, shape, (number) => found.push(number) > 0);
  expect(found).toEqual([numbers[2], numbers[1]]);
});

test.each([10, 5000, 40_000, 300_000])(
  "%i entries are found in their blocks, and come out as they went in",
  (count) => {
    const shape = shapeFor(count, 1, count);
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++) hashes[i] = Math.imul(i % 7 === 0 ? 7 * i : i, 0x9e3779b1) >>> 0;
    hashes.sort();
    const numbers = Uint32Array.from(hashes, (_, i) => 1 + ((i * 31) % count));
    const [outHashes, outNumbers] = [new Uint32Array(count), new Uint32Array(count)];
    for (let from = 0, at = 0; from < count; ) {
      const number = blockOf(hashes[from]!, shape);
      let to = from;
      while (to < count && blockOf(hashes[to]!, shape) === number) to++;
      const block = packBlock(hashes, numbers, from, to, shape);
      at = unpackBlock(block, number, shape, outHashes, outNumbers, at);
      const sought = hashes[from]!;
      const found: number[] = [];
      findInBlock(block, sought, shape, (one) => found.push(one) > 0);
      expect(found).toEqual([...numbers.subarray(from, to)].filter((_, i) => hashes[from + i] === sought));
      from = to;
    }
    expect(outHashes).toEqual(hashes);
    expect(outNumbers).toEqual(numbers);
  },
);

test("the state of a table", () => {
  const store = new StagedStore(new MemoryStore());
  const cache = new BlockCache(store, 1);
  const table = new HashTable(cache, 0, golden.table, () => true);
  expect(table.state()).toEqual(golden.table);
  table.noteDead(900, 50);
  table.noteDead(950, 1);
  expect(table.state().segments.map(({ dead }) => dead)).toEqual([170, 1]);
});

test("texts, documents, answers", () => {
  expect(unpackText(bytes(golden.text.packed))).toBe(golden.text.text);
  for (const text of ["", "a\u001b\n\u0000", "نصّ عربي, ١٢٣ — 漢字 😀", "\ud800 alone", "پيام"]) {
    expect(unpackText(packText(text))).toBe(text);
  }
  expect(unpackDocument(bytes(golden.document.record))).toEqual(golden.document.stored);
  expect(unpackDocument(packDocument(golden.document.stored, true))).toEqual(golden.document.stored);
  expect(unpackAnswer(bytes(golden.answer.record), 7)).toEqual(golden.answer.stored);
});
