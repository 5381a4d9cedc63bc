/** `isnad dedup` as a process in a pipe. */
import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { run, start } from "./process.js";
import { line, temporaryFolder } from "./support.js";

const at = temporaryFolder();
const A = line("a", "The ferry crosses at noon and the lantern of the chapel is lit by hand.");
const COPY = line("b", "The ferry crosses at noon and the lantern of the chapel is lit by hand.");
const C = line("c", "Nobody has counted the walnut trees behind the quarry this year.");

it("an element of an array with a line break and two million spaces becomes a line in one pass over it", async () => {
  const text = `The ferry${" ".repeat(2_000_000)}crosses at noon.`;
  const { code, out } = await run(["dedup", "-"], `[{"id":"a" ,\n   "text":${JSON.stringify(text)}\n}]`);
  expect(code).toBe(0);
  expect(out).toBe(`{"id":"a" , "text":${JSON.stringify(text)} }\n`);
});

describe("a stream that does not end", () => {
  it("is answered line by line, before more comes", async () => {
    const filter = start(["dedup", "-"]);
    filter.write(`${A}\n`);
    expect(await filter.lines(1)).toEqual([A]);
    filter.write(`${COPY}\n${C}\n${A.slice(0, 9)}`);
    expect(await filter.lines(2)).toEqual([A, C]);
    expect(await filter.end()).toMatchObject({ code: 1, out: `${A}\n${C}\n` });
  });

  it("of gzip is answered as far as it has come", async () => {
    const filter = start(["dedup", "-"]);
    filter.write(gzipSync(`${A}\n`));
    filter.write(gzipSync(`${COPY}\n${C}\n`));
    expect(await filter.lines(2)).toEqual([A, C]);
    expect(await filter.end()).toMatchObject({ code: 0 });
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "ends on %s with what was answered, a summary and 0",
    async (name) => {
      const filter = start(["dedup", "-"]);
      filter.write(`${A}\n${COPY}\n`);
      await filter.lines(1);
      filter.child.kill(name);
      const { code, signal, out, err } = await filter.ended;
      expect({ code, signal, out }).toEqual({ code: 0, signal: null, out: `${A}\n` });
      expect(err).toMatch(
        new RegExp(`^2 items, .* 1 new, 1 duplicate · 1 held back · ended by ${name}$`, "m"),
      );
    },
  );

  it("in a named pipe is answered as it comes, and left on a signal", async () => {
    const pipe = at("pipe");
    execFileSync("mkfifo", [pipe]);
    const filter = start(["dedup", pipe]);
    const writer = createWriteStream(pipe);
    writer.write(`${A}\n`);
    expect(await filter.lines(1)).toEqual([A]);
    filter.child.kill("SIGTERM");
    expect(await filter.ended).toMatchObject({ code: 0, signal: null, out: `${A}\n` });
    writer.destroy();
  });

  it("whose reader has gone ends quietly", async () => {
    const filter = start(["dedup", "-"]);
    filter.write(`${A}\n`);
    await filter.lines(1);
    filter.child.stdout!.destroy();
    filter.write(`${C}\n`);
    expect(await filter.ended).toMatchObject({ code: 0, err: "" });
  });
});

it("a reader who waits makes the writer wait, and loses nothing", async () => {
  // One item sent again and again is answered from memory and let through each time.
  const item = `{"id":"a","text":"The ferry crosses at noon.","padding":"${"x".repeat(4000)}"}\n`;
  const input = item.repeat(2000);
  const filter = start(["dedup", "-"]);
  const { stdin, stdout } = filter.child;
  stdout!.pause();
  let taken = 0;
  const writing = (async () => {
    for (let sent = 0; sent < input.length; sent += item.length) {
      const full = !stdin!.write(input.slice(sent, sent + item.length));
      taken = sent;
      if (full) await new Promise((resolve) => stdin!.once("drain", resolve));
    }
  })();
  let before = -1;
  while (taken !== before) {
    before = taken;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  expect(taken).toBeLessThan(input.length / 2);
  stdout!.resume();
  await writing;
  const { code, out, err } = await filter.end();
  expect(code).toBe(0);
  expect(out === input).toBe(true);
  expect(err).toMatch(/2,000 items, .* 1,999 answered before$/m);
});

it("lines that cannot be read go to --skipped as they came; without it their presence ends in 1", async () => {
  const skipped = at("skipped.jsonl");
  const broken = `${A}\n{"id": broken\r\n${C}`;
  expect(await run(["dedup", "--skipped", skipped, "-"], broken)).toMatchObject({
    code: 0,
    out: `${A}\n${C}`,
  });
  expect(readFileSync(skipped, "utf8")).toBe('{"id": broken\r\n');
  const { code, out, err } = await run(["dedup", "-"], broken);
  expect({ code, out }).toEqual({ code: 1, out: `${A}\n${C}` });
  expect(err).toMatch(/^could not be read: -:2: no JSON: /m);
});

it("a ledger is continued, with numbers that go on", async () => {
  const ledger = at("ledger.jsonl");
  for (let round = 0; round < 2; round++) {
    await run(["dedup", "--ledger", ledger, "-"], `${A}\n${COPY}\n${C}\n`);
  }
  const lines = readFileSync(ledger, "utf8").trim().split("\n");
  const records = lines.map((one) => JSON.parse(one) as Record<string, unknown>);
  expect(records).toMatchObject([
    {
      sequence: 2,
      id: "b",
      verdict: "duplicate",
      of: "a",
      held: true,
      matches: [{ id: "a", verdict: "copy" }],
    },
    { sequence: 4, id: "b", verdict: "duplicate", of: "a", held: true },
  ]);
});
