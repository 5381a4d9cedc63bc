/**
 * Twice as many items take at most 2.3 times the work, whatever they have in common. Work is counted, not timed: looks
 * at rows and records, and documents put in order.
 */
import { describe, expect, test } from "vitest";
import { GroupCounter } from "../../src/index/rows/background.js";
import { Graph } from "../../src/index/rows/graph.js";
import { Rows } from "../../src/index/rows/rows.js";
import { Texts } from "../../src/index/rows/texts.js";
import { RecordTable } from "../../src/index/storage/records.js";
import { type Index, type Item, openIndex, type TakeOptions } from "../../src/index.js";
import { random } from "../engine/support.js";

const MOST_GROWTH = 2.3;

/** How often the methods by which work is done are called while `during` runs. */
async function workOf(during: () => Promise<void>): Promise<number> {
  let work = 0;
  const restore: (() => void)[] = [];
  const count = <Of extends object>(of: Of, name: keyof Of & string) => {
    const method = of[name] as (...args: unknown[]) => unknown;
    const counted = function (this: unknown, ...args: unknown[]) {
      work++;
      return method.apply(this, args);
    };
    Object.assign(of, { [name]: counted });
    restore.push(() => Object.assign(of, { [name]: method }));
  };
  count(Rows.prototype, "isKept");
  count(Rows.prototype, "isEntry");
  count(Texts.prototype, "stored");
  count(Texts.prototype, "id");
  count(Graph.prototype, "compareRank");
  count(RecordTable.prototype, "get");
  await during();
  for (const one of restore) one();
  return work;
}

function words(draw: () => number, count: number): string {
  return Array.from({ length: count }, () => `w${Math.floor(draw() * 1e6).toString(36)}`).join(" ");
}

const SAME = words(random(1), 60);
const KINDS: Record<string, (at: number, draw: () => number) => Item> = {
  "different texts": (at, draw) => ({ id: `i${at}`, text: words(draw, 40) }),
  "different texts under one URL": (at, draw) => ({
    id: `i${at}`,
    url: "https://a.example/",
    text: words(draw, 40),
  }),
  "one text under one URL": (at) => ({ id: `i${at}`, url: "https://a.example/", text: SAME }),
  "different texts of one id": (_, draw) => ({ id: "one", text: words(draw, 40) }),
  "one text": (at) => ({ id: `i${at}`, text: SAME }),
  "one text, each earlier than the one before": (at) => ({
    id: `i${at}`,
    text: SAME,
    published: new Date(Date.UTC(2026, 0, 1) - 1000 * at).toISOString(),
  }),
  "one short text under different titles": (at) => ({
    id: `i${at}`,
    title: `t${at}`,
    text: "no news from the harbour",
  }),
};

async function take(index: Index, kind: string, count: number, options: TakeOptions): Promise<void> {
  const draw = random(7);
  for (let at = 0; at < count; at++) await index.take(KINDS[kind]!(at, draw), options);
  await index.commit();
}

describe.each([
  ["dedup", { holdBack: ["duplicate"] }],
  ["index add", {}],
] as const)("%s", (_, options) => {
  test.each(Object.keys(KINDS))("%s", async (kind) => {
    const works: number[] = [];
    // Of a crowd an item meets the last 256, so that growth is told behind them.
    for (const count of kind === "one text under one URL" ? [600, 1200] : [100, 200, 400]) {
      const index = await openIndex(null);
      works.push(await workOf(() => take(index, kind, count, options)));
      await index.close();
    }
    for (const [at, work] of works.entries())
      if (at > 0)
        expect({ works, growth: work / works[at - 1]! }).toSatisfy(({ growth }) => growth <= MOST_GROWTH);
  });

  test("items of one key", async () => {
    const works: number[] = [];
    for (const count of [100, 200, 400]) {
      const index = await openIndex(null);
      const key = { field: "feed", value: "one" };
      works.push(await workOf(() => take(index, "different texts", count, { ...options, key })));
      await index.close();
    }
    const [once, twice, fourTimes] = works as [number, number, number];
    expect(Math.max(twice / once, fourTimes / twice)).toBeLessThan(MOST_GROWTH);
  });
});

describe("a fingerprint of any number of near-copies", () => {
  test.each([2000, 4000, 8000])("costs a look at no more than the last 1,024 of %i", (count) => {
    const rows = { isEntry: () => true, groupOf: () => 1 } as unknown as Rows;
    const fingerprints = {
      find(_: number, visit: (entry: number) => boolean) {
        for (let entry = count; entry >= 1; entry--) if (!visit(entry)) return;
      },
    } as unknown as ConstructorParameters<typeof GroupCounter>[1];
    const counter = new GroupCounter(rows, fingerprints, null);
    expect(counter.count(5, 50)).toBe(1);
    expect(counter.visits).toBe(1024);
    expect(counter.entries.length).toBe(1024);
  });
});
