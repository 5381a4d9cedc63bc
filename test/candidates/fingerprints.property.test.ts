import fc from "fast-check";
import { expect, test } from "vitest";
import { FINGERPRINT_TOKENS, fingerprintAt, fingerprintsInto } from "../../src/candidates/fingerprints.js";

const ids = fc
  .array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 40 })
  .map((list) => Uint32Array.from(list));

/** The definition, over exact integers. */
function plainFingerprint(tokens: readonly number[]): number {
  const multiply = (x: bigint, y: bigint) => (x * y) & 0xffffffffn;
  let h = 0x9e3779b9n;
  for (const token of tokens) {
    h = multiply(h ^ BigInt(token), 0x85ebca6bn);
    h ^= h >> 15n;
  }
  h = multiply(h, 0xc2b2ae35n);
  return Number(h ^ (h >> 16n));
}

test("every run of four tokens has one, by its definition", () => {
  fc.assert(
    fc.property(ids, (text) => {
      const out = new Uint32Array(text.length + 1);
      const count = fingerprintsInto(text, out);
      expect(count).toBe(Math.max(0, text.length - FINGERPRINT_TOKENS + 1));
      for (let i = 0; i < count; i++) {
        expect(out[i]).toBe(plainFingerprint([...text.subarray(i, i + FINGERPRINT_TOKENS)]));
        expect(fingerprintAt(text, i)).toBe(out[i]);
      }
    }),
  );
});
