import fc from "fast-check";
import { expect, test } from "vitest";
import { buildFrequencies, FrequencyCounter, frequencyOf } from "../../src/candidates/frequency.js";

const documents = fc.array(fc.array(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffffffff }))), {
  maxLength: 30,
});

test("counts documents, not occurrences; what stands in one document has frequency 1", () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 4 }), (texts, parts) => {
      const counters = Array.from({ length: parts }, () => new FrequencyCounter());
      const expected = new Map<number, number>();
      texts.forEach((keys, document) => {
        for (const key of keys) counters[key % parts]!.add(key, document + 1);
        for (const key of new Set(keys)) expected.set(key, (expected.get(key) ?? 0) + 1);
      });
      const table = buildFrequencies(
        counters.map((counter) => counter.repeated()),
        (bytes) => new ArrayBuffer(bytes),
      );
      for (const [key, count] of expected) expect(frequencyOf(table, key)).toBe(count);
      expect(frequencyOf(table, 0xdeadbeef)).toBe(expected.get(0xdeadbeef) ?? 1);
    }),
  );
});

test("grows past its first size without losing a count", () => {
  const counter = new FrequencyCounter();
  const keyOf = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
  for (const document of [1, 2, 3])
    for (let i = 0; i < 100_000; i += document) counter.add(keyOf(i), document);
  const table = buildFrequencies([counter.repeated()], (bytes) => new ArrayBuffer(bytes));
  for (let i = 0; i < 100_000; i += 7)
    expect(frequencyOf(table, keyOf(i))).toBe([1, 2, 3].filter((document) => i % document === 0).length);
});
