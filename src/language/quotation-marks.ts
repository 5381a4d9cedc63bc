/**
 * Which quotation marks belong together. Marks come in families: « », ‹ ›, the double ones (“ ” „ ‟ " ″ and '' ,
 * used either way round in Arabic pages), the single ones (‘ ’ ‚ '), and { }, which some papers set for « ». In each paragraph and family the reading
 * of least cost is taken: every mark opens, closes or stands alone, and what it looks like (space before, letter
 * after) says how dear that is. So one lost mark does not turn the rest of a paragraph inside out. O(text).
 */
import type { Range } from "../model/index.js";
import { RESUMING } from "./lexicon/speech.js";
import { type Mark, pairUp } from "./mark-pairs.js";

/** What stands between two marks, marks left out. */
export interface Quoted extends Range {
  /** Where the marks themselves begin and end. */
  readonly outer: Range;
  /** No closing mark was found: the quotation ends with its paragraph. */
  readonly unclosed: boolean;
}

/** A longer stretch between two marks is two marks that strayed. UTF-16 code units. */
const MOST_LENGTH = 3000;
/** Over several paragraphs. */
const MOST_SPAN = 6000;
const MOST_PARAGRAPHS = 6;

/** The reporter speaks again: a closing mark was lost before. */
const RESUMES = new RegExp(`[.!?؟]\\s*(?=(?:${RESUMING.replaceAll(" ", "|")})\\s)`, "u");

const FAMILIES = 6;
/** Code unit -> family + 1; 0 is no mark. */
const FAMILY = new Uint8Array(0x3010);
/** Code unit -> 1 made to open, 2 made to close. */
const MADE = new Uint8Array(0x3010);
for (const [family, marks] of ["«»", "‹›", '"“”„‟″', "'‘’‚", "{}", "「」"].entries())
  for (const mark of marks) FAMILY[mark.charCodeAt(0)] = family + 1;
for (const mark of "«‹“„‘‚{「") MADE[mark.charCodeAt(0)] = 1;
for (const mark of "»›”’″}」") MADE[mark.charCodeAt(0)] = 2;
const DOUBLE = 2;
const SINGLE = 3;

const ANY_MARK = /["'«»‹›″{}「」\u2018-\u201f]/u;

export function quotedStretches(text: string): Quoted[] {
  const firstMark = text.search(ANY_MARK);
  if (firstMark < 0) return [];
  const found: Quoted[] = [];
  let marks: Mark[][] = [];
  let any = false;
  let waiting: Waiting[] = [];
  let start = text.lastIndexOf("\n", firstMark) + 1;
  for (let at = start; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (unit === 0x0a || unit === 0x2029) {
      if (any || waiting.length > 0) {
        waiting = readParagraph(text, { start, end: at }, marks, waiting, found);
        marks = [];
        any = false;
      }
      start = at + 1;
      continue;
    }
    if (unit === 0x3c) at = skipTag(text, at);
    if (unit >= FAMILY.length || FAMILY[unit] === 0) continue;
    const doubled = unit === 0x27 && text.charCodeAt(at + 1) === 0x27;
    const family = doubled ? DOUBLE : FAMILY[unit]! - 1;
    const mark = markAt(text, at, doubled ? 2 : 1, family);
    if (doubled) at++;
    if (mark === null) continue;
    if (!any) marks = Array.from({ length: FAMILIES }, () => []);
    any = true;
    marks[family]!.push(mark);
  }
  return nested(found);
}

/** The outermost stretches whose marks both stand in the text, in order: they do not overlap. */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (const { start, end, unclosed } of quotedStretches(text))
    if (!unclosed && start >= (ranges.at(-1)?.end ?? 0)) ranges.push({ start, end });
  return ranges;
}

/** The end of a tag whose attributes hold marks of their own; the same place where none begins. */
function skipTag(text: string, at: number): number {
  const next = text.charCodeAt(at + 1) | 0x20;
  if (next !== 0x2f && !(next >= 0x61 && next <= 0x7a)) return at;
  for (let k = at + 1; k < at + 400 && k < text.length; k++) {
    const unit = text.charCodeAt(k);
    if (unit === 0x3e) return k;
    if (unit === 0x3c || unit === 0x0a) return at;
  }
  return at;
}

