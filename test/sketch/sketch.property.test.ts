import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateJaccard } from "../../bench/support/estimate.js";
import { KERNELS, reference, SCHEMES, sketch, splitmix64, wasm } from "./support.js";

const word = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0, 1, 0x80000000, 0xffffffff));
const elements = (maxLength: number) =>
  fc.array(fc.tuple(word, word), { maxLength }).map((pairs) => Uint32Array.from(pairs.flat()));
const slotCounts = fc.constantFrom(4, 12, 16, 20, 64, 100, 128, 256, 1024);

describe.each(SCHEMES)("%s", (scheme) => {
  test("both kernels give the same bytes for any elements", () => {
    fc.assert(
      fc.property(elements(40), slotCounts, (set, slots) => {
        expect(sketch(wasm, scheme, set, slots)).toEqual(sketch(reference, scheme, set, slots));
      }),
      { numRuns: 200 },
    );
  });

  test("and for any number of them", () => {
    for (const count of [
      0, 1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 127, 1023, 1024, 1025, 2049, 8191, 8192, 8193, 20_000,
    ])
      for (const slots of [4, 20, 128]) {
        const set = splitmix64(count, count);
        expect(sketch(wasm, scheme, set, slots)).toEqual(sketch(reference, scheme, set, slots));
      }
  });

  test("order and repetition leave the signature unchanged", () => {
    fc.assert(
      fc.property(
        elements(60),
        fc.array(fc.nat(1000), { maxLength: 200 }),
        slotCounts,
        (set, picks, slots) => {
          const pairs = Array.from({ length: set.length / 2 }, (_, i) => [set[2 * i]!, set[2 * i + 1]!]);
          const repeated = pairs.length === 0 ? [] : picks.map((pick) => pairs[pick % pairs.length]!);
          const shuffled = Uint32Array.from([...repeated, ...pairs.toReversed()].flat());
          for (const kernel of KERNELS)
            expect(sketch(kernel, scheme, shuffled, slots)).toEqual(sketch(kernel, scheme, set, slots));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("without elements every slot is empty; with one, none is", () => {
    for (const kernel of KERNELS) {
      expect(sketch(kernel, scheme, new Uint32Array(0), 128).every((slot) => slot === 0xffffffff)).toBe(true);
      const one = sketch(kernel, scheme, splitmix64(1, 1), 128);
      expect(new Set(one).size).toBe(128);
    }
  });

  test("a signature does not depend on the one before", () => {
    const [a, b] = [splitmix64(1, 9), splitmix64(2, 700)];
    const first = sketch(wasm, scheme, a, 64);
    sketch(wasm, scheme, b, 1024);
    expect(sketch(wasm, scheme, a, 64)).toEqual(first);
  });

  test("different sets have no slot in common, but for chance", () => {
    for (let seed = 1; seed < 50; seed++) {
      const a = sketch(wasm, scheme, splitmix64(seed, 300), 1024);
      const b = sketch(wasm, scheme, splitmix64(seed + 1000, 300), 1024);
      expect(estimateJaccard(a, b)).toBe(0);
    }
  });
});

test("fss: an element is never equal to another whose words are near its own", () => {
  const near = [0, 1, 2, 4, 0x10000, 0x80000000, 0xffffffff];
  for (const low of near)
    for (const high of near) {
      const base = sketch(wasm, "fss", Uint32Array.of(0x12345678, 0x9abcdef0), 128);
      const other = sketch(wasm, "fss", Uint32Array.of(0x12345678 ^ low, 0x9abcdef0 ^ high), 128);
      // The value tells the high word alone: equal high words may meet in a slot, others may not.
      if (high !== 0) expect(estimateJaccard(base, other)).toBe(0);
    }
});
