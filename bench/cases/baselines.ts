/**
 * What a user would write or install instead, from the same JSON lines to signatures of 128 slots over
 * shingles of as many words: idiomatic TypeScript with `xxhash-wasm`, and the npm package `minhash`.
 */
import { Minhash } from "minhash";
import xxhash from "xxhash-wasm";
import { SKETCH } from "../../src/document/sketch.js";
import { Random } from "../support/random.js";

const { slots, shingleTokens } = SKETCH;

export interface Baseline<Signature> {
  readonly name: string;
  sign(text: string): Signature;
  estimate(a: Signature, b: Signature): number;
}

/** The article's text of a JSON line, as each baseline starts from it. */
export function textOf(line: string): string {
  const record = JSON.parse(line) as { text?: string; content?: string };
  return record.text ?? record.content ?? "";
}

/** Words of a text as a reader of a regular-expression tutorial would take them, orthography folded. */
export function words(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/[\p{M}ـ]/gu, "")
      .replace(/[أإآٱ]/g, "ا")
      .replace(/ى/g, "ي")
      .replace(/ة/g, "ه")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function shingles(text: string): Set<string> {
  const all = words(text);
  const set = new Set<string>();
  for (let i = 0; i + shingleTokens <= all.length; i++) set.add(all.slice(i, i + shingleTokens).join(" "));
  if (set.size === 0 && all.length > 0) set.add(all.join(" "));
  return set;
}

/** min over shingles of a·h + b mod 2³², as most write it: 32-bit XXH per shingle, a loop per slot. */
export async function xxhashBaseline(): Promise<Baseline<Uint32Array>> {
  const { h32 } = await xxhash();
  const random = new Random(1);
  const a = Uint32Array.from({ length: slots }, () => random.uint32() | 1);
  const b = Uint32Array.from({ length: slots }, () => random.uint32());
  return {
    name: "TypeScript + xxhash-wasm",
    sign(text) {
      const signature = new Uint32Array(slots).fill(0xffffffff);
      for (const shingle of shingles(text)) {
        const hash = h32(shingle);
        for (let slot = 0; slot < slots; slot++) {
          const value = (Math.imul(a[slot]!, hash) + b[slot]!) >>> 0;
          if (value < signature[slot]!) signature[slot] = value;
        }
      }
      return signature;
    },
    estimate: (x, y) => x.reduce((equal, value, slot) => equal + (value === y[slot] ? 1 : 0), 0) / slots,
  };
}

export function minhashBaseline(): Baseline<Minhash> {
  return {
    name: "npm minhash",
    sign(text) {
      const signature = new Minhash({ numPerm: slots });
      for (const shingle of shingles(text)) signature.update(shingle);
      return signature;
    },
    estimate: (x, y) => x.jaccard(y),
  };
}
