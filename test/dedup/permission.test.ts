/** A folder that may not be written to, or read, is told of in words with path, found and expected. */
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { MAIN, madeItems, Running, run } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const [item] = madeItems(1);
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log("permission.test.ts: run by a user without all rights, so as that user");

function asNobody(args: readonly string[]): Running {
  const rights = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  return new Running(process.execPath, [MAIN, ...args], rights);
}

beforeAll(async () => {
  expect((await run(["index", "add", at("sound"), "-", "--quiet"], `${item}\n`)).code).toBe(0);
  chmodSync(at(""), 0o755);
});

function copy(name: string): string {
  const dir = at(name);
  cpSync(at("sound"), dir, { recursive: true });
  if (isRoot) for (const file of ["", ...readdirSync(dir)]) chownSync(join(dir, file), NOBODY, NOBODY);
  return dir;
}

const RAW = /EACCES|EPERM|EROFS|errno|syscall|at .*\.js:/;

describe("told of in words", () => {
  it.each([
    ["a folder", "", 0o555, /^isnad: \S+: found no permission to write there, expected a folder that/m],
    ["the data", "data.mdb", 0o444, /^isnad: \S+data\.mdb: found no permission to write there, expected/m],
  ])("%s that a writer may not write to", async (_, file, mode, expected) => {
    const dir = copy(`unwritable-${mode}`);
    chmodSync(join(dir, file), mode);
    for (const args of [
      ["dedup", "--index", dir, "-"],
      ["index", "remove", dir, "item-0"],
      ["index", "compact", dir],
    ]) {
      const { code, out, err } = await asNobody(args).end(`${item}\n`);
      expect({ code, out }).toEqual({ code: 3, out: "" });
      expect(err).toMatch(expected);
      expect(err).not.toMatch(RAW);
    }
    expect((await asNobody(["index", "list", "--json", dir]).end()).code).toBe(0);
    chmodSync(join(dir, file), 0o755);
  });

  it.each([
    ["a folder", "", 0o000],
    ["the data", "data.mdb", 0o000],
  ])("%s that a reader may not read", async (name, file, mode) => {
    const dir = copy(`unreadable-${name.length}`);
    chmodSync(join(dir, file), mode);
    const { code, err } = await asNobody(["index", "list", dir]).end();
    expect(code).toBe(3);
    expect(err).toMatch(
      /^isnad: \S+: found no permission to read it, expected the (folder|data) of an index/m,
    );
    expect(err).not.toMatch(RAW);
    chmodSync(join(dir, file), 0o755);
  });

  it("a lock that a writer may not read", async () => {
    const dir = copy("unreadable-lock");
    writeFileSync(join(dir, "writer.lock"), "{}", { mode: 0 });
    const { code, err } = await asNobody(["dedup", "--index", dir, "-"]).end(`${item}\n`);
    expect(code).toBe(3);
    expect(err).toMatch(
      /^isnad: \S+writer\.lock: found no permission to read it, expected the lock of a writer/m,
    );
  });

  it("a copy that may only be read can be read, without what LMDB puts beside it", async () => {
    const dir = copy("media");
    rmSync(join(dir, "data.mdb-lock"), { force: true });
    chmodSync(join(dir, "data.mdb"), 0o444);
    chmodSync(dir, 0o555);
    expect(await asNobody(["index", "list", "--json", dir]).end()).toMatchObject({ code: 0, err: "" });
    chmodSync(dir, 0o755);
  });

  it("a place where no folder can be made, and one that cannot be looked into", async () => {
    mkdirSync(at("closed"), { mode: 0o755 });
    if (!isRoot) chmodSync(at("closed"), 0o555);
    const { code, err } = await asNobody(["dedup", "--index", at("closed/new"), "-"]).end(`${item}\n`);
    expect(code).toBe(3);
    expect(err).toMatch(/^isnad: \S+closed\/new: found no folder, and none can be made \(no permission/m);
    chmodSync(at("closed"), 0o000);
    const hidden = await asNobody(["index", "list", at("closed/new")]).end();
    expect(hidden.err).toMatch(
      /closed\/new: found no permission to read it, expected the folder of an index/,
    );
    chmodSync(at("closed"), 0o755);
  });
});
