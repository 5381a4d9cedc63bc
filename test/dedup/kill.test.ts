/**
 * `kill -9` at random moments: after each the index is sound, and a pipeline that sends again from the last item
 * acknowledged ends with what an uninterrupted run gives. ISNAD_KILLS=200 makes it 200 kills.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { madeItems, run, start } from "./process.js";
import { temporaryFolder } from "./support.js";

const KILLS = Number(process.env.ISNAD_KILLS ?? 20);
const ITEMS = 2500;
const MOST_MS = 1000;

const at = temporaryFolder();
const items = madeItems(ITEMS);
const positions = new Map(items.map((line, at) => [(JSON.parse(line) as { id: string }).id, at]));
const positionOf = (line: string): number => positions.get((JSON.parse(line) as { id: string }).id)!;

const wholeLines = (text: string): string[] => text.split("\n").slice(0, -1);

function ledgerLines(path: string): string[] {
  try {
    return wholeLines(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
}

/** Two runs arrive at different times. */
const timeless = (line: string): string => line.replace(/"arrived":"[^"]*"/, '"arrived":""');

let rounds = 0;

/** Sends all items to an index of its own, killing `kills` times on the way; returns all of standard output. */
async function sendAll(kills: number): Promise<{ out: string[]; ledger: string[]; killed: number }> {
  const name = `round-${++rounds}`;
  const [index, ledger] = [at(name), at(`${name}.jsonl`)];
  const out: string[] = [];
  let from = 0;
  let killed = 0;
  for (;;) {
    const filter = start(["dedup", "--index", index, "--ledger", ledger, "-"]);
    const timer =
      killed < kills
        ? setTimeout(() => filter.child.kill("SIGKILL"), 150 + Math.random() * MOST_MS)
        : undefined;
    const { code, signal, out: text, err } = await filter.end(`${items.slice(from).join("\n")}\n`);
    clearTimeout(timer);
    const lines = wholeLines(text);
    // The item that was sent again comes again.
    if (lines.length > 0 && out.length > 0 && lines[0] === out.at(-1)) lines.shift();
    out.push(...lines);
    if (signal === null) {
      expect({ code, err }).toMatchObject({ code: 0 });
      return { out, ledger: ledgerLines(ledger), killed };
    }
    killed++;
    const verified = await run(["index", "verify", index]);
    // Killed before its first commit, there is no index yet.
    if (verified.code !== 0) expect(verified.err).toMatch(/, expected an index$/m);
    if (verified.code !== 0) expect(out).toEqual([]);
    const acknowledged = [out.at(-1), ledgerLines(ledger).at(-1)].filter((line) => line !== undefined);
    from = Math.max(0, ...acknowledged.map(positionOf));
  }
}

it(
  `${KILLS} kills lose nothing, and repeat nothing but the item that is sent again`,
  async () => {
    const uninterrupted = await sendAll(0);
    const unique = new Set(items.map((line) => (JSON.parse(line) as { text: string }).text)).size;
    expect(uninterrupted.out).toHaveLength(unique);
    expect(uninterrupted.ledger).toHaveLength(ITEMS - unique);
    for (let left = KILLS; left > 0; ) {
      const { out, ledger, killed } = await sendAll(Math.min(left, 4));
      left -= Math.max(killed, 1);
      expect(out.join("\n") === uninterrupted.out.join("\n")).toBe(true);
      expect(ledger.map(timeless)).toEqual(uninterrupted.ledger.map(timeless));
    }
  },
  60_000 + KILLS * 10_000,
);
