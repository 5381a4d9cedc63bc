/** A phrase as an editor would list it: how many have it, the words, who has them and since when, what each changed. */
import type { Phrase, PhraseChange, PhraseHolder, PhraseWording } from "../../model/index.js";
import { timeText } from "../label.js";
import { clean } from "./clean.js";
import { folded, truncate } from "./layout.js";
import { markedLines } from "./marked.js";
import { counted } from "./numbers.js";
import { type Pen, pen, type TextStyle } from "./style.js";

const INDENT = "   ";
const CHANGE_COLUMNS = 80;
const MOST_CHANGES = 6;
const REWORDED_COLUMNS = 240;
/** With fewer of the words a list of changes says less than the words themselves. */
const LEAST_ALIKE = 0.6;

export function phraseText(phrase: Phrase, number: number, style: TextStyle): string {
  const ink = pen(style);
  const room = style.columns - 2 * INDENT.length;
  const head = `${`${number}. `.padEnd(INDENT.length)}${heading(phrase)}`;
  const lines = [
    ink.bold(head),
    ...markedLines([{ text: phrase.text, mark: "same" }], "a", room, ink).map((line) => INDENT + line),
    INDENT + ink.dim(firstLine(phrase, ink)),
  ];
  for (const [at, wording] of phrase.wordings.entries()) {
    const holders = phrase.holders.filter((holder) => holder.wording === at);
    if (at > 0) lines.push(INDENT + otherwise(wording, ink));
    for (const holder of holders) lines.push(INDENT + (at > 0 ? INDENT : "") + holderLine(holder, ink));
  }
  return folded(`${lines.join("\n")}\n`, style.columns);
}

function heading({ outlets, holders, words, quoted, formula, spread }: Phrase): string {
  const parts = [counted(outlets, "outlet")];
  if (holders.length > outlets) parts.push(counted(holders.length, "document"));
  parts.push(counted(words, "word"), quoted ? "quoted" : "not quoted");
  if (formula) {
    const where =
      spread === null
        ? ""
        : `: in ${counted(spread.groups, "different text")} on ${counted(spread.days, "day")}`;
    parts.push(`a formula${where}`);
  }
  return parts.join(" · ");
}

function firstLine({ first }: Phrase, ink: Pen): string {
  return first === null
    ? "where it first stood cannot be told"
    : `first, of those dated: ${ink.isolate(clean(first))}`;
}

function holderLine({ document, outlet, published, quoted, speaker }: PhraseHolder, ink: Pen): string {
  const parts = [outlet, published === null ? null : timeText(published), document].filter(
    (part) => part !== null,
  );
  const label = [...new Set(parts)].map((part) => ink.isolate(clean(part))).join(ink.dim(" · "));
  const notes = [
    ...(quoted ? ["quoted"] : []),
    ...(speaker === null ? [] : [`said by ${ink.isolate(clean(speaker))}`]),
  ];
  return `- ${label}${notes.length === 0 ? "" : ink.dim(`  (${notes.join(", ")})`)}`;
}

/** What was changed, or, where that is most of it, the words as they stand. */
function otherwise({ text, share, changes }: PhraseWording, ink: Pen): string {
  if (share >= LEAST_ALIKE) return `${ink.dim("changed:")} ${changesText(changes, ink)}`;
  return `${ink.dim("reworded, or a part:")} ${ink.isolate(`«${truncate(clean(text), REWORDED_COLUMNS)}»`)}`;
}

function changesText(changes: readonly PhraseChange[], ink: Pen): string {
  const shown = changes.slice(0, MOST_CHANGES).map(({ from, to }) => {
    const [x, y] = [from, to].map((words) => ink.isolate(`«${truncate(clean(words), CHANGE_COLUMNS)}»`));
    if (to === "") return `without ${ink.red(x!)}`;
    return from === "" ? `with ${ink.green(y!)}` : `${ink.red(x!)} → ${ink.green(y!)}`;
  });
  const left = changes.length - shown.length;
  return shown.join(", ") + (left > 0 ? `, and ${counted(left, "more change")}` : "");
}
