/**
 * Three tables, RFC 4180: nodes and edges as Gephi and spreadsheets read them, and credits.
 *
 * They begin with a byte order mark: without it Excel takes UTF-8 for the code page of the machine, and Arabic is lost.
 * Before 0.9.3 Gephi took the mark for a letter of the first heading, so none of the headings it needs comes first.
 * A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
import { stringify } from "csv-stringify/sync";
import type { Evidence, Origin } from "../../model/index.js";
import type { ProvenanceGraph } from "../graph.js";
import { nameOf } from "../label.js";
import type { CsvTable } from "./tables.js";

type Cell = string | number | null | undefined;

export function csvTable(graph: ProvenanceGraph, table: CsvTable): string {
  const [headings, rows] = TABLES[table](graph);
  const records = [headings, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "string" ? harmless(printable(cell)) : (cell ?? ""))),
  );
  // Of line breaks the writer would quote CR LF alone, and a bare one ends a record for every reader.
  return stringify(records, { bom: true, quoted_match: /[\r\n]/, record_delimiter: "\r\n" });
}

/** What a spreadsheet takes for the beginning of a formula, wide forms and what it trims or does not show before it too. */
const FORMULA =
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]|^[\t\r]/u;

function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

const TABLES: Record<CsvTable, (graph: ProvenanceGraph) => [headings: string[], rows: Cell[][]]> = {
  nodes: (graph) => [
    ["Kind", "Id", "Label", "Outlet", "Published", "Url", "Story", "Credit status"],
    [
      ...graph.nodes.map(({ label, story, status }) => [
        "document",
        label.id,
        nameOf(label),
        label.source,
        label.published,
        label.url,
        story,
        status,
      ]),
      ...graph.unseen.map(({ id, type, name }) => [
        `unseen ${type}`,
        id,
        name ?? "not in the collection",
        name,
        null,
        null,
        null,
        null,
      ]),
    ],
  ],
  edges: (graph) => [
    [
      "Kind",
      "Source",
      "Target",
      "Type",
      "Weight",
      "Share of target",
      "Certainty",
      "Decided by",
      "Evidence",
      "Details",
      "Missing",
    ],
    [
      ...graph.edges.map((edge) => [
        "taken",
        nodeId(edge.from),
        edge.to,
        "Directed",
        edge.confidence,
        edge.share,
        edge.certainty,
        edge.by,
        kinds(edge.evidence),
        details(edge.evidence),
        null,
      ]),
      ...graph.overlaps.map((one) => [
        "undecided",
        one.a,
        one.b,
        "Undirected",
        one.confidence,
        one.share,
        null,
        null,
        kinds(one.evidence),
        details(one.evidence),
        one.missing.join("; "),
      ]),
    ],
  ],
  credits: (graph) => [
    ["Role", "Document", "Name", "Alias", "Form", "Field", "Start", "End", "Credit status"],
    graph.nodes.flatMap(({ label, status, credits }) =>
      credits.map(({ role, name, alias, form, field, start, end }) => [
        role,
        label.id,
        name,
        alias,
        form,
        field,
        start,
        end,
        status,
      ]),
    ),
  ],
};

function nodeId(origin: Origin): string {
  return "document" in origin ? origin.document : origin.unseen;
}

function kinds(evidence: readonly Evidence[]): string {
  return [...new Set(evidence.map(({ kind }) => kind))].join(" ");
}

function details(evidence: readonly Evidence[]): string {
  return evidence.map(({ detail }) => detail).join("; ");
}

/** RFC 4180 has no place for controls, and a terminal would obey them. */
function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\p{Cc}\p{Cs}]/gu, (sign) => {
    if (sign === "\n" || sign === "\t") return sign;
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}
