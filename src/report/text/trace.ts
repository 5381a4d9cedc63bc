/**
 * A trace for a terminal: the finding first, then what it rests on, strongest first, and what stays undecided.
 */

import type { Trace } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { clean } from "./clean.js";
import { labelLines } from "./label.js";
import { folded, joinWrapped } from "./layout.js";
import { count, counted } from "./numbers.js";
import { reasonWords } from "./reason.js";
import { pen, type TextStyle } from "./style.js";
import { creditLines } from "./trace-credits.js";
import { factLines, headlineLines, passageLines } from "./trace-passages.js";
import { quotationLines } from "./trace-quotations.js";

import type { TracePage } from "./trace-shared.js";
import { sourceLines } from "./trace-sources.js";
import { timelineLines } from "./trace-timeline.js";
import { undecidedLines } from "./trace-undecided.js";
import { versionLines } from "./trace-versions.js";

const INDENT = "  ";

export function traceText(trace: Trace, textOf: (id: string) => string, style: TextStyle): string {
  const ink = pen(style);
  const page: TracePage = { trace, textOf, ink, room: style.columns - INDENT.length };
  const sections: [heading: string, lines: readonly string[]][] = [
    ["sources", sourceLines(page)],
    ["timeline", timelineLines(page)],
    ["passages", passageLines(page)],
    ["quotations", quotationLines(page)],
    ["credits", creditLines(page)],
    ["changed facts (here ← there)", factLines(page, ({ verdict }) => isReuse(verdict))],
    ["figures of other reports (here ← there)", factLines(page, (source) => !isReuse(source.verdict))],
    ["headlines", headlineLines(page)],
    ["versions of the same item", versionLines(page)],
    ["undecided", undecidedLines(page)],
  ];
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => [ink.bold(heading), ...lines.map((line) => INDENT + line)].join("\n"));
  return folded(`${[opening(page), ...blocks].join("\n\n")}\n`, style.columns);
}

function opening({ trace, ink }: TracePage): string {
  const { finding, document, collection } = trace;
  const sentence = joinWrapped(reasonWords(finding.sentence, ink), " ", ink.columns);
  const against = [`against ${counted(collection.documents, "document")}`];
  if (collection.documents === 0) against.pop();
  else if (collection.sources === 0) against.push("no source named");
  else if (collection.sources !== null) against.push(`from ${counted(collection.sources, "source")}`);
  if (collection.from !== null && collection.until !== null)
    against.push(`${clean(collection.from)} to ${clean(collection.until)}`);
  if (collection.neighbourhood !== undefined)
    against.push(
      `of which ${count(collection.neighbourhood)} were read: those that share text with it, or with these`,
      "reports of the same event in other words were not looked for",
    );
  return [
    ...sentence.map((line) => ink.bold(line)),
    "",
    ...labelLines(document, ink.columns, ink, counted(document.words, "word")),
    ...joinWrapped(against, ", ", ink.columns).map((line) => ink.dim(line)),
  ].join("\n");
}
