/**
 * A sentence found in a document: how it stands there, whose words the sentence says they are, and the words.
 */
import type { Finding } from "../../model/index.js";
import type { Side } from "../label.js";
import { segments } from "../segments.js";
import { clean } from "./clean.js";
import { labelLines } from "./label.js";
import { folded, truncate } from "./layout.js";
import { markedLines } from "./marked.js";
import { percent } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";

const INDENT = "   ";

export function findingText(finding: Finding, number: number, side: Side, style: TextStyle): string {
  const ink = pen(style);
  const room = style.columns - INDENT.length;
  const share = finding.form === "exact" ? "" : ` · ${percent(finding.share)} of its words`;
  const head = `${ink.bold(`${number}.`.padEnd(INDENT.length))}${paintForm(finding, ink)}${share}`;
  const marks = finding.edits.map((edit) => ({ ...edit.b, mark: "changed" as const }));
  const lines = [
    ...labelLines(side.label, room, ink),
    ...markedLines(segments(side.text, finding.b, marks), "b", room, ink),
    ...around(finding, side.text, room, ink),
    ...speaker(finding, ink),
    ...(finding.speaker === null ? attribution(finding, side.text, room, ink) : []),
  ];
  return folded(`${[head, ...lines.map((line) => INDENT + line)].join("\n")}\n`, style.columns);
}

/** The sentence that the words stand in, where it has more of them. */
function around({ sentence, b }: Finding, text: string, room: number, ink: Pen): string[] {
  const words = clean(text.slice(sentence.start, sentence.end)).trim();
  if (words.length <= b.end - b.start + 1) return [];
  const name = "in the sentence: ";
  return [ink.dim(name) + ink.isolate(truncate(words, 3 * room - name.length))];
}

function speaker({ speaker: who }: Finding, ink: Pen): string[] {
  if (who === null) return [];
  const via = who.via === "carried" ? " (named before, whose words go on)" : "";
  return [`${ink.dim("said by: ")}${ink.isolate(clean(who.name))}${ink.dim(via)}`];
}

function paintForm({ form }: Finding, ink: Pen): string {
  const paint = { exact: ink.red, cut: ink.yellow, varied: ink.magenta }[form];
  return ink.bold(paint(form));
}

function attribution({ attribution: range, b }: Finding, text: string, room: number, ink: Pen): string[] {
  if (range === null) return [ink.dim("no word of attribution in the same sentence")];
  const name = range.start < b.start ? "said before it: " : "said after it: ";
  const words = truncate(clean(text.slice(range.start, range.end)), room - name.length);
  return [ink.dim(name) + ink.isolate(words)];
}
