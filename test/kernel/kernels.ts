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

/** Everything that a kernel says of bytes that lie at `shift` in its input area. */
export function describeText(kernel: Kernel, bytes: Uint8Array, shift: number) {
  kernel.input(shift + bytes.length + 1).set(bytes, shift);
  const end = shift + bytes.length;
  kernel.input(end + 1)[end] = 0x80 | (bytes.length & 63); // what follows must not be read as part of the text
  const tokens = kernel.tokenise(shift, end, true);
  const said = { tokens, hashes: [...kernel.hashes()], ids: [...kernel.ids()] };
  const byteOffsets = { starts: [...kernel.starts()], ends: [...kernel.ends()] };
  kernel.toUtf16();
  const units = { starts: [...kernel.starts()], ends: [...kernel.ends()] };
  const shingles = [1, 2, 3, 5].map((length) => [...kernel.shingles(length)]);
  return { ...said, byteOffsets, units, shingles };
}
