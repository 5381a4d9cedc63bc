import { type Label, timeText } from "../label.js";
import { clean } from "./clean.js";
import { truncate, width, wrap } from "./layout.js";
import type { Pen } from "./style.js";

const LEAST_TITLE_COLUMNS = 24;
const SEPARATOR = " · ";

interface Part {
  readonly plain: string;
  readonly painted: string;
}

/**
 * A document in as few lines of at most `columns` cells as it needs: title, then source, time, id and `note`.
 * Only the title and the source are shortened: an id or a time that is cut would be another one.
 */
export function labelLines(label: Label, columns: number, ink: Pen, note = ""): string[] {
  const lines = detailLines(label, columns, ink, note);
  if (!label.title) return lines.map((line) => line.painted);
  const title = clean(label.title);
  const room = columns - width(lines[0]!.plain) - 2;
  if (lines.length === 1 && room >= Math.min(LEAST_TITLE_COLUMNS, width(title))) {
    return [`${ink.isolate(truncate(title, room))}  ${lines[0]!.painted}`];
  }
  return [ink.isolate(truncate(title, columns)), ...lines.map((line) => line.painted)];
}

function detailLines(label: Label, columns: number, ink: Pen, note: string): Part[] {
  const source = truncate(clean(label.source ?? ""), Math.max(8, Math.floor(columns / 3)));
  const texts = [source, clean(timeText(label.published ?? "")), clean(label.id)];
  const parts = texts
    .filter((text) => text !== "")
    .map((text): Part => ({ plain: text, painted: ink.dim(ink.isolate(text)) }));
  if (note !== "") {
    const last = parts.pop()!;
    parts.push({ plain: `${last.plain}  ${note}`, painted: `${last.painted}  ${ink.green(note)}` });
  }
  // A separator is two cells wider than the space that `wrap` reckons with.
  const cells = parts.map((part) => width(part.plain) + 2);
  return wrap(cells, columns + 2).map(([from, to]) => {
    const line = parts.slice(from, to);
    return {
      plain: line.map((part) => part.plain).join(SEPARATOR),
      painted: line.map((part) => part.painted).join(ink.dim(SEPARATOR)),
    };
  });
}
