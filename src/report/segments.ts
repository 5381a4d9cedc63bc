/**
 * A stretch of text cut into pieces that are shown alike. Marks cover whole words: a mark inside a word would
 * break the joining of Arabic letters.
 */
import type { ChangedFact, Passage, Range } from "../model/index.js";
import { UNSPACED } from "./letters.js";

/** `changed`: gone from this side or put in on it; `equivalent`: said in another form; `fact`: a changed fact. */
export type Mark = "same" | "changed" | "equivalent" | "fact";

export interface Segment {
  readonly text: string;
  readonly mark: Mark;
}

export interface MarkedRange extends Range {
  readonly mark: Mark;
}

type SideName = "a" | "b";

const WORD = new RegExp(`(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}\\u0640]`, "u");
/** Where marks overlap the heaviest wins. */
const WEIGHT: Record<Mark, number> = { same: 0, equivalent: 1, changed: 2, fact: 3 };

export function editMarks(passage: Passage, side: SideName): MarkedRange[] {
  return passage.edits.map((edit) => ({ ...edit[side], mark: edit.equivalent ? "equivalent" : "changed" }));
}

export function factMarks(facts: readonly ChangedFact[], side: SideName): MarkedRange[] {
  return facts.map((fact) => ({ start: fact[side].start, end: fact[side].end, mark: "fact" }));
}

/** Cuts the text of `range` into pieces of one mark each; joined they are that text. Empty marks are left out. */
export function segments(text: string, range: Range, marks: readonly MarkedRange[]): Segment[] {
  const whole = marks
    .filter((mark) => mark.end > mark.start && mark.start < range.end && mark.end > range.start)
    .map((mark) => ({ ...wholeWords(text, mark, range), mark: mark.mark }))
    .sort((left, right) => left.start - right.start);
  const bounds = new Set([range.start, range.end]);
  for (const { start, end } of whole) bounds.add(start).add(end);
  const cuts = [...bounds].sort((left, right) => left - right);
  const pieces: { text: string; mark: Mark }[] = [];
  let active: MarkedRange[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!;
    const piece = text.slice(start, cuts[i + 1]);
    while (next < whole.length && whole[next]!.start <= start) active.push(whole[next++]!);
    active = active.filter((mark) => mark.end > start);
    const mark = active.reduce<Mark>(
      (best, one) => (WEIGHT[one.mark] > WEIGHT[best] ? one.mark : best),
      "same",
    );
    const last = pieces.at(-1);
    if (last?.mark === mark) last.text += piece;
    else pieces.push({ text: piece, mark });
  }
  return pieces;
}

/** Extends a range to the letters and digits it would tear apart, within `bounds`. */
function wholeWords(text: string, range: Range, bounds: Range): Range {
  let start = Math.max(range.start, bounds.start);
  let end = Math.min(range.end, bounds.end);
  if (end <= start) return { start, end: start };
  const inside = (at: number): boolean => WORD.test(characterAt(text, at));
  if (inside(start)) while (start > bounds.start && inside(start - 1)) start--;
  if (inside(end - 1)) while (end < bounds.end && inside(end)) end++;
  return { start, end };
}

/** The whole character that the code unit at `at` belongs to. */
function characterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  const from = unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
  return String.fromCodePoint(text.codePointAt(from) ?? 0xfffd);
}
