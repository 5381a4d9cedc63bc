/** The figures of an index, one a line. */
import { clean } from "./clean.js";
import { count, counted, percent, size } from "./numbers.js";
import { pen, type TextStyle } from "./style.js";

/** As `Index.stats` gives them. */
export interface StatsFigures {
  readonly documents: number;
  readonly texts: number;
  readonly groups: number;
  readonly answers: number;
  readonly keepText: boolean;
  readonly copiesOnly: boolean;
  readonly bytes: Readonly<Record<string, number>>;
  readonly bytesPerDocument: Readonly<Record<string, number>>;
  readonly postings: number;
  readonly bandEntries: number;
  readonly bandBuckets: { readonly largest: number; readonly giants: number };
  readonly formulae: readonly { readonly text: string; readonly groups: number }[];
}

const NAME_COLUMNS = 14;
const BYTES_COLUMNS = 12;

export function statsText(stats: StatsFigures, style: TextStyle): string {
  const ink = pen(style);
  const row = (name: string, value: string) => `${ink.dim(name.padEnd(NAME_COLUMNS))} ${value}`;
  const kind = stats.copiesOnly ? "whole copies only" : stats.keepText ? "with texts" : "without texts";
  const { largest, giants } = stats.bandBuckets;
  const lines = [
    row("documents", `${count(stats.documents)} (${kind})`),
    row("texts", `${count(stats.texts)} different, in ${counted(stats.groups, "group")} of near-copies`),
    row("answers", count(stats.answers)),
    row("excerpts", counted(stats.postings, "posting")),
    row("copies", `${counted(stats.bandEntries, "band entry", "band entries")}${buckets(largest, giants)}`),
    "",
    ink.bold(
      `${"bytes".padEnd(NAME_COLUMNS)} ${"all".padStart(BYTES_COLUMNS)} ${"a document".padStart(BYTES_COLUMNS)}`,
    ),
    ...Object.entries(stats.bytes).map(([part, bytes]) => {
      const each = stats.bytesPerDocument[part];
      const cells = [size(bytes), each === undefined ? "" : count(Math.round(each))];
      return row(spaced(part), cells.map((cell) => cell.padStart(BYTES_COLUMNS)).join(" "));
    }),
  ];
  if (stats.formulae.length > 0)
    lines.push("", ink.bold("commonest runs of four words, and in how many groups"));
  for (const { text, groups } of stats.formulae) {
    const share = stats.groups === 0 ? 0 : groups / stats.groups;
    lines.push(`${count(groups).padStart(9)} ${percent(share).padStart(5)}  ${ink.isolate(clean(text))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** `wordLog` → `word log`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function buckets(largest: number, giants: number): string {
  if (largest < 2) return "";
  const giant = giants === 0 ? "" : `, ${counted(giants, "giant bucket")}`;
  return `, the largest bucket of ${counted(largest, "document")}${giant}`;
}
