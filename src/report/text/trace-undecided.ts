import type { Trace } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { joinWrapped } from "./layout.js";
import { reasonWords } from "./reason.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";

const SHOWN = 8;

/** 1, 2, 3, 5 as "1–3, 5". */
function numbered(ascending: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of ascending) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** Of a text that shares its words with nothing here. */
function whence({ creditCheck }: Trace): string {
  const named = new Set(
    creditCheck.credits.flatMap(({ role, name }) => (role === "issuer" ? [] : (name ?? []))),
  );
  const text = named.size === 0 ? "" : `the text of ${[...named].join(", ")}, or `;
  return `where it comes from; would decide it: ${text}a collection that has what it was made from`;
}

/** Sources whose direction is open, with what would decide it; said once for all of which it is the same. */
export function undecidedLines({ trace, ink, room }: TracePage): string[] {
  const numbers = new Map<string, number[]>();
  trace.sources.forEach(({ direction, verdict, missing }, at) => {
    if (direction !== "undecided" || !isReuse(verdict)) return;
    const words =
      missing.length === 0
        ? "nothing: a nearer source explains what they share"
        : `would decide it: ${missing.join("; ")}`;
    numbers.set(words, [...(numbers.get(words) ?? []), at + 1]);
  });
  const open = [...numbers];
  const lines = open.slice(0, SHOWN).flatMap(([words, at]) => {
    const head = `${numbered(at)} `;
    return joinWrapped(reasonWords(words, ink), " ", room - head.length).map((line, i) =>
      i === 0 ? ink.bold(head) + line : " ".repeat(head.length) + line,
    );
  });
  if (trace.sources.every((source) => !isReuse(source.verdict) && source.verdict !== null))
    lines.push(...joinWrapped(reasonWords(whence(trace), ink), " ", room));
  return open.length > SHOWN ? [...lines, more(open.length - SHOWN)] : lines;
}
