/**
 * Pairs as a table: verdict, probability, how much of each side stands in the other, the longest passage; beside
 * or below them the two documents.
 */

import type { Match, Passage, Verdict } from "../../model/index.js";
import { verdictLines } from "../../model/verdicts.js";
import type { Side } from "../label.js";
import { labelLines } from "./label.js";
import { folded, padStart } from "./layout.js";
import { count, percent, words } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";
import { paintVerdict, probability } from "./verdict.js";

const WIDTHS = { verdict: 9, probability: 4, share: 5, longest: 7 };
const FIGURES = 36;
/** Fewer columns than this beside the figures, and the documents stand below them. */
const LEAST_LABEL_COLUMNS = 46;
const BELOW = "  ";

export function pairsHeader(style: TextStyle): string {
  const ink = pen(style);
  return `${ink.bold(`${"verdict".padEnd(WIDTHS.verdict)} prob  of a  of b longest`)}\n`;
}

export function pairText(match: Match, a: Side, b: Side, style: TextStyle): string {
  const ink = pen(style);
  const beside = style.columns - FIGURES >= LEAST_LABEL_COLUMNS;
  const margin = beside ? " ".repeat(FIGURES) : BELOW;
  const room = style.columns - margin.length;
  const documents = [...sideLines("a", a, room, ink), ...sideLines("b", b, room, ink)];
  const row = figures(match, a.text, ink);
  const lines = beside
    ? documents.map((text, i) => (i === 0 ? row : margin) + text)
    : [row.trimEnd(), ...documents.map((text) => margin + text)];
  return `${lines.join("\n")}\n`;
}

function sideLines(name: string, side: Side, columns: number, ink: Pen): string[] {
  return labelLines(side.label, columns - 2, ink).map((text, i) => (i === 0 ? `${name} ` : "  ") + text);
}

function figures(match: Match, text: string, ink: Pen): string {
  const longest = longestPassage(match.passages);
  const cells = [
    paintVerdict(match.verdict, match.verdict.padEnd(WIDTHS.verdict), ink),
    padStart(probability(match), WIDTHS.probability),
    padStart(percent(match.containment.a), WIDTHS.share),
    padStart(percent(match.containment.b), WIDTHS.share),
    padStart(longest ? `${count(words(text.slice(longest.a.start, longest.a.end)))} w` : "–", WIDTHS.longest),
  ];
  return `${cells.join(" ")}  `;
}

/** What the verdicts in the table mean; empty where there are none. */
export function pairsLegend(verdicts: readonly Verdict[], style: TextStyle): string {
  if (verdicts.length === 0) return "";
  const ink = pen(style);
  const lines = verdictLines(verdicts).flatMap((line) => folded(line, style.columns).split("\n"));
  return `\n${lines.map((line) => ink.dim(line)).join("\n")}\n`;
}

/** By length of text on side a; standing formulae count only where there is nothing else. */
function longestPassage(passages: readonly Passage[]): Passage | undefined {
  const length = (passage: Passage): number =>
    passage.a.end - passage.a.start - (passage.kind === "boilerplate" ? 1e9 : 0);
  return passages.reduce<Passage | undefined>(
    (longest, one) => (longest && length(longest) >= length(one) ? longest : one),
    undefined,
  );
}
