import { joinWrapped } from "./layout.js";
import { reasonWords } from "./reason.js";
import type { TracePage } from "./trace.js";
import { more } from "./trace-shared.js";

const SHOWN = 8;

/** Sources whose direction is open, with what would decide it. */
export function undecidedLines({ trace, ink, room }: TracePage): string[] {
  const open = trace.sources.flatMap(({ direction, verdict, missing }, at) =>
    direction === "undecided" && (verdict === "whole" || verdict === "partial") ? [{ at, missing }] : [],
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
  return open.length > SHOWN ? [...lines, more(open.length - SHOWN)] : lines;
}
