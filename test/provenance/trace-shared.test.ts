/**
 * The five articles and the reports beside them that stand in `../shared`: what a careful reader finds in each. Not
 * where that folder is not.
 */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../src/index.js";
import type { Trace } from "../../src/model/index.js";

const BESIDE = resolve(import.meta.dirname, "../../../shared");
const here = existsSync(`${BESIDE}/articles/seed-0.txt`);
const SHARED = here ? realpathSync(BESIDE) : BESIDE;
if (!here) console.log("../shared is not here: the five articles are not traced");

describe.skipIf(!here)("the five articles", () => {
  let engine: Engine;
  const traces = new Map<string, Trace>();
  const traceOf = (name: string): Trace => traces.get(name)!;
  const about = (trace: Trace): string[] =>
    trace.sources.map(({ origin }) =>
      ("document" in origin ? origin.document : origin.unseen).replace(/.*\//, ""),
    );

  beforeAll(async () => {
    engine = await createEngine();
    const folders = [`${SHARED}/articles/*.txt`, `${SHARED}/corpora/sana-events/*_*.txt`];
    await engine.read(folders);
    for (const id of engine.ids()) {
      const name = id.replace(/.*\//, "").replace(".txt", "");
      traces.set(name, await engine.trace(id));
    }
  });
  afterAll(() => engine.close());

  it("reuse none of the others and nothing beside them: no source, no direction", () => {
    for (const n of [0, 1, 2, 3, 4]) {
      const trace = traceOf(`seed-${n}`);
      expect(trace.finding.template).toMatch(/^(no-reuse|same-news)$/);
      for (const { verdict, direction } of trace.sources)
        expect([verdict, direction]).toEqual(["same-news", "undecided"]);
      expect(trace.unseen).toEqual([]);
      expect(trace.creditCheck.status).toBe("no-reuse");
      expect(trace.timeline.every(({ from }) => from === null)).toBe(true);
    }
  });

  it("credit SANA by label in two, a credit that nothing here can check, and no agency in the others", () => {
    for (const n of [0, 1]) {
      const { creditCheck, finding } = traceOf(`seed-${n}`);
      const carriers = creditCheck.credits.filter(({ role }) => role === "carrier");
      expect(carriers.map(({ name, form, alias }) => [name, form, alias])).toEqual([
        ["SANA", "label", "SANA SY"],
      ]);
      expect(finding.sentence).toMatch(
        /it credits \u2068SANA\u2069, which nothing here bears out or refutes/,
      );
    }
    for (const n of [3, 4])
      expect(traceOf(`seed-${n}`).creditCheck.credits.filter(({ role }) => role !== "issuer")).toEqual([]);
  });

  it("name whom they quote: six of the ministry in one, nobody in another", () => {
    const direct = traceOf("seed-3").quotations.filter(({ kind }) => kind === "direct");
    expect(direct.map(({ via }) => via)).toEqual([
      "named",
      "carried",
      "carried",
      "carried",
      "carried",
      "named",
    ]);
    expect(direct.filter(({ insertions }) => insertions.length > 0)).toHaveLength(1);
    expect(traceOf("seed-4").quotations.filter(({ kind }) => kind !== "scare")).toEqual([]);
    expect(traceOf("seed-4").creditCheck.credits).toEqual([]);
  });

  it("leave two attacks apart that have the same number of dead", () => {
    for (const [one, other] of [
      ["v1_innfrad", "v2_aljarida.txt"],
      ["v2_aljarida", "v1_innfrad.txt"],
    ] as const) {
      const { sources } = traceOf(one);
      for (const { verdict } of sources) expect(verdict).toBe("same-news");
      expect(about(traceOf("seed-4"))).not.toContain(other);
    }
  });

  it("the reports of one meeting go back to one text that is not here, and none is called its source", () => {
    for (const name of ["p1_syrialife", "p2_yalla", "p3_shaam", "p4_sputnik", "p5_wehda", "p6_radar"]) {
      const trace = traceOf(name);
      // As many give the ministry's own channel as name an agency: what they share is its statement, by whatever way.
      for (const { type, name } of trace.unseen)
        expect([["issuer", "وزارة الداخلية"].join(), ["carrier", "SANA"].join()]).toContain(
          [type, name].join(),
        );
      for (const { origin, direction } of trace.sources)
        if ("document" in origin) expect(direction).toBe("undecided");
    }
    expect(traceOf("p4_sputnik").finding.template).toBe("unseen-named");
    expect(traceOf("p4_sputnik").finding.values.name).toBe("SANA");
    expect(traceOf("p2_yalla").finding.template).toBe("unseen-channel");
    expect(traceOf("p1_syrialife").finding.template).toBe("unseen-statement");
  });
});
