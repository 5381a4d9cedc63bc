/**
 * Background that a house keeps at hand and puts into one article after another. Who has all of a text, and beside it
 * nothing but such background of its own house, added it.
 */
import type { Evidence, Place, Range } from "../../model/index.js";
import { evidenceOf } from "../direction/rules.js";
import { BACKGROUND_ADDED } from "../direction/strengths.js";
import { type Graph, type Pair, partnerOf, sideOf } from "./graph.js";
import { lengthOf, sharedLength } from "./ranges.js";

/** Of the one text all but this share stands in the other. */
const LEFT_SHARE = 0.05;
/** Least UTF-16 code units of background, and the share of it that another article of the house must have. */
const LEAST_LENGTH = 80;
const KNOWN_SHARE = 0.6;
/** Of what the two have in common that article may have no more than this share: else it tells the same story. */
const STORY_SHARE = 0.2;
const MOST_OTHERS = 64;

/**
 * Adds its clues to the pairs, and takes those that call the same words left out. `shareOf` lowers what edits say where
 * others have the words too.
 */
export function backgroundClues(graph: Graph, shareOf: (pair: Pair) => number): void {
  for (const pair of graph.pairs) {
    addTo(graph, pair, pair.a, pair.b, pair.forward, pair.backward, shareOf);
    addTo(graph, pair, pair.b, pair.a, pair.backward, pair.forward, shareOf);
  }
}

function addTo(
  graph: Graph,
  pair: Pair,
  from: number,
  to: number,
  mine: Evidence[],
  theirs: Evidence[],
  shareOf: (pair: Pair) => number,
): void {
  const { subjects, pairsOf } = graph;
  const [x, y] = [subjects[from]!, subjects[to]!];
  if (y.publisher === "" || y.publisher === x.publisher || pairsOf[to]!.length < 2) return;
  const [shared, all] = [pair.ranges[sideOf(pair, to)], pair.ranges[sideOf(pair, from)]];
  if (x.document.text.length - lengthOf(all) > LEFT_SHARE * x.document.text.length) return;
  const added = gapsOf(shared, y.document.text.length);
  if (added.length === 0) return;
  for (const beside of pairsOf[to]!.slice(0, MOST_OTHERS)) {
    const other = partnerOf(beside, to);
    if (other === from || subjects[other]!.publisher !== y.publisher) continue;
    const theirRanges = beside.ranges[sideOf(beside, to)];
    if (sharedLength(theirRanges, shared) > STORY_SHARE * lengthOf(shared)) continue;
    const known = added.find(
      (gap) => sharedLength([gap], theirRanges) >= KNOWN_SHARE * (gap.end - gap.start),
    );
    if (known === undefined) continue;
    const words = y.document.text.slice(known.start, known.end).trim();
    const values = { from: x.id, to: y.id, other: subjects[other]!.id, words };
    const at: Place[] = [{ document: y.id, field: "text", ...known }];
    mine.push(evidenceOf("background-added", BACKGROUND_ADDED * shareOf(pair), values, at));
    theirs.splice(0, theirs.length, ...theirs.filter(({ rule }) => rule !== "trimmed"));
    return;
  }
}

/** What lies between the ranges and around them, where it is long enough to be background. */
function gapsOf(ranges: readonly Range[], length: number): Range[] {
  const ends = [...ranges, { start: length, end: length }];
  return ends
    .map(({ start }, at) => ({ start: at === 0 ? 0 : ends[at - 1]!.end, end: start }))
    .filter(({ start, end }) => end - start >= LEAST_LENGTH);
}
