/** A text, or what the file has of it, as paragraphs with its passages as links and the edits inside them. */
import type { PassageKind, Range } from "../../../model/index.js";
import { direction } from "../../../report/direction.js";
import { type MarkedRange, type Segment, segments } from "../../../report/segments.js";
import type { Context } from "../frame/context.js";
import { type Child, h, languageOf, said } from "../frame/dom.js";
import type { Pieces } from "../frame/store.js";

export interface MarkedPassage {
  readonly range: Range;
  readonly kind: PassageKind;
  /** Shown at its beginning; null for none. */
  readonly number: number | null;
  readonly href: string;
  /** Said before it. */
  readonly said: string;
  /** Edits inside it. */
  readonly marks: readonly MarkedRange[];
}

/** UTF-16 code units of one paragraph. Browsers take time that grows with its square. */
const LONGEST_LINE = 4000;

interface Work {
  readonly context: Context;
  readonly passages: readonly MarkedPassage[];
  readonly facts: readonly MarkedRange[];
  readonly side: "a" | "b";
  readonly begun: Set<MarkedPassage>;
  /** Passages before it end before what is still to be written. */
  next: number;
}

/** `passages` in the order of their beginnings; where two overlap the first has the words. */
export function textNodes(
  context: Context,
  pieces: Pieces,
  passages: readonly MarkedPassage[],
  facts: readonly MarkedRange[],
  side: "a" | "b",
): Child[] {
  const work: Work = { context, passages, facts, side, begun: new Set(), next: 0 };
  const nodes: Child[] = [];
  let end = 0;
  for (const [start, piece] of pieces) {
    if (start > end) nodes.push(omitted(context, start - end));
    for (const { index, line } of lines(piece))
      nodes.push(paragraph(work, piece, start, start + index, line));
    end = start + piece.length;
  }
  return nodes.length > 0 ? nodes : [h("p", { class: "faint" }, context.language.nodes("readEmpty"))];
}

/** Lines with something in them; one too long to be laid out at once is cut between words. */
function* lines(piece: string): Generator<{ readonly index: number; readonly line: string }> {
  for (const { index, 0: whole } of piece.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    let from = 0;
    while (whole.length - from > LONGEST_LINE) {
      const space = whole.lastIndexOf(" ", from + LONGEST_LINE);
      const to = space > from ? space + 1 : from + LONGEST_LINE;
      yield { index: index + from, line: whole.slice(from, to) };
      from = to;
    }
    const rest = whole.slice(from);
    if (rest.trim() !== "") yield { index: index + from, line: rest };
  }
}

function omitted(context: Context, n: number): HTMLElement {
  return h("p", { class: "omitted" }, "[… ", context.language.nodes("readOmitted", { n }), " …]");
}

/** `piece` begins at offset `from` of the text, the paragraph at `start`. */
function paragraph(work: Work, piece: string, from: number, start: number, line: string): HTMLElement {
  const end = start + line.length;
  const dir = direction(line);
  const nodes: Child[] = [];
  let at = start;
  const cut = (until: number, marks: readonly MarkedRange[]): Child[] =>
    shifted(work, piece, from, { start: at, end: until }, marks);
  while (work.next < work.passages.length && work.passages[work.next]!.range.end <= start) work.next++;
  for (let i = work.next; i < work.passages.length; i++) {
    const one = work.passages[i]!;
    if (one.range.start >= end) break;
    const begin = Math.max(one.range.start, at);
    const stop = Math.min(one.range.end, end);
    if (stop <= begin) continue;
    if (begin > at) nodes.push(cut(begin, work.facts));
    at = begin;
    nodes.push(link(work, one, cut(stop, [...one.marks, ...work.facts])));
    at = stop;
  }
  if (end > at) nodes.push(cut(end, work.facts));
  return h("p", { dir, lang: languageOf(line) }, nodes);
}

/** The pieces of a range of the text, where `piece` begins at offset `from` of it. */
function shifted(
  work: Work,
  piece: string,
  from: number,
  range: Range,
  marks: readonly MarkedRange[],
): Child[] {
  const inside = marks
    .filter((mark) => mark.end > range.start && mark.start < range.end)
    .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
  const local = { start: range.start - from, end: range.end - from };
  return segments(piece, local, inside).map((segment) => wrapped(work, segment));
}

function wrapped({ context, side }: Work, { text, mark }: Segment): Child {
  if (mark === "same") return text;
  if (mark === "equivalent") return h("span", { class: "equivalent" }, text);
  if (mark === "fact") return h("mark", { class: "fact" }, said(context.language.text("readFactSaid")), text);
  return h(side === "a" ? "del" : "ins", { class: "changed" }, text);
}

/** Only the first piece of a passage is a stop for the keyboard and has the number. */
function link(work: Work, passage: MarkedPassage, content: Child[]): HTMLElement {
  const data = { "data-passage": passage.number ?? undefined, "data-side": work.side };
  const name = `passage ${passage.kind}`;
  if (work.begun.has(passage)) return h("span", { class: name, ...data }, content);
  work.begun.add(passage);
  const number = passage.number !== null && h("sup", { "aria-hidden": "true" }, passage.number);
  return h("a", { class: name, href: passage.href, ...data }, said(passage.said), number, content);
}
