import { createKernel, type Kernel } from "../kernel/index.js";

let kernel: Promise<Kernel> | undefined;

/** One kernel a thread: tasks run to their end before the next begins. */
export function threadKernel(): Promise<Kernel> {
  kernel ??= createKernel();
  return kernel;
}
