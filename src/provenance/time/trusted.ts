/**
 * When a document was published, as an interval, and what that rests on: a person's decision, the metadata, or the text
 * itself. A crawl time is none. Midnight means a day: systems write it where they know no hour.
 */
import type { Document, Place, TimeDoubt, TimePrecision, TrustedTime } from "../../model/index.js";
import { type TimeSpan, timeSpan } from "../../times.js";
import { clockInText, DAY_MS, dateInText } from "./in-text.js";
import { dayInUrl, endOfDay } from "./in-url.js";
import { isContinuation } from "./takes.js";

export interface TimeOptions {
  /** What a person says, ISO 8601: it stands against everything else. */
  readonly decided?: string;
  /** Milliseconds since 1970: later times lie in the future. Without it only the time of capture bounds them. */
  readonly now?: number;
  /** Milliseconds since 1970 at which the day begins of the item that the document goes on with. */
  readonly seriesDay?: number;
}

export type Dated = Pick<Document, "id" | "text" | "title" | "url" | "published" | "captured">;
interface Known extends Omit<TrustedTime, "document" | "distrusted"> {
  /** Minutes east of Greenwich of the clock that it was read from; absent where none is said. */
  readonly zone?: number;
}

/** A time with the zone of the clock that it was read from, in minutes east of Greenwich; null where none is said. */
export interface ReadTime {
  readonly time: TrustedTime;
  readonly zone: number | null;
}

const FIRST_YEAR_MS = Date.UTC(1600, 0, 1);
const LAST_YEAR_MS = Date.UTC(2200, 0, 1);
/** A time without a zone, read as UTC, may lie this much earlier or later (UTC+14 to UTC-12). */
const EAST_MS = 14 * 3_600_000;
const WEST_MS = 12 * 3_600_000;

const NOTHING: Known = { from: null, until: null, precision: "none", basis: "none", at: [], zoned: false };

export function trustedTime(document: Dated, options: TimeOptions = {}): TrustedTime {
  return readTime(document, options).time;
}

export function readTime(document: Dated, options: TimeOptions = {}): ReadTime {
  const { id, text, url, published, captured } = document;
  const distrusted: { given: string; reason: TimeDoubt }[] = [];
  const answer = ({ zone, ...known }: Known): ReadTime => ({
    time: { document: id, ...known, distrusted },
    zone: zone ?? null,
  });
  if (options.decided !== undefined) {
    const span = timeSpan(options.decided);
    if (span !== null) return answer(fromSpan(span, "decision"));
    distrusted.push({ given: options.decided, reason: "unreadable" });
  }
  const doubtOf = ({ from, until, zoned }: Known): TimeDoubt | null => {
    if (until! < FIRST_YEAR_MS || from! >= LAST_YEAR_MS) return "impossible";
    const seen = timeSpan(captured ?? "")?.until ?? Number.POSITIVE_INFINITY;
    const limit = Math.min(options.now ?? Number.POSITIVE_INFINITY, seen);
    return from! - (zoned ? 0 : EAST_MS) > limit ? "future" : null;
  };
  const trusted = (given: string, known: Known | null): Known | null => {
    if (known === null) return null;
    const reason = doubtOf(known);
    if (reason === null) return known;
    distrusted.push({ given, reason });
    return null;
  };

  let stated: Known | null = null;
  if (published !== undefined && published.trim() !== "") {
    const span = timeSpan(published);
    const known = span === null ? null : fromSpan(span, "published");
    if (known === null) distrusted.push({ given: published, reason: "unreadable" });
    else stated = trusted(published, known);
  }
  const day = stated === null && url !== undefined ? dayInUrl(url) : null;
  if (day !== null) {
    const known = { from: day, until: endOfDay(day), precision: "day", basis: "url", at: [] } as const;
    stated = trusted(url!, { ...known, zoned: false });
  }
  const inText = readText(document, stated, options);
  const sent = inText === null ? null : trusted(wordsOf(text, inText), inText);
  if (sent === null) return answer(stated ?? NOTHING);
  if (stated === null) return answer(sent);
  if (overlaps(stated, sent)) return answer(width(sent) < width(stated) ? sent : stated);
  // A complete wire form says when the agency sent it; a page that has it later dates itself.
  if (sent.precision === "minute" && sent.until! < stated.from!) return answer(sent);
  distrusted.push({ given: wordsOf(text, sent), reason: "disputed" });
  return answer(stated);
}

/** When a document was captured, as a time that others can be compared with; null where nothing readable says. */
export function capturedTime({ id, captured }: Pick<Document, "id" | "captured">): ReadTime | null {
  const span = captured === undefined ? null : timeSpan(captured);
  if (span === null) return null;
  const { zone, ...known } = fromSpan(span, "published");
  return { time: { document: id, ...known, distrusted: [] }, zone: zone ?? null };
}

/**
 * Whether `x` was there before `y` can have been: what is dated or captured so cannot be from `y`. Of a clock without a zone
 * beside one that has a zone both are read as clocks of one place, since a wrong accusation is worse than a missed one.
 */
