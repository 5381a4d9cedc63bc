/**
 * `kill -9` at random moments while items without id and URL come: whoever sends again from the last one that came out
 * gets all of them in the end. ISNAD_KILLS=200 makes it 200 kills.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openIndex } from "../../src/index.js";
import { madeItems, run, start } from "./process.js";

const KILLS = Number(process.env.ISNAD_KILLS ?? 12);
const ITEMS = 2500;

const folder = mkdtempSync(join(tmpdir(), "isnad-unsent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const items = madeItems(ITEMS).map((line) => {
  const { text } = JSON.parse(line) as { text: string };
  return JSON.stringify({ text });
});
const wholeLines = (text: string) => text.split("\n").slice(0, -1);

it("an answer that was stored and not sent is given again, each once, until it is", async () => {
  const dir = join(folder, "stored");
  const item = {
    text: "The ferry crosses at noon and the lantern of the chapel is lit by hand every night.",
  };
  const first = await openIndex(dir);
  expect((await first.take(item, { passedOn: true })).verdict).toBe("new");
  expect((await first.take(item, { passedOn: true })).verdict).toBe("duplicate");
  await first.close();
  const second = await openIndex(dir);
  expect(await second.take(item, { passedOn: true })).toMatchObject({
    verdict: "new",
    sequence: 1,
    replayed: true,
  });
  await second.commit();
  second.sent([1]);
  await second.close();
  const third = await openIndex(dir);
  expect(await third.take(item, { passedOn: true })).toMatchObject({
    verdict: "duplicate",
    sequence: 2,
    replayed: true,
  });
  expect(await third.take(item, { passedOn: true })).toMatchObject({
    verdict: "duplicate",
    sequence: 3,
    replayed: false,
  });
  third.sent([2, 3]);
  await third.close();
  const fourth = await openIndex(dir);
  expect(await fourth.take(item, { passedOn: true })).toMatchObject({ sequence: 4, replayed: false });
  expect(fourth.verify()).toEqual([]);
  await fourth.close();
});

it(
  `${KILLS} kills lose nothing`,
  async () => {
    const wanted = [...new Set(items)];
    for (let left = KILLS, round = 0; left > 0; round++) {
      const index = join(folder, `round-${round}`);
      const out: string[] = [];
      let kills = Math.min(left, 4);
      left -= kills;
      for (let from = 0; ; ) {
        const filter = start(["dedup", "--index", index, "-"]);
        // While it is starting there is nothing to lose: from the first line on it has begun.
        const killing = kills > 0;
        if (killing) {
          void filter.lines(1).then(async () => {
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
            filter.child.kill("SIGKILL");
          });
        }
        const { signal, code, out: text } = await filter.end(`${items.slice(from).join("\n")}\n`);
        out.push(...wholeLines(text));
        if (signal === null) {
          expect(code).toBe(0);
          break;
        }
        kills--;
        const last = out.at(-1);
        from = last === undefined ? 0 : items.indexOf(last);
        const verified = await run(["index", "verify", index]);
        if (out.length > 0) expect(verified).toMatchObject({ code: 0 });
      }
      expect([...new Set(out)]).toEqual(wanted);
      // What comes twice was on its way when the filter was killed: at most the batches in hand.
      expect(out.length - wanted.length).toBeLessThanOrEqual(4 * 2 * 256);
    }
  },
  60_000 + KILLS * 20_000,
);
