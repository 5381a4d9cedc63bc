/**
 * A kill is no power cut: what the system was told to write survives the first. That nothing is acknowledged before the
 * disk has it shows in the system calls: an item's bytes are written, then synchronised, then its line goes out.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { MAIN, madeItems, Running } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const works = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
if (!works) console.log("strace cannot be used here: the order of flush and acknowledgement is not tested");

const CALLS = "openat,write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,msync,close";

/** What a line of strace says was done, in the order in which the calls were over. */
function deeds(trace: string): ("data" | "flush" | "pass" | "ledger")[] {
  const synchronous = new Set<string>();
  const begun = new Map<string, string>();
  return trace.split("\n").flatMap((line) => {
    const pid = line.split(" ")[0]!;
    if (line.includes("<unfinished ...>")) {
      begun.set(pid, line.replace(/ *<unfinished \.\.\.>/, ""));
      return [];
    }
    const resumed = /<\.\.\. \w+ resumed>(.*)$/.exec(line);
    const call = resumed === null ? line : (begun.get(pid) ?? "") + resumed[1]!;
    const open = /openat\(.*data\.mdb".*O_(D?SYNC).* = (\d+)/.exec(call);
    if (open !== null) synchronous.add(open[2]!);
    const found = /(\w+)\((\d+)<([^>]*)>/.exec(call);
    if (found === null) return [];
    const [, name, file, path] = found as unknown as [string, string, string, string];
    if (/^f(data)?sync$/.test(name)) return path.endsWith("data.mdb") ? ["flush" as const] : [];
    if (!/write|send/.test(name)) return [];
    if (path.endsWith("data.mdb"))
      return synchronous.has(file) ? ["data" as const, "flush" as const] : ["data" as const];
    if (path.endsWith("ledger.jsonl")) return ["ledger" as const];
    return file === "1" ? ["pass" as const] : [];
  });
}

it.skipIf(!works)("no line goes out before the flush it stands for", async () => {
  const trace = at("trace");
  const options = ["-f", "-y", "-s", "0", "-e", `trace=${CALLS}`, "-o", trace];
  const filter = new Running("strace", [
    ...options,
    ...[process.execPath, MAIN, "dedup", "--index", at("index"), "--ledger", at("ledger.jsonl"), "-"],
  ]);
  const items = madeItems(20, 4);
  let passed = 0;
  for (const [i, item] of items.entries()) {
    filter.write(`${item}\n`);
    const isCopy = i % 4 === 3;
    if (!isCopy) passed++;
    // One after another, so that each has a flush of its own.
    await filter.lines(passed);
    while (isCopy && readFileSync(at("ledger.jsonl"), "utf8").split("\n").length <= (i + 1) / 4)
      await sleep(20);
  }
  expect((await filter.end()).code).toBe(0);
  const order = deeds(readFileSync(trace, "utf8"));
  let outgoing = 0;
  let written = false;
  let flushed = false;
  for (const deed of order) {
    if (deed === "data") {
      written = true;
      flushed = false;
    } else if (deed === "flush") {
      flushed = written;
    } else {
      expect({ deed, written, flushed }).toEqual({ deed, written: true, flushed: true });
      written = false;
      flushed = false;
      outgoing++;
    }
  }
  expect(outgoing).toBe(items.length);
});

it.skipIf(!works)("a file named by -o is on disk before it has its name, and its name after", async () => {
  const trace = at("output-trace");
  const out = at("pairs.jsonl");
  const options = ["-f", "-y", "-s", "200", "-e", "trace=fsync,rename,renameat,renameat2", "-o", trace];
  const command = [process.execPath, MAIN, "pairs", "--json", "-o", out, "-"];
  const { code } = await new Running("strace", [...options, ...command]).end(
    `${madeItems(20, 4).join("\n")}\n`,
  );
  expect(code).toBe(0);
  const calls = readFileSync(trace, "utf8")
    .split("\n")
    .filter((line) => line.includes(at("")) && !line.includes("unfinished"))
    .map((line) => /(fsync|rename)/.exec(line)?.[1])
    .filter((call) => call !== undefined);
  expect(calls).toEqual(["fsync", "rename", "fsync"]);
});
