import type { PassageKind, Range, TraceSource } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { segments } from "../segments.js";
import { clean } from "./clean.js";
import { truncate } from "./layout.js";
import { markedLines } from "./marked.js";
import { counted, words } from "./numbers.js";
import { reading } from "./reading.js";
import type { TracePage } from "./trace-shared.js";
import { more } from "./trace-shared.js";
import { paintKind } from "./verdict.js";

const PASSAGES_SHOWN = 12;
const LINES_SHOWN = 3;
const FACTS_SHOWN = 20;

interface Stretch extends Range {
  readonly kind: PassageKind;
  /** Numbers of the sources that have it. */
  readonly sources: number[];
}

/**
 * Stretches of the traced text in their order, each with the sources in which it stands. The words of one that lies
 * inside another are not said again.
 */
export function passageLines({ trace, textOf, ink, room }: TracePage): string[] {
  const stretches = stretchesOf(trace.sources);
  if (stretches.length === 0) return [];
  const text = textOf(trace.document.id);
  let shownUntil = 0;
  const lines = stretches.slice(0, PASSAGES_SHOWN).flatMap(({ sources, kind, ...range }) => {
    const inside = range.end <= shownUntil;
    shownUntil = Math.max(shownUntil, range.end);
    const length = `${counted(words(text.slice(range.start, range.end)), "word")}${inside ? " of these" : ""}`;
    const head = `${paintKind(kind, kind, ink)} · ${length} · stands in ${sources.join(", ")}`;
    if (inside) return [`  ${head}`];
    const shown = markedLines(segments(text, range, []), "a", room - 2, ink);
    const cut = shown.length > LINES_SHOWN ? [...shown.slice(0, LINES_SHOWN), "…"] : shown;
    return [head, ...cut.map((line) => `  ${line}`)];
  });
  const left = stretches.length - PASSAGES_SHOWN;
  return left > 0 ? [...lines, more(left)] : lines;
}

function stretchesOf(sources: readonly TraceSource[]): Stretch[] {
  const found = new Map<string, Stretch>();
  for (const [at, source] of sources.entries()) {
    if (!isReuse(source.verdict)) continue;
    for (const { here, kind } of source.passages) {
      const key = `${here.start} ${here.end} ${kind}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { ...here, kind, sources: [at + 1] });
      else if (known.sources.at(-1) !== at + 1) known.sources.push(at + 1);
    }
  }
  return [...found.values()].sort((left, right) => left.start - right.start || right.end - left.end);
}

/** Facts that read otherwise in sources of this kind. */
export function factLines({ trace, ink }: TracePage, ofKind: (source: TraceSource) => boolean): string[] {
  const lines = trace.sources.flatMap((source, at) =>
    (ofKind(source) ? source.facts : []).map(
      ({ kind, a, b }) => `${kind.padEnd(9)}${reading(a.text, ink)} ← ${reading(b.text, ink)}  in ${at + 1}`,
    ),
  );
  return lines.length > FACTS_SHOWN
    ? [...lines.slice(0, FACTS_SHOWN), more(lines.length - FACTS_SHOWN)]
    : lines;
}

/** Where text was reused under another headline. */
export function headlineLines({ trace, ink, room }: TracePage): string[] {
  const reused = trace.sources.flatMap((source, at) =>
    source.headline !== null && isReuse(source.verdict) ? [{ headline: source.headline, at }] : [],
  );
  if (reused.length === 0) return [];
  const line = (name: string, title: string): string =>
    `${name.padEnd(5)}${ink.isolate(truncate(clean(title), room - 5))}`;
  const shown = reused.slice(0, FACTS_SHOWN);
  return [
    line("here", shown[0]!.headline.here),
    ...shown.map(({ headline, at }) => line(String(at + 1), headline.there)),
    ...(reused.length > shown.length ? [more(reused.length - shown.length)] : []),
  ];
}
