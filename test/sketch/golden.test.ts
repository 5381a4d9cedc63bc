import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bandKeysInto } from "../../src/candidates/bands.js";
import type { SketchScheme } from "../../src/kernel/index.js";
import { KERNELS, SCHEMES, sketch, splitmix64 } from "./support.js";

interface Vectors {
  splitmix64: { slots: number; seed: number; elements: number; signature: number[] }[];
  given: { slots: number; elements: string[]; signature: number[] };
}
interface BandVectors {
  bandKeysOf: { slots: number; seed: number; elements: number };
  bandKeys: { bands: number; rowsPerBand: number; keys: number[] }[];
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8"));
const vectors: Record<SketchScheme, Vectors> = { fss: read("sketch.json"), affine32: read("affine32.json") };
const bandVectors: BandVectors = read("sketch.json");

describe.each(KERNELS.map((kernel) => ({ name: kernel.name, kernel })))("$name", ({ kernel }) => {
  test.each(SCHEMES)("%s", (scheme) => {
    for (const { slots, seed, elements, signature } of vectors[scheme].splitmix64)
      expect([...sketch(kernel, scheme, splitmix64(seed, elements), slots)]).toEqual(signature);
    const { slots, elements, signature } = vectors[scheme].given;
    const words = new BigUint64Array(elements.map((element) => BigInt(`0x${element}`)));
    expect([...sketch(kernel, scheme, new Uint32Array(words.buffer), slots)]).toEqual(signature);
  });
});

test("band keys", () => {
  const { slots, seed, elements } = bandVectors.bandKeysOf;
  const signature = sketch(KERNELS[0]!, "fss", splitmix64(seed, elements), slots);
  for (const { bands, rowsPerBand, keys } of bandVectors.bandKeys) {
    const found = new Uint32Array(bands + 2);
    bandKeysInto(signature, bands, rowsPerBand, found, 1);
    expect([...found]).toEqual([0, ...keys, 0]);
  }
});
