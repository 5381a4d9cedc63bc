/** What agencies put around their takes and outlets cut off. */
import type { Evidence, Place } from "../../model/index.js";
import { evidenceOf } from "./rules.js";
import { DESK_TITLE, WIRE_DATELINE, WIRE_END } from "./strengths.js";
import type { Subject } from "./subject.js";

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
