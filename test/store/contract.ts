/** What every backend of the store has to do. */
import { afterEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/store/index.js";

const key = (...bytes: number[]) => Uint8Array.from(bytes);
const body = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

/** `open` opens what an earlier call left, if that backend leaves anything (`isDurable`). */
export function describeStore(
  name: string,
  isDurable: boolean,
  open: () => Promise<Store>,
  clear: () => void,
): void {
  describe(`store: ${name}`, () => {
    const opened: Store[] = [];
    const opening = async () => {
      const store = await open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      clear();
    });

    test("gives what was written, and nothing else", async () => {
      const store = await opening();
      expect(store.get(key(1))).toBeUndefined();
      await store.write([
        { key: key(1), body: body("one") },
        { key: key(2), body: body("") },
      ]);
      expect(textOf(store.get(key(1)))).toBe("one");
      expect(textOf(store.get(key(2)))).toBe("");
      await store.write([
        { key: key(1), body: null },
        { key: key(3), body: null },
      ]);
      expect(store.get(key(1))).toBeUndefined();
    });

    test("lists the entries of a prefix by key, as copies", async () => {
      const store = await opening();
      const numbers = [300, 2, 1, 256, 255];
      await store.write([
        ...numbers.map((n) => ({ key: key(7, n >> 8, n & 255), body: body(`${n}`) })),
        { key: key(6, 255, 255), body: body("before") },
        { key: key(8), body: body("behind") },
      ]);
      const entries = [...store.entries(key(7))];
      expect(entries.map(({ body }) => textOf(body))).toEqual(["1", "2", "255", "256", "300"]);
      expect([...store.entries(key(7, 1))].map(({ key }) => [...key])).toEqual([
        [7, 1, 0],
        [7, 1, 44],
      ]);
    });

    test("a copy stays what it was when other values are read; values of many sizes", async () => {
      const store = await opening();
      const sizes = [1, 100, 2000, 5000, 70_000, 300_000];
      await store.write(sizes.map((size, at) => ({ key: key(at), body: new Uint8Array(size).fill(at + 1) })));
      const copies = sizes.map((_, at) => store.get(key(at))!.slice());
      for (const [at, size] of sizes.entries()) {
        expect(copies[at]!.length).toBe(size);
        expect(copies[at]!.every((byte) => byte === at + 1)).toBe(true);
      }
    });

    test("commits begun one after another are applied in that order", async () => {
      const store = await opening();
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.write([{ key: key(1), body: body(`${n}`) }])),
      );
      expect(textOf(store.get(key(1)))).toBe("19");
    });

    test.skipIf(!isDurable)("what was written is there when it is opened again", async () => {
      const store = await opening();
      await store.write([{ key: key(1), body: body("one") }]);
      await opened.pop()!.close();
      expect(textOf((await opening()).get(key(1)))).toBe("one");
    });
  });
}
