import stringWidth from "string-width";

const ASCII = /^[\x20-\x7e]*$/;
let graphemes: Intl.Segmenter | undefined;

/** Cells that a cleaned text takes on a terminal. */
export function width(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** At most `columns` cells of a cleaned text, cut between graphemes and ended with "…" where something is left out. */
export function truncate(text: string, columns: number): string {
  if (text.length <= columns && width(text) <= columns) return text;
  if (columns < 1) return "";
  graphemes ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  // A grapheme may take any number of code units; eight a cell leave room for Arabic with all its marks.
  const head = text.slice(0, columns * 8);
  if (head.length === text.length && width(text) <= columns) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(head)) {
    const cells = width(segment);
    if (used + cells > columns - 1) break;
    kept += segment;
    used += cells;
  }
  return `${kept.trimEnd()}…`;
}

/** A cleaned text in pieces of at most `columns` cells, cut between graphemes. */
export function pieces(text: string, columns: number): string[] {
  graphemes ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  const found: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const cells = width(segment);
    if (piece !== "" && used + cells > columns) {
      found.push(piece);
      piece = "";
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  return piece === "" ? found : [...found, piece];
}

/** Pads on the right to `columns` cells. `cells` is the width of what is seen of `text`. */
export function padEnd(text: string, columns: number, cells = width(text)): string {
  return text + " ".repeat(Math.max(0, columns - cells));
}

export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - width(text))) + text;
}

/** Greedy lines of at most `columns` cells (a longer word stands alone), as index ranges over `cells`. */
export function wrap(cells: readonly number[], columns: number): [from: number, to: number][] {
  const lines: [number, number][] = [];
  let from = 0;
  let used = 0;
  for (let i = 0; i < cells.length; i++) {
    const needed = cells[i]!;
    if (i > from && used + 1 + needed > columns) {
      lines.push([from, i]);
      from = i;
      used = needed;
    } else used += (i > from ? 1 : 0) + needed;
  }
  if (cells.length > from) lines.push([from, cells.length]);
  return lines;
}

/** Parts joined by `separator`, broken into lines of at most `columns` cells between parts. */
export function joinWrapped(parts: readonly string[], separator: string, columns: number): string[] {
  const extra = width(separator) - 1;
  const lines = wrap(
    parts.map((part) => width(part) + extra),
    columns + extra,
  );
  return lines.map(([from, to]) => parts.slice(from, to).join(separator));
}

const ISOLATES = /[\u2066-\u2069]/gu;
/** A word with the isolates in it, or the space before one. */
const WORD_OR_SPACE = / +|(?:[\u2066-\u2068][^\u2069]*\u2069|[^ \u2066-\u2068])+/gu;
const HANG = "  ";

/** Lines that are wider than `columns` cells go on in the next, a little further in; an isolate is never cut. */
export function folded(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => (shownWidth(line) <= columns ? [line] : foldedLine(line, columns)))
    .join("\n");
}

function foldedLine(line: string, columns: number): string[] {
  const pieces = line.match(WORD_OR_SPACE) ?? [];
  const indent = pieces[0]?.startsWith(" ") ? pieces[0] : "";
  const hang = indent.length + HANG.length < columns / 2 ? indent + HANG : HANG;
  const lines: string[] = [];
  let current = indent;
  let empty = true;
  let space = "";
  for (const piece of indent === "" ? pieces : pieces.slice(1)) {
    if (piece.startsWith(" ")) {
      space = piece;
      continue;
    }
    if (!empty && shownWidth(current + space + piece) > columns) {
      lines.push(current);
      current = hang;
      space = "";
    }
    current += (empty ? "" : space) + piece;
    empty = false;
    space = "";
  }
  return [...lines, current];
}

function shownWidth(line: string): number {
  return width(line.replace(ISOLATES, ""));
}
