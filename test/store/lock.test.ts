/** The writer's lock: what may stand in its place, and that clearing a dead one never gives two holders. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../src/errors.js";
import { ownHolder } from "../../src/store/holder.js";
import { claimPath, LOCK_FILE, lockWriter } from "../../src/store/lock.js";
import { MAIN } from "../dedup/process.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let dir = "";
let made = 0;
const lock = () => join(dir, LOCK_FILE);
beforeEach(() => {
  dir = join(folder, String(++made));
  mkdirSync(dir);
});

/** A process that has ended: no process of the system has its start time. */
const DEAD = { ...ownHolder(), pid: 1, started: "1" };

const deadLock = (since: string) => JSON.stringify({ ...DEAD, since });
const putDeadLock = (since: string) => writeFileSync(lock(), deadLock(since));
const putDeadClaim = (since: string) =>
  writeFileSync(claimPath(lock(), deadLock(since)), deadLock(`${since}, claimed`));

function refusal(): string {
  try {
    lockWriter(dir)();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return (error as Error).message;
  }
  throw new Error("the lock was given");
}

describe("in the place of the lock", () => {
  it("nothing: it is taken, held, and given back without a trace", () => {
    const unlock = lockWriter(dir);
    expect(JSON.parse(readFileSync(lock(), "utf8"))).toMatchObject({ host: hostname(), pid: process.pid });
    expect(refusal()).toContain(`held by process ${process.pid} on host ${hostname()} since `);
    unlock();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("a dead process's lock: it is removed", () => {
    writeFileSync(lock(), JSON.stringify(DEAD));
    lockWriter(dir)();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("a dead process's lock, and the claim of one that died while it removed it: both are", () => {
    putDeadLock("old");
    putDeadClaim("old");
    lockWriter(dir)();
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each([
    ["a folder", () => mkdirSync(lock())],
    ["a symbolic link", () => symlinkSync("nowhere", lock())],
    ["a symbolic link", () => symlinkSync("/dev/zero", lock())],
    ["100000 bytes", () => writeFileSync(lock(), "x".repeat(100_000))],
    ["a lock that names no process", () => writeFileSync(lock(), "not JSON")],
    ["a lock that names no process", () => writeFileSync(lock(), "")],
  ])("%s: it is told of, and stays", (found, put) => {
    put();
    expect(refusal()).toMatch(new RegExp(`writer\\.lock: found ${found}, expected .*; remove`));
    expect(readdirSync(dir)).toEqual([LOCK_FILE]);
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read: it is told of", () => {
    writeFileSync(lock(), JSON.stringify(DEAD));
    chmodSync(lock(), 0);
    expect(refusal()).toContain("found no permission to read it, expected the lock of a writer");
  });

  it.each([
    ["another host", { host: "another.example" }, "on host another.example since"],
    ["another namespace", { namespace: "pid:[1]" }, "in another container (pid:[1]) since"],
  ])("a lock of %s: whether it is alive cannot be seen", (_, other, named) => {
    writeFileSync(lock(), JSON.stringify({ ...DEAD, ...other }));
    expect(refusal()).toContain(named);
    expect(refusal()).toContain("cannot be seen from here: end it there, or remove the file");
  });

  it("a lock from before namespaces were noted is read as before", () => {
    const { namespace: _, ...old } = DEAD;
    writeFileSync(lock(), JSON.stringify(old));
    lockWriter(dir)();
    writeFileSync(lock(), JSON.stringify({ ...old, pid: process.pid, started: ownHolder().started }));
    expect(refusal()).toContain(`held by process ${process.pid}`);
  });
});

describe("processes that take it at one moment", () => {
  const PROCESSES = 6;
  const ROUNDS = Number(process.env.ISNAD_LOCK_ROUNDS ?? 100);
  const heard = async (child: ChildProcess) => String((await once(child, "message"))[0]);

  it(
    `a dead lock is cleared ${ROUNDS} times, and one of ${PROCESSES} has it each time`,
    async () => {
      const lockModule = join(MAIN, "../../store/lock.js");
      const children = Array.from({ length: PROCESSES }, () =>
        fork(join(import.meta.dirname, "lock-process.mjs"), [lockModule, dir], { stdio: "inherit" }),
      );
      try {
        await Promise.all(children.map(heard));
        for (let round = 0; round < ROUNDS; round++) {
          putDeadLock(`round ${round}`);
          if (round % 3 === 0) putDeadClaim(`round ${round}`);
          const answers = children.map(heard);
          const at = Date.now() + 5;
          for (const child of children) child.send({ at });
          const told = await Promise.all(answers);
          const holders = children.filter((_, i) => told[i] === "held");
          expect({ round, holders: holders.length }).toEqual({ round, holders: 1 });
          for (const answer of told)
            expect(answer).toMatch(/^held$|the index is held by process \d+ on host/);
          const given = holders.map(heard);
          for (const holder of holders) holder.send("unlock");
          await Promise.all(given);
          expect(existsSync(lock())).toBe(false);
        }
        expect(readdirSync(dir)).toEqual([]);
      } finally {
        for (const child of children) child.kill();
      }
    },
    60_000 + 500 * ROUNDS,
  );
});
