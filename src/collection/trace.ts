/**
 * What the stages say of one document, given who shares text with it. In: plain data, wherever the documents are kept.
 * `provenance/trace` puts the answers together.
 */
import type { Kernel } from "../kernel/kernel.js";
import { newSentences } from "../match/new-sentences.js";
import type { CreditCheck, Direction, Document, Match, Story, Trace, TrustedTime } from "../model/index.js";
import { quotationsOf, traceQuotations } from "../provenance/quotations/index.js";
import { assembleTrace, type TraceParts } from "../provenance/trace/index.js";
import { tokenise } from "../text/tokenise.js";

export interface TraceGrounds {
  readonly kernel: Kernel;
  readonly document: Document;
  readonly collection: Trace["collection"];
  readonly common?: TraceParts["common"];
  /** Reuse, and reports of the same event; the document is `a`. */
  readonly matches: readonly Match[];
  /** With other texts of the same item; the document is `a`. */
  readonly versions: readonly Match[];
  readonly story: Story | null;
  /** Of every pair. */
  readonly directions: readonly Direction[];
  readonly creditCheck: CreditCheck;
  documentOf(id: string): Document;
  timeOf(document: Document): TrustedTime;
}

export function traceOf(grounds: TraceGrounds): Trace {
  const { kernel, document, matches, documentOf, timeOf } = grounds;
  const { id } = document;
  const others = matches.map(({ b }) => documentOf(b));
  // Read before anything else is asked of them: what comes after finds their tokens.
  const text = [document, ...others].map((one) => tokenise(kernel, one.text))[0]!;
  const times = [document, ...others].map(timeOf);
  const quoted = [document, ...others].map((one, at) => ({
    id: one.id,
    text: one.text,
    instant: times[at]!.until ?? Number.NaN,
    quotations: quotationsOf(kernel, one),
  }));
  const concerns = ({ a, b }: Direction): boolean => a === id || b === id;
  return assembleTrace({
    document,
    words: text.ids.length,
    collection: grounds.collection,
    common: grounds.common ?? null,
    same: others.filter(({ text }) => text === document.text).map((other) => other.id),
    matches,
    story: grounds.story,
    directions: grounds.directions.filter(concerns),
    creditCheck: grounds.creditCheck,
    times,
    quotations: quoted[0]!.quotations,
    quotationTraces: traceQuotations(kernel, quoted).filter(({ holders }) =>
      holders.some((holder) => holder.document === id),
    ),
    versions: grounds.versions.map(({ b, passages, facts }) => {
      const { published } = documentOf(b);
      const added = newSentences(text, passages);
      return { id: b, ...(published === undefined ? {} : { published }), added, facts };
    }),
    labelOf: documentOf,
  });
}
