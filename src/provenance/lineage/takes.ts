/**
 * Several takes of one house on one event: a copy is of the take whose words it has. Where it has nothing that the earlier
 * take lacks, nothing says that it is from the later, and an agency's later take has the words from its earlier one. Where
 * it has what the later take put in, it has that from there.
 */
import type { Evidence, Place, Range } from "../../model/index.js";
import { evidenceOf } from "../direction/rules.js";
import { EARLIER_TAKE, LATER_WORDS, OWN_TAKE } from "../direction/strengths.js";
import { compareTimes } from "../time/trusted.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { isReuse, lengthOf, type Side, sharedLength } from "./ranges.js";

/** Share of the one take or the other from which the later goes on with the earlier. */
const GOES_ON_SHARE = 0.5;
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
  const known = new Map<Pair, Changes>();
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
        const later = [...onlyIn(pair, other, copy, changesOf)].sort(byStart);
        if (later.length > 0) {
          if (!goesOn(graph, from, earlier)) continue;
          clues.push({ pair, from, clue: laterWords(graph, from, copy, earlier, later) });
          break;
        }
        const places = [...onlyIn(other, pair, copy, changesOf)].sort(byStart);
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
        if (subjects[from]!.agency !== null && subjects[copy]!.agency === null) {
          const turned = { ...values, from: values.to, to: values.from };
          clues.push({ pair, from: copy, clue: evidenceOf("own-take", OWN_TAKE, turned, at) });
        }
        break;
      }
    }
  }
  return clues;
}

function laterWords(
  { subjects }: Graph,
  from: number,
  copy: number,
  earlier: number,
  places: readonly Range[],
): Evidence {
  const { id, document } = subjects[copy]!;
  const words = document.text.slice(places[0]!.start, places[0]!.end);
  const values = { from: subjects[from]!.id, to: id, other: subjects[earlier]!.id, words };
  const at = places.slice(0, 3).map(({ start, end }): Place => ({ document: id, field: "text", start, end }));
  return evidenceOf("later-words", LATER_WORDS, values, at);
}

/** Whether one take is the other with something put in: versions of one item, or mostly the same words. */
function goesOn({ subjects, pairOf }: Graph, later: number, earlier: number): boolean {
  const [x, y] = [subjects[later]!.document, subjects[earlier]!.document];
  if ((x.versionOf ?? x.id) === (y.versionOf ?? y.id)) return true;
  const between = pairOf(later, earlier);
  if (between === undefined) return false;
  return Math.max(between.match.containment.a, between.match.containment.b) >= GOES_ON_SHARE;
}

function byStart(x: Range, y: Range): number {
  return x.start - y.start || x.end - y.end;
}

/** Places of the copy, in no order, where it agrees with the take of `pair` and not with that of `other`. */
function* onlyIn(
  pair: Pair,
  other: Pair,
  copy: number,
  changesOf: (pair: Pair) => Changes,
): Generator<Range, void> {
  const [mine, theirs] = [pair.ranges[sideOf(pair, copy)], other.ranges[sideOf(other, copy)]];
  for (const range of changesOf(other).telling) {
    const length = range.end - range.start;
    if (sharedLength([range], mine) === length && !changesOf(pair).all.some((edit) => meets(edit, range)))
      yield range;
  }
  for (const range of mine)
    if (lengthOf([range]) - sharedLength([range], theirs) >= LACKING_LENGTH) yield range;
}

/** Places of one side that the other has otherwise, and of these those that change the sense. */
interface Changes {
  readonly all: readonly Range[];
  readonly telling: readonly Range[];
}

function changes({ match }: Pair, side: Side): Changes {
  const edits = match.passages
    .filter(isReuse)
    .flatMap((passage) => passage.edits)
    .filter((edit) => edit[side].end > edit[side].start);
  return {
    all: edits.map((edit) => edit[side]),
    telling: edits.filter(({ equivalent }) => equivalent !== true).map((edit) => edit[side]),
  };
}

function meets(x: Range, y: Range): boolean {
  return x.start < y.end && y.start < x.end;
}
