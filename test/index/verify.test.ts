import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openIndex } from "../../src/index.js";
import { openLmdb } from "../../src/store/lmdb.js";
import { stream } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(name: string): Promise<string> {
  const dir = join(folder, name);
  const index = await openIndex(dir);
  for (const item of stream(80, 3)) await index.take(item);
  await index.commit();
  expect(index.verify()).toEqual([]);
  await index.close();
  return dir;
}

/** Parts of the index that hold something of every document, by the letter of their keys. */
test.each(["d", "a", "r", "v", "l", "e", "k"])(
  "verify finds that values of part %s are gone",
  async (letter) => {
    const dir = await built(`gone-${letter}`);
    const store = await openLmdb(dir, "write");
    const entries = [...store.entries(Uint8Array.of(letter.charCodeAt(0)))];
    expect(entries.length).toBeGreaterThan(0);
    await store.write(entries.map(({ key }) => ({ key, body: null })));
    await store.close();
    const index = await openIndex(dir, { mode: "read" });
    expect(index.verify().length).toBeGreaterThan(0);
    await index.close();
  },
);

test("verify tells how far it is", async () => {
  const index = await openIndex(null);
  for (const item of stream(400, 5)) await index.take(item);
  await index.commit();
  const shares: number[] = [];
  const { documents } = index;
  const findings = index.verify({
    onProgress(progress) {
      expect(progress).toMatchObject({ phase: "verify", documents });
      shares.push(progress.share!);
    },
  });
  expect(findings).toEqual([]);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((x, y) => x - y));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  await index.close();
});

test("an index of another version or with other parameters is refused by both names", async () => {
  const dir = await built("version");
  const key = Uint8Array.of("h".charCodeAt(0));
  const change = async (edit: (header: Record<string, unknown>) => object) => {
    const store = await openLmdb(dir, "write");
    const header = JSON.parse(new TextDecoder().decode(store.get(key)!)) as Record<string, unknown>;
    await store.write([{ key, body: new TextEncoder().encode(JSON.stringify(edit(header))) }]);
    await store.close();
    return header;
  };
  const before = await change((header) => ({ ...header, version: 5 }));
  await expect(openIndex(dir)).rejects.toThrow(/found format version 5, expected 4/);
  await change(() => ({ ...before, version: 1 }));
  await expect(openIndex(dir)).rejects.toThrow(/found format version 1, expected 4/);
  await change(() => ({ ...before, parameters: { ...(before.parameters as object), bands: 16 } }));
  await expect(openIndex(dir)).rejects.toThrow(/made with bands 16, expected 42/);
  await change(() => ({ ...before, format: "other" }));
  await expect(openIndex(dir)).rejects.toThrow(/expected format "isnad index"/);
  await change(() => before);
  const index = await openIndex(dir, { keepText: true });
  await index.close();
  await expect(openIndex(dir, { copiesOnly: true })).rejects.toThrow(
    /made with copiesOnly false, expected true/,
  );
});
