/** A disk that is full, and a limit on the size of files: what was acknowledged stays, and it goes on when there is room. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

describe("a disk on which there is hardly any room", () => {
  const [item] = items;

  it.skipIf(!mounted)("an index cannot be made: told of, and nothing is left behind", async () => {
    const tight = at("tight");
    mkdirSync(tight);
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", tight]).status).toBe(0);
    try {
      for (const free of [0, 4096, 8192, 12_288, 16_384, 65_536]) {
        writeFileSync(join(tight, "filler"), Buffer.alloc((1 << 20) - free - 4096));
        const ended = await run(["dedup", "--index", join(tight, "index"), "-"], `${item}\n`);
        expect({ free, code: ended.code, signal: ended.signal, out: ended.out }).toEqual({
          free,
          code: 3,
          signal: null,
          out: "",
        });
        expect(ended.err).toMatch(/^isnad: .*index.*(no space left)/m);
        expect(readdirSync(tight)).toEqual(["filler"]);
        rmSync(join(tight, "filler"));
      }
    } finally {
      spawnSync("umount", ["-l", tight]);
    }
  });

  it.skipIf(!mounted)(
    "an index without the table of readers that LMDB puts beside it is not opened",
    async () => {
      const tight = at("tight-reader");
      mkdirSync(tight);
      expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", tight]).status).toBe(0);
      try {
        const index = join(tight, "index");
        expect((await run(["index", "add", index, "-"], `${item}\n`)).code).toBe(0);
        const { bavail, bsize } = statfsSync(tight);
        writeFileSync(join(tight, "filler"), Buffer.alloc((bavail - 1) * bsize));
        expect(await run(["index", "list", "--json", index])).toMatchObject({ code: 0, err: "" });
        rmSync(join(index, "data.mdb-lock"));
        const { bavail: left } = statfsSync(tight);
        writeFileSync(join(tight, "filler-too"), Buffer.alloc((left - 1) * bsize));
        const refused = await run(["index", "list", "--json", index]);
        expect(refused).toMatchObject({ code: 3, signal: null, out: "" });
        expect(refused.err).toMatch(/no space left: found \d+ bytes free, expected \d+ to open it with/);
      } finally {
        spawnSync("umount", ["-l", tight]);
      }
    },
  );
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
