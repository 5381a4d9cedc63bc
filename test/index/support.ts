/** Streams of small documents that copy, quote and repeat one another, from a seed. */
import { vi } from "vitest";
import { PARTS } from "../../src/index/storage/keys.js";
import type { Document } from "../../src/model/index.js";
import { LmdbStore } from "../../src/store/lmdb.js";
import { random } from "../engine/support.js";

const ROOTS = [
  "كتب",
  "درس",
  "عمل",
  "سفر",
  "نقل",
  "حضر",
  "شرب",
  "فتح",
  "رسم",
  "جمع",
  "قطع",
  "بحث",
  "حكم",
  "ذكر",
];
const SHAPES = [
  (r: string) => r,
  (r: string) => `ال${r}`,
  (r: string) => `م${r}`,
  (r: string) => `${r}وا`,
  (r: string) => `ي${r}ون`,
  (r: string) => `ت${r}`,
  (r: string) => `${r}ة`,
  (r: string) => `است${r}`,
];

/** Texts of 20 to 120 words of a small vocabulary of names and words that come up again. */
export function stream(count: number, seed: number): Document[] {
  const draw = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const word = () => {
    const base = pick(SHAPES)(pick(ROOTS));
    return draw() < 0.6 ? base + pick(ROOTS) : base;
  };
  const sentence = () => `${Array.from({ length: 8 + Math.floor(draw() * 12) }, word).join(" ")}.`;
  const formulae = Array.from({ length: 4 }, sentence);
  const made: Document[] = [];
  for (let at = 0; at < count; at++) {
    const kind = draw();
    const before = made.length > 0 ? pick(made) : undefined;
    let text = Array.from({ length: 2 + Math.floor(draw() * 6) }, sentence).join(" ");
    if (draw() < 0.3) text = `${pick(formulae)} ${text}`;
    if (before !== undefined) {
      const words = before.text.split(" ");
      if (kind < 0.1) text = before.text;
      else if (kind < 0.3) text = words.map((one) => (draw() < 0.06 ? word() : one)).join(" ");
      else if (kind < 0.4)
        text = `${sentence()} ${words.slice(0, Math.ceil(words.length / 2)).join(" ")} ${sentence()}`;
      else if (kind < 0.45) text = words.slice(Math.floor(words.length / 3)).join(" ");
    }
    if (draw() < 0.02) text = "خبر قصير جدا";
    if (draw() < 0.01) text = "…";
    const day = 1 + Math.floor(draw() * 28);
    made.push({
      id: `${seed}-${at}`,
      text,
      ...(draw() < 0.8 ? { title: `عنوان ${Math.floor(draw() * 5)}` } : {}),
      ...(draw() < 0.85 ? { published: `2024-02-${String(day).padStart(2, "0")}` } : {}),
      ...(draw() < 0.5 ? { source: pick(["أ", "ب", "ج"]) } : {}),
    });
  }
  return made;
}

/** Values read of each part while `during` ran. */
export async function readsOf(during: () => Promise<void>): Promise<Record<string, number>> {
  const reads: Record<string, number> = {};
  const note = (letter: number) => {
    const part = Object.entries(PARTS).find(([, prefix]) => prefix.charCodeAt(0) === letter)![0];
    reads[part] = (reads[part] ?? 0) + 1;
  };
  const { get, entries } = LmdbStore.prototype;
  const spies = [
    vi.spyOn(LmdbStore.prototype, "get").mockImplementation(function (this: LmdbStore, key) {
      note(key[0]!);
      return get.call(this, key);
    }),
    vi.spyOn(LmdbStore.prototype, "entries").mockImplementation(function* (this: LmdbStore, prefix) {
      for (const entry of entries.call(this, prefix)) {
        note(prefix[0]!);
        yield entry;
      }
    }),
  ];
  await during();
  for (const spy of spies) spy.mockRestore();
  return reads;
}
