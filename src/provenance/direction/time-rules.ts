/** Which of two was published first, as far as their times can be trusted. */
import type { Evidence, TimePrecision, TrustedTime } from "../../model/index.js";
import { isBefore } from "../time/trusted.js";
import { evidenceOf } from "./rules.js";
import { areOfOneHouse, type Subject } from "./subject.js";

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
  // Who may be as early as an agency's item is hardly what both have it from.
  const isFirst = beside === null || (from.agency !== null && beside.standing === "perhaps-first");
  const standing = isFirst ? "first" : beside.standing;
  const certain = Math.min(WEIGHTS[from.time.precision], WEIGHTS[to.time.precision]);
  const at = [...from.time.at, ...to.time.at];
  const values = timesOf(from, to);
  if (areOfOneHouse(from, to) && standing !== "not-first")
    return evidenceOf("earlier", certain * SAME_HOUSE, values, at);
  if (standing === "not-first" || (standing === "perhaps-first" && elsewhere === null))
    return evidenceOf("earlier-not-first", certain * SHARE[standing], { ...values, other: beside!.id }, at);
  if (elsewhere === null) return evidenceOf("earlier", certain, values, at);
  const named = { ...values, other: elsewhere.id, name: elsewhere.name };
  return evidenceOf("earlier-from-elsewhere", certain * SHARE["perhaps-first"], named, at);
}

/** A page that was there before the other cannot have it from there. */
const CERTAIN = -20;

/** Clues against `from` → `to`: it was there before. */
export function againstClues(from: Subject, to: Subject): Evidence[] {
  const clues: Evidence[] = [];
  const ids = { from: from.id, to: to.id, fromTime: shownTime(from.time) };
  const at = [...from.time.at, ...to.time.at];
  if (isBefore(to.dated, from.dated))
    clues.push(evidenceOf("dated-before", CERTAIN, { ...ids, toTime: shownTime(to.time) }, at));
  else if (to.seen !== null && isBefore(to.seen, from.dated))
    clues.push(evidenceOf("seen-before", CERTAIN, { ...ids, toTime: shownTime(to.seen.time) }, from.time.at));
  return clues;
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
