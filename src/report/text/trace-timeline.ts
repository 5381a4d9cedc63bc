import type { TrustedTime } from "../../model/index.js";
import { clean } from "./clean.js";
import { padEnd, truncate, width } from "./layout.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";

const ROWS_SHOWN = 30;
const GIVEN_COLUMNS = 25;
const BASIS: Record<TrustedTime["basis"], string> = {
  published: "",
  url: "by its address",
  text: "by words of the text",
  series: "by the item that it goes on with",
  capture: "by the day of capture",
  decision: "by a person's decision",
  none: "",
};

/** Undated documents at the end. Nothing where not even one time is known. */
export function timelineLines({ trace, ink, room }: TracePage): string[] {
  const { timeline, document } = trace;
  if (timeline.every(({ from }) => from === null)) return [];
  const sources = new Map(
    trace.sources.map(({ origin, source }) => [
      "document" in origin ? origin.document : origin.unseen,
      source,
    ]),
  );
  sources.set(document.id, document.source);
  const rows = timeline.slice(0, ROWS_SHOWN).map((time) => ({ time, when: when(time) }));
  const columns = Math.max(...rows.map((row) => row.when.length));
  const lines = rows.map(({ time, when }) => {
    const note = time.document === document.id ? "  this document" : "";
    const basis = BASIS[time.basis] === "" ? "" : `  ${BASIS[time.basis]}`;
    const name = [sources.get(time.document), time.document].filter((part) => part !== undefined).map(clean);
    const doubt = distrusted(time);
    const left = Math.max(10, room - columns - 2 - width(note) - width(basis) - width(doubt));
    const label = ink.isolate(truncate(name.join(" · "), left));
    return `${padEnd(when, columns)}  ${label}${ink.green(note)}${ink.dim(basis)}${ink.yellow(doubt)}`;
  });
  return timeline.length > ROWS_SHOWN ? [...lines, more(timeline.length - ROWS_SHOWN)] : lines;
}

/** Times that the document gives and nobody can use. */
function distrusted({ distrusted }: TrustedTime): string {
  if (distrusted.length === 0) return "";
  const shown = distrusted.map(({ given, reason }) => `${truncate(clean(given), GIVEN_COLUMNS)}: ${reason}`);
  return `  not trusted: ${shown.join(", ")}`;
}

/** As precise as it can be trusted, and no more. */
function when({ from, precision, zoned }: TrustedTime): string {
  if (from === null || precision === "none") return "no time known";
  const iso = new Date(from).toISOString();
  const zone = zoned ? "Z" : "";
  if (precision === "second") return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${zone}`;
  if (precision === "minute") return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${zone}`;
  if (precision === "year") return iso.slice(0, 4);
  if (precision === "month") return iso.slice(0, 7);
  if (precision === "day") return iso.slice(0, 10);
  return `${iso.slice(0, 10)} ± 1 day`;
}
