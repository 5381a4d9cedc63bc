/** The tables, read back by csv-parse. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvTable } from "../../src/report/csv/csv.js";
import { CSV_TABLES } from "../../src/report/csv/tables.js";
import { lineageGraph, traceGraph } from "../../src/report/graph.js";
import { hostile, LINEAGE, PARTS, TRACE } from "./trace-fixture.js";

type Row = Readonly<Record<string, string>>;
const read = (text: string) => parse(text, { bom: true, columns: true, relax_column_count: false }) as Row[];

describe("CSV", () => {
  it("has nodes and edges as Gephi names them, and credits", () => {
    const graph = lineageGraph(LINEAGE, PARTS.labelOf);
    const [nodes, edges, credits] = CSV_TABLES.map((table) => read(csvTable(graph, table))) as [
      Row[],
      Row[],
      Row[],
    ];
    expect(nodes.map((row) => row.Id)).toEqual(["other-1", "paper-3", "wire-9"]);
    expect(nodes[1]).toMatchObject({
      Label: "القصب تعبر الوادي مشيا",
      Outlet: "صحيفة الضفة",
      "Credit status": "matched",
    });
    expect(
      edges.map(({ Kind, Source, Target, Type, Weight }) => [Kind, Source, Target, Type, Weight]),
    ).toEqual([
      ["taken", "wire-9", "paper-3", "Directed", "0.97"],
      ["undecided", "other-1", "paper-3", "Undirected", "0.55"],
    ]);
    const ids = new Set(nodes.map((row) => row.Id));
    for (const { Source, Target } of edges) expect(ids.has(Source!) && ids.has(Target!)).toBe(true);
    expect(credits.map(({ Role, Document, Alias }) => [Role, Document, Alias])).toEqual([
      ["carrier", "paper-3", "السنديان"],
      ["issuer", "paper-3", "بلدية القصب"],
    ]);
  });

  it("begins with a byte order mark and a heading that Gephi does not need, and ends lines with CR LF", () => {
    for (const table of CSV_TABLES) {
      const text = csvTable(traceGraph(TRACE), table);
      expect(text).toMatch(/^\ufeff(Kind|Role),/);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(text.endsWith("\r\n")).toBe(true);
    }
  });

  it("quotes a title of several lines, and reads it back as it was", () => {
    const graph = traceGraph(TRACE);
    const title = 'first\nsecond\n=1+1, "third"';
    const titled = graph.nodes.map((node) => ({
      ...node,
      label: { ...node.label, title, id: "line\nbreak" },
    }));
    const text = csvTable({ ...graph, nodes: titled }, "nodes");
    const rows = read(text);
    expect(rows.length).toBe(read(csvTable(graph, "nodes")).length);
    expect(rows[0]).toMatchObject({ Id: "line\nbreak", Label: title });
  });

  it.each([
    "=1+1",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    "\u00a0=1+1",
    "\u3000＝1+1",
    "\ufeff=1+1",
    "\u200b+1",
    "\u200f@SUM(A1)",
    "\u2066-1",
    "\u00ad\u061c =1",
    "\u034f\ufe0f=1",
  ])("begins with an apostrophe where a spreadsheet would see a formula: %j", (id) => {
    const graph = traceGraph(TRACE);
    const nodes = graph.nodes.map((node) => ({ ...node, label: { ...node.label, id } }));
    expect(read(csvTable({ ...graph, nodes }, "nodes"))[0]!.Id).toBe(`'${id}`);
  });

  it("has no cell that a spreadsheet would run and none that a terminal would obey", () => {
    const graph = traceGraph(hostile(TRACE));
    const signs = graph.nodes.map((node, at) => ({
      ...node,
      label: { ...node.label, id: `${"=+-@＝"[at]}1+1` },
    }));
    for (const table of CSV_TABLES) {
      const text = csvTable({ ...graph, nodes: signs }, table);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[^\P{Cc}\n]/u);
      for (const cell of read(text).flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
    }
  });
});
