import { createKernel, type Kernel, type SketchScheme } from "../../src/kernel/index.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";

export const SCHEMES: readonly SketchScheme[] = ["fss", "affine32"];
export const reference: Kernel = new ReferenceKernel();
export const wasm: Kernel = await createKernel();
if (wasm.name !== "wasm") throw new Error("the WebAssembly kernel did not start");
export const KERNELS: readonly Kernel[] = [wasm, reference];

export function sketch(
  kernel: Kernel,
  scheme: SketchScheme,
  elements: Uint32Array,
  slots: number,
): Uint32Array {
  const signature = new Uint32Array(slots);
  kernel.sketchHashes(scheme, elements, signature);
  return signature;
}

/** The first `count` outputs of splitmix64, as low and high words. */
export function splitmix64(seed: number, count: number): Uint32Array {
  const words = new BigUint64Array(count);
  const word = (value: bigint) => BigInt.asUintN(64, value);
  let state = BigInt(seed);
  for (let i = 0; i < count; i++) {
    state = word(state + 0x9e3779b97f4a7c15n);
    let z = word((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = word((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    words[i] = z ^ (z >> 31n);
  }
  return new Uint32Array(words.buffer);
}

/** A seeded source of uniform 32-bit words (xorshift128, Marsaglia 2003). */
export function randomWords(seed: number): (into: Uint32Array) => void {
  let [x, y, z, w] = [123456789, 362436069, 521288629, seed];
  return (into) => {
    for (let i = 0; i < into.length; i++) {
      const t = x ^ (x << 11);
      [x, y, z] = [y, z, w];
      w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
      into[i] = w;
    }
  };
}
