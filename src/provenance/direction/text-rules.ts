/** What the texts themselves betray: wire furniture, and edits that only make sense one way. */
import type { Edit, Evidence, Passage, Place } from "../../model.js";
import { foldLetters } from "../../text/letters.js";
import { evidenceOf } from "./rules.js";
import type { Subject } from "./subject.js";

/** Argued: outlets cut off what agencies put around their takes; nobody puts it on. */
const WIRE_END = 1;
const DESK_TITLE = 1;
const WIRE_DATELINE = 0.8;
/** A copier moves the day to that of the own edition; the other way round the text would be wrong on the day it appears. */
const DAY_MOVED = 1;

/** Days by their distance from the day of writing, in the order in which an event recedes. */
const DAYS = new Map(
  [
    ["غدا", "tomorrow", "demain"],
    ["اليوم", "today"],
    ["امس", "البارحه", "yesterday", "hier"],
    ["الاول"],
  ].flatMap((words, days) => words.map((word) => [word, days] as const)),
);

export function furnitureClues(from: Subject, to: Subject): Evidence[] {
  const clues: Evidence[] = [];
  const add = (rule: "wire-end" | "desk-title", weight: number, mine: Place | null, theirs: Place | null) => {
    if (mine === null || theirs !== null) return;
    const words = (mine.field === "title" ? from.document.title! : from.document.text).slice(
      mine.start,
      mine.end,
    );
    clues.push(evidenceOf(rule, weight, { from: from.id, to: to.id, words }, [mine]));
  };
  add("wire-end", WIRE_END, from.wireEnd, to.wireEnd);
  add("desk-title", DESK_TITLE, from.deskTitle, to.deskTitle);
  const dated = from.time.basis === "text" ? from.time.at[0] : undefined;
  if (dated !== undefined && to.time.basis !== "text") {
    const words = from.document.text.slice(dated.start, dated.end);
    clues.push(evidenceOf("wire-dateline", WIRE_DATELINE, { from: from.id, to: to.id, words }, [dated]));
  }
  return clues;
}

/**
 * From the first edit that moves a day: the text that puts it further back was written later. That says as little as
 * times do where others have the words too, hence `share`.
 */
export function dayClue(
  a: Subject,
  b: Subject,
  passages: readonly Passage[],
  share: number,
): Evidence | null {
  for (const { edits } of passages) {
    for (const edit of edits) {
      if (edit.kind !== "replace" || edit.a.end - edit.a.start > 12 || edit.b.end - edit.b.start > 12)
        continue;
      const moved = dayMoved(a.document.text, b.document.text, edit);
      if (moved === 0) continue;
      const before = a.document.text.slice(edit.a.start, edit.a.end);
      const after = b.document.text.slice(edit.b.start, edit.b.end);
      const at: Place[] = [
        { document: a.id, field: "text", ...edit.a },
        { document: b.id, field: "text", ...edit.b },
      ];
      const values =
        moved > 0
          ? { from: a.id, to: b.id, before, after }
          : { from: b.id, to: a.id, before: after, after: before };
      return evidenceOf("day-moved", DAY_MOVED * share, values, at);
    }
  }
  return null;
}

function dayMoved(a: string, b: string, edit: Edit): number {
  const x = DAYS.get(foldLetters(a.slice(edit.a.start, edit.a.end)));
  const y = DAYS.get(foldLetters(b.slice(edit.b.start, edit.b.end)));
  return x === undefined || y === undefined ? 0 : y - x;
}
