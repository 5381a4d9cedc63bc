/** The schema that the package ships, against real lines and against lines that are wrong in one place. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Trace } from "../../src/model/index.js";
import { traceLine } from "../../src/report/trace-json.js";
import { hostile, TRACE } from "./trace-fixture.js";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const file = new URL(`../../${manifest.exports["./trace.schema.json"]}`, import.meta.url);
const valid = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(file, "utf8")));
const parsed = (trace: Trace) => JSON.parse(traceLine(trace));

describe("trace.schema.json", () => {
  it("is in the package", () => {
    expect(manifest.files).toContain("src/report/trace.schema.json");
  });

  it("holds for a trace, for one full of markup and controls, and for one of nothing", () => {
    for (const trace of [TRACE, hostile(TRACE), { ...TRACE, sources: [], quotations: [], timeline: [] }]) {
      expect(valid(parsed(trace)), JSON.stringify(valid.errors)).toBe(true);
    }
  });

  it("refuses what is missing, unknown or of another version", () => {
    const { finding: _, ...rest } = parsed(TRACE);
    for (const wrong of [
      rest,
      { ...parsed(TRACE), version: 3 },
      { ...parsed(TRACE), guilt: true },
      { ...parsed(TRACE), sources: [{ ...parsed(TRACE).sources[0], share: 1.2 }] },
    ])
      expect(valid(wrong)).toBe(false);
  });

  it("describes one line, with keys in one order however the trace was made", () => {
    const line = traceLine(TRACE);
    expect(line.indexOf("\n")).toBe(line.length - 1);
    const turned = JSON.parse(JSON.stringify(TRACE), (_, value) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(traceLine(turned)).toBe(line);
  });
});
