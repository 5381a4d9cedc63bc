/** Picks the kernel for this machine. */
import type { Kernel } from "./kernel.js";
import { ReferenceKernel } from "./reference.js";
import { embeddedWasm, WasmKernel } from "./wasm.js";

export type { Kernel, SketchScheme } from "./kernel.js";
export { KERNEL_VERSION } from "./kernel.js";

/** The WebAssembly kernel; where this machine cannot run it, the reference, with the same results. */
export async function createKernel(): Promise<Kernel> {
  const wasm = embeddedWasm();
  return WasmKernel.isSupported(wasm) ? WasmKernel.create(wasm) : new ReferenceKernel();
}
