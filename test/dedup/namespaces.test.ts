/**
 * Writers that cannot see one another: in two pid namespaces, as two containers with one volume and one host name are,
 * and after somebody removed the lock by hand. Whoever was told that an item is safe finds it in the index.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MAIN, madeItems, Running, run, start } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const items = madeItems(400, 1e9);
const UNSHARE = ["--pid", "--fork", "--mount-proc", "--kill-child"];
const hasNamespaces = spawnSync("unshare", [...UNSHARE, "true"]).status === 0;
if (!hasNamespaces)
  console.log("no pid namespace can be made here (needs root): writers in two are not tested");

const lines = (from: number, to: number) => `${items.slice(from, to).join("\n")}\n`;

async function idsIn(index: string): Promise<Set<string>> {
  const { code, out } = await run(["index", "list", "--json", index]);
  expect(code).toBe(0);
  return new Set(
    out
      .split("\n")
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { id: string }).id),
  );
}

const idsOf = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { id: string }).id);

it.skipIf(!hasNamespaces)("a writer in another pid namespace is refused, and told why", async () => {
  const index = at("namespaces");
  const first = start(["dedup", "--index", index, "-"]);
  first.write(lines(0, 100));
  await first.lines(100);
  const args = [...UNSHARE, process.execPath, MAIN, "dedup", "--index", index, "-"];
  const second = await new Running("unshare", args).end(lines(100, 200));
  expect(second).toMatchObject({ code: 3, out: "" });
  expect(second.err).toMatch(/held by process \d+ on host .* in another container \(pid:\[\d+\]\) since/);
  const { code, out } = await first.end(lines(200, 300));
  expect(code).toBe(0);
  expect(await idsIn(index)).toEqual(new Set(idsOf(out)));
});

it("of two writers one ends with what it was told, and every item that either let through is kept", async () => {
  const index = at("by-hand");
  const first = start(["dedup", "--index", index, "-"]);
  first.write(lines(0, 100));
  await first.lines(100);
  rmSync(join(index, "writer.lock"));
  const second = start(["dedup", "--index", index, "-"]);
  second.write(lines(100, 200));
  await second.lines(100);
  first.write(lines(200, 300));
  const lost = await first.end();
  expect(lost.code).toBe(3);
  expect(lost.err).toMatch(/another process has written to the index meanwhile/);
  expect(idsOf(lost.out)).toEqual(idsOf(lines(0, 100)));
  const { code, out } = await second.end(lines(300, 400));
  expect(code).toBe(0);
  const kept = await idsIn(index);
  for (const id of [...idsOf(lost.out), ...idsOf(out)]) expect(kept.has(id)).toBe(true);
  expect(await run(["index", "verify", index])).toMatchObject({ code: 0 });
});
