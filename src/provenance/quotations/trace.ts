/**
 * One quotation through the documents that have it: whole, cut, in other words, under another name. In: documents
 * with their quotations. Out: a trace for each quotation of two documents or more.
 *
 * The longest form takes, in order, all shorter ones most of whose word triples it holds and whose words align with
 * it; what was taken takes nothing itself. Triples are looked up, so no two quotations meet that share none. After
 * that, documents are read for the same words without marks.
 */
import type { Kernel } from "../../kernel/kernel.js";
import { alignQuote, type TokenPair } from "../../match/quote/align.js";
import type { Range } from "../../model/index.js";
import type { Quotation, QuotationHolder, QuotationTrace } from "../../model/provenance.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";
import { differ, nameKey } from "./names.js";
import { Triples, triplesOf } from "./triples.js";

export interface QuotedDocument {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970; NaN where undated. */
  readonly instant: number;
  readonly quotations: readonly Quotation[];
}

/** Fewer words are a phrase that anybody may say. */
export const TRACE_LEAST_TOKENS = 6;
const TRACE_LEAST_UNSAID = 10;
export const TRACE_MOST_TOKENS = 1000;
/** Share of the shorter form's triples that the longer must hold. */
const LEAST_TRIPLES = 0.3;
/** Share of the shorter form's words that must align with the longer. */
const LEAST_ALIGNED = 0.6;
/** Share of the longest form that must stand in a text without marks: of the triples of its own, of its words. */
const LEAST_OWN_TRIPLES = 0.4;
const LEAST_UNMARKED = 0.6;

interface Occurrence extends Range {
  readonly document: number;
  readonly quotation: Quotation | null;
}

/** One wording, wherever it stands. */
interface Form {
  readonly ids: Uint32Array;
  readonly triples: readonly number[];
  readonly occurrences: Occurrence[];
}

interface Group {
  readonly longest: Form;
  readonly members: { readonly form: Form; readonly shape: Shape }[];
}

interface Shape {
  readonly form: QuotationHolder["form"];
  readonly share: number;
}

/** Sorted by number of holders, then by the first holder's id and start. The order of documents has no influence. */
export function traceQuotations(kernel: Kernel, documents: readonly QuotedDocument[]): QuotationTrace[] {
  const sorted = [...documents].sort(byInstant);
  const forms = formsOf(kernel, sorted);
  const groups = grouped(forms);
  addUnmarked(kernel, sorted, groups);
  const traces: QuotationTrace[] = [];
  for (const group of groups) {
    const trace = traceOf(sorted, group);
    if (trace) traces.push(trace);
  }
  return traces.sort(
    (a, b) =>
      b.holders.length - a.holders.length ||
      compare(a.holders[0]!.document, b.holders[0]!.document) ||
      a.holders[0]!.start - b.holders[0]!.start,
  );
}

function byInstant(a: QuotedDocument, b: QuotedDocument): number {
  return instantOf(a) - instantOf(b) || compare(a.id, b.id) || compare(a.text, b.text);
}

