/** What is said by whom, as the rules see it and as it is given out. */
import type { Range } from "../../model/index.js";
import type { Quotation, SpeakerVia } from "../../model/provenance.js";
import type { Span } from "./quoted-spans.js";
import type { SpokenReading } from "./reading.js";
import { insertionsIn } from "./spans.js";
import { speakerRange } from "./speaker-range.js";
import type { Phrase } from "./speakers.js";
import type { Statement } from "./statement.js";

/** A statement with whoever makes it. */
export interface Said {
  readonly statement: Statement;
  readonly speaker: Phrase | null;
  readonly via: SpeakerVia;
  /** The statement whose verb governs: "said X, saying:" is one. */
  readonly verb: Statement;
  quotes: Span[];
}

/** Who said it, with what word. */
export function attribution(
  reading: SpokenReading,
  said: Said,
): Pick<Quotation, "speaker" | "via" | "verb" | "stance"> {
  const { cue, cueEnd, stance } = said.verb;
  let start = reading.starts[cue]! + (conjoined(reading, said.verb) ? 1 : 0);
  while (isSpace(reading.text.charCodeAt(start))) start++;
  const range = { start, end: reading.ends[cueEnd - 1]! };
  const verb = { ...range, text: reading.text.slice(range.start, range.end) };
  return { speaker: said.speaker && speakerRange(reading, said.speaker), via: said.via, verb, stance };
}

/** Whether و or ف hangs before the cue: it joins what is said, and is no part of the verb. */
function conjoined(reading: SpokenReading, { cue, saying }: Statement): boolean {
  return saying ? saying.joined : /^و[^ف]/u.test(reading.word(cue));
}

/** Words in marks that are nobody's. */
export function unattributed(reading: SpokenReading, span: Span, kind: "direct" | "scare"): Quotation {
  const insertions = kind === "direct" ? insertionsIn(reading, span.quoted) : [];
  const nobody = { speaker: null, via: "unresolved", verb: null, stance: "neutral" } as const;
  return { ...trimmed(reading, span), kind, ...nobody, insertions };
}

/** Without spaces inside the marks. */
export function trimmed(reading: SpokenReading, span: Span): Range {
  const { text } = reading;
  let { start, end } = span.quoted;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || (unit >= 0x1680 && /\s/u.test(String.fromCharCode(unit)));
}

/** Sorted; of two that cross, or say the same of the same words, one is given up: the reported one. */
export function ordered(found: Quotation[]): Quotation[] {
  const rank = (quotation: Quotation) => (quotation.kind === "reported" ? 1 : 0);
  found.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Quotation[] = [];
  const open: Quotation[] = [];
  const direct = found.filter((quotation) => quotation.kind !== "reported");
  let at = 0;
  for (const quotation of found) {
    while (open.length > 0 && open.at(-1)!.end <= quotation.start) open.pop();
    while (at < direct.length && direct[at]!.end <= quotation.start) at++;
    const around = open.at(-1);
    if (around && quotation.end > around.end) continue;
    if (around && around.start === quotation.start && around.end === quotation.end) continue;
    if (quotation.kind === "reported" && crosses(quotation, direct, at)) continue;
    kept.push(quotation);
    open.push(quotation);
  }
  return kept;
}

function crosses(range: Range, direct: readonly Range[], from: number): boolean {
  for (let k = from; k < direct.length && direct[k]!.start < range.end; k++)
    if (direct[k]!.end > range.end || direct[k]!.start < range.start) {
      if (!(direct[k]!.start <= range.start && direct[k]!.end >= range.end)) return true;
    }
  return false;
}
