import { describe, expect, it } from "vitest";
import { FINGERPRINT_TOKENS, fingerprintAt, fingerprintsInto } from "../../src/candidates/fingerprints.js";

describe("fingerprintsInto", () => {
  // Stored in indexes: a change here breaks them.
  it("keeps its values", () => {
    const out = new Uint32Array(3);
    expect(fingerprintsInto(Uint32Array.of(1, 2, 3, 4, 0xffffffff, 0), out)).toBe(3);
    expect([...out].map((hash) => hash.toString(16))).toMatchInlineSnapshot(`
      [
        "cc75c43a",
        "6c7a0c91",
        "8c7509c1",
      ]
    `);
    expect(fingerprintAt(Uint32Array.of(9, 1, 2, 3, 4), 1)).toBe(out[0]);
  });

  it("gives a text shorter than a fingerprint none", () => {
    for (let size = 0; size < FINGERPRINT_TOKENS; size++) {
      expect(fingerprintsInto(new Uint32Array(size), new Uint32Array(0))).toBe(0);
    }
  });

  it("spreads: no collision among 100,000 runs of small ids", () => {
    const ids = Uint32Array.from({ length: 100_003 }, (_, k) => k);
    const out = new Uint32Array(100_000);
    fingerprintsInto(ids, out);
    expect(new Set(out).size).toBeGreaterThan(99_990);
  });
});
