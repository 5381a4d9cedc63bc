/** The documents that hold text of the traced one, itself among them: how many, from whom, since when. */
import type { Trace, TrustedTime } from "../../model.js";
import type { Values } from "./templates.js";

export interface Holders {
  /** Whether the traced one can only have been there before every other. */
  readonly earliest: boolean;
  /** holders, outlets, from, until: for the sentences that say so. */
  readonly values: Values;
  readonly outletsOfOthers: number;
}

/** Clocks of two places differ by at most this much; times without a zone are compared with it to spare. */
const ZONES_APART_MS = 14 * 3_600_000;
const DAY_LETTERS = 10;

export function holdersOf(trace: Omit<Trace, "finding">): Holders {
  const { document, sources, timeline } = trace;
  const others = sources.filter(
    ({ origin, verdict }) => "document" in origin && (verdict === "whole" || verdict === "partial"),
  );
  const times = new Map(timeline.map((time) => [time.document, time]));
  const own = times.get(document.id);
  const theirs = others.map(({ origin }) => times.get("document" in origin ? origin.document : ""));
  const outlets = (names: readonly (string | undefined)[]): number =>
    new Set(names.map((name) => name ?? "")).size;
  const dated = [own, ...theirs].filter((time) => time?.from != null && time.until !== null);
  return {
    earliest:
      others.length > 0 &&
      own !== undefined &&
      theirs.every((time) => time !== undefined && isBefore(own, time)),
    values: {
      holders: others.length + 1,
      outlets: outlets([document.source, ...others.map(({ source }) => source)]),
      from: day(Math.min(...dated.map((time) => time!.from!))),
      until: day(Math.max(...dated.map((time) => time!.until!))),
    },
    outletsOfOthers: outlets(others.map(({ source }) => source)),
  };
}

/** Whether the last moment of one lies before the earliest of the other, whatever zone each was written in. */
function isBefore(one: TrustedTime, other: TrustedTime): boolean {
  if (one.until === null || other.from === null) return false;
  return one.until + (one.zoned && other.zoned ? 0 : ZONES_APART_MS) < other.from;
}

function day(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, DAY_LETTERS) : "unknown times";
}
