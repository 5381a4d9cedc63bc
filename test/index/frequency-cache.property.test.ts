import fc from "fast-check";
import { expect, test } from "vitest";
import { FrequencyCache } from "../../src/index/rows/frequency-cache.js";

const hash = fc.integer({ min: 0, max: 400 }).map((n) => (Math.imul(n + 1, 0x9e3779b1) ^ (n << 4)) >>> 0);
const hashes = fc.uniqueArray(hash, { maxLength: 20 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("learn" as const), hashes }),
  fc.record({ kind: fc.constant("more" as const), hashes }),
  fc.record({ kind: fc.constant("less" as const), hashes }),
  fc.record({ kind: fc.constant("other" as const), hashes, count: fc.integer({ min: 0, max: 600 }) }),
);

test("what is remembered of a fingerprint is its number of groups, whatever came and went", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 5000 }), (steps, others) => {
      const cache = new FrequencyCache();
      const groups = new Map<number, number>();
      const of = (one: number) => groups.get(one) ?? one % 300;
      // Others make the table grow.
      for (let n = 0; n < others; n++) cache.set(Math.imul(n, 0x85ebca6b) >>> 0, 1 + (n % 7));
      for (const one of steps.flatMap((each) => each.hashes)) cache.forget(Uint32Array.of(one));
      let known = 0;
      for (const each of steps) {
        const { kind } = each;
        if (kind === "learn") {
          for (const one of each.hashes) if (of(one) > 0) cache.set(one, of(one));
        } else if (kind === "other") {
          for (const one of each.hashes) groups.set(one, each.count);
          cache.forget(Uint32Array.from(each.hashes));
        } else {
          const held = each.hashes.filter((one) => kind === "more" || of(one) > 0);
          for (const one of held) groups.set(one, of(one) + (kind === "more" ? 1 : -1));
          cache.change(Uint32Array.from(held), kind === "more" ? 1 : -1);
        }
        for (const one of each.hashes) {
          const found = cache.get(one);
          if (found !== 0) expect(found).toBe(Math.min(255, of(one)));
          known += found;
        }
      }
      const last = steps.at(-1);
      if (last?.kind === "learn" && last.hashes.some((one) => of(one) > 0)) expect(known).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
