import type { Kernel } from "../../src/kernel/kernel.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { WasmKernel } from "../../src/kernel/wasm.js";
import { tokenise } from "../../src/text/tokenise.js";

/** Both kernels, to run one table of cases over. */
export async function bothKernels(): Promise<Kernel[]> {
  return [await WasmKernel.create(), new ReferenceKernel()];
}

/** The tokens of a text as they stand in it. */
export function tokensOf(kernel: Kernel, text: string): string[] {
  const { starts, ends } = tokenise(kernel, text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

/** 64-bit token hashes in hexadecimal. */
export function hashesOf(kernel: Kernel, text: string): string[] {
  tokenise(kernel, text);
  return hex(kernel.hashes());
}

/** 64-bit hashes, given as low and high words, in hexadecimal. */
export function hex(words: Uint32Array): string[] {
  return Array.from({ length: words.length / 2 }, (_, i) =>
    [words[2 * i + 1]!, words[2 * i]!].map((word) => word.toString(16).padStart(8, "0")).join(""),
  );
}
