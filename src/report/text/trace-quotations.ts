import type { Quotation, QuotationHolder, QuotationTrace } from "../../model/index.js";
import { clean } from "./clean.js";
import { joinWrapped, truncate } from "./layout.js";
import { counted, percent } from "./numbers.js";
import type { Pen } from "./style.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";

const QUOTATIONS_SHOWN = 12;
const HOLDERS_SHOWN = 6;

/** Who says what, then where else the same words are quoted. Scare quotes are no quotations and are left to --json. */
export function quotationLines(page: TracePage): string[] {
  const { trace, ink, room } = page;
  const text = page.textOf(trace.document.id);
  const said = trace.quotations.filter(({ kind }) => kind !== "scare");
  const lines = said.slice(0, QUOTATIONS_SHOWN).flatMap((quotation) => {
    const words = truncate(clean(text.slice(quotation.start, quotation.end)), room - 2);
    return [speakerLine(quotation, ink), `  ${ink.isolate(words)}`];
  });
  if (said.length > QUOTATIONS_SHOWN) lines.push(more(said.length - QUOTATIONS_SHOWN));
  const elsewhere = trace.quotationTraces.filter(({ holders }) => holders.length > 1);
  lines.push(...elsewhere.slice(0, QUOTATIONS_SHOWN).flatMap((one) => traceLines(one, page)));
  if (elsewhere.length > QUOTATIONS_SHOWN) lines.push(more(elsewhere.length - QUOTATIONS_SHOWN));
  return lines;
}

function speakerLine({ kind, speaker, via, verb, stance, insertions }: Quotation, ink: Pen): string {
  const who = speaker === null ? "nobody can be told" : ink.bold(ink.isolate(clean(speaker.name)));
  const parts = [kind, who];
  if (via === "carried") parts.push("carried on from before");
  if (verb !== null)
    parts.push(`verb ${ink.isolate(clean(verb.text))}${stance === "neutral" ? "" : ` (${stance})`}`);
  if (insertions.length > 0) parts.push(counted(insertions.length, "insertion"));
  return parts.join(" · ");
}

function traceLines({ text, holders, speakersDiffer }: QuotationTrace, { ink, room }: TracePage): string[] {
  const head = [`in ${counted(holders.length, "document")}`];
  if (speakersDiffer) head.push(ink.yellow("given to different speakers"));
  const shown = holders.slice(0, HOLDERS_SHOWN).map((holder) => holderWords(holder, ink));
  if (holders.length > HOLDERS_SHOWN) shown.push(more(holders.length - HOLDERS_SHOWN));
  return [
    head.join(" · "),
    `  ${ink.isolate(truncate(clean(text), room - 2))}`,
    ...joinWrapped(shown, " · ", room - 2).map((line) => `  ${line}`),
  ];
}

function holderWords({ document, form, share, speaker }: QuotationHolder, ink: Pen): string {
  const how = form === "exact" ? "whole" : `${form} (${percent(share)})`;
  const who = speaker === null ? "" : `, ${ink.isolate(clean(speaker))}`;
  return `${ink.isolate(clean(document))} ${how}${who}`;
}
