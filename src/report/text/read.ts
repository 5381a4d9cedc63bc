/** A document as it was read, for people: its fields with where each came from, repairs, what was cut, its text. */
import type { Document } from "../../model/index.js";
import type { HowRead } from "../read-json.js";
import { clean } from "./clean.js";
import { counted } from "./numbers.js";
import { pen, type TextStyle } from "./style.js";

const FIELDS = ["id", "source", "published", "modified", "captured", "url", "byline", "lang"] as const;
const NAME_COLUMNS = 10;

export function readText(
  document: Document,
  how: HowRead | null,
  { file, number }: { readonly file: string; readonly number: number },
  style: TextStyle,
): string {
  const ink = pen(style);
  const name = (text: string) => ink.dim(text.padEnd(NAME_COLUMNS));
  const origin = (field: string) => {
    const place = how?.from[field];
    return place === undefined || place === field ? "" : ink.dim(`  (${clean(place)})`);
  };
  const lines = number > 1 ? [ink.dim("─".repeat(Math.min(style.columns, 60)))] : [];
  if (document.title) lines.push(ink.bold(ink.isolate(clean(document.title))) + origin("title"));
  lines.push(`${name("file")} ${clean(file)}`);
  for (const field of FIELDS) {
    const value = document[field];
    if (value) lines.push(`${name(field)} ${ink.isolate(clean(value))}${origin(field)}`);
  }
  for (const repair of document.repairs ?? [])
    lines.push(`${name("repaired")} ${ink.isolate(clean(repair))}`);
  for (const { what, words } of how?.cut ?? [])
    lines.push(`${name("cut")} ${ink.isolate(clean(what))}, ${counted(words, "word")}`);
  const paragraphs = document.text.split(/\r\n?|\n/).map((paragraph) => ink.isolate(clean(paragraph)));
  return `${[...lines, "", ...paragraphs, ""].join("\n")}\n`;
}
