/** What a careful reader finds in five real articles (`articles/expected.md`), by offset: their text is not ours to keep. */
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";

const ARTICLES = new URL("../../../shared/articles/", import.meta.url);
const PRESENT = existsSync(ARTICLES);
if (!PRESENT) console.log("skipped: ../shared/articles is not there");

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

function read(seed: number) {
  const text = readFileSync(new URL(`seed-${seed}.txt`, ARTICLES), "utf8");
  return quotationsOf(kernel, { text }).map((quotation) => ({
    ...quotation,
    name: quotation.speaker && text.slice(quotation.speaker.start, quotation.speaker.end),
  }));
}

/** Verb, and where its speaker stands: the minister, the officer, the minister by name. */
const SEED_1 = [
  ["يشدّد", 0, 13],
  ["أشار", 869, 897],
  ["أكد", 2700, 2722],
];
const SEED_3_INSERTION = { start: 847, end: 862 };

describe.skipIf(!PRESENT)("the five articles", () => {
  it("seed-0: the ministry, in reported speech only", () => {
    const found = read(0);
    expect(found.length).toBeGreaterThanOrEqual(6);
    expect(found.every(({ kind }) => kind === "reported")).toBe(true);
    expect(found.every(({ name }) => name === "وزارة الداخلية" || name === "الوزارة")).toBe(true);
  });

  it("seed-1: the minister, and an officer who pointed to something", () => {
    const found = read(1);
    expect(found.every(({ kind, via }) => kind === "reported" && via === "named")).toBe(true);
    expect(found.map(({ verb, speaker }) => [verb?.text, speaker?.start, speaker?.end])).toEqual(SEED_1);
  });

  it("seed-2: the spokesman; whoever is only called an official is nobody", () => {
    const found = read(2);
    expect(found.every(({ kind }) => kind === "reported")).toBe(true);
    expect(found[0]!.start).toBeGreaterThan(100);
    expect(found.map(({ verb, via, name }) => [verb?.text, via, name?.split(" ").at(-1) ?? null])).toEqual([
      ["أعلنت", "named", "السورية"],
      ["أكد", "named", "البابا"],
      ["أفاد", "named", "البابا"],
      ["أعلن", "unresolved", null],
      ["موضحاً", "unresolved", null],
      ["بحسب", "named", "المحللين"],
    ]);
  });

  it("seed-3: six direct quotations of the ministry, an insertion, two scare quotes", () => {
    const found = read(3);
    const direct = found.filter(({ kind }) => kind === "direct");
    expect(direct.map(({ via }) => via)).toEqual([
      "named",
      "carried",
      "carried",
      "carried",
      "carried",
      "named",
    ]);
    expect(direct.map(({ verb }) => verb?.text)).toEqual([
      "قالت",
      "بينت",
      "أضافت",
      "متابعة",
      "أشارت",
      "اعتبرت",
    ]);
    expect(direct.map(({ name }) => name)).toEqual([...Array(5).fill("الوزارة"), "الداخلية السورية"]);
    expect(direct.flatMap(({ insertions }) => insertions)).toEqual([SEED_3_INSERTION]);
    expect(found.filter(({ kind }) => kind === "scare").map(({ start, end }) => end - start)).toEqual([4, 4]);
    const macron = found.find(({ verb }) => verb?.text === "مؤكداً")!;
    expect(macron.kind).toBe("reported");
    expect(macron.name).toMatch(/ماكرون$/);
  });

  it("seed-4: nobody says anything", () => {
    expect(read(4)).toEqual([]);
  });
});
