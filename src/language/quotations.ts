/**
 * What stands between quotation marks, in UTF-16 code units, marks left out. « » and 「 」 come in pairs; “ ” „ and
 * " are used either way round in Arabic pages, so any of them opens and the next closes. A quotation ends with
 * its paragraph at the latest; a mark that never finds its partner quotes nothing.
 */
import type { Range } from "../model/index.js";

/** A longer stretch between two marks is two marks that strayed. UTF-16 code units. */
const MOST_LENGTH = 2000;

export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let opened = -1;
  let closing = "";
  for (let index = 0; index < text.length; index++) {
    if (!isMark(text.charCodeAt(index))) continue;
    const mark = text[index]!;
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

function isMark(unit: number): boolean {
  switch (unit) {
    case 0x0a:
    case 0x22: // "
    case 0xab: // «
    case 0xbb: // »
    case 0x201c: // “
    case 0x201d: // ”
    case 0x201e: // „
    case 0x300c: // 「
    case 0x300d: // 」
      return true;
    default:
      return false;
  }
}

function closingOf(opening: string): string {
  if (opening === "«") return "»";
  return opening === "「" ? "」" : '“”„"';
}