const SPACE = 0;
const WORD = 1;
const OTHER = 2;

function kindOf(text: string, at: number): number {
  if (at < 0 || at >= text.length) return SPACE;
  const unit = text.charCodeAt(at);
  if (unit <= 0x20 || unit === 0xa0 || unit === 0x2028 || unit === 0x202f || unit === 0x3000) return SPACE;
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ? WORD : OTHER;
  if (unit >= 0x600 && unit < 0x700)
    return unit === 0x60c || unit === 0x61b || unit === 0x61f || unit === 0x66a || unit === 0x6d4
      ? OTHER
      : WORD;
  return unit >= 0xc0 && unit < 0x2000 ? WORD : unit >= 0x2e80 && unit < 0xff00 ? WORD : OTHER;
}

function isFormat(unit: number): boolean {
  return (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || unit === 0xfeff;
}

/** Before these a mark closes, after them it opens. */
const CLOSING = ".,;:!?)]،؛؟…۔";
const OPENING = "([:-–—";

function markAt(text: string, at: number, length: number, family: number): Mark | null {
  let left = at - 1;
  while (left >= 0 && isFormat(text.charCodeAt(left))) left--;
  let right = at + length;
  while (right < text.length && isFormat(text.charCodeAt(right))) right++;
  const before = kindOf(text, left);
  const after = kindOf(text, right);
  const tatweel = text.charCodeAt(left) === 0x640;
  if (family === SINGLE) {
    // Between letters it is an apostrophe.
    if (before === WORD && after === WORD && !tatweel) return null;
    const opens = after === WORD && before !== WORD;
    const closes = after !== WORD && before !== SPACE;
    return { at, length, open: opens ? 0 : 9, close: closes ? 0 : 9, alone: 0.6 };
  }
  let open = 1;
  let close = 1;
  if (before === SPACE && after === WORD) [open, close] = [0, 2];
  else if (before === SPACE && after === SPACE) [open, close] = [1, 1];
  else if (before === WORD && after === SPACE) [open, close] = tatweel ? [0.5, 1.5] : [2, 0];
  else if (before === WORD && after === WORD) [open, close] = tatweel ? [0, 3] : [1, 1];
  else {
    const last = text[left] ?? "";
    const next = text[right] ?? "";
    if (before === OTHER && OPENING.includes(last)) [open, close] = [0, 2];
    else if (after === OTHER && CLOSING.includes(next)) [open, close] = [2, 0];
    else if (before === OTHER && CLOSING.includes(last) && after !== WORD) [open, close] = [2, 0];
    else if (after === WORD) [open, close] = [0.3, 1];
  }
  const made = MADE[text.charCodeAt(at)]!;
  const firm = family === DOUBLE ? 1 : 3;
  if (made === 1 && length === 1) close += firm;
  if (made === 2 && length === 1) open += firm;
  return { at, length, open, close, alone: 2.2 };
}

/** An opening mark whose quotation goes on in the next paragraph. */
interface Waiting {
  readonly mark: Mark;
  readonly family: number;
  readonly paragraphs: number;
}

function readParagraph(
  text: string,
  range: Range,
  marks: readonly (readonly Mark[])[],
  waiting: readonly Waiting[],
  found: Quoted[],
): Waiting[] {
  const still: Waiting[] = [];
  const seen = new Set<number>();
  for (const open of waiting) {
    const list = marks[open.family] ?? [];
    const repeated = list[0] !== undefined && isFirstIn(text, range, list[0].at);
    const rest = repeated ? list.slice(1) : list;
    const { loose, pairs } = pairUp(rest);
    const closing = loose.find((mark) => mark.close <= 1 && mark.close < mark.open);
    seen.add(open.family);
    const resumed =
      open.paragraphs === 0 &&
      RESUMES.test(text.slice(open.mark.at, Math.min(range.start, open.mark.at + MOST_SPAN)));
    const tooFar = resumed || range.end - open.mark.at > MOST_SPAN || open.paragraphs >= MOST_PARAGRAPHS;
    const first = pairs[0];
    if (closing && !tooFar && (first === undefined || closing.at < first[0].at)) {
      push(found, open.mark, closing, MOST_SPAN);
      for (const [a, b] of pairs) push(found, a, b, MOST_LENGTH);
    } else if (repeated && closing === undefined && !tooFar && rest.length === 0) {
      still.push({ ...open, paragraphs: open.paragraphs + 1 });
    } else if (list.length === 0 && !tooFar && range.end - range.start > 0) {
      still.push({ ...open, paragraphs: open.paragraphs + 1 });
    } else if (range.end - range.start === 0) still.push(open);
    else {
      endWithParagraph(text, open.mark, found);
      if (list.length > 0) readFamily(range, list, open.family, found, still);
    }
  }
  for (const [family, list] of marks.entries())
    if (list.length > 0 && !seen.has(family)) readFamily(range, list, family, found, still);
  if (range.end >= text.length) {
    for (const open of still) endWithParagraph(text, open.mark, found);
    return [];
  }
  return still;
}

function readFamily(
  range: Range,
  list: readonly Mark[],
  family: number,
  found: Quoted[],
  still: Waiting[],
): void {
  const { pairs, loose } = pairUp(list);
  for (const [a, b] of pairs) push(found, a, b, MOST_LENGTH);
  const last = loose.at(-1);
  const endsLine = last !== undefined && last.at + last.length >= range.end;
  if (!last || family === SINGLE || (last.open > 0.5 && !endsLine) || range.end - last.at > MOST_LENGTH)
    return;
  const lastPair = pairs.at(-1);
  if (lastPair && lastPair[1].at > last.at) return;
  still.push({ mark: last, family, paragraphs: 0 });
}

function isFirstIn(text: string, range: Range, at: number): boolean {
  return text.slice(range.start, at).trim() === "";
}

/** What announces somebody's words as a colon does. */
const ANNOUNCES =
  /(?:^|\s)(?:[إا]ن|[أا]ن|ب[أا]ن|قائلا|قائلة|قائلين|بقوله|بقولها|بالقول|و[أا]ضافت?|وقالت?|وتابعت?)$/u;

/** An unclosed mark quotes to the end of its paragraph where a colon or a word of saying announced it. */
function endWithParagraph(text: string, mark: Mark, found: Quoted[]): void {
  let before = mark.at - 1;
  while (before >= 0 && (kindOf(text, before) === SPACE || isFormat(text.charCodeAt(before)))) before--;
  if (text[before] !== ":" && !ANNOUNCES.test(text.slice(Math.max(0, before - 12), before + 1))) return;
  const start = mark.at + mark.length;
  const line = text.indexOf("\n", start);
  const stop = line < 0 ? text.length : line;
  const inside = text.slice(start, stop);
  const resumes = RESUMES.exec(inside);
  const end = start + inside.slice(0, resumes ? resumes.index + 1 : inside.length).trimEnd().length;
  if (end > start && end - start <= MOST_LENGTH)
    found.push({ start, end, outer: { start: mark.at, end }, unclosed: true });
}

function push(found: Quoted[], open: Mark, close: Mark, most: number): void {
  const start = open.at + open.length;
  if (close.at <= start || close.at - start > most) return;
  found.push({
    start,
    end: close.at,
    outer: { start: open.at, end: close.at + close.length },
    unclosed: false,
  });
}

/** In order, outer before inner; of two that cross, the one that begins later is given up. */
function nested(found: Quoted[]): Quoted[] {
  found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  const kept: Quoted[] = [];
  const open: Quoted[] = [];
  for (const quoted of found) {
    while (open.length > 0 && open.at(-1)!.outer.end <= quoted.outer.start) open.pop();
    const around = open.at(-1);
    if (around && quoted.outer.end > around.end) continue;
    kept.push(quoted);
    open.push(quoted);
  }
  return kept;
}
