/** The documents that hold text of the traced one, itself among them: how many, from whom, since when. */

import type { Trace, TrustedTime } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { compareTimes } from "../time/trusted.js";
import type { Values } from "./templates.js";

export interface Holders {
  /** Whether the traced one can only have been there before every other. */
  readonly earliest: boolean;
  /** holders, outlets, from, until: for the sentences that say so. */
  readonly values: Values;
  readonly outletsOfOthers: string;
}

const DAY_LETTERS = 10;
const MINUTE_LETTERS = 16;

export function holdersOf(trace: Omit<Trace, "finding">): Holders {
  const { document, sources, timeline } = trace;
  const others = sources.filter(({ origin, verdict }) => "document" in origin && isReuse(verdict));
  const times = new Map(timeline.map((time) => [time.document, time]));
  const own = times.get(document.id);
  const theirs = others.map(({ origin }) => times.get("document" in origin ? origin.document : ""));
  const dated = [own, ...theirs].filter((time) => time?.from != null && time.until !== null);
  return {
    earliest:
      others.length > 0 &&
      own !== undefined &&
      theirs.every((time) => time !== undefined && compareTimes(own, time) < 0),
    values: {
      holders: others.length + 1,
      outlets: outletsOf([document.source, ...others.map(({ source }) => source)]),
      ...span(dated.map((time) => time!)),
    },
    outletsOfOthers: outletsOf(others.map(({ source }) => source)),
  };
}

/** "from 3 sources": of documents that name none nobody can say how many they have. */
function outletsOf(names: readonly (string | undefined)[]): string {
  const named = new Set(names.filter((name) => name !== undefined)).size;
  if (named === 0) return "without a named source";
  const known = `from ${named} source${named === 1 ? "" : "s"}`;
  return names.includes(undefined) ? `${known} and others not named` : known;
}

/** Days, or times where all is of one day and known to the minute. */
function span(times: readonly TrustedTime[]): { readonly from: string; readonly until: string } {
  if (times.length === 0) return { from: "unknown", until: "unknown times" };
  const iso = (instant: number): string => new Date(instant).toISOString();
  const [from, until] = [
    iso(Math.min(...times.map((time) => time.from!))),
    iso(Math.max(...times.map((time) => time.until!))),
  ];
  const days = { from: from.slice(0, DAY_LETTERS), until: until.slice(0, DAY_LETTERS) };
  const exact = times.every(({ precision }) => precision === "minute" || precision === "second");
  if (days.from !== days.until || !exact) return days;
  return { from: from.slice(0, MINUTE_LETTERS), until: until.slice(0, MINUTE_LETTERS) };
}
