/** A disk that is full, and a limit on the size of files: what was acknowledged stays, and it goes on when there is room. */
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, MAIN, madeItems, Running, run, start } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const items = madeItems(8000, 1e9);
const input = `${items.join("\n")}\n`;

const disk = at("disk");
mkdirSync(disk);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]).status === 0;
if (!mounted)
  console.log("no small disk can be mounted here (needs root): a full disk is tested by file size only");
afterAll(() => {
  if (mounted) spawnSync("umount", ["-l", disk]);
});

function told(ended: Ended): string[] {
  const { code, signal, out, err } = ended;
  expect({ code, signal }).toEqual({ code: 3, signal: null });
  const lines = out.split("\n").slice(0, -1);
  const said = /^([\d,]+) items? answered and safe/m.exec(err);
  expect(Number(said?.[1]?.replaceAll(",", ""))).toBe(lines.length);
  expect(err).toMatch(/^isnad: .*index.*: .*(no space|space left|too large|full)/im);
  expect(err).not.toMatch(/^\s+at /m);
  expect(lines).toEqual(items.slice(0, lines.length));
  return lines;
}

async function soundAndGoesOn(index: string, lines: readonly string[]): Promise<void> {
  expect(await run(["index", "verify", index])).toMatchObject({ code: 0 });
  const { code, out } = await run(["dedup", "--index", index, "-"], input);
  expect(code).toBe(0);
  expect(out).toBe(input);
  expect(lines.length).toBeLessThan(items.length);
}

describe("a full disk", () => {
  it.skipIf(!mounted)("ends with what was kept and 3; with room again, all is well", async () => {
    const index = `${disk}/index`;
    const lines = told(await run(["dedup", "--index", index, "-"], input));
    expect(spawnSync("mount", ["-o", "remount,size=200m", disk]).status).toBe(0);
    await soundAndGoesOn(index, lines);
  });
});

describe("a limit on the size of files", () => {
  it("ends with what was kept and 3; without the limit, all is well", async () => {
    const index = at("limited-index");
    const command = `ulimit -f 3000; exec "$0" "$@"`;
    const filter = new Running("bash", [
      "-c",
      command,
      process.execPath,
      MAIN,
      "dedup",
      "--index",
      index,
      "-",
    ]);
    const lines = told(await filter.end(input));
    expect(statSync(`${index}/data.mdb`).size).toBeLessThanOrEqual(3000 * 1024);
    await soundAndGoesOn(index, lines);
  });
});

it("a full disk under the ledger ends with 3, and what is missing is written the next time", async () => {
  const copies = madeItems(60, 2);
  const [index, ledger] = [at("ledger-index"), at("ledger.jsonl")];
  const full = start(["dedup", "--index", index, "--ledger", "/dev/full", "-"]);
  const { code, err } = await full.end(`${copies.join("\n")}\n`);
  expect(code).toBe(3);
  expect(err).toMatch(/^isnad: ledger \/dev\/full: cannot be written \(no space left on the disk\)$/m);
  await run(["dedup", "--index", index, "--ledger", ledger, "-"], `${copies.join("\n")}\n`);
  const listed = spawnSync("wc", ["-l", ledger], { encoding: "utf8" }).stdout;
  expect(Number.parseInt(listed, 10)).toBe(30);
});
