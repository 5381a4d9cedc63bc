import type { Evidence, TraceSource } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { clean } from "./clean.js";
import { labelLines } from "./label.js";
import { joinWrapped } from "./layout.js";
import { counted, percent } from "./numbers.js";
import { reasonWords } from "./reason.js";
import type { Pen } from "./style.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";
import { paintVerdict } from "./verdict.js";

const SOURCES_SHOWN = 20;
const CLUES_SHOWN = 6;

/** Numbered, as the other sections refer to them. */
export function sourceLines(page: TracePage): string[] {
  const { sources } = page.trace;
  const shown = sources.slice(0, SOURCES_SHOWN);
  const margin = String(shown.length).length + 1;
  const lines = shown.flatMap((source, at) =>
    sourceBlock(source, page, page.room - margin).map((line, i) =>
      i === 0 ? `${page.ink.bold(String(at + 1).padEnd(margin))}${line}` : " ".repeat(margin) + line,
    ),
  );
  return sources.length > shown.length ? [...lines, more(sources.length - shown.length)] : lines;
}

function sourceBlock(source: TraceSource, page: TracePage, room: number): string[] {
  const { ink } = page;
  const head = headWords(source, ink);
  const lines = [...joinWrapped(head, " · ", room), ...originLines(source, page, room)];
  const clues = source.evidence
    .slice(0, CLUES_SHOWN)
    .flatMap((clue) => clueLines(clue, source.direction !== "undecided", ink, room));
  if (source.evidence.length > CLUES_SHOWN) clues.push(more(source.evidence.length - CLUES_SHOWN));
  return [...lines, ...clues];
}

function headWords(source: TraceSource, ink: Pen): string[] {
  if (source.verdict === null)
    return [
      verdict(source, ink),
      `${percent(source.share)} of it goes back to it`,
      directionWords(source, ink),
    ];
  if (!isReuse(source.verdict)) return [verdict(source, ink), "the same event or statement, no reuse"];
  return [verdict(source, ink), `${percent(source.share)} of it stands there`, directionWords(source, ink)];
}

function verdict({ verdict }: TraceSource, ink: Pen): string {
  return verdict === null ? ink.magenta("not in the collection") : paintVerdict(verdict, verdict, ink);
}

/** Confidence is never rounded up to certainty. */
function directionWords(source: TraceSource, ink: Pen): string {
  const { direction, through, confidence, certainty, evidence } = source;
  if (direction === "undecided") return "who took it from whom is undecided";
  const way =
    through.length === 0 ? "" : ` through ${through.map((id) => ink.isolate(clean(id))).join(", ")}`;
  const words = `it was taken from ${direction === "from" ? "there" : "here"}${way}`;
  const person = evidence.some(({ kind }) => kind === "decision");
  const sure = person ? "decided by a person" : `confidence ${Math.min(confidence, 0.99).toFixed(2)}`;
  return `${ink.bold(words)} (${sure}${certainty === "likely" ? ", likely" : ""})`;
}

function originLines({ origin, ...label }: TraceSource, { trace, ink }: TracePage, room: number): string[] {
  if ("document" in origin) return labelLines({ id: origin.document, ...label }, room, ink);
  const unseen = trace.unseen.find(({ id }) => id === origin.unseen);
  const whose =
    unseen?.name == null ? "no credit tells whose" : `probably of ${ink.isolate(clean(unseen.name))}`;
  const type = unseen === undefined || unseen.type === "unknown" ? [] : [unseen.type];
  const holders = counted(unseen?.documents.length ?? 0, "document");
  return joinWrapped([...type, whose, `behind ${holders} here`], " · ", room);
}

/** Clues for the direction with +, against it with −; where none is decided they are for neither. */
function clueLines({ kind, detail, weight }: Evidence, decided: boolean, ink: Pen, room: number): string[] {
  const sign = !decided ? ink.dim("·") : weight >= 0 ? ink.green("+") : ink.red("−");
  const words = [ink.dim(`${kind}:`), ...reasonWords(detail, ink)];
  return joinWrapped(words, " ", room - 2).map((line, i) => (i === 0 ? `${sign} ${line}` : `  ${line}`));
}
