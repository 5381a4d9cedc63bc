import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../app/version.js";
import { UsageError, writeTrouble } from "../../errors.js";
import type { Lineage, Trace } from "../../model/index.js";
import type { ProvenanceGraph } from "../../report/graph.js";
import type { Label } from "../../report/label.js";
import { type Io, say } from "../shared/io.js";
import { type Output, withOutput } from "../shared/output.js";
import { textStyle } from "../shared/text-style.js";
import type { TraceFlags } from "./flags.js";

/** Where the documents of a trace are kept. */
export interface Held {
  describe(id: string): Label | undefined;
  text(id: string): string | undefined;
}

export async function writeTrace(
  io: Io,
  held: Held,
  trace: Trace,
  flags: TraceFlags,
  output: Output,
): Promise<void> {
  if (flags.json) return output.write((await import("../../report/trace-json.js")).traceLine(trace));
  const textOf = (id: string): string => held.text(id) ?? "";
  if (flags.format === undefined) {
    const { traceText } = await import("../../report/text/trace.js");
    return output.write(traceText(trace, textOf, textStyle(io, flags)));
  }
  if (flags.format === "annotation") {
    const { traceAnnotations } = await import("../../report/annotation/annotation.js");
    return output.write(traceAnnotations(trace, { labelOf: labels(held), textOf }, version()));
  }
  const { traceGraph } = await import("../../report/graph.js");
  await writeGraph(io, traceGraph(trace), flags, output);
}

export async function writeLineage(
  io: Io,
  held: Held,
  lineage: Lineage,
  flags: TraceFlags,
  output: Output,
): Promise<void> {
  const { lineageGraph } = await import("../../report/graph.js");
  const labelOf = labels(held);
  const graph = lineageGraph(lineage, labelOf);
  if (flags.format === "annotation") {
    const { graphAnnotations } = await import("../../report/annotation/annotation.js");
    const textOf = (id: string): string => held.text(id) ?? "";
    return output.write(graphAnnotations(graph, { labelOf, textOf }, version()));
  }
  await writeGraph(io, graph, flags, output);
}

async function writeGraph(io: Io, graph: ProvenanceGraph, flags: TraceFlags, output: Output): Promise<void> {
  if (flags.format === "prov") {
    const { provDocument } = await import("../../report/prov/prov.js");
    return output.write(provDocument(graph, version()));
  }
  const [{ csvTable }, { CSV_TABLES }] = await Promise.all([
    import("../../report/csv/csv.js"),
    import("../../report/csv/tables.js"),
  ]);
  if (flags.csvTable !== undefined) return output.write(csvTable(graph, flags.csvTable));
  const folder = flags.output!;
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `-o ${folder}: no folder, and none can be made (${error.code === "EEXIST" ? "it is a file" : writeTrouble(error)})`,
    );
  });
  const files = CSV_TABLES.map((table) => ({ table, file: join(folder, `${table}.csv`) }));
  for (const { table, file } of files) await withOutput(io, file, (one) => one.write(csvTable(graph, table)));
  if (!flags.quiet) say(io, `tables written to ${files.map(({ file }) => file).join(", ")}`);
}

function labels(held: Held): (id: string) => Label {
  return (id) => held.describe(id) ?? { id };
}
