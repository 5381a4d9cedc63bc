/**
 * A cluster as a tree: the canonical text on top, under it its copies with their similarity to it.
 */
import type { Cluster, ClusterMember, ClusterPartial } from "../../model/index.js";
import type { Label } from "../label.js";
import { clean } from "./clean.js";
import { labelLines } from "./label.js";
import { folded, padStart } from "./layout.js";
import { counted, percent } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";

const SHARE_COLUMNS = 5;

export function clusterText(
  cluster: Cluster,
  number: number,
  labelOf: (id: string) => Label,
  style: TextStyle,
): string {
  const ink = pen(style);
  const indent = `${number}. `;
  const lines: string[] = [];
  const note = cluster.canonical === cluster.earliest ? "canonical, earliest" : "canonical";
  const head = labelLines(labelOf(cluster.canonical), style.columns - indent.length, ink, note);
  head.forEach((text, i) => {
    lines.push((i === 0 ? ink.bold(indent) : " ".repeat(indent.length)) + text);
  });
  const copies = cluster.members.filter((member) => member.id !== cluster.canonical);
  const margin = " ".repeat(indent.length);
  for (const [i, member] of copies.entries()) {
    lines.push(...branch(cluster, member, i === copies.length - 1, margin, labelOf, ink));
  }
  if (cluster.partials.length > 0) lines.push(ink.dim(`${margin}in part the same:`));
  for (const partial of cluster.partials) lines.push(...partialLines(cluster, partial, margin, labelOf, ink));
  if (cluster.weakestLink && cluster.members.length > 2) {
    const { id, similarity } = cluster.weakestLink;
    const name = ink.isolate(clean(id));
    const first = cluster.earliest === null ? ink.isolate(clean(cluster.id)) : "the earliest";
    const weakest = `least like ${first}: ${name}, ${percent(similarity)}`;
    lines.push(ink.dim(`${margin}${counted(cluster.members.length, "text")}; ${weakest}`));
  }
  return folded(`${lines.join("\n")}\n`, style.columns);
}

function branch(
  cluster: Cluster,
  member: ClusterMember,
  last: boolean,
  margin: string,
  labelOf: (id: string) => Label,
  ink: Pen,
): string[] {
  const stem = `${margin}${last ? "└" : "├"} ${padStart(percent(member.similarity), SHARE_COLUMNS)}  `;
  const hang = `${margin}${last ? " " : "│"} ${" ".repeat(SHARE_COLUMNS)}  `;
  const note = member.id === cluster.earliest ? "earliest" : "";
  return labelLines(labelOf(member.id), ink.columns - stem.length, ink, note).map(
    (text, i) => (i === 0 ? stem : hang) + text,
  );
}

/** The percentage is the share of this document that stands in the cluster too. */
function partialLines(
  cluster: Cluster,
  partial: ClusterPartial,
  margin: string,
  labelOf: (id: string) => Label,
  ink: Pen,
): string[] {
  const stem = `${margin}┄ ${padStart(percent(partial.containment.id), SHARE_COLUMNS)}  `;
  const hang = " ".repeat(stem.length);
  const share = `${percent(partial.containment.of)} of ${partial.of === cluster.canonical ? "the canonical" : clean(partial.of)}`;
  const lines = labelLines(labelOf(partial.id), ink.columns - stem.length, ink);
  return [...lines, ink.yellow(`${share} stands in it`)].map((text, i) => (i === 0 ? stem : hang) + text);
}
