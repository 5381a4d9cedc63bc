import type { ChangedFact, Edit, Match, Passage, Range } from "../model/index.js";
import { turnedReason } from "../sentence.js";

const MIRRORED = { insert: "delete", delete: "insert", replace: "replace" } as const;

/** The match as seen with document `first` on the left: a report keeps the order in which the user named them. */
export function orient(match: Match, first: string): Match {
  if (match.a === first) return match;
  return {
    ...match,
    a: match.b,
    b: match.a,
    containment: { a: match.containment.b, b: match.containment.a },
    passages: match.passages.map(mirrorPassage).sort(byPlace),
    explain: match.explain.map(turnedReason),
    facts: match.facts.map((fact): ChangedFact => ({ ...fact, a: fact.b, b: fact.a })).sort(byPlace),
  };
}

/** As they stand in the first text. */
function byPlace(left: { readonly a: Range }, right: { readonly a: Range }): number {
  return left.a.start - right.a.start;
}

function mirrorPassage(passage: Passage): Passage {
  const edits = passage.edits.map(
    (edit): Edit => ({ ...edit, kind: MIRRORED[edit.kind], a: edit.b, b: edit.a }),
  );
  return { ...passage, a: passage.b, b: passage.a, edits };
}
