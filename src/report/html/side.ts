/**
 * One text of a comparison as paragraphs, with its passages as links to the other side and the edits inside them.
 */
import type { ChangedFact, Passage, Range } from "../../model/index.js";
import { direction } from "../direction.js";
import { editMarks, factMarks, type MarkedRange, type Segment, segments } from "../segments.js";
import { escapeMarkup, said } from "./markup.js";

export type SideName = "a" | "b";

interface Numbered {
  readonly passage: Passage;
  /** 1-based, the same on both sides. */
  readonly number: number;
  readonly range: Range;
}

export function paragraphs(
  text: string,
  passages: readonly Passage[],
  facts: readonly ChangedFact[],
  side: SideName,
): string {
  const numbered = passages
    .map((passage, i): Numbered => ({ passage, number: i + 1, range: passage[side] }))
    .sort((left, right) => left.range.start - right.range.start);
  const marks = factMarks(facts, side);
  const html: string[] = [];
  const begun = new Set<number>();
  for (const range of paragraphRanges(text)) {
    const content = paragraph(text, range, numbered, marks, side, begun);
    html.push(`<p dir="${direction(text.slice(range.start, range.end))}">${content}</p>`);
  }
  return html.join("\n");
}

/** Lines that hold more than white space. */
function paragraphRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() !== "") ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

function paragraph(
  text: string,
  range: Range,
  passages: readonly Numbered[],
  facts: readonly MarkedRange[],
  side: SideName,
  begun: Set<number>,
): string {
  let at = range.start;
  let html = "";
  const between = (end: number): void => {
    if (end > at) html += marked(segments(text, { start: at, end }, facts), side);
  };
  for (const one of passages) {
    const start = Math.max(one.range.start, at);
    const end = Math.min(one.range.end, range.end);
    if (end <= start) continue;
    between(start);
    const pieces = segments(text, { start, end }, [...editMarks(one.passage, side), ...facts]);
    html += link(one, marked(pieces, side), side, !begun.has(one.number));
    begun.add(one.number);
    at = end;
  }
  between(range.end);
  return html;
}

/** Only the first piece of a passage is a stop for the keyboard and has the number. */
function link({ passage, number }: Numbered, content: string, side: SideName, first: boolean): string {
  const other = side === "a" ? "b" : "a";
  const data = `data-side="${side}" data-passage="${number}" data-kind="${passage.kind}"`;
  if (!first) return `<span class="passage ${passage.kind}" ${data}>${content}</span>`;
  const label = `${said(`passage ${number}, ${passage.kind}: `)}<sup aria-hidden="true">${number}</sup>`;
  const anchor = `id="${side}${number}" href="#${other}${number}"`;
  return `<a class="passage ${passage.kind}" ${anchor} ${data}>${label}${content}</a>`;
}

function marked(pieces: readonly Segment[], side: SideName): string {
  return pieces.map(({ text, mark }) => wrapped(escapeMarkup(text), mark, side)).join("");
}

function wrapped(html: string, mark: Segment["mark"], side: SideName): string {
  if (mark === "same") return html;
  if (mark === "equivalent") return `<span class="equivalent">${html}</span>`;
  if (mark === "fact") return `<mark class="fact">${said("changed fact ")}${html}</mark>`;
  return side === "a" ? `<del class="changed">${html}</del>` : `<ins class="changed">${html}</ins>`;
}
