/**
 * Several takes of one house on one event: a copy is of the take whose words it has. Where it has nothing that the earlier
 * take lacks, nothing says that it is from the later.
 */
import type { Edit, Evidence, Place, Range } from "../../model.js";
import { evidenceOf } from "../direction/rules.js";
import { compareTimes } from "../time/trusted.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { isReuse, lengthOf, type Side, sharedLength } from "./ranges.js";

/** Argued: certain but for a copier who mended the later take by the earlier one. */
const EARLIER_TAKE = -8;
/** Words that one take shares with the copy and the other does not, in UTF-16 code units. */
const LACKING_LENGTH = 40;
const MOST_TAKES = 16;

/** Clues against pairs, each with the subject that is not the source. */
export function takeClues(graph: Graph, copy: number): { pair: Pair; from: number; clue: Evidence }[] {
  const { subjects, pairsOf } = graph;
  const byHouse = new Map<string, Pair[]>();
  for (const pair of pairsOf[copy]!) {
    const { publisher } = subjects[partnerOf(pair, copy)]!;
    if (publisher === "" || publisher === subjects[copy]!.publisher) continue;
    const list = byHouse.get(publisher);
    if (list === undefined) byHouse.set(publisher, [pair]);
    else if (list.length < MOST_TAKES) list.push(pair);
  }
  const clues: { pair: Pair; from: number; clue: Evidence }[] = [];
  const known = new Map<Pair, Edit["a"][]>();
  const changesOf = (pair: Pair) => {
    let changed = known.get(pair);
    if (changed === undefined) {
      changed = changes(pair, sideOf(pair, copy));
      known.set(pair, changed);
    }
    return changed;
  };
  for (const takes of byHouse.values()) {
    for (const pair of takes) {
      for (const other of takes) {
        if (other === pair) continue;
        const [from, earlier] = [partnerOf(pair, copy), partnerOf(other, copy)];
        if (compareTimes(subjects[earlier]!.time, subjects[from]!.time) >= 0) continue;
        if (!onlyIn(pair, other, copy, changesOf).next().done) continue;
        const places = [...onlyIn(other, pair, copy, changesOf)].sort(
          (x, y) => x.start - y.start || x.end - y.end,
        );
        const at: Place[] = (places.length > 0 ? places : pair.ranges[sideOf(pair, copy)])
          .slice(0, 3)
          .map(({ start, end }) => ({ document: subjects[copy]!.id, field: "text", start, end }));
        if (at.length === 0) continue;
        const words = subjects[copy]!.document.text.slice(at[0]!.start, at[0]!.end);
        const values = {
          from: subjects[from]!.id,
          to: subjects[copy]!.id,
          other: subjects[earlier]!.id,
          words,
        };
        clues.push({ pair, from, clue: evidenceOf("earlier-take", EARLIER_TAKE, values, at) });
        break;
      }
    }
  }
  return clues;
}

/** Places of the copy, in no order, where it agrees with the take of `pair` and not with that of `other`. */
function* onlyIn(
  pair: Pair,
  other: Pair,
  copy: number,
  changesOf: (pair: Pair) => readonly Range[],
): Generator<Range, void> {
  const [mine, theirs] = [pair.ranges[sideOf(pair, copy)], other.ranges[sideOf(other, copy)]];
  for (const range of changesOf(other)) {
    const length = range.end - range.start;
    if (sharedLength([range], mine) === length && !changesOf(pair).some((edit) => meets(edit, range)))
      yield range;
  }
  for (const range of mine)
    if (lengthOf([range]) - sharedLength([range], theirs) >= LACKING_LENGTH) yield range;
}

function changes({ match }: Pair, side: Side): Edit["a"][] {
  return match.passages
    .filter(isReuse)
    .flatMap(({ edits }) => edits.filter(({ equivalent }) => equivalent !== true).map((edit) => edit[side]))
    .filter(({ start, end }) => end > start);
}

function meets(x: Range, y: Range): boolean {
  return x.start < y.end && y.start < x.end;
}
