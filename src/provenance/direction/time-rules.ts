/** Which of two was published first, as far as their times can be trusted. */
import type { Evidence, TimePrecision, TrustedTime } from "../../model/index.js";
import { compareTimes } from "../time/trusted.js";
import { evidenceOf } from "./rules.js";
import type { Subject } from "./subject.js";

/**
 * Argued: the earlier of two is the source in about five of six cases, where no third text stands behind both; pages
 * that only give a day are dated by hand, and wider times say less.
 */
const WEIGHTS: Readonly<Record<TimePrecision, number>> = {
  second: 1.6,
  minute: 1.6,
  day: 1.4,
  "day-either-side": 1.2,
  month: 1.2,
  year: 1.2,
  none: 0,
};
/** A house that goes on with its own text does so in the order of time. */
const SAME_HOUSE = 1.5;

/**
 * How much the order of time says where others have the words too: hardly anything where one of them is certainly
 * earlier, or stands behind both, since both may have them from there; half where one may be as early.
 */
export type Standing = "first" | "perhaps-first" | "not-first";
export const SHARE: Readonly<Record<Standing, number>> = { first: 1, "perhaps-first": 0.5, "not-first": 0.2 };

/**
 * Clue for `from` → `to`, of which `from` is certainly earlier. `beside` has the words no later than `from`; `elsewhere`
 * is what one of the two names as its source.
 */
export function earlierClue(
  from: Subject,
  to: Subject,
  beside: { readonly id: string; readonly standing: Standing } | null,
  elsewhere: { readonly id: string; readonly name: string } | null,
): Evidence {
  const standing = beside?.standing ?? "first";
  const certain = Math.min(WEIGHTS[from.time.precision], WEIGHTS[to.time.precision]);
  const at = [...from.time.at, ...to.time.at];
  const values = timesOf(from, to);
  if (standing === "not-first" || (standing === "perhaps-first" && elsewhere === null))
    return evidenceOf("earlier-not-first", certain * SHARE[standing], { ...values, other: beside!.id }, at);
  const sameHouse = from.publisher !== "" && from.publisher === to.publisher;
  if (sameHouse) return evidenceOf("earlier", certain * SAME_HOUSE, values, at);
  if (elsewhere === null) return evidenceOf("earlier", certain, values, at);
  const named = { ...values, other: elsewhere.id, name: elsewhere.name };
  return evidenceOf("earlier-from-elsewhere", certain * SHARE["perhaps-first"], named, at);
}

/** A page that was captured before the other was published cannot have it from there. Certain. */
const SEEN_BEFORE = -20;

/** Clue against `from` → `to`; null where nothing says so. */
export function seenBeforeClue(from: Subject, to: Subject): Evidence | null {
  if (to.seen === null || compareTimes(to.seen, from.time) >= 0) return null;
  const values = { from: from.id, to: to.id, fromTime: shownTime(from.time), toTime: shownTime(to.seen) };
  return evidenceOf("seen-before", SEEN_BEFORE, values, from.time.at);
}

function timesOf(from: Subject, to: Subject) {
  return { from: from.id, to: to.id, fromTime: shownTime(from.time), toTime: shownTime(to.time) };
}

/** ISO 8601, as precise as known; UTC where the zone is known. */
export function shownTime({ from, until, precision, zoned }: TrustedTime): string {
  const iso = (ms: number) => new Date(ms).toISOString();
  switch (precision) {
    case "none":
      return "";
    case "second":
      return `${iso(from!).slice(0, 19)}${zoned ? "Z" : ""}`;
    case "minute":
      return `${iso(from!).slice(0, 16)}${zoned ? "Z" : ""}`;
    case "day":
      return iso((from! + until!) / 2).slice(0, 10);
    case "day-either-side":
      return `${iso((from! + until!) / 2).slice(0, 10)} ± 1 d`;
    case "month":
      return iso((from! + until!) / 2).slice(0, 7);
    case "year":
      return iso((from! + until!) / 2).slice(0, 4);
  }
}
