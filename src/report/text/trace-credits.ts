import type { Credit, CreditStatus } from "../../model/index.js";
import { clean } from "./clean.js";
import { joinWrapped } from "./layout.js";
import { reasonWords } from "./reason.js";
import type { Pen } from "./style.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";

const CREDITS_SHOWN = 12;
const STATUS_WORDS: Readonly<Record<CreditStatus, string>> = {
  matched: "matched",
  "source-absent": "source absent",
  uncredited: "uncredited",
  "not-named": "no source named",
  contradictory: "contradictory",
  "no-reuse": "nothing to check",
};

/** What the page says, the same credit once, then whether it agrees with what was found. */
export function creditLines({ trace, ink, room }: TracePage): string[] {
  const { credits, detail, status, absentFields } = trace.creditCheck;
  const lines = [...new Set(credits.map((credit) => creditLine(credit, ink)))];
  const shown = lines.slice(0, CREDITS_SHOWN);
  if (lines.length > CREDITS_SHOWN) shown.push(more(lines.length - CREDITS_SHOWN));
  const check = joinWrapped([ink.bold(`${STATUS_WORDS[status]}:`), ...reasonWords(detail, ink)], " ", room);
  const absent = absentFields.length === 0 ? [] : [ink.dim(`not supplied: ${absentFields.join(", ")}`)];
  return [...shown, ...check, ...absent];
}

function creditLine({ role, form, field, name, alias }: Credit, ink: Pen): string {
  const whose = name === null ? "without a name" : ink.bold(ink.isolate(clean(name)));
  const where = form === field || field === "text" ? form : `${form}, ${field}`;
  return `${role.padEnd(8)}${whose}  ${ink.isolate(clean(alias))}  ${ink.dim(where)}`;
}
