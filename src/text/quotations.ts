/**
 * What stands between quotation marks, in UTF-16 code units, marks left out. « » and 「 」 come in pairs; “ ” „ and
 * " are used either way round in Arabic pages, so any of them opens and the next closes. A quotation ends with
 * its paragraph at the latest; a mark that never finds its partner quotes nothing.
 */
import type { Range } from "../model.js";

/** A longer stretch between two marks is two marks that strayed. UTF-16 code units. */
const MOST_LENGTH = 2000;

const MARK = /[«»「」“”„"\n]/gu;

export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let opened = -1;
  let closing = "";
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (opened >= 0 && closing.includes(mark)) {
      if (index > opened && index - opened <= MOST_LENGTH) ranges.push({ start: opened, end: index });
      opened = -1;
    } else if (mark === "\n") opened = -1;
    else if (opened < 0 && mark !== "»" && mark !== "」") {
      opened = index + 1;
      closing = closingOf(mark);
    }
  }
  return ranges;
}

function closingOf(opening: string): string {
  if (opening === "«") return "»";
  return opening === "「" ? "」" : '“”„"';
}
