/**
 * What came from where, for one document: each stretch of it from the nearest of the sources that were decided. A copy of
 * a copy hangs on the copy where it is the more like it, or as like.
 */
import type { Range } from "../../model/index.js";
import type { Arrow } from "./acyclic.js";
import { type Graph, type Pair, sideOf } from "./graph.js";
import { isReuse, lengthOf, union } from "./ranges.js";

/** Two sources are as like as one another within this. */
const AS_LIKE = 0.02;
/** What being named counts for against likeness. */
const NAMED = 0.05;
/** Least UTF-16 code units, or share of what they share, by which a source is kept. */
const LEAST_LENGTH = 60;
const LEAST_SHARE = 0.5;

export interface Given {
  readonly arrow: Arrow;
  /** What came this way. */
  readonly ranges: readonly Range[];
  /** Share of the document's tokens. */
  readonly share: number;
}

interface Source {
  readonly arrow: Arrow;
  readonly pair: Pair | undefined;
  readonly named: boolean;
  readonly mine: { start: number; end: number }[];
}

interface Stretch extends Range {
  readonly source: Source;
  readonly similarity: number;
}

/** `depths` says how far each subject is from where nothing leads to. O(s log s) of the sources' passages. */
export function nearestSources(
  graph: Graph,
  to: number,
  arrows: readonly Arrow[],
  depths: ArrayLike<number>,
): Given[] {
  const sources = arrows.map((arrow): Source => {
    const named = arrow.direction.evidence.some(
      ({ rule, weight }) => weight > 0 && (rule === "names-agency" || rule === "names-outlet"),
    );
    return { arrow, pair: graph.pairOf(arrow.from, to), named, mine: [] };
  });
  const better = (x: Stretch, y: Stretch): boolean => {
    const gain = x.similarity - y.similarity + NAMED * (Number(x.source.named) - Number(y.source.named));
    if (Math.abs(gain) > AS_LIKE) return gain > 0;
    const [p, q] = [x.source.arrow.from, y.source.arrow.from];
    return depths[p] !== depths[q] ? depths[p]! > depths[q]! : p < q;
  };
  for (const { start, end, source } of dealt(stretchesOf(sources, to), better)) {
    const last = source.mine.at(-1);
    if (last !== undefined && last.end === start) last.end = end;
    else source.mine.push({ start, end });
  }
  return sources.flatMap(({ arrow, pair, mine }) => {
    const ranges = union(mine);
    if (pair === undefined) return [{ arrow, ranges, share: 0 }];
    const side = sideOf(pair, to);
    const [taken, all] = [lengthOf(ranges), lengthOf(pair.ranges[side])];
    const kept = taken >= LEAST_LENGTH || taken >= LEAST_SHARE * all || arrow.direction.by === "person";
    if (!kept || (all > 0 && taken === 0 && arrow.direction.by !== "person")) return [];
    return [{ arrow, ranges, share: all === 0 ? 0 : (pair.match.containment[side] * taken) / all }];
  });
}

function stretchesOf(sources: readonly Source[], to: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const source of sources) {
    if (source.pair === undefined) continue;
    const side = sideOf(source.pair, to);
    for (const passage of source.pair.match.passages)
      if (isReuse(passage)) stretches.push({ ...passage[side], source, similarity: passage.similarity });
  }
  return stretches.sort((x, y) => x.start - y.start || x.end - y.end);
}

/** Every stretch of the document with the best source that covers it, in order. */
function* dealt(stretches: readonly Stretch[], better: (x: Stretch, y: Stretch) => boolean) {
  const borders = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((x, y) => x - y);
  let open: Stretch[] = [];
  let next = 0;
  for (let at = 0; at + 1 < borders.length; at++) {
    const [start, end] = [borders[at]!, borders[at + 1]!];
    open = open.filter((stretch) => stretch.end > start);
    while (next < stretches.length && stretches[next]!.start <= start) open.push(stretches[next++]!);
    const best = open.reduce<Stretch | null>((x, y) => (x === null || better(y, x) ? y : x), null);
    if (best !== null) yield { start, end, source: best.source };
  }
}

/** By subject: the longest way to it from a subject that nothing leads to. The arrows go nowhere round. */
export function depthsOf(arrows: readonly Arrow[], subjects: number): Uint32Array {
  const depths = new Uint32Array(subjects);
  const leading = new Uint32Array(subjects);
  const outOf: number[][] = Array.from({ length: subjects }, () => []);
  for (const { from, to } of arrows) {
    leading[to]!++;
    outOf[from]!.push(to);
  }
  const free: number[] = [];
  for (let at = 0; at < subjects; at++) if (leading[at] === 0) free.push(at);
  for (let at = free.pop(); at !== undefined; at = free.pop()) {
    for (const to of outOf[at]!) {
      depths[to] = Math.max(depths[to]!, depths[at]! + 1);
      if (--leading[to]! === 0) free.push(to);
    }
  }
  return depths;
}
