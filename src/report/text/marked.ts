/**
 * Text with marks on lines of a terminal: in colour, or without colour between signs that stand on whole words.
 */
import { direction } from "../direction.js";
import type { Mark, Segment } from "../segments.js";
import { cleanPiece } from "./clean.js";
import { pieces as cut, width, wrap } from "./layout.js";
import type { Pen } from "./style.js";

type SideName = "a" | "b";

interface Word {
  text: string;
  cells: number;
  readonly parts: { readonly text: string; readonly mark: Mark }[];
}

const LEAST_COLUMNS = 20;

const SIGNS: Record<SideName, Record<Mark, readonly [string, string]>> = {
  a: { same: ["", ""], changed: ["[-", "-]"], equivalent: ["(~", "~)"], fact: ["[!", "!]"] },
  b: { same: ["", ""], changed: ["{+", "+}"], equivalent: ["(~", "~)"], fact: ["{!", "!}"] },
};

/** Lines of at most `columns` cells, each a Unicode isolate of its own in the direction of the whole. */
export function markedLines(pieces: readonly Segment[], side: SideName, columns: number, ink: Pen): string[] {
  const towards = direction(pieces.map((piece) => piece.text).join(""));
  const room = Math.max(LEAST_COLUMNS, columns);
  const list = wordsOf(pieces, side, ink.colour).flatMap((word) =>
    word.cells <= room ? [word] : brokenWord(word, room),
  );
  const ranges = wrap(
    list.map((word) => word.cells),
    room,
  );
  return ranges.map(([from, to]) => {
    const line = list.slice(from, to).map((word) => paintWord(word, side, ink));
    return ink.isolate(line.join(" "), towards);
  });
}

/** A text that shows how a mark looks. */
export function sample(text: string, mark: Mark, side: SideName, ink: Pen): string {
  return paintPart(ink.colour ? text : signed(text, mark, side), mark, side, ink);
}

/** Words between spaces, each with its marked parts; without colour the signs are letters of the words. */
function wordsOf(pieces: readonly Segment[], side: SideName, colour: boolean): Word[] {
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

/** Scripts without spaces make one word of a whole paragraph: it goes over several lines, each but the last full. */
function brokenWord({ parts }: Word, columns: number): Word[] {
  const lines: Word[] = [];
  let room = 0;
  for (const { text, mark } of parts) {
    const first = cut(text, room)[0] ?? "";
    const fits = width(first) <= room;
    const rest = fits ? text.slice(first.length) : text;
    const line = lines.at(-1);
    if (fits && line !== undefined && first !== "") {
      line.parts.push({ text: first, mark });
      line.text += first;
      line.cells = width(line.text);
    }
    for (const piece of cut(rest, columns))
      lines.push({ text: piece, cells: width(piece), parts: [{ text: piece, mark }] });
    room = columns - (lines.at(-1)?.cells ?? columns);
  }
  return lines;
}

function signed(text: string, mark: Mark, side: SideName): string {
  if (mark === "same" || text.trim() === "") return text;
  const [opening, closing] = SIGNS[side][mark];
  const before = text.startsWith(" ") ? " " : "";
  const after = text.endsWith(" ") ? " " : "";
  return before + opening + text.trim() + closing + after;
}

function paintWord(word: Word, side: SideName, ink: Pen): string {
  if (!ink.colour) return word.text;
  return word.parts.map((part) => paintPart(part.text, part.mark, side, ink)).join("");
}

function paintPart(text: string, mark: Mark, side: SideName, ink: Pen): string {
  if (mark === "changed") return side === "a" ? ink.red(text) : ink.green(text);
  if (mark === "equivalent") return ink.cyan(text);
  return mark === "fact" ? ink.bold(ink.yellow(text)) : text;
}
