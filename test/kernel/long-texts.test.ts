import { describe, expect, it } from "vitest";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { WasmKernel } from "../../src/kernel/wasm.js";
import { describeText } from "./kernels.js";

const encoder = new TextEncoder();

function checksum(words: Uint32Array): number {
  return words.reduce((sum, word) => (Math.imul(sum, 31) + word) >>> 0, words.length);
}

describe("new kernels agree", () => {
  it.each([0, 1, 63, 64, 65, 65_535, 65_536, 65_537, 131_072])("on a text of %i bytes", async (size) => {
    const bytes = new Uint8Array(size).fill(0x20);
    encoder.encodeInto("مدينة صغيرة، عام 2015م ".repeat(Math.ceil(size / 30)), bytes);
    expect(describeText(await WasmKernel.create(), bytes, 0)).toEqual(
      describeText(new ReferenceKernel(), bytes, 0),
    );
  });

  it.each([
    ["ligatures of many tokens", "\ufdfa\u3316", 4000],
    ["words of one letter", "a ", 30_000],
    ["words of one letter that look like proclitics", "و ", 30_000],
    ["bigrams", "中", 30_000],
    ["marks on one letter", "\u0301\u0323", 50_000],
    ["decimal points", "1.", 50_000],
    ["one word", "كتاب", 40_000],
    ["one word with dropped characters", "ك\u200f", 40_000],
    ["apostrophes", "a'", 40_000],
  ])("on a long text of %s", async (_, part, times) => {
    const bytes = encoder.encode(`س${part.repeat(times)}`);
    expect(describeText(await WasmKernel.create(), bytes, 3)).toEqual(
      describeText(new ReferenceKernel(), bytes, 3),
    );
  });

  it("on 20 MB of mixed text", async () => {
    const part = encoder.encode("و علاوة على ذلك، أُعلن عن 12,5 مليون 中文字 l’été «مـدينة» ".repeat(64));
    const size = 20_000_000;
    const digests = [await WasmKernel.create(), new ReferenceKernel()].map((kernel) => {
      const input = kernel.input(size);
      for (let at = 0; at < size; at += part.length) input.set(part.subarray(0, size - at), at);
      const tokens = kernel.tokenise(0, size, true);
      kernel.toUtf16();
      return [tokens, ...[kernel.hashes(), kernel.starts(), kernel.ends()].map(checksum)];
    });
    expect(digests[0]).toEqual(digests[1]);
    expect(digests[0]![0]).toBeGreaterThan(1_000_000);
  });
});

describe("the WebAssembly kernel's memory", () => {
  it("keeps the input when it grows, and takes texts of any length in turn", async () => {
    const kernel = await WasmKernel.create();
    kernel.input(9).set(encoder.encode("كتب ك"));
    const input = kernel.input(5_000_000);
    expect(kernel.tokenise(0, 9, true)).toBe(2);
    input.fill(0x61, 9);
    expect(kernel.tokenise(0, input.length, false)).toBe(2);
    expect(kernel.tokenise(0, 9, true)).toBe(2);
    expect([...kernel.ends()]).toEqual([6, 9]);
  });

  it("gives the same signature before and after other hashes were sketched", async () => {
    const kernel = await WasmKernel.create();
    kernel.input(64).set(encoder.encode("one two three four five"));
    kernel.tokenise(0, 23, false);
    const [before, after] = [new Uint32Array(128), new Uint32Array(128)];
    kernel.sketch("fss", 2, before);
    kernel.sketchHashes("fss", new Uint32Array(400_000).fill(7), after);
    kernel.sketch("fss", 2, after);
    expect(after).toEqual(before);
  });
});
