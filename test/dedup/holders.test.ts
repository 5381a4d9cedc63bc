/** One writer, many readers, as processes. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { madeItems, run, start } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const items = madeItems(1200);

it("a second writer is told who holds the index; readers go on and see whole commits", async () => {
  const index = at("held");
  const writer = start(["dedup", "--index", index, "-"]);
  writer.write(`${items.slice(0, 100).join("\n")}\n`);
  await writer.lines(80);
  const second = await run(["dedup", "--index", index, "-"], `${items[0]}\n`);
  expect(second).toMatchObject({ code: 3, out: "" });
  expect(second.err).toMatch(
    new RegExp(`^isnad: .*held by process ${writer.child.pid} on host ${hostname()} since \\d{4}-`, "m"),
  );
  for (let sent = 100; sent < items.length; sent += 220) {
    writer.write(`${items.slice(sent, sent + 220).join("\n")}\n`);
    const { code, out } = await run(["index", "list", "--json", index]);
    expect(code).toBe(0);
    const ids = out
      .split("\n")
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { id: string }).id);
    const kept = items.map((line) => JSON.parse(line) as { id: string }).filter((_, i) => i % 5 !== 4);
    expect(ids.length).toBeGreaterThanOrEqual(80);
    expect(ids).toEqual(kept.slice(0, ids.length).map(({ id }) => id));
  }
  expect(await writer.end()).toMatchObject({ code: 0 });
  expect(await run(["dedup", "--index", index, "-"], `${items[0]}\n`)).toMatchObject({ code: 0 });
});

it("a lock that a dead process left locks nobody out; one of another host is refused with the reason", async () => {
  const index = at("dead");
  const writer = start(["dedup", "--index", index, "-"]);
  writer.write(`${items.slice(0, 10).join("\n")}\n`);
  await writer.lines(8);
  const lock = readFileSync(join(index, "writer.lock"), "utf8");
  writer.child.kill("SIGKILL");
  await writer.ended;
  expect(readFileSync(join(index, "writer.lock"), "utf8")).toBe(lock);
  expect(await run(["index", "add", index, "-"], `${items[11]}\n`)).toMatchObject({ code: 0 });
  const foreign = { ...(JSON.parse(lock) as object), host: "another.example" };
  writeFileSync(join(index, "writer.lock"), JSON.stringify(foreign));
  const refused = await run(["index", "remove", index, "item-0"]);
  expect(refused.code).toBe(3);
  expect(refused.err).toMatch(/^isnad: .*on host another\.example since .*cannot be seen from/m);
  expect(await run(["index", "list", index])).toMatchObject({ code: 0 });
});

it("an index whose writer died before its first commit is made anew", async () => {
  const index = at("unborn");
  mkdirSync(index);
  const { open } = await import("lmdb");
  const made = open({ path: join(index, "data.mdb"), noSubdir: true });
  copyFileSync(join(index, "data.mdb"), join(index, "data.mdb-copy"));
  await made.close();
  renameSync(join(index, "data.mdb-copy"), join(index, "data.mdb"));
  expect((await run(["index", "list", index])).err).toMatch(/found one to which nothing was written yet/);
  expect(await run(["dedup", "--index", index, "-"], `${items[0]}\n`)).toMatchObject({
    code: 0,
    out: `${items[0]}\n`,
  });
});

it("a writer makes an index in a missing or empty folder and says so; --must-exist and readers refuse", async () => {
  const index = at("made");
  for (const args of [
    ["dedup", "--index", index, "--must-exist", "-"],
    ["index", "list", index],
    ["index", "verify", index],
    ["pairs", "--index", index],
  ]) {
    const { code, err } = await run(args);
    expect({ args, code }).toEqual({ args, code: 3 });
    expect(err).toMatch(new RegExp(`^isnad: ${index}: found no such folder, expected an index$`, "m"));
  }
  mkdirSync(index);
  expect((await run(["index", "stats", index])).code).toBe(3);
  const first = await run(["dedup", "--index", index, "-"], `${items[0]}\n`);
  expect(first.err).toMatch(new RegExp(`^index made in ${index}$`, "m"));
  const again = await run(["dedup", "--index", index, "--must-exist", "-"], `${items[0]}\n`);
  expect(again.err).not.toContain("index made");
  expect(again.out).toBe(`${items[0]}\n`);
});
