/**
 * Directions without a cycle: where decided ones go round, the least certain of the round are given up. A person's go
 * first.
 */
import type { Direction } from "../../model/index.js";

/** `from` → `to`, by subject. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
}

/** Those that have to be given up. O(arrows) where nothing goes round, O(arrows²) in what does. */
export function cyclic(arrows: readonly Arrow[], subjects: number): Set<Arrow> {
  const core = roundAbout(arrows, subjects);
  const given = new Set<Arrow>();
  const out = new Map<number, number[]>();
  for (const arrow of core.toSorted(bySurest)) {
    if (reaches(out, arrow.to, arrow.from)) given.add(arrow);
    else {
      const list = out.get(arrow.from);
      if (list === undefined) out.set(arrow.from, [arrow.to]);
      else list.push(arrow.to);
    }
  }
  return given;
}

/** What is left when documents that nothing leads to, or from, are taken away again and again. */
function roundAbout(arrows: readonly Arrow[], subjects: number): Arrow[] {
  const ins = withoutSources(
    arrows,
    subjects,
    (arrow) => arrow.from,
    (arrow) => arrow.to,
  );
  return withoutSources(
    ins,
    subjects,
    (arrow) => arrow.to,
    (arrow) => arrow.from,
  );
}

function withoutSources(
  arrows: readonly Arrow[],
  subjects: number,
  tail: (arrow: Arrow) => number,
  head: (arrow: Arrow) => number,
): Arrow[] {
  const leading = new Uint32Array(subjects);
  const outOf: Arrow[][] = Array.from({ length: subjects }, () => []);
  for (const arrow of arrows) {
    leading[head(arrow)]!++;
    outOf[tail(arrow)]!.push(arrow);
  }
  const free: number[] = [];
  for (let at = 0; at < subjects; at++) if (leading[at] === 0) free.push(at);
  const gone = new Set<Arrow>();
  for (let at = free.pop(); at !== undefined; at = free.pop()) {
    for (const arrow of outOf[at]!) {
      gone.add(arrow);
      if (--leading[head(arrow)]! === 0) free.push(head(arrow));
    }
  }
  return arrows.filter((arrow) => !gone.has(arrow));
}

function bySurest(x: Arrow, y: Arrow): number {
  const person = Number(y.direction.by === "person") - Number(x.direction.by === "person");
  return person || y.direction.confidence - x.direction.confidence || x.from - y.from || x.to - y.to;
}

function reaches(out: ReadonlyMap<number, readonly number[]>, from: number, to: number): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const next of out.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}
