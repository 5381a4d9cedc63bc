/** From the Match lines of `isnad pairs --json` to what plagdet scores. */

import type { Match, Passage, Range } from "../../src/model/index.js";
import { isReuse } from "../../src/model/verdicts.js";
import { orient, type Reuse } from "./plagdet.js";

/** White space, quotation marks and a colon may stand between two kinds of one passage: UTF-16 code units. */
const JOIN_GAP = 6;

/**
 * The reused passages of one match. A pair that is not called reuse reports none, and boilerplate is none.
 * Passages that meet in both documents are one: granularity is measured before kinds split a passage.
 */
export function detectionsOf(match: Pick<Match, "a" | "b" | "verdict" | "passages">): Reuse[] {
  if (!isReuse(match.verdict)) return [];
  const runs: Passage[][] = [];
  for (const passage of [...match.passages].sort((x, y) => x.a.start - y.a.start)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && meets(last.a, passage.a) && meets(last.b, passage.b)) run!.push(passage);
    else runs.push([passage]);
  }
  return runs.flatMap((run) => {
    const counted = run.map(({ kind }) => kind !== "boilerplate");
    const first = run[counted.indexOf(true)];
    const last = run[counted.lastIndexOf(true)];
    if (first === undefined || last === undefined) return [];
    return orient(match.a, { start: first.a.start, end: last.a.end }, match.b, {
      start: first.b.start,
      end: last.b.end,
    });
  });
}

const meets = (x: Range, y: Range): boolean =>
  y.start >= x.start && y.start - x.end <= JOIN_GAP && y.end >= x.end;
