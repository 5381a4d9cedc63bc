import fc from "fast-check";
import { expect, test } from "vitest";
import { ChunkCache } from "../../src/incremental/chunk-cache.js";
import { Links } from "../../src/incremental/links.js";

const number = fc.integer({ min: 1, max: 40 });
const pair = fc.tuple(number, number);

test("pairs are those that were there, with what was added and without what was removed", () => {
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 80 }),
      fc.array(fc.tuple(fc.boolean(), pair), { maxLength: 80 }),
      fc.boolean(),
      (first, changes, isLong) => {
        const links = new Links(
          Uint32Array.from(first, ([from]) => from),
          Uint32Array.from(first, ([, to]) => to),
        );
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
        // So many changes of others are put into the arrays, with these.
        if (isLong) for (let other = 100; other < 4300; other++) links.add(other, other + 1);
        for (let from = 1; from <= 40; from++) {
          const expected = model.filter(([x]) => x === from).map(([, to]) => to);
          expect([...links.of(from)].sort((x, y) => x - y)).toEqual(expected.sort((x, y) => x - y));
        }
      },
    ),
  );
});

test("a cache of chunks forgets the oldest, and never one that was changed and is not settled", () => {
  const step = fc.tuple(fc.constantFrom("ask", "change", "settle", "drop"), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const cache = new ChunkCache<{ version: number }>(3);
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
