/**
 * Each pair by itself with two times, then with these exchanged: what rests on time turns or is given up, what rests on
 * words stays. What rests on the kind of the documents alone stands only where the clock does not speak against it. Times of
 * capture stand for times of publication, since the articles have none.
 */
import type { Direction, Document, Match } from "../../src/index.js";
import type { RuleName } from "../../src/provenance/direction/rules.js";
import { EVIDENCE_RULES, type FullLineage } from "../../src/provenance/lineage/index.js";
import type { Asked } from "./main.js";

const MOST_PAIRS = 4000;

export function swappedTimes(
  matches: readonly Match[],
  documents: ReadonlyMap<string, Document>,
  lineage: (asked: Asked) => FullLineage,
): [string, string | number][] {
  const rows = new Map<Ground, Record<Outcome, number>>();
  for (const ground of ["time", "kinds", "words"] as const)
    rows.set(ground, { kept: 0, turned: 0, undecided: 0 });
  const step = Math.max(1, Math.floor(matches.length / MOST_PAIRS));
  for (let at = 0; at < matches.length; at += step) {
    const match = matches[at]!;
    const [a, b] = [documents.get(match.a)!, documents.get(match.b)!];
    const [p, q] = [a.captured, b.captured];
    if (p === undefined || q === undefined || p === q) continue;
    const judged = (times: Record<string, string>): Direction | undefined =>
      lineage({
        matches: [match],
        document: (id) => ({ ...withoutTimes(documents.get(id)!), published: times[id]! }),
      }).directions[0];
    const [before, after] = [judged({ [a.id]: p, [b.id]: q }), judged({ [a.id]: q, [b.id]: p })];
    if (before === undefined || after === undefined || before.from === null) continue;
    const outcome = after.from === null ? "undecided" : after.from === before.from ? "kept" : "turned";
    rows.get(groundOf(before))![outcome]++;
  }
  return [...rows].flatMap(([ground, { kept, turned, undecided }]): [string, string | number][] => [
    [`rest on ${ground}`, kept + turned + undecided],
    ["  kept", kept],
    ["  turned", turned],
    ["  undecided", undecided],
  ]);
}

type Ground = "time" | "kinds" | "words";
type Outcome = "kept" | "turned" | "undecided";

/** The least of its evidence without which it would not be decided. */
function groundOf({ evidence }: Direction): Ground {
  const without = (counts: (rule: RuleName) => boolean): boolean =>
    evidence
      .filter(({ kind, rule }) => kind !== "time" && counts(rule as RuleName))
      .reduce((sum, clue) => sum + clue.weight, 0) < Math.log(3);
  if (without(() => true)) return "time";
  return without((rule) => EVIDENCE_RULES[rule].ofKind !== true) ? "kinds" : "words";
}

function withoutTimes({ captured, published, ...document }: Document): Document {
  return {
    ...document,
    text: document.text.replace(/14\d\d|20\d\d|\d:\d\d/gu, (digits) => " ".repeat(digits.length)),
  };
}
