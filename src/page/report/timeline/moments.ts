/** When a document can have been published, from the trusted time or else from the field as it stands. */
import type { TrustedTime } from "../../../model/index.js";

export interface Span {
  readonly from: number | null;
  readonly until: number | null;
}

const DAY = 86_400_000;
const UNKNOWN: Span = { from: null, until: null };
const TIME =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export function span(time: TrustedTime | undefined, published: string | undefined): Span {
  if (time !== undefined) return { from: time.from, until: time.until };
  return published === undefined ? UNKNOWN : fieldSpan(published);
}

/** A time without a zone is taken as it stands. */
export function fieldSpan(published: string): Span {
  const found = TIME.exec(published);
  if (found === null) return UNKNOWN;
  const [, year, month, day, hour, , zone] = found;
  if (hour !== undefined) {
    const at = Date.parse(zone === undefined ? `${published}Z` : published);
    return Number.isNaN(at) ? UNKNOWN : { from: at, until: at };
  }
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (day !== undefined) return { from, until: from + DAY - 1 };
  const until =
    month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1);
  return { from, until: until - 1 };
}
