import { afterEach, expect, it, vi } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import { tokensOf } from "./kernels.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("takes WebAssembly where it can", async () => {
  expect((await createKernel()).name).toBe("wasm");
});

it.each([
  ["WebAssembly is missing", undefined],
  ["SIMD is missing", { validate: () => false }],
])("takes the reference where %s", async (_, webAssembly) => {
  vi.stubGlobal("WebAssembly", webAssembly);
  const kernel = await createKernel();
  expect(kernel.name).toBe("reference");
  expect(tokensOf(kernel, "كلمة وأخرى")).toEqual(["كلمة", "وأخرى"]);
});
