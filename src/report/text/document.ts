/** A document in full: its fields, one a line, then its text. */
import type { Document } from "../../model/index.js";
import { clean } from "./clean.js";
import { pen, type TextStyle } from "./style.js";

const FIELDS = ["id", "source", "published", "modified", "captured", "url", "byline", "lang"] as const;
const NAME_COLUMNS = 10;

export function documentText(document: Document, style: TextStyle): string {
  const ink = pen(style);
  const lines: string[] = [];
  if (document.title) lines.push(ink.bold(ink.isolate(clean(document.title))), "");
  for (const name of FIELDS) {
    const value = document[name];
    if (value) lines.push(`${ink.dim(name.padEnd(NAME_COLUMNS))} ${ink.isolate(clean(value))}`);
  }
  for (const repair of document.repairs ?? []) {
    lines.push(`${ink.dim("mended".padEnd(NAME_COLUMNS))} ${ink.isolate(clean(repair))}`);
  }
  if (document.text === "") return `${[...lines, "", ink.dim("(this index keeps no texts)")].join("\n")}\n`;
  const paragraphs = document.text.split(/\r\n?|\n/).map((paragraph) => ink.isolate(clean(paragraph)));
  return `${[...lines, "", ...paragraphs].join("\n")}\n`;
}
