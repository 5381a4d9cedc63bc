/** What a text is found by: token ids, their digest, a sketch and band keys. The same in a batch and in an index. */
import { bandKeysInto } from "../candidates/bands.js";
import type { Kernel, SketchScheme } from "../kernel/kernel.js";

export interface SketchParameters {
  readonly scheme: SketchScheme;
  /** Signature slots, each 32 bits. */
  readonly slots: number;
  /** Words per shingle. */
  readonly shingleTokens: number;
  readonly bands: number;
  readonly rowsPerBand: number;
}

/** Fixed: whatever is kept on disk depends on them. */
export const SKETCH: SketchParameters = {
  scheme: "fss",
  slots: 128,
  shingleTokens: 2,
  bands: 42,
  rowsPerBand: 3,
};

/**
 * Signature slots kept of each document, a byte each: enough to tell that a pair is not worth verifying. Chance
 * makes 1 in 256 of them agree; the standard error at Jaccard .33 is .059.
 */
export const SKETCH_SLOTS = 64;

/** XXH64 of the token ids as little-endian bytes, in two words: finds equal texts, equality confirms. */
export function tokenDigest(
  h64Raw: (bytes: Uint8Array) => bigint,
  ids: Uint32Array,
): { low: number; high: number } {
  const digest = h64Raw(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength));
  return { low: Number(digest & 0xffffffffn), high: Number(digest >> 32n) };
}

export class TextSketcher {
  readonly #kernel: Kernel;
  readonly #signature = new Uint32Array(SKETCH.slots);

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /**
   * Of the text that the kernel tokenised last: SKETCH_SLOTS bytes to `sketches`, SKETCH.bands keys to `keys`. A text
   * without tokens has the keys of all such texts: leave it out where keys are looked up.
   */
  sketchInto(sketches: Uint8Array, sketchAt: number, keys: Uint32Array, keysAt: number): void {
    const signature = this.#signature;
    this.#kernel.sketch(SKETCH.scheme, SKETCH.shingleTokens, signature);
    // A byte takes the low bits of what is written to it.
    for (let slot = 0; slot < SKETCH_SLOTS; slot++) sketches[sketchAt + slot] = signature[slot]!;
    bandKeysInto(signature, SKETCH.bands, SKETCH.rowsPerBand, keys, keysAt);
  }
}
