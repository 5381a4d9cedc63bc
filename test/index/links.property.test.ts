import fc from "fast-check";
import { expect, test } from "vitest";
import { Links } from "../../src/index/rows/links.js";
import { Recent } from "../../src/index/storage/recent.js";

/** Some far apart: what lies before the first is let go of, and may come again. */
const number = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 4990, max: 5000 }));
const pair = fc.tuple(number, number);

test("pairs are those that were there, with what was added and without what was removed", () => {
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 80 }),
      fc.array(fc.tuple(fc.boolean(), pair), { maxLength: 80 }),
      (first, changes) => {
        const links = new Links(first.length);
        for (const [from, to] of first) links.add(from, to);
        const model = [...first];
        for (const [isNew, [from, to]] of changes) {
          const at = model.findIndex(([x, y]) => x === from && y === to);
          if (isNew) {
            links.add(from, to);
            model.push([from, to]);
          } else {
            links.remove(from, to);
            if (at >= 0) model.splice(at, 1);
          }
        }
        for (let from = 0; from <= 5001; from++) {
          const expected = model.filter(([x]) => x === from).map(([, to]) => to);
          expect(links.of(from)).toEqual(expected.sort((x, y) => x - y));
          expect(links.has(from)).toBe(expected.length > 0);
        }
      },
    ),
  );
});

test("a cache of chunks forgets the oldest, and never one that was changed and is not settled", () => {
  const step = fc.tuple(fc.constantFrom("ask", "change", "settle", "drop"), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const cache = new Recent<{ version: number }>(3);
      const stored = new Map<number, number>();
      const changed = new Map<number, number>();
      for (const [kind, at] of steps) {
        if (kind === "settle") {
          for (const [one, version] of changed) stored.set(one, version);
          changed.clear();
          cache.settle();
        } else if (kind === "drop") {
          cache.drop(at);
          changed.delete(at);
          stored.delete(at);
        } else {
          const held = cache.get(at);
          const expected = changed.get(at) ?? stored.get(at) ?? 0;
          expect(held?.version ?? stored.get(at) ?? 0).toBe(expected);
          const chunk = held ?? { version: stored.get(at) ?? 0 };
          if (kind === "ask") cache.hold(at, chunk);
          else {
            chunk.version++;
            changed.set(at, chunk.version);
            cache.change(at, chunk);
          }
        }
        for (const one of changed.keys()) expect(cache.changed(one)?.version).toBe(changed.get(one));
      }
      cache.settle();
      for (let one = 0; one <= 12; one++) cache.hold(one, { version: 0 });
      let held = 0;
      for (let one = 0; one <= 12; one++) if (cache.get(one) !== undefined) held++;
      expect(held).toBeLessThanOrEqual(6);
    }),
  );
});
