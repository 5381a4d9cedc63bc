/**
 * Each pair by itself with two times, then with these exchanged: what rests on time turns or is given up, nothing else
 * does. Times of capture stand for times of publication, since the articles have none.
 */
import type { Direction, Document, Match } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";
import type { Asked } from "./main.js";

const MOST_PAIRS = 4000;

export function swappedTimes(
  matches: readonly Match[],
  documents: ReadonlyMap<string, Document>,
  lineage: (asked: Asked) => FullLineage,
): [string, string | number][] {
  const counts = { byTime: 0, turned: 0, undecided: 0, byTimeKept: 0, other: 0, otherKept: 0 };
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
    if (restsOnTime(before)) {
      counts.byTime++;
      if (after.from === null) counts.undecided++;
      else if (after.from === before.to) counts.turned++;
      else counts.byTimeKept++;
    } else {
      counts.other++;
      if (after.from === before.from) counts.otherKept++;
    }
  }
  return [
    ["rest on time", counts.byTime],
    ["  turned", counts.turned],
    ["  undecided", counts.undecided],
    ["  kept", counts.byTimeKept],
    ["rest on something else", counts.other],
    ["  kept", counts.otherKept],
  ];
}

/** Whether it would not be decided without its times. */
function restsOnTime({ evidence }: Direction): boolean {
  const weight = evidence.filter(({ kind }) => kind !== "time").reduce((sum, clue) => sum + clue.weight, 0);
  return weight < Math.log(3);
}

function withoutTimes({ captured, published, ...document }: Document): Document {
  return {
    ...document,
    text: document.text.replace(/14\d\d|20\d\d|\d:\d\d/gu, (digits) => " ".repeat(digits.length)),
  };
}
