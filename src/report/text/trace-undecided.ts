import type { Trace } from "../../model.js";
import { joinWrapped } from "./layout.js";
import { reasonWords } from "./reason.js";
import type { TracePage } from "./trace.js";
import { isReuse, more } from "./trace-shared.js";

const SHOWN = 8;

/** Of a text that shares its words with nothing here. */
function whence({ creditCheck }: Trace): string {
  const named = new Set(
    creditCheck.credits.flatMap(({ role, name }) => (role === "issuer" ? [] : (name ?? []))),
  );
  const texts = named.size === 0 ? "a collection that has" : `the text of ${[...named].join(", ")} or`;
  return `where it comes from; would decide it: ${texts} what it was made from`;
}

/** Sources whose direction is open, with what would decide it. */
export function undecidedLines({ trace, ink, room }: TracePage): string[] {
  const open = trace.sources.flatMap(({ direction, verdict, missing }, at) =>
    direction === "undecided" && isReuse({ verdict }) ? [{ at, missing }] : [],
  );
  const lines = open.slice(0, SHOWN).flatMap(({ at, missing }) => {
    const words =
      missing.length === 0
        ? "nothing: a nearer source explains what they share"
        : `would decide it: ${missing.join("; ")}`;
    const head = `${at + 1} `;
    return joinWrapped(reasonWords(words, ink), " ", room - head.length).map((line, i) =>
      i === 0 ? ink.bold(head) + line : " ".repeat(head.length) + line,
    );
  });
  if (trace.sources.every((source) => !isReuse(source) && source.verdict !== null))
    lines.push(...joinWrapped(reasonWords(whence(trace), ink), " ", room));
  return open.length > SHOWN ? [...lines, more(open.length - SHOWN)] : lines;
}
