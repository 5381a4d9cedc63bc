/**
 * Two texts compared: verdict and reasons first, then each passage as a numbered pair with its edits marked,
 * then the changed facts.
 */
import type { ChangedFact, Match, Passage } from "../../model.js";
import { direction } from "../direction.js";
import type { Side } from "../label.js";
import { editMarks, factMarks, type Mark, type Segment, segments } from "../segments.js";
import { clean, cleanPiece } from "./clean.js";
import { labelLines } from "./label.js";
import { joinWrapped, truncate, width, wrap } from "./layout.js";
import { counted, percent, words } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";
import { paintKind, paintVerdict, probability } from "./verdict.js";

const MARGIN = "   ";
const INDENT = "  ";
const LEAST_TEXT_COLUMNS = 20;
const FACT_COLUMNS = 40;

/** `match` is oriented so that its `a` is the document of side `a`. */
export function compareText(match: Match, a: Side, b: Side, style: TextStyle): string {
  const ink = pen(style);
  const blocks = [heading(match, ink), sides(a, b, ink)];
  match.passages.forEach((passage, i) => {
    blocks.push(passageBlock(match, passage, i + 1, a, b, ink));
  });
  if (match.facts.length > 0) blocks.push(factsBlock(match.facts, ink));
  const legend = legendLine(match, ink);
  if (legend !== "") blocks.push(legend);
  return `${blocks.join("\n\n")}\n`;
}

function heading(match: Match, ink: Pen): string {
  const { verdict, jaccard, containment, background } = match;
  const judged =
    background === null
      ? "a bare pair, no collection behind it"
      : `judged against ${counted(background, "document")}`;
  const likelihood = match.probability === null ? "" : ` · probability of reuse ${probability(match)}`;
  const figures = [
    `${percent(containment.a)} of A stands in B`,
    `${percent(containment.b)} of B in A`,
    `Jaccard ${percent(jaccard)}`,
    judged,
  ];
  const room = Math.max(LEAST_TEXT_COLUMNS, ink.columns - INDENT.length);
  const reasons = match.explain.flatMap((reason) => joinWrapped(clean(reason).split(" "), " ", room));
  return [
    ink.bold(paintVerdict(verdict, verdict, ink)) + likelihood,
    ...reasons.map((line) => INDENT + ink.isolate(line)),
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
  const side = (name: "a" | "b", text: string): string[] =>
    sideLines(
      segments(text, passage[name], [...editMarks(passage, name), ...factMarks(match.facts, name)]),
      name,
      ink,
    );
  return [title, ...side("a", a.text), ...side("b", b.text)].join("\n");
}

interface Word {
  text: string;
  cells: number;
  readonly parts: { readonly text: string; readonly mark: Mark }[];
}

function sideLines(pieces: readonly Segment[], side: "a" | "b", ink: Pen): string[] {
  const towards = direction(pieces.map((piece) => piece.text).join(""));
  const list = wordsOf(pieces, side, ink.colour);
  const room = Math.max(LEAST_TEXT_COLUMNS, ink.columns - MARGIN.length);
  const ranges = wrap(
    list.map((word) => word.cells),
    room,
  );
  return ranges.map(([from, to], i) => {
    const line = list.slice(from, to).map((word) => paintWord(word, side, ink));
    const name = i === 0 ? ink.bold(side.toUpperCase().padEnd(MARGIN.length)) : MARGIN;
    return name + ink.isolate(line.join(" "), towards);
  });
}

/** Words between spaces, each with its marked parts; without colour the signs are letters of the words. */
function wordsOf(pieces: readonly Segment[], side: "a" | "b", colour: boolean): Word[] {
  const list: Word[] = [];
  let open = false;
  for (const piece of pieces) {
    const text = colour ? cleanPiece(piece.text) : signed(cleanPiece(piece.text), piece.mark, side);
    for (const [i, run] of text.split(" ").entries()) {
      if (i > 0) open = false;
      if (run === "") continue;
      const part = { text: run, mark: piece.mark };
      const word = list.at(-1);
      if (open && word) {
        word.parts.push(part);
        word.text += run;
        word.cells = width(word.text);
      } else list.push({ text: run, cells: width(run), parts: [part] });
      open = true;
    }
  }
  return list;
}

const SIGNS: Record<"a" | "b", Record<Mark, readonly [string, string]>> = {
  a: { same: ["", ""], changed: ["[-", "-]"], equivalent: ["(~", "~)"], fact: ["[!", "!]"] },
  b: { same: ["", ""], changed: ["{+", "+}"], equivalent: ["(~", "~)"], fact: ["{!", "!}"] },
};

function signed(text: string, mark: Mark, side: "a" | "b"): string {
  if (mark === "same" || text.trim() === "") return text;
  const [opening, closing] = SIGNS[side][mark];
  const before = text.startsWith(" ") ? " " : "";
  const after = text.endsWith(" ") ? " " : "";
  return before + opening + text.trim() + closing + after;
}

function paintWord(word: Word, side: "a" | "b", ink: Pen): string {
  if (!ink.colour) return word.text;
  return word.parts.map((part) => paintPart(part.text, part.mark, side, ink)).join("");
}

function paintPart(text: string, mark: Mark, side: "a" | "b", ink: Pen): string {
  if (mark === "changed") return side === "a" ? ink.red(text) : ink.green(text);
  if (mark === "equivalent") return ink.cyan(text);
  return mark === "fact" ? ink.bold(ink.yellow(text)) : text;
}

function factsBlock(facts: readonly ChangedFact[], ink: Pen): string {
  const reading = (text: string): string => ink.isolate(truncate(clean(text), FACT_COLUMNS));
  const lines = facts.map(
    (fact) => `  ${fact.kind.padEnd(9)}${reading(fact.a.text)} → ${reading(fact.b.text)}`,
  );
  return [ink.bold("changed facts (A → B)"), ...lines].join("\n");
}

function legendLine(match: Match, ink: Pen): string {
  const edits = match.passages.flatMap((passage) => passage.edits);
  const parts: string[] = [];
  const show = (mark: Mark, side: "a" | "b", meaning: string): void => {
    const text = ink.colour ? meaning : signed(meaning, mark, side);
    parts.push(paintPart(text, mark, side, ink));
  };
  if (edits.some((edit) => !edit.equivalent)) {
    show("changed", "a", "only in A");
    show("changed", "b", "only in B");
  }
  if (edits.some((edit) => edit.equivalent)) show("equivalent", "a", "the same in another form");
  if (match.facts.length > 0) show("fact", "a", "changed fact");
  return parts.length === 0 ? "" : ink.dim("marks: ") + parts.join("  ");
}
