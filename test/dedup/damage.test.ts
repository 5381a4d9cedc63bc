/** Damage to an index, seen from the command line: told of with path, found and expected, and never a wrong answer. */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { MAIN, madeItems, run } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const items = madeItems(400);
const sound = at("sound");
const DATA = "data.mdb";
let exported = "";

beforeAll(async () => {
  expect((await run(["dedup", "--index", sound, "-"], `${items.join("\n")}\n`)).code).toBe(0);
  exported = (await run(["index", "export", sound])).out;
  expect(exported.split("\n").length).toBeGreaterThan(700);
});

let copies = 0;
function copy(): string {
  const dir = at(`copy-${++copies}`);
  mkdirSync(dir);
  copyFileSync(join(sound, DATA), join(dir, DATA));
  return dir;
}

function overwrite(path: string, position: number, bytes: Buffer): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}

function flip(path: string, position: number): void {
  const file = openSync(path, "r+");
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  writeSync(file, Buffer.from([byte[0]! ^ 0x55]), 0, 1, position);
  closeSync(file);
}

it("verify calls no damaged index sound, unless nothing that is read was damaged", async () => {
  const { size } = statSync(join(sound, DATA));
  let found = 0;
  for (let i = 0; i < 14; i++) {
    const dir = copy();
    const from = Math.floor((i * size) / 14);
    // Single bytes, or a page of nothing but ones, whose pointers lead anywhere.
    for (let n = 0; n < 6; n++) flip(join(dir, DATA), from + Math.floor(((n + 0.5) * size) / 84));
    if (i % 2 === 1) overwrite(join(dir, DATA), Math.ceil(from / 4096) * 4096, Buffer.alloc(4096, 1));
    const { code, out, err } = await run(["index", "verify", "--json", dir]);
    expect([0, 1, 3]).toContain(code);
    expect(err).not.toMatch(/^\s+at /m);
    if (code === 0) expect((await run(["index", "export", dir])).out === exported).toBe(true);
    if (code === 1) expect(JSON.parse(out.split("\n")[0]!)).toMatchObject({ part: expect.any(String) });
    if (code === 3) expect(err).toContain(`isnad: ${dir}`);
    if (code !== 0) found++;
  }
  expect(found).toBeGreaterThan(3);
});

it("a file that is cut short, empty, or not LMDB's is refused with path, found and expected", async () => {
  const { size } = statSync(join(sound, DATA));
  for (const length of [Math.floor(size / 2), 5000, 100]) {
    const dir = copy();
    truncateSync(join(dir, DATA), length);
    for (const args of [
      ["index", "list", dir],
      ["dedup", "--index", dir, "-"],
    ]) {
      const { code, out, err } = await run(args, `${items[0]}\n`);
      expect({ length, code, out }).toEqual({ length, code: 3, out: "" });
      expect(err).toMatch(new RegExp(`^isnad: ${join(dir, DATA)}: .*found .*expected`, "m"));
    }
  }
  const dir = copy();
  writeFileSync(join(dir, DATA), readFileSync(MAIN));
  expect((await run(["index", "stats", dir])).err).toMatch(/^isnad: .*data\.mdb: .*expected an LMDB file/m);
});

it("a file without its last page is refused, or nothing of it was on that page", async () => {
  const dir = copy();
  truncateSync(join(dir, DATA), statSync(join(dir, DATA)).size - 4096);
  const { code, err } = await run(["index", "verify", dir]);
  if (code === 3) expect(err).toMatch(/data\.mdb: .*found .*expected/);
  else expect((await run(["index", "export", dir])).out).toBe(exported);
});

it("a folder of something else is refused and left as it is", async () => {
  const dir = at("letters");
  mkdirSync(dir);
  writeFileSync(join(dir, "letter.txt"), "Dear all");
  for (const args of [
    ["dedup", "--index", dir, "-"],
    ["index", "list", dir],
  ]) {
    const { code, err } = await run(args, `${items[0]}\n`);
    expect(code).toBe(3);
    expect(err).toMatch(new RegExp(`^isnad: ${dir}: found "letter\\.txt", expected an index$`, "m"));
  }
  const file = at("file");
  writeFileSync(file, "no folder");
  expect((await run(["index", "list", file])).err).toMatch(/found a file, expected the folder of an index/);
});
