/**
 * What the kernel does, whoever computes it: `wasm.ts` (WebAssembly with SIMD) or `reference.ts` (the plain
 * TypeScript twin: test oracle, and fallback where SIMD is missing). Both give the same bytes for any input.
 *
 * A kernel works on one text at a time, in an input area that it owns. Views it returns are valid until the
 * next call on the same kernel. Not re-entrant; one kernel per thread.
 */

/** Version of normaliser, tokeniser and hashes together. A change of any output bit raises it. */
export const KERNEL_VERSION = 1;

export type SketchScheme = "fss" | "affine32";

export interface Kernel {
  readonly name: "wasm" | "reference";

  /**
   * The input area, at least `bytes` long. Growing keeps its content. Write UTF-8 into it, then call
   * `tokenise`. A view taken earlier is detached once the area grows: take it anew after each call.
   */
  input(bytes: number): Uint8Array;

  /**
   * Normalises and tokenises input bytes [start, end) as one text. Returns the number of tokens.
   * Invalid UTF-8 is read as the WHATWG decoder reads it: U+FFFD for each maximal subpart, a separator.
   * O(end - start). With `offsets` false, `starts` and `ends` are not written.
   */
  tokenise(start: number, end: number, offsets: boolean): number;

  /** Token hashes of the last text: 64 bits each, as low and high 32-bit words. Length 2 × tokens. */
  hashes(): Uint32Array;
  /** The low 32 bits of each token hash, packed: what is stored of a text, and what alignment compares. */
  ids(): Uint32Array;
  /** Byte offsets of each token in the text, relative to `start`, or UTF-16 offsets after `toUtf16`. */
  starts(): Uint32Array;
  ends(): Uint32Array;
  /** Turns `starts` and `ends` of the last text from byte offsets into UTF-16 code units, in place. */
  toUtf16(): void;

  /**
   * 64-bit hashes of the distinct shingles of `shingleTokens` consecutive tokens of the last text, as low and
   * high words, in order of first appearance. A text of fewer tokens yields one shingle of all it has; a
   * text without tokens yields none. Returned length is 2 × shingles.
   */
  shingles(shingleTokens: number): Uint32Array;

  /**
   * Signature of the shingles of the last text into `signature` (its length is the number of slots, a
   * multiple of 4, at most 1024). Without tokens every slot is 0xFFFFFFFF.
   */
  sketch(scheme: SketchScheme, shingleTokens: number, signature: Uint32Array): void;

  /**
   * Signature of given 64-bit element hashes (low and high words; `affine32` takes the low words). The base
   * for test vectors and for engines that hash elsewhere.
   */
  sketchHashes(scheme: SketchScheme, hashes: Uint32Array, signature: Uint32Array): void;
}
