/** Times that say no zone, in the zone that the user says they are in. */
import { UsageError } from "../errors.js";
import { isoTime, timeSpan } from "../times.js";
import type { FieldValues } from "./record.js";

const OFFSET = /^([+-])(\d{1,2}):?(\d{2})$/;
const TIMES = ["published", "modified", "captured"] as const;

/** Throws UsageError for what is no zone: a name such as Asia/Damascus, or an offset such as +03:00. */
export function checkTimezone(zone: string): void {
  if (OFFSET.test(zone)) return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    throw new UsageError(
      `timezone ${JSON.stringify(zone)} is not known; expected a name such as Asia/Damascus, or an offset such as +03:00`,
    );
  }
}

/** The fields with every clock time that says no zone put into this one; the same object where there is none. */
export function inTimezone(values: FieldValues, zone: string): FieldValues {
  let zoned: FieldValues | null = null;
  for (const name of TIMES) {
    const value = values[name];
    const span = value === undefined ? null : timeSpan(value);
    if (span === null || span.zone !== null || (span.unit !== "minute" && span.unit !== "second")) continue;
    zoned ??= { ...values };
    zoned[name] = isoTime(value!)! + offsetAt(span.from, zone);
  }
  return zoned ?? values;
}

/** The zone's distance from Greenwich at a time of its own clock, as ISO 8601 writes it. */
function offsetAt(local: number, zone: string): string {
  const fixed = OFFSET.exec(zone);
  if (fixed !== null) return `${fixed[1]}${fixed[2]!.padStart(2, "0")}:${fixed[3]}`;
  // Twice, since the first guess may lie on the other side of a change of the clock.
  let minutes = minutesAt(local, zone);
  minutes = minutesAt(local - minutes * 60_000, zone);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function minutesAt(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const offset = /([+-])(\d{2}):(\d{2})/.exec(name);
  return offset === null ? 0 : (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}
