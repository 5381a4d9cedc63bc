/**
 * Two texts compared: verdict and reasons first, then each passage as a numbered pair with its edits marked,
 * then the changed facts.
 */

import type { ChangedFact, Edit, Match, Passage } from "../../model/index.js";
import { VERDICT_MEANINGS } from "../../model/verdicts.js";
import type { Side } from "../label.js";
import { editMarks, factMarks, segments } from "../segments.js";
import { labelLines } from "./label.js";
import { folded, joinWrapped } from "./layout.js";
import { markedLines, sample } from "./marked.js";
import { counted, percent, words } from "./numbers.js";
import { reading } from "./reading.js";
import { reasonWords } from "./reason.js";
import { type Pen, pen, type TextStyle } from "./style.js";
import { judgedBy, paintKind, paintVerdict, probability } from "./verdict.js";

const MARGIN = "   ";
const INDENT = "  ";
const LEAST_TEXT_COLUMNS = 20;

/** `match` is oriented so that its `a` is the document of side `a`. */
export function compareText(match: Match, a: Side, b: Side, style: TextStyle): string {
  const ink = pen(style);
  const blocks = [heading(match, ink), sides(a, b, ink)];
  if (match.passages.length === 0) blocks.push("No passage stands in both.");
  match.passages.forEach((passage, i) => {
    blocks.push(passageBlock(match, passage, i + 1, a, b, ink));
  });
  if (match.facts.length > 0) blocks.push(factsBlock(match.facts, ink));
  const legend = legendLine(match, ink);
  if (legend !== "") blocks.push(legend);
  return folded(`${blocks.join("\n\n")}\n`, style.columns);
}

function heading(match: Match, ink: Pen): string {
  const { verdict, jaccard, containment } = match;
  const likelihood = match.probability === null ? "" : ` · probability of reuse ${probability(match)}`;
  const figures = [
    `${percent(containment.a)} of A stands in B`,
    `${percent(containment.b)} of B in A`,
    `Jaccard ${percent(jaccard)}`,
    judgedBy(match),
  ];
  const room = Math.max(LEAST_TEXT_COLUMNS, ink.columns - INDENT.length);
  const reasons = match.explain.flatMap((reason) => joinWrapped(reasonWords(reason, ink), " ", room));
  return [
    ink.bold(paintVerdict(verdict, verdict, ink)) + likelihood,
    ...joinWrapped(VERDICT_MEANINGS[verdict].split(" "), " ", room).map((line) => ink.dim(INDENT + line)),
    ...reasons.map((line) => INDENT + line),
    ...joinWrapped(figures, " · ", room).map((line) => ink.dim(INDENT + line)),
  ].join("\n");
}

function sides(a: Side, b: Side, ink: Pen): string {
  const lines = (name: string, side: Side): string[] =>
    labelLines(side.label, ink.columns - MARGIN.length, ink, counted(words(side.text), "word")).map(
      (text, i) => (i === 0 ? ink.bold(name.padEnd(MARGIN.length)) : MARGIN) + text,
    );
  return [...lines("A", a), ...lines("B", b)].join("\n");
}

function passageBlock(match: Match, passage: Passage, number: number, a: Side, b: Side, ink: Pen): string {
  const title = [
    ink.bold(String(number)),
    paintKind(passage.kind, passage.kind, ink),
    `${percent(passage.similarity)} alike`,
    counted(words(a.text.slice(passage.a.start, passage.a.end)), "word"),
  ].join(" · ");
  const side = (name: "a" | "b", text: string): string[] => {
    const marks = [...editMarks(passage, name), ...factMarks(match.facts, name)];
    const lines = markedLines(segments(text, passage[name], marks), name, ink.columns - MARGIN.length, ink);
    const letter = ink.bold(name.toUpperCase().padEnd(MARGIN.length));
    return lines.map((line, i) => (i === 0 ? letter : MARGIN) + line);
  };
  return [title, ...side("a", a.text), ...side("b", b.text)].join("\n");
}

function factsBlock(facts: readonly ChangedFact[], ink: Pen): string {
  const lines = facts.map(
    (fact) => `  ${fact.kind.padEnd(9)}${reading(fact.a.text, ink)} → ${reading(fact.b.text, ink)}`,
  );
  return [ink.bold("changed facts (A → B)"), ...lines].join("\n");
}

function legendLine(match: Match, ink: Pen): string {
  const edits = match.passages.flatMap((passage) => passage.edits);
  const parts: string[] = [];
  const within = (edit: Edit, fact: ChangedFact): boolean =>
    fact.a.start <= edit.a.start &&
    fact.a.end >= edit.a.end &&
    fact.b.start <= edit.b.start &&
    fact.b.end >= edit.b.end;
  const plain = edits.filter((edit) => !match.facts.some((fact) => within(edit, fact)));
  if (plain.some((edit) => !edit.equivalent)) {
    parts.push(sample("only in A", "changed", "a", ink), sample("only in B", "changed", "b", ink));
  }
  if (plain.some((edit) => edit.equivalent)) {
    parts.push(sample("counts as the same", "equivalent", "a", ink));
  }
  if (match.facts.length > 0) parts.push(sample("changed fact", "fact", "a", ink));
  return parts.length === 0 ? "" : ink.dim("marks: ") + parts.join("  ");
}
