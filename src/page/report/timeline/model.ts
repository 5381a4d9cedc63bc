/** Where the marks of a timeline stand: rows by source, lanes inside a row so that no mark hides another. */
import { scaleUtc } from "d3-scale";

export interface Timed {
  readonly id: string;
  readonly source: string;
  /** Milliseconds since 1970, first and last moment; null without a date. */
  readonly from: number | null;
  readonly until: number | null;
}

export interface Mark {
  readonly id: string;
  /** Per cent of the track. */
  readonly at: number;
  /** Per cent of the track that the time can be in; 0 where it is known to the minute. */
  readonly from: number;
  readonly width: number;
  readonly lane: number;
}

export interface TimelineRow {
  readonly source: string;
  readonly marks: readonly Mark[];
  readonly undated: readonly string[];
  readonly lanes: number;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly ticks: readonly { readonly at: number; readonly time: number }[];
  /** Milliseconds between two ticks; null without any. */
  readonly step: number | null;
}

const MINUTE = 60_000;
const TICKS = 4;
/** Marks closer than this, in per cent, go to two lanes: 24 px of a track of 600. */
const NEAR = 4;

export function timeline(items: readonly Timed[]): Timeline {
  const dated = items.filter((one) => one.from !== null && one.until !== null);
  const first = Math.min(...dated.map((one) => one.from!));
  const last = Math.max(...dated.map((one) => one.until!));
  const some = dated.length > 0;
  const scale = scaleUtc()
    .domain(some ? [first, Math.max(last, first + MINUTE)] : [0, 1])
    .range([3, 97]);
  const times = some ? scale.ticks(TICKS).map(Number) : [];
  return {
    rows: rows(items, (time) => scale(time)),
    ticks: times.map((time) => ({ at: scale(time), time })),
    step: times.length > 1 ? times[1]! - times[0]! : null,
  };
}

/** In the order of their first mark, those without any last. */
function rows(items: readonly Timed[], place: (time: number) => number): TimelineRow[] {
  const bySource = new Map<string, Timed[]>();
  for (const item of items) {
    const known = bySource.get(item.source);
    if (known === undefined) bySource.set(item.source, [item]);
    else known.push(item);
  }
  const earliest = (group: readonly Timed[]): number => Math.min(...group.map((one) => one.from ?? Infinity));
  return [...bySource]
    .map(([source, group]) => ({ source, group, first: earliest(group) }))
    .sort((x, y) => (x.first < y.first ? -1 : x.first > y.first ? 1 : x.source < y.source ? -1 : 1))
    .map(({ source, group }) => row(source, group, place));
}

function row(source: string, group: readonly Timed[], place: (time: number) => number): TimelineRow {
  const ends: number[] = [];
  const marks = group
    .filter((one) => one.from !== null && one.until !== null)
    .map((one) => {
      const from = place(one.from!);
      const until = place(one.until!);
      const known = one.until! - one.from! < MINUTE;
      return { id: one.id, at: (from + until) / 2, from, width: known ? 0 : until - from };
    })
    .sort((x, y) => x.at - y.at)
    .map((mark): Mark => {
      const start = Math.min(mark.at - NEAR / 2, mark.from);
      const free = ends.findIndex((end) => end <= start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = Math.max(mark.at + NEAR / 2, mark.from + mark.width);
      return { ...mark, lane };
    });
  const undated = group.filter((one) => one.from === null || one.until === null).map((one) => one.id);
  return { source, marks, undated, lanes: Math.max(1, ends.length) };
}
