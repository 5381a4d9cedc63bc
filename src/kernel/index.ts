/** Picks the kernel for this machine. */
import type { Kernel } from "./kernel.js";
import { ReferenceKernel } from "./reference.js";

export type { Kernel, SketchScheme } from "./kernel.js";
export { KERNEL_VERSION } from "./kernel.js";

export async function createKernel(): Promise<Kernel> {
  return new ReferenceKernel();
}