/** Undated last. */
function instantOf(document: QuotedDocument): number {
  return Number.isNaN(document.instant) ? Number.MAX_VALUE : document.instant;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function formsOf(kernel: Kernel, documents: readonly QuotedDocument[]): Form[] {
  const forms = new Map<string, Form>();
  for (const [document, { text, quotations }] of documents.entries()) {
    if (!quotations.some(({ kind }) => kind === "direct")) continue;
    for (const quotation of quotations) {
      if (quotation.kind !== "direct") continue;
      // Nobody's words, and few: more often a name.
      const least = quotation.speaker === null ? TRACE_LEAST_UNSAID : TRACE_LEAST_TOKENS;
      const { ids } = tokenise(kernel, text.slice(quotation.start, quotation.end));
      if (ids.length < least || ids.length > TRACE_MOST_TOKENS) continue;
      const key = ids.join();
      let form = forms.get(key);
      if (!form) {
        form = { ids, triples: triplesOf(ids), occurrences: [] };
        forms.set(key, form);
      }
      form.occurrences.push({ document, start: quotation.start, end: quotation.end, quotation });
    }
  }
  return [...forms.values()].sort((a, b) => b.ids.length - a.ids.length || compareIds(a.ids, b.ids));
}

function compareIds(a: Uint32Array, b: Uint32Array): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

function grouped(forms: readonly Form[]): Group[] {
  const triples = new Triples(forms.map((form) => form.triples));
  const groups: Group[] = [];
  for (const [at, longest] of forms.entries()) {
    if (triples.isTaken(at)) continue;
    triples.take(at);
    const members = [{ form: longest, shape: { form: "exact", share: 1 } as Shape }];
    for (const [other, shared] of triples.sharing(at)) {
      const form = forms[other]!;
      if (shared < Math.max(1, form.triples.length * LEAST_TRIPLES)) continue;
      const pairs = alignQuote(longest.ids, form.ids);
      if (pairs.length < Math.max(TRACE_LEAST_TOKENS - 1, form.ids.length * LEAST_ALIGNED)) continue;
      triples.take(other);
      members.push({ form, shape: shapeOf(pairs, longest.ids.length, form.ids.length) });
    }
    groups.push({ longest, members });
  }
  return groups;
}

function shapeOf(pairs: readonly TokenPair[], longest: number, own: number): Shape {
  const share = pairs.length / longest;
  if (pairs.length === longest && own === longest) return { form: "exact", share };
  return { form: pairs.length === own ? "cut" : "varied", share };
}

/** Documents that have the words of a group without quotation marks. */
function addUnmarked(kernel: Kernel, documents: readonly QuotedDocument[], groups: readonly Group[]): void {
  const triples = new Triples(groups.map((group) => group.longest.triples));
  const holders = groups.map(
    (group) => new Set(group.members.flatMap(({ form }) => form.occurrences.map(({ document }) => document))),
  );
  const texts = documents.map(({ text }) => tokenise(kernel, text));
  const spread = triples.spread(texts.map(({ ids }) => ids));
  for (const [document, tokens] of texts.entries()) {
    for (const [at, places] of triples.found(tokens.ids, spread)) {
      const { longest } = groups[at]!;
      if (holders[at]!.has(document)) continue;
      const need = spread.ownTriples[at]! * LEAST_OWN_TRIPLES;
      if (places.length < Math.max(TRACE_LEAST_TOKENS - 2, need)) continue;
      const member = unmarked(tokens, longest, places, document, documents[document]!.quotations);
      if (member) groups[at]!.members.push(member);
    }
  }
}

function unmarked(
  tokens: TokenisedText,
  longest: Form,
  places: readonly number[],
  document: number,
  quotations: readonly Quotation[],
): Group["members"][number] | null {
  const size = longest.ids.length;
  const from = densest(places, size);
  const offset = Math.max(0, from - size);
  const window = tokens.ids.subarray(offset, from + 2 * size);
  const pairs = alignQuote(longest.ids, window);
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last) return null;
  const own = last.text - first.text + 1;
  if (pairs.length < size * LEAST_UNMARKED || pairs.length < own * LEAST_ALIGNED) return null;
  if (pairs.length < TRACE_LEAST_TOKENS) return null;
  const range = { start: tokens.starts[offset + first.text]!, end: tokens.ends[offset + last.text]! };
  const form: Form = {
    ids: window.subarray(first.text, last.text + 1),
    triples: [],
    occurrences: [{ document, ...range, quotation: around(quotations, range) }],
  };
  return { form, shape: shapeOf(pairs, size, own) };
}

/** The quotation that has most of the range's words; null where none has half of them. */
function around(quotations: readonly Quotation[], range: Range): Quotation | null {
  let best: Quotation | null = null;
  let most = (range.end - range.start) / 2;
  for (const quotation of quotations) {
    if (quotation.kind === "scare") continue;
    const common = Math.min(quotation.end, range.end) - Math.max(quotation.start, range.start);
    if (common > most) [best, most] = [quotation, common];
  }
  return best;
}

/** Where, within the length of the quotation, most triples begin; the first of several. */
function densest(places: readonly number[], size: number): number {
  let best = 0;
  let at = places[0]!;
  let low = 0;
  for (let high = 0; high < places.length; high++) {
    while (places[high]! - places[low]! > size) low++;
    if (high - low + 1 > best) {
      best = high - low + 1;
      at = places[low]!;
    }
  }
  return at;
}

function traceOf(documents: readonly QuotedDocument[], group: Group): QuotationTrace | null {
  const best = new Map<number, QuotationHolder>();
  for (const { form, shape } of group.members) {
    for (const { document, start, end, quotation } of form.occurrences) {
      const known = best.get(document);
      if (known && (known.share > shape.share || (known.share === shape.share && known.start <= start)))
        continue;
      const speaker = quotation?.speaker?.name ?? null;
      const via = quotation?.via ?? "unresolved";
      best.set(document, { document: documents[document]!.id, start, end, ...shape, speaker, via });
    }
  }
  if (best.size < 2) return null;
  const ordered = [...best].sort(([a], [b]) => a - b);
  const first = ordered.findIndex(([, holder]) => holder.form === "exact");
  const [leader] = ordered.splice(first, 1);
  const holders = [leader!, ...ordered].map(([, holder]) => holder);
  const { start, end } = holders[0]!;
  const keys = holders.flatMap(({ speaker }) => (speaker === null ? [] : [nameKey(speaker)]));
  return { text: documents[leader![0]]!.text.slice(start, end), holders, speakersDiffer: differ(keys) };
}