export function isBefore(x: ReadTime, y: ReadTime): boolean {
  if (x.time.until === null || y.time.from === null) return false;
  const local = x.time.zoned !== y.time.zoned;
  const shift = ({ zone }: ReadTime) => (local ? (zone ?? 0) * 60_000 : 0);
  return x.time.until + shift(x) < y.time.from + shift(y);
}

/** The day of a time that is known, by its own clock: milliseconds since 1970 at which it begins, as if in UTC. */
export function dayOf({ time, zone }: ReadTime): number {
  const local = time.from! + (zone ?? 0) * 60_000;
  return local - (((local % DAY_MS) + DAY_MS) % DAY_MS);
}

/** Negative where `x` certainly came before `y`, positive where after, 0 where nobody can tell; milliseconds between. */
export function compareTimes(x: TrustedTime, y: TrustedTime): number {
  if (x.from === null || y.from === null) return 0;
  const mixed = x.zoned !== y.zoned;
  const [xFrom, xUntil] = bounds(x, mixed);
  const [yFrom, yUntil] = bounds(y, mixed);
  if (xUntil < yFrom) return xUntil - yFrom;
  if (yUntil < xFrom) return xFrom - yUntil;
  return 0;
}

function bounds({ from, until, zoned }: TrustedTime, mixed: boolean): [number, number] {
  return mixed && !zoned ? [from! - EAST_MS, until! + WEST_MS] : [from!, until!];
}

function fromSpan(
  { from, until, unit, zone, isEitherSide }: TimeSpan,
  basis: "published" | "decision",
): Known {
  if (isEitherSide) return { from, until, precision: "day-either-side", basis, at: [], zoned: false };
  const local = new Date(from + (zone ?? 0) * 60_000);
  const clock = unit === "minute" || unit === "second";
  const midnight = clock && local.getUTCHours() + local.getUTCMinutes() + local.getUTCSeconds() === 0;
  const precision: TimePrecision = midnight ? "day" : unit;
  const last = midnight ? from + DAY_MS - 1 : unit === "minute" ? from + 59_999 : until;
  return { from, until: last, precision, basis, at: [], zoned: zone !== null, ...zoneOf(zone) };
}

function zoneOf(zone: number | null): { readonly zone?: number } {
  return zone === null ? {} : { zone };
}

/** The date of the text with its clock, or its clock on the day that is stated. */
function readText(dated: Dated, stated: Known | null, { seriesDay }: TimeOptions): Known | null {
  const { id: document, text } = dated;
  const date = dateInText(text);
  const clock = clockInText(text);
  const place = ({ start, end }: { start: number; end: number }): Place => ({
    document,
    field: "text",
    start,
    end,
  });
  if (date === null) {
    if (clock === null) return null;
    if (stated?.precision === "day") {
      const from = stated.from! + clock.minutes * 60_000 - (stated.zoned ? 0 : (clock.zone ?? 0) * 60_000);
      const zoned = stated.zoned || clock.zone !== null;
      const zone = zoneOf(stated.zone ?? clock.zone);
      return {
        from,
        until: from + 59_999,
        precision: "minute",
        basis: "text",
        at: [place(clock)],
        zoned,
        ...zone,
      };
    }
    if (stated !== null || !isContinuation(dated)) return null;
    const day = seriesDay ?? dayOfCapture(dated, clock.minutes);
    if (day === null) return null;
    const from = day + (clock.minutes - (clock.zone ?? 0)) * 60_000;
    return {
      ...{ from, until: from + 59_999, precision: "minute", at: [place(clock)], zoned: clock.zone !== null },
      ...{ basis: seriesDay === undefined ? "capture" : "series", ...zoneOf(clock.zone) },
    };
  }
  if (date.hijri) {
    const [from, until] = [date.day - DAY_MS, date.day + 2 * DAY_MS - 1];
    return { from, until, precision: "day-either-side", basis: "text", at: [place(date)], zoned: false };
  }
  if (clock === null) {
    const until = date.day + DAY_MS - 1;
    return { from: date.day, until, precision: "day", basis: "text", at: [place(date)], zoned: false };
  }
  const from = date.day + (clock.minutes - (clock.zone ?? 0)) * 60_000;
  return {
    from,
    until: from + 59_999,
    precision: "minute",
    basis: "text",
    at: [place(date), place(clock)],
    zoned: clock.zone !== null,
    ...zoneOf(clock.zone),
  };
}

/** The last day on which a take with this clock can have been sent. */
function dayOfCapture({ captured }: Dated, minutes: number): number | null {
  const span = captured === undefined ? null : timeSpan(captured);
  if (span === null) return null;
  const local = span.until + (span.zone ?? 0) * 60_000;
  const day = local - (local % DAY_MS);
  return minutes * 60_000 <= local - day ? day : day - DAY_MS;
}

function overlaps(x: Known, y: Known): boolean {
  const slack = x.zoned === y.zoned ? 0 : EAST_MS;
  return x.from! <= y.until! + slack && y.from! <= x.until! + slack;
}

function width({ from, until }: Known): number {
  return until! - from!;
}

function wordsOf(text: string, { at }: Known): string {
  return at.map(({ start, end }) => text.slice(start, end)).join(" ");
}
